"""Which events of a story are the same happening, told again.

A mention that the readings doubt is told where another one is sure.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from service.enrich.events.event import Event
from service.enrich.events.story.contradictions import compatible
from service.enrich.events.story.sameness import same_happening
from service.enrich.tree import Tree

MAX_GROUPS = 24
"""Groups, latest first, that an event is compared with: stories return to a happening soon, and lists need an end."""

MAX_MENTIONS = 24
"""Mentions of a group, latest first, that an event is compared with."""


def grouped(events: Sequence[Event], tree: Tree, doubtful: Collection[str] = ()) -> tuple[Event, ...]:
    """The events with the number of their group: the id of its first event.

    Args:
        events: in text order.
        tree: of the document.
        doubtful: ids of events that are left out where no other mention of the same happening is sure.
    """
    groups: list[list[Event]] = []
    led: list[Event] = []
    for event in events:
        own = next((group for group in groups[: -MAX_GROUPS - 1 : -1] if _belongs(event, group, tree)), None)
        if own is None:
            own = []
            groups.append(own)
        own.append(event)
        led.append(replace(event, group=f"g{own[0].id}"))
    sure = {event.group for event in led if event.id not in doubtful}
    return tuple(event for event in led if event.group in sure)


def _belongs(event: Event, group: Sequence[Event], tree: Tree) -> bool:
    """Whether an event is of a group: like one of its members, and contradicting none; or told word for word again."""
    latest = group[-MAX_MENTIONS:]
    if any(_word_for_word(other, event, tree.text) for other in latest):
        return True
    return any(same_happening(other, event, tree) for other in latest) and all(
        compatible(other, event, tree) for other in latest
    )


def _word_for_word(first: Event, second: Event, text: str) -> bool:
    """Whether the same word of the same sentence tells both, as where pages print text twice."""
    (start, end), (again, end_again) = first.sentence.span, second.sentence.span
    if start == again or first.type != second.type or end - start != end_again - again:
        return False
    place, place_again = first.trigger_span[0] - start, second.trigger_span[0] - again
    return place == place_again and text[start:end] == text[again:end_again]
