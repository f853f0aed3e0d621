"""What an article's places tell about its actors, and the country of those whose country nobody tells."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from spacy.tokens import Doc

from service.enrich.actors.mentions import TokenSpans
from service.enrich.actors.reading import Reading

_WEIGHTS = {"name": 1.0, "demonym": 1.0, "capital": 0.6}
"""Of a mention of a country, by how it is meant."""

_EARLY = 60
"""Tokens of the beginning, where a country counts more."""

_EARLY_WEIGHT = 2.0


def places_of(doc: Doc) -> Iterable[Any]:
    """The document's places; none where no component looks for them."""
    return doc._.places if Doc.has_extension("places") else ()


def place_countries(doc: Doc, spans: TokenSpans) -> dict[int, str]:
    """The country of the place at each token."""
    found = {}
    for place in places_of(doc):
        span = spans.of(place.start, place.end)
        if span is not None and place.country is not None:
            found.update(dict.fromkeys(range(*span), place.country))
    return found


def home_country(doc: Doc, reading: Reading, places: dict[int, str]) -> str | None:
    """The country an article is about: the one it names most, else the outlet's."""
    votes: Counter[str] = Counter()
    for index, nation in reading.nation_at.items():
        if index == nation.start:
            votes[nation.country] += _WEIGHTS[nation.kind] * (_EARLY_WEIGHT if index < _EARLY else 1.0)
    for index, code in places.items():
        if index not in reading.nation_at:
            votes[code] += _EARLY_WEIGHT if index < _EARLY else 1.0
    if votes:
        return min(votes, key=lambda code: (-votes[code], code))
    return doc._.context.source_country if Doc.has_extension("context") else None
