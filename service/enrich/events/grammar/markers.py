"""The words that mark what a phrase or clause is to the word above it: prepositions and subordinators."""

from service.enrich.tree import Tree
from service.enrich.words import word_set

TARGETS = word_set("against on upon with to at toward towards from over for into onto")
"""Prepositions of those to whom or with whom something is done."""

COUNTING = word_set("hundred thousand dozen score ten number series couple handful")
"""Nouns behind which stands what is meant: "hundreds of drones"."""


def preposition(tree: Tree, word: int) -> str:
    """The preposition before a phrase, by the phrase's head; "" where there is none."""
    for child in tree.children[word]:
        if tree.relations[child] == "case" and tree.parts[child] != "PART":
            return tree.lowers[child]
    return ""


def is_joined(tree: Tree, word: int) -> bool:
    """Whether a word stands beside the one above it: "Peru and Chile"; trees take "the state and the UN" for an aside.

    An aside does not begin with "and".
    """
    relation = tree.relations[word]
    if relation == "conj":
        return not is_told_instead(tree, word)
    return relation == "appos" and any(tree.relations[child] == "cc" for child in tree.children[word])


def is_told_instead(tree: Tree, word: int) -> bool:
    """Whether a word is told as what the one above it is not: Chile of "Peru, not Chile", "Peru rather than Chile"."""
    before = (child for child in tree.children[word] if child < word)
    return tree.relations[word] == "conj" and any(tree.lowers[child] in _INSTEAD for child in before)


_INSTEAD = frozenset(("not", "rather", "instead", "never"))


def subordinator(tree: Tree, verb: int) -> str:
    """The word that opens a clause, by the clause's verb; "" where there is none."""
    for child in tree.children[verb]:
        if tree.relations[child] == "mark":
            return tree.lowers[child]
    return ""


def is_named_act(tree: Tree, verb: int) -> bool:
    """Whether what the tree takes for a gerund is a noun: "the killing of"."""
    return tree.tags[verb] == "VBG" and any(tree.relations[child] == "det" for child in tree.children[verb])


def is_infinitive(tree: Tree, verb: int) -> bool:
    """Whether a verb stands behind "to"."""
    return subordinator(tree, verb) == "to"
