"""Which events of a story are the same happening, told again."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from service.enrich.events.event import Event, Party

_DEALINGS = frozenset(("AGREE", "REQUEST", "AID", "COOPERATE"))
"""Types that one dealing between two parties shows by turns: asked for, agreed, done."""


def grouped(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with the number of their group: the id of its first event."""
    leaders: list[int] = list(range(len(events)))
    latest: dict[tuple[Any, ...], int] = {}
    for number, event in enumerate(events):
        for key in _keys(event):
            other = latest.get(key)
            if other is not None and _compatible(events[other], event):
                leaders[number] = leaders[other]
                break
        for key in _keys(event):
            latest[key] = number
    return tuple(replace(event, group=f"g{events[leaders[n]].id}") for n, event in enumerate(events))


def _keys(event: Event) -> list[tuple[Any, ...]]:
    """What another mention of the same happening has in common."""
    actors = [_identity(party) for party in event.actors if party.mention_type != "implicit"]
    recipients = [_identity(party) for party in event.recipients]
    keys: list[tuple[Any, ...]] = []
    pairs = [(a, b) for a in actors for b in recipients]
    if event.reciprocal:
        pairs += [(a, b) for a in actors for b in actors if a != b]
    for a, b in pairs:
        keys.append((event.type, a, b))
        if event.reciprocal:
            keys.append((event.type, b, a))
    if event.type in _DEALINGS and "historical" not in event.modality.auxiliary:
        keys += [("dealing", *sorted((_country(a), _country(b)))) for a, b in _country_pairs(event)]
    if not recipients:
        keys += [(event.type, a, None) for a in actors]
    if not actors:
        keys += [(event.type, None, b) for b in recipients]
    return keys


def _country_pairs(event: Event) -> list[tuple[Party, Party]]:
    others = event.recipients or (event.actors if event.reciprocal else ())
    return [(a, b) for a in event.actors for b in others if a.country and b.country and a.country != b.country]


def _country(party: Party) -> str:
    return party.country or ""


def _identity(party: Party) -> tuple[str | None, ...]:
    if party.entity_id is not None:
        return ("entity", party.entity_id)
    return ("phrase", party.country, party.sector, party.kind, str(party.span[0]) if party.country is None else None)


def _compatible(first: Event, second: Event) -> bool:
    """Whether nothing speaks against two events being the same: sign, time told as background, days."""
    if first.modality.polarity != second.modality.polarity:
        return False
    if ("historical" in first.modality.auxiliary) != ("historical" in second.modality.auxiliary):
        return False
    a, b = first.date, second.date
    if a is None or b is None or a.span is None or b.span is None:
        return True
    if a.begin is None or b.begin is None or a.end_date is None or b.end_date is None:
        return True
    return a.begin <= b.end_date and b.begin <= a.end_date
