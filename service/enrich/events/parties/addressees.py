"""Who hears a complaint is not accused by it, and whom dismissed claims were against is not refused anything."""

from service.enrich.events.grammar.markers import preposition
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import LOGICAL_OBJECTS
from service.enrich.words import word_set

_COMPLAINING = frozenset(("complain", "complaint"))
_RECEIVING = word_set("receive get hear handle review")
_TO = frozenset(("to", "with"))

_CLAIMS = word_set("claim charge count allegation accusation lawsuit suit case complaint petition appeal motion")


def hears_it(tree: Tree, trigger: int, word: int) -> bool:
    """Whether somebody only receives a complaint: "complained to the mayor", "police received a complaint"."""
    if tree.lemmas[trigger] not in _COMPLAINING:
        return False
    above = tree.heads[trigger]
    if tree.heads[word] == trigger or (tree.heads[word] == above and tree.relations[word] == "obl"):
        return preposition(tree, word) in _TO
    receives = tree.relations[trigger] == "obj" and tree.lemmas[above] in _RECEIVING
    return receives and tree.heads[word] == above and tree.relations[word] == "nsubj"


def is_cleared(tree: Tree, trigger: int, word: int) -> bool:
    """Whether claims against somebody are rejected: "dismissed all claims against the firm"."""
    claim = tree.heads[word]
    return (
        preposition(tree, word) == "against"
        and tree.heads[claim] == trigger
        and tree.relations[claim] in LOGICAL_OBJECTS
        and tree.lemmas[claim] in _CLAIMS
    )
