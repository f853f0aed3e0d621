"""Dealings between two countries: asked for by one, agreed by the other, done."""

from service.enrich.events.event import Event

_DEALINGS = frozenset(("AGREE", "REQUEST", "AID", "COOPERATE"))
"""Types that one dealing between two parties shows by turns."""


def one_dealing(first: Event, second: Event) -> bool:
    """Whether two events, whoever acts in either, are dealings of the same two countries, and none is background."""
    if not {first.type, second.type} <= _DEALINGS:
        return False
    if "historical" in first.modality.auxiliary or "historical" in second.modality.auxiliary:
        return False
    return not _country_pairs(first).isdisjoint(_country_pairs(second))


def _country_pairs(event: Event) -> set[frozenset[str]]:
    others = event.recipients or (event.actors if event.reciprocal else ())
    return {
        frozenset((a.country, b.country))
        for a in event.actors
        for b in others
        if a.country and b.country and a.country != b.country
    }
