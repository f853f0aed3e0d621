"""Which countries an article is about: those it names most, where it matters most.

CLIFF (Media Cloud) takes the most frequent country; here the headline, the lead and the dateline weigh more.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from service.enrich.context import ArticleContext
from service.enrich.datelines import lead_paragraph
from service.enrich.places.place import Focus, Place

_Named = TypeVar("_Named", str, int)

TITLE, LEAD, DATELINE, BODY = 3.0, 2.0, 2.0, 1.0

KIND_WEIGHTS = {"literal": 1.0, "metonymic": 1.0, "modifier": 0.8, "demonym": 0.8, "embedded": 0.4}

UNLISTED = 0.3
"""Weight of a place that the gazetteer lacks: it is taken to lie where others do, so it tells little that is new."""

MIN_SHARE = 0.01

_LANGUAGE = re.compile(r"[ -](?:speak(?:ing|ers?)|language|medium)\b")
"""Behind an adjective that names a language: French is spoken in Dakar."""


def focus(text: str, places: Iterable[Place], context: ArticleContext) -> Focus:
    """The focus of an article with these places."""
    title, lead = context.title or (0, 0), lead_paragraph(text, context)
    countries: dict[str, float] = defaultdict(float)
    below: dict[int, float] = defaultdict(float)
    ids: dict[str, int] = {}
    for place in places:
        weight = _position(place, title, lead) * KIND_WEIGHTS[place.kind]
        if place.country is None or (place.kind == "demonym" and _LANGUAGE.match(text, place.end)):
            continue
        if place.geonames_id is None:
            countries[place.country] += UNLISTED * weight
            continue
        countries[place.country] += weight
        if str(place.feature_code).startswith("PCL"):
            ids.setdefault(place.country, place.geonames_id)
        else:
            below[place.geonames_id] += weight
    total = sum(countries.values())
    shares = [(code, weight / total) for code, weight in _weightiest(countries) if weight / total >= MIN_SHARE]
    main = _weightiest(below)[0][0] if below else ids.get(shares[0][0]) if shares else None
    return Focus(tuple(shares), main)


def _weightiest(weights: dict[_Named, float]) -> list[tuple[_Named, float]]:
    """The heaviest first; of equals, the one that is named first."""
    return sorted(weights.items(), key=lambda item: -item[1])


def _position(place: Place, title: tuple[int, int], lead: tuple[int, int]) -> float:
    if title[0] <= place.start < title[1]:
        return TITLE
    if place.is_dateline:
        return DATELINE
    return LEAD if lead[0] <= place.start < lead[1] else BODY
