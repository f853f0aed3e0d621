"""What is told of an act beside who does it to whom: what is demanded, promised, denied."""

from service.enrich.events.event import Event
from service.enrich.tree import Tree

_TELLING = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM"))
"""Parts of speech of words that tell something."""

LEAST_SHARED = 0.25
"""Of the words of who tells less: so many tell the same matter."""


def shared_matter(first: Event, second: Event, tree: Tree) -> float | None:
    """The share of what both acts are about, of the one that tells less; None where either tells nothing."""
    some, others = _matter(first, tree), _matter(second, tree)
    return len(some & others) / min(len(some), len(others)) if some and others else None


def _matter(event: Event, tree: Tree) -> frozenset[str]:
    """Lemmas of the words below a trigger that tell something, but for its parties."""
    trigger = event.trigger
    words = set(range(tree.first[trigger], tree.last[trigger] + 1)) - {trigger}
    for party in (*event.actors, *event.recipients):
        words -= set(range(*tree.covering(*party.span)))
    return frozenset(tree.lemmas[word] for word in words if tree.parts[word] in _TELLING)
