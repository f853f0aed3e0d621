"""The words below a trigger that tell of its own happening, and not of what led to it or went on beside it."""

from collections.abc import Callable

from service.enrich.events.grammar.markers import preposition, subordinator
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import NOMINAL_SUBJECTS

_BESIDE = frozenset(("conj", "advcl", "parataxis"))

_EARLIER = frozenset(("after", "before", "since", "following", "despite", "amid"))
"""What opens the telling of something else: "detained them after a riot"."""


def own_words(tree: Tree, trigger: int, is_foreign: Callable[[Tree, int], bool]) -> list[int]:
    """The trigger and the words below it, ascending, but for those that others tell something else with.

    Args:
        is_foreign: whether a word, with all below it, tells something else.
    """
    found, open_words = [trigger], [trigger]
    while open_words:
        below = [child for child in tree.children[open_words.pop()] if not is_foreign(tree, child)]
        found += below
        open_words += below
    return sorted(found)


def is_of_another_happening(tree: Tree, word: int) -> bool:
    """Whether a clause is told beside that above it, or a phrase as what came before."""
    return is_told_beside(tree, word) or preposition(tree, word) in _EARLIER or subordinator(tree, word) in _EARLIER


def is_told_beside(tree: Tree, word: int) -> bool:
    """Whether a clause is coordinated with that above it and has a subject of its own."""
    relation = tree.relations[word]
    if relation not in _BESIDE or not _has(tree, word, NOMINAL_SUBJECTS):
        return False
    return relation == "conj" or _has(tree, word, _AND)


_AND = frozenset(("cc",))


def _has(tree: Tree, word: int, relations: frozenset[str]) -> bool:
    return any(tree.relations[child] in relations for child in tree.children[word])
