"""Whose the things are that undergo an act: "goods" of "restrictions against German goods" are Germany's."""

from collections.abc import Iterable

from service.enrich.events.grammar.markers import preposition
from service.enrich.events.grammar.phrases import Phrases
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import OWNING, PREPOSITIONAL

NAMED = frozenset(("PERSON", "ORG", "NORP", "LOC"))
"""Labels of names that may stand for a party."""

_BEHIND = frozenset(("of", "with", "to", "against", "from", "for", "towards", "between"))
"""Prepositions of an owner, or of whom a thing is about; "in" and "near" only tell where it is."""

_DEEPEST = 3
"""Nouns between a thing and its owner: "assistance to the war against Iraq"."""


def owners_below(tree: Tree, phrases: Phrases, things: Iterable[int], depth: int = 0) -> list[int]:
    """Heads of the names that own what undergoes an act.

    Args:
        things: heads of the phrases for it.
    """
    found: list[int] = []
    for thing in things:
        for child in tree.children[thing]:
            relation = tree.relations[child]
            behind = relation in PREPOSITIONAL and preposition(tree, child) in _BEHIND
            if not (behind or relation in OWNING):
                continue
            if phrases.label(child) in NAMED:
                beside = (each for each in tree.children[child] if tree.relations[each] == "conj")
                found += [child, *(each for each in beside if phrases.label(each) in NAMED)]
            elif depth < _DEEPEST:
                found += owners_below(tree, phrases, (child,), depth + 1)
    return found
