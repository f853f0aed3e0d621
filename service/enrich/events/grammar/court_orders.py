"""What a court orders to be done to somebody, which is its own act: "a judge ordered his detention"."""

from service.enrich.events.grammar.voice import is_passive
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import NOMINAL_SUBJECTS
from service.enrich.words import word_set

_COURTS = word_set("court judge magistrate tribunal justice jury prosecutor prosecution")

_HOLDING = word_set("detention arrest custody remand confinement")
_HELD = word_set("detain hold arrest remand confine")
"""Nouns and verbs for what is done before a sentence: to jail somebody is one."""

_TIMES = word_set("day week month year term")
"""Nouns that tell how long: "nine months of detention"."""

_BELOW = frozenset(("obj", "xcomp", "ccomp"))
"""Relations of what is ordered; trees take "the arrest of" for a clause, too."""


def ordering_court(tree: Tree, act: int) -> int | None:
    """The court that orders what a word for holding somebody names; None for other words, and other orders."""
    if tree.lemmas[act] not in (_HOLDING if tree.parts[act] == "NOUN" else _HELD):
        return None
    if tree.relations[act] == "nmod" and tree.lemmas[tree.heads[act]] in _TIMES:
        act = tree.heads[act]
    verb = tree.heads[act]
    if tree.relations[act] not in _BELOW or tree.lemmas[verb] != "order" or is_passive(tree, verb):
        return None
    subjects = (child for child in tree.children[verb] if tree.relations[child] in NOMINAL_SUBJECTS)
    return next((each for each in subjects if tree.lemmas[each].lower() in _COURTS), None)


def orders_to_hold(tree: Tree, verb: int) -> bool:
    """Whether a verb only tells that a court orders what a word below it names."""
    below = [child for child in tree.children[verb] if tree.relations[child] in _BELOW]
    below += [each for child in below if tree.lemmas[child] in _TIMES for each in tree.children[child]]
    return any(ordering_court(tree, each) is not None for each in below)
