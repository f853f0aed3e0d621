"""What a talk is about does not take part in it, nor whom an admission tells of."""

from dataclasses import replace

from service.enrich.events.grammar.markers import preposition
from service.enrich.events.parties.arguments import Arguments
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import CLAUSES_OF_VERBS
from service.enrich.words import word_set

_ABOUT = frozenset(("about", "on", "over", "regarding", "concerning"))
"""Prepositions of what is talked about."""

_DISCUSSING = word_set("discuss debate review consider address raise tackle")
"""Verbs whose object is what is talked about."""


def without_the_topic(tree: Tree, trigger: int, arguments: Arguments) -> Arguments:
    """Arguments without a recipient who is only talked about: "discussed Russia's invasion", "talks on Syria".

    For consultations alone: where somebody is accused or asked, it is about the recipient.
    """
    kept = [each for each in arguments.recipients if not _is_topic(tree, trigger, each[0].head)]
    return replace(arguments, recipients=kept)


_ADMITTING = word_set("admit acknowledge concede confess plead")


def without_the_admitted(tree: Tree, trigger: int, arguments: Arguments) -> Arguments:
    """Arguments without a recipient of whom an admission only tells: "admitted that the army had shelled Kolar".

    In 22 of 23 such labelled sentences nobody is a recipient.
    """
    if tree.lemmas[trigger] not in _ADMITTING:
        return arguments
    kept = [each for each in arguments.recipients if not _is_in_clause(tree, trigger, each[0].head)]
    return replace(arguments, recipients=kept)


def _is_in_clause(tree: Tree, trigger: int, word: int) -> bool:
    """Whether a word stands in a clause below a trigger."""
    while word not in (trigger, tree.heads[word]):
        if tree.heads[word] == trigger:
            return tree.relations[word].startswith(CLAUSES_OF_VERBS)
        word = tree.heads[word]
    return False


def _is_topic(tree: Tree, trigger: int, word: int) -> bool:
    """Whether the way from a word up to the trigger leads through what is talked about, and no "with" nearer to it."""
    while word not in (trigger, tree.heads[word]):
        marked = preposition(tree, word)
        if marked:
            return marked in _ABOUT
        if tree.heads[word] == trigger:
            return tree.lemmas[trigger] in _DISCUSSING and tree.relations[word] in ("obj", "ccomp")
        word = tree.heads[word]
    return False
