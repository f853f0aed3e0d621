"""What a talk is about does not take part in it, nor whom an admission tells of."""

from service.enrich.events.grammar.markers import preposition
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import CLAUSES_OF_VERBS
from service.enrich.words import word_set

_ABOUT = frozenset(("about", "on", "over", "regarding", "concerning"))
"""Prepositions of what is talked about."""

_DISCUSSING = word_set("discuss debate review consider address raise tackle")
"""Verbs whose object is what is talked about."""


def is_topic(tree: Tree, trigger: int, word: int) -> bool:
    """Whether somebody is only talked about: "discussed Russia's invasion", "talks on Syria".

    The way up to the trigger leads through what is talked about, and no "with" is nearer. For consultations alone:
    where somebody is accused or asked, it is about the recipient.
    """
    while word not in (trigger, tree.heads[word]):
        marked = preposition(tree, word)
        if marked:
            return marked in _ABOUT
        if tree.heads[word] == trigger:
            return tree.lemmas[trigger] in _DISCUSSING and tree.relations[word] in ("obj", "ccomp")
        word = tree.heads[word]
    return False


_ADMITTING = word_set("admit acknowledge concede confess plead")


def is_admitted(tree: Tree, trigger: int, word: int) -> bool:
    """Whether an admission only tells of somebody, in a clause below it: "admitted that the army had shelled Kolar".

    In 22 of 23 such labelled sentences nobody is a recipient.
    """
    if tree.lemmas[trigger] not in _ADMITTING:
        return False
    while word not in (trigger, tree.heads[word]):
        if tree.heads[word] == trigger:
            return tree.relations[word].startswith(CLAUSES_OF_VERBS)
        word = tree.heads[word]
    return False
