"""How sure an event is that the story tells again: a happening with the same parties is as sure as its surest mention.

Of 100 articles that readers judged, 19 of 24 events of which another mention is surer were right whole; their own
confidence was .63 in the mean, that of the surer mention .83.
"""

from collections.abc import Sequence
from dataclasses import replace

from service.enrich.events.event import Event, Party
from service.enrich.tree import Tree

Parties = tuple[frozenset[str], frozenset[str]]
"""Who stands on either side of an event."""


def corroborated(events: Sequence[Event], tree: Tree) -> tuple[Event, ...]:
    """The events, as sure as the surest mention of the same group that has their type and tells the same parties.

    Args:
        events: grouped, in text order.
        tree: of the document.
    """
    surest: dict[tuple[str | None, str, Parties], Event] = {}
    keys = [(event.group, event.type, _parties(event, tree)) for event in events]
    for key, event in zip(keys, events, strict=True):
        if key not in surest or event.confidence.overall > surest[key].confidence.overall:
            surest[key] = event
    return tuple(
        _as_sure_as(event, surest[key]) if any(key[2]) else event for key, event in zip(keys, events, strict=True)
    )


def _as_sure_as(event: Event, other: Event) -> Event:
    """An event with the confidence of another mention; day and place are its own."""
    own, better = event.confidence, other.confidence
    sure = replace(own, overall=better.overall, type=better.type, actors=better.actors, recipients=better.recipients)
    return replace(event, confidence=sure)


def _parties(event: Event, tree: Tree) -> Parties:
    sides = (event.actors, event.recipients)
    return _told(sides[0], tree), _told(sides[1], tree)


def _told(parties: Sequence[Party], tree: Tree) -> frozenset[str]:
    """Clusters of those who are told, or their nouns."""
    return frozenset(
        party.entity_id or tree.lemmas[party.head] for party in parties if party.mention_type != "implicit"
    )
