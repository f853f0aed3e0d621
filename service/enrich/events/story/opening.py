"""Which events an article is about: those that its headline and its opening tell."""

from collections.abc import Sequence
from dataclasses import replace

from service.enrich.events.circumstances.main_clause import is_aside
from service.enrich.events.event import Event
from service.enrich.tree import Tree

MAX_OF_FIRST_PARAGRAPH = 4
"""Sentences of a first paragraph that are its opening: a text whose paragraphs were lost is one long paragraph."""

REACH = 10
"""Sentences in which the first event may stand that is taken for what an article is about whose headline and first
paragraph tell none."""


def rooted(events: Sequence[Event], lead: int, tree: Tree) -> tuple[Event, ...]:
    """The events, those being root events that the headline or the opening tells.

    Where the headline tells news, the first sentence below it is the opening, and what else of the first paragraph
    tells the same happenings. Where headline and first paragraph tell nothing but background, the first sentence after
    them that tells more is: a headline may be followed by a line below it, and the news begin behind that. What a
    sentence tells aside ("the man accused of it") is no root event where the same sentence tells news.

    Args:
        events: grouped, in text order, with ``is_root`` where the headline or the first paragraph tells them.
        lead: index of the first sentence below the headline.
        tree: of the document.
    """
    opening = [
        event.is_root and (event.sentence.in_title or event.sentence.index < lead + MAX_OF_FIRST_PARAGRAPH)
        for event in events
    ]
    headline = {event.group for event in events if event.sentence.in_title and not _is_background(event)}
    if headline:
        opening = [
            told and (event.sentence.index <= lead or event.group in headline)
            for told, event in zip(opening, events, strict=True)
        ]
    elif not any(told and not _is_background(event) for told, event in zip(opening, events, strict=True)):
        later = next(
            (each.sentence.index for each in events if not _is_background(each) and each.sentence.index < lead + REACH),
            None,
        )
        opening = [told or event.sentence.index == later for told, event in zip(opening, events, strict=True)]
    return _without_asides([replace(event, is_root=told) for told, event in zip(opening, events, strict=True)], tree)


def _without_asides(events: Sequence[Event], tree: Tree) -> tuple[Event, ...]:
    """The events, what is told aside being no root event where its sentence tells other news."""
    asides = [event.is_root and is_aside(tree, event.trigger) for event in events]
    news = {
        (event.sentence.index, event.group)
        for event, aside in zip(events, asides, strict=True)
        if event.is_root and not aside and not _is_background(event)
    }
    sentences = {sentence for sentence, _ in news}
    return tuple(
        replace(event, is_root=False)
        if aside and event.sentence.index in sentences and (event.sentence.index, event.group) not in news
        else event
        for event, aside in zip(events, asides, strict=True)
    )


def _is_background(event: Event) -> bool:
    return "historical" in event.modality.auxiliary
