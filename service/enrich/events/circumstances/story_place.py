"""Where a story happens whose acts tell no place: in the country that it is about, at the place its opening names.

"Police have arrested two men" need not say where in a story of Leeds. A story between countries happens in none of
them: "France accuses Peru" has no place of its own.
"""

from collections.abc import Sequence
from itertools import islice

from service.enrich.events.circumstances.containment import narrowest
from service.enrich.events.event import Event, Span
from service.enrich.places.place import Focus, Place
from service.enrich.tree import Tree

_MIN_SHARE, _MIN_ALONE = 0.5, 0.8
"""Of the country that a story is about, among all that it names: where a party of the event is of it, and where the
country of none is known."""

_COUNTRY = frozenset(("country", "nation"))
_WHOLE = frozenset(("the", "entire", "whole", "across", "throughout"))

_MIN_MENTIONS = 2
"""Mentions of that country, or of places in it, outside the event's sentence."""


def home_of(event: Event, focus: Focus, places: Sequence[Place]) -> str | None:
    """The country that a story is about, where no party of an event is known to be of another.

    Args:
        focus: of the article.
        places: of the article. What the event's own sentence names says nothing of where the rest of it happens.
    """
    home, share = focus.countries[0] if focus.countries else (None, 0.0)
    countries = {party.country for party in (*event.actors, *event.recipients)} - {None}
    if home is None or not countries <= {home} or share < (_MIN_SHARE if countries else _MIN_ALONE):
        return None
    others = (place for place in places if place.country == home and not _inside(place, event.sentence.span))
    return home if len(list(islice(others, _MIN_MENTIONS))) == _MIN_MENTIONS else None


def told_most(focus: Focus) -> str | None:
    """The country that "the country" means in an article: that which it names in at least half of the cases."""
    home, share = focus.countries[0] if focus.countries else (None, 0.0)
    return home if share >= _MIN_SHARE else None


def is_the_country(tree: Tree, start: int, end: int) -> bool:
    """Whether some words mean a country without naming it: "the country", "the whole nation"."""
    first, stop = tree.covering(start, end)
    words = range(max(0, first), stop)
    return any(tree.lemmas[word] in _COUNTRY for word in words) and all(
        tree.lemmas[word] in _COUNTRY or tree.lowers[word] in _WHOLE for word in words
    )


def place_in(home: str, opening: Sequence[Place], places: Sequence[Place], event: Event) -> Place | None:
    """The only place of a country that the opening of an article tells, else the country.

    Args:
        home: the country, as ISO 3166-1 alpha-3.
        opening: places that headline and first sentence tell as such.
        places: of the article, in text order.
    """
    told = [place for place in opening if place.country == home]
    line = [place for place in places if place.is_dateline and place.country == home]
    return narrowest([*told, *line]) or narrowest(told) or _country(home, places, event.sentence.span)


def _country(home: str, places: Sequence[Place], sentence: Span) -> Place | None:
    """A mention of the country outside a sentence, by its name rather than as "British"."""
    named = [
        place
        for place in places
        if place.country == home and (place.feature_code or "").startswith("PCL") and not _inside(place, sentence)
    ]
    return next((place for place in named if place.kind == "literal"), next(iter(named), None))


def _inside(place: Place, sentence: Span) -> bool:
    return sentence[0] <= place.start < sentence[1]
