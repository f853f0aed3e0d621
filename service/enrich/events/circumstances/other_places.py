"""Places that a sentence tells beside its act, and where the act did not happen."""

from collections.abc import Sequence

from service.enrich.events.event import Party
from service.enrich.events.grammar.markers import preposition
from service.enrich.tree import Tree
from service.enrich.words import word_set

_LIVES = word_set("live reside dwell bear hail")
"""Verbs that tell where somebody lives or comes from."""

_MAX_ABOVE = 3
"""Words between a place and such a verb: "lives at a farm in the hills"."""

_TOWARDS = "at"


def is_residence(tree: Tree, word: int) -> bool:
    """Whether the head of a place tells where somebody lives: "arrested Ana Ruiz, who lives in Port"."""
    for _ in range(_MAX_ABOVE):
        if tree.relations[word] not in ("obl", "nmod"):
            return False
        word = tree.heads[word]
        if tree.lemmas[word] in _LIVES and tree.relations[word].startswith("acl"):
            return True
    return False


def is_target(tree: Tree, word: int, recipients: Sequence[Party]) -> bool:
    """Whether the head of a place is whom something is aimed at: "lashed out at Peru"."""
    return preposition(tree, word) == _TOWARDS and any(party.head == word for party in recipients)
