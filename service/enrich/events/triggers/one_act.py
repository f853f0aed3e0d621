"""Of several words that name one act together, the one that is its trigger: "held talks", "cyber attacks"."""

from collections.abc import Iterable

from service.enrich.events.grammar.side_by_side import tell_one_act
from service.enrich.events.triggers.trigger import Trigger
from service.enrich.tree import Tree
from service.enrich.words import word_set

_SAME_ACT = frozenset(
    ("obj", "compound", "compound:prt", "xcomp", "flat", "amod", "fixed", "nsubj:pass", "obl", "advcl", "conj", "nmod")
)
"""Relations between two words that may name one act together, such as "held" and "talks"."""


def without_doubles(tree: Tree, triggers: Iterable[Trigger]) -> list[Trigger]:
    """Of words of one type that name one act together, keep the most probable; who announces an act does none."""
    kept: list[Trigger] = []
    at: dict[int, list[Trigger]] = {}
    for trigger in sorted(triggers, key=lambda each: (tree.lemmas[each.token] in _ANNOUNCING, -each.chance)):
        near = range(trigger.token - _FURTHEST, trigger.token + _FURTHEST + 1)
        if not any(_one_act(tree, other, trigger) for token in near for other in at.get(token, ())):
            kept.append(trigger)
            at.setdefault(trigger.token, []).append(trigger)
    return sorted(kept, key=lambda each: each.token)


def _one_act(tree: Tree, first: Trigger, second: Trigger) -> bool:
    if first.type != second.type:
        return _is_compound(tree, first.token, second.token)
    earlier, later = sorted((first.token, second.token))
    if _is_warranted(tree, earlier, later) or tell_one_act(tree, earlier, later, first.type):
        return True
    if tree.heads[second.token] == first.token:
        relation = tree.relations[second.token]
    elif tree.heads[first.token] == second.token:
        relation = tree.relations[first.token]
    else:
        return False
    if relation == "ccomp":
        return tree.lemmas[min(first.token, second.token)] in _ANNOUNCING
    return relation in _SAME_ACT - {"conj"} or (relation == "conj" and abs(first.token - second.token) == 1)


def _is_compound(tree: Tree, first: int, second: int) -> bool:
    """Whether a word and the noun behind it are one name of an act: "cyber attacks", "ceasefire talks"."""
    first, second = sorted((first, second))
    return second == first + 1 and tree.heads[first] == second and tree.relations[first] in ("compound", "amod")


def _is_warranted(tree: Tree, warrant: int, arrest: int) -> bool:
    """Whether the second of two words is what a warrant is for: "a warrant for his arrest"."""
    between = tree.lowers[warrant + 1 : arrest]
    return tree.lemmas[warrant] == "warrant" and tree.lemmas[arrest] in _WARRANTED and between[:1] in (["for"], ["of"])


_WARRANTED = frozenset(("arrest", "detention"))

_ANNOUNCING = word_set("announce say declare state confirm")
"""Verbs that name no act beside the one that they announce."""

_FURTHEST = 6
"""Tokens between two words of one act."""
