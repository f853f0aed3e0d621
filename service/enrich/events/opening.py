"""Which events an article is about: those that its headline and its opening tell."""

from collections.abc import Sequence
from dataclasses import replace

from service.enrich.events.event import Event

MOST_OF_FIRST_PARAGRAPH = 4
"""Sentences of a first paragraph that are its opening: a text whose paragraphs were lost is one long paragraph."""

REACH = 10
"""Sentences in which the first event may stand that is taken for what an article is about whose headline and first
paragraph tell none."""


def rooted(events: Sequence[Event], lead: int) -> tuple[Event, ...]:
    """The events, those being root events that the headline or the opening tells.

    Where these tell nothing but background, the first sentence after them that tells more is the opening: a
    headline may be followed by a line below it, and the news begin behind that.

    Args:
        events: in text order, with ``is_root`` where the headline or the first paragraph tells them.
        lead: index of the first sentence below the headline.
    """
    opening = [
        event.is_root and (event.sentence.in_title or event.sentence.index < lead + MOST_OF_FIRST_PARAGRAPH)
        for event in events
    ]
    if not any(told and not _is_background(event) for told, event in zip(opening, events, strict=True)):
        later = next(
            (each.sentence.index for each in events if not _is_background(each) and each.sentence.index < lead + REACH),
            None,
        )
        opening = [told or event.sentence.index == later for told, event in zip(opening, events, strict=True)]
    return tuple(replace(event, is_root=told) for told, event in zip(opening, events, strict=True))


def _is_background(event: Event) -> bool:
    return "historical" in event.modality.auxiliary
