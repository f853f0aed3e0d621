"""At whom shots and gas are fired: "opened fire at a patrol", "fired tear gas to disperse students"."""

from service.enrich.days import MONTHS, WEEKDAYS
from service.enrich.events.grammar.markers import preposition
from service.enrich.tree import Tree
from service.enrich.words import word_set

_FIRING = word_set("open fire shoot use hurl lob return")
_FIRED = word_set("fire shot teargas gas bullet cannon ammunition round gunfire grenade")
"""What is fired, by the noun."""

_AT = frozenset(("at", "on", "upon", "against", "toward", "towards"))
_DISPERSING = frozenset(("disperse", "scatter"))

_DAYS = WEEKDAYS | MONTHS

_FURTHEST = 3
"""Tokens from a verb of firing to what is fired."""


def fired_at(tree: Tree, verb: int) -> list[int]:
    """The heads of those at whom is fired, by the verb; none for other verbs."""
    if tree.lemmas[verb] not in _FIRING or tree.parts[verb] != "VERB":
        return []
    near = range(verb + 1, min(verb + 1 + _FURTHEST, len(tree.texts)))
    fired = next((token for token in near if tree.lemmas[token] in _FIRED), None)
    if fired is None:
        return []
    below = (*tree.children[verb], *tree.children[fired])
    struck = [each for each in below if each > fired and preposition(tree, each) in _AT and _is_somebody(tree, each)]
    return struck[:1] or _dispersed(tree, verb)


def _dispersed(tree: Tree, verb: int) -> list[int]:
    """Who is to be dispersed by what is fired; taggers take the bare verb for a preposition, too."""
    for child in tree.children[verb]:
        if tree.lemmas[child] in _DISPERSING:
            return [each for each in tree.children[child] if tree.relations[each] == "obj"][:1]
        if child > verb and any(tree.lowers[each] in _DISPERSING for each in tree.children[child]):
            return [child]
    return []


def _is_somebody(tree: Tree, word: int) -> bool:
    """Whether a phrase is no day: "on Monday"."""
    told = tree.parts[word] in ("NOUN", "PROPN") and tree.relations[word] in ("obl", "nmod", "obj")
    return told and tree.lowers[word] not in _DAYS
