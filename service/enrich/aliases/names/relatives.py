"""Names of whom it is told whose relatives they are: "her husband, former mayor Adam Holm"."""

from service.enrich.tree import Tree
from service.enrich.words import word_set

_KIN = word_set(
    """
    son daughter father mother wife husband brother sister uncle aunt nephew niece cousin grandmother grandfather
    grandson granddaughter widow widower
    """
)
_OWNERS = frozenset(("his", "her", "their", "whose", "'s", "’s"))
_FARTHEST = 6
"""Tokens before a name in which the noun stands."""

_ENDING = frozenset(("VERB", "AUX", "ADP", "PRON", "CCONJ", "SCONJ"))
"""Parts of speech of what does not stand between them."""


def is_relative(tree: Tree, first: int) -> bool:
    """Whether a noun for a relative stands before the name that begins at a token, with whose relative that is."""
    for at in range(first - 1, max(0, first - _FARTHEST), -1):
        if tree.lowers[at] in _KIN:
            owners = tree.lowers[max(0, at - 2) : at]
            return tree.lowers[at] == "widow" or not _OWNERS.isdisjoint(owners)
        if tree.parts[at] in _ENDING or tree.texts[at] in (".", ";", '"', "”"):
            return False
    return False
