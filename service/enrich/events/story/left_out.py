"""Who did what is told in the passive: named where the same happening is told again with the same word.

"A prosecutor has been shot dead" - "two men approached him and shot him". Other words may tell another act of other
people, and what is active or a noun without an actor mostly has one that was not found.
"""

from collections.abc import Sequence
from dataclasses import replace

from service.enrich.events.event import Event, Party
from service.enrich.events.story.likeness import Likeness, likeness
from service.enrich.tree import Tree

_MIN_SURE = 0.5
"""Of the actors that are taken over."""


def with_actors(events: Sequence[Event], tree: Tree) -> tuple[Event, ...]:
    """The events, those in the passive with the actors of the first mention that names them.

    Args:
        events: grouped, in text order.
        tree: of the document.
    """
    naming: dict[tuple[str | None, str], list[Event]] = {}
    for event in events:
        if not _leaves_out(event) and _is_told(event) and (event.confidence.actors or 0.0) >= _MIN_SURE:
            naming.setdefault((event.group, tree.lemmas[event.trigger]), []).append(event)
    return tuple(
        _completed(event, naming.get((event.group, tree.lemmas[event.trigger]), ()), tree)
        if naming and _leaves_out(event) and _is_passive(tree, event.trigger)
        else event
        for event in events
    )


def _completed(event: Event, others: Sequence[Event], tree: Tree) -> Event:
    other = next((each for each in others if _to_the_same(event.recipients, each.recipients, tree)), None)
    if other is None or other.confidence.actors is None:
        return event
    actors = tuple(replace(party, method="coreference") for party in other.actors)
    sure = replace(
        event.confidence,
        actors=other.confidence.actors,
        overall=event.confidence.overall * other.confidence.actors,
    )
    return replace(event, actors=actors, confidence=sure)


def _leaves_out(event: Event) -> bool:
    return all(party.mention_type == "implicit" for party in event.actors)


def _is_told(event: Event) -> bool:
    """Whether an event tells who did it by more than a pronoun of which nothing is known."""
    return all(party.mention_type != "pronoun" or party.entity_id or party.name for party in event.actors)


def _to_the_same(some: Sequence[Party], others: Sequence[Party], tree: Tree) -> bool:
    """Whether one undergoes both: the same, not only somebody told by the same noun."""
    return any(likeness(a, b, tree) == Likeness.SAME for a in some for b in others)


def _is_passive(tree: Tree, verb: int) -> bool:
    return any(tree.relations[child] in ("nsubj:pass", "aux:pass") for child in tree.children[verb])
