"""What a host does beside receiving a guest is the host's act: "received the envoy and thanked the council".

The guest is the actor of the visit alone; readings that have learned so take the guest along.
"""

from collections.abc import Sequence

from service.enrich.events.grammar.frames import HOSTING
from service.enrich.events.grammar.phrases import Phrase, Scored
from service.enrich.events.grammar.voice import is_passive
from service.enrich.tree import Tree

_SURE = 0.75
"""How sure it is that the host does what the tree tells of him."""

_HIGHEST = 2
"""Words from a trigger to the verb that stands beside the hosting: "and expressed his gratitude"."""


def without_guests(tree: Tree, parties: Sequence[Phrase], trigger: int, actors: list[Scored]) -> list[Scored]:
    """The actors of a trigger without whom the subject of the verb beside it receives; the host where none is left."""
    hosting = _hosting_beside(tree, trigger)
    if hosting is None:
        return actors
    hosts = {child for child in tree.children[hosting] if tree.relations[child] == "nsubj"}
    guests = {*tree.children[hosting]} - hosts
    kept = [each for each in actors if each[0].head not in guests]
    if kept or not actors:
        return kept
    return [(phrase, _SURE) for phrase in parties if phrase.head in hosts] or actors


def _hosting_beside(tree: Tree, trigger: int) -> int | None:
    """The verb for receiving somebody that shares its subject with the verb of a trigger."""
    word = trigger
    for _ in range(_HIGHEST):
        above = tree.heads[word]
        if tree.relations[word] == "conj":
            told = any(tree.relations[child].startswith("nsubj") for child in tree.children[word])
            hosts = tree.lemmas[above] in HOSTING and not is_passive(tree, above)
            return above if hosts and not told else None
        if tree.relations[word] not in ("obj", "ccomp", "xcomp"):
            return None
        word = above
    return None
