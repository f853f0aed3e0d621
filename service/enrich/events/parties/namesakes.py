"""Whom a protest is about, and is called after, does not protest: "joined a Ruiz protest", "the Ruiz protests"."""

from dataclasses import replace

from service.enrich.events.grammar.phrases import Phrase, Phrases
from service.enrich.events.parties.arguments import Arguments
from service.enrich.tree import Tree

_ARTICLES = frozenset(("a", "an", "the", "another", "these", "those", "this", "that"))


def without_namesakes(tree: Tree, phrases: Phrases, trigger: int, arguments: Arguments) -> Arguments:
    """Arguments of a protest without a person whose name stands between an article and the word for it.

    A people's or a group's name there tells who protests: "the Kurdish protests".
    """
    kept = [each for each in arguments.actors if not _is_namesake(tree, phrases, trigger, each[0])]
    return replace(arguments, actors=kept)


def _is_namesake(tree: Tree, phrases: Phrases, trigger: int, phrase: Phrase) -> bool:
    first = trigger
    while first > 0 and phrases.label(first - 1) == "PERSON":
        first -= 1
    before = tree.lowers[first - 1 : first] if first else []
    return first <= phrase.head < trigger and before != [] and before[0] in _ARTICLES
