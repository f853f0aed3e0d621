"""How sure events are in stories that hardly tell any: what looks like one there is often business, sport or a figure.

Of 45 such events of articles that readers judged 24 were right whole and 30 had the right type; of the 662 others .74
were right and .92 had the right type.
"""

from collections.abc import Sequence
from dataclasses import replace

from service.enrich.events.event import Event

_LEAST = 0.1
"""Events a sentence, below which a story is none of politics, conflict or crime."""

_SHORTEST = 10
"""Sentences of a story of which that can be said: shorter ones are all news of one event."""

_OF_OTHERS = 0.7
"""What is left of the confidence."""


def in_eventful_stories(events: Sequence[Event], sentences: int) -> tuple[Event, ...]:
    """The events, less sure where they are few.

    Args:
        events: all of a document.
        sentences: how many it has.
    """
    if sentences < _SHORTEST or len(events) >= _LEAST * sentences:
        return tuple(events)
    return tuple(
        replace(event, confidence=replace(event.confidence, overall=event.confidence.overall * _OF_OTHERS))
        for event in events
    )
