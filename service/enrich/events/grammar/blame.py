"""On whom an act is blamed, and who claims it: "an attack blamed on rebels", "claimed by rebels"."""

from service.enrich.events.grammar.markers import preposition
from service.enrich.tree import Tree

_BLAMING = {
    "blame": frozenset(("on", "upon")),
    "pin": frozenset(("on", "upon")),
    "attribute": frozenset(("to",)),
    "ascribe": frozenset(("to",)),
    "claim": frozenset(("by",)),
}
"""Verbs whose object or passive subject is an act -> the prepositions of who is said to have done it."""

_ABOVE = frozenset(("obj", "nsubj:pass", "nsubj", "ccomp"))
"""Relations of an act to such a verb; trees take "blamed" of "an attack blamed on rebels killed ten" for the root, and
"bombing" of "blamed the bombing on rebels" for a clause."""


def blamed(tree: Tree, verb: int) -> int | None:
    """The head of the phrase for who did it, behind a verb of blaming and what stands below it."""
    marking = _BLAMING.get(tree.lemmas[verb])
    if marking is None:
        return None
    below = (verb, *(child for child in tree.children[verb] if tree.relations[child] in _ABOVE))
    behind = (each for word in below for each in tree.children[word] if each > verb)
    return max((each for each in behind if preposition(tree, each) in marking), default=None)


def doer_of(tree: Tree, act: int) -> int | None:
    """Who is said to have done what a noun names, by a verb of blaming above or below it, or right behind it."""
    verbs = [child for child in tree.children[act] if tree.relations[child].startswith("acl")]
    if tree.relations[act] in _ABOVE and tree.heads[act] != act:
        verbs.append(tree.heads[act])
    doer = next((doer for verb in verbs if (doer := blamed(tree, verb)) not in (None, act)), None)
    return _right_behind(tree, act + 1) if doer is None else doer


def _right_behind(tree: Tree, verb: int) -> int | None:
    """The same where the tree takes the participle behind a noun for a preposition: "in an attack blamed on rebels"."""
    first = verb + 2
    if first >= len(tree.texts) or tree.lowers[verb + 1] not in _BLAMING.get(tree.lemmas[verb], ()):
        return None
    end = first
    while end < len(tree.texts) and tree.parts[end] in _IN_A_PHRASE:
        end += 1
    return tree.top(first, end) if end > first else None


_IN_A_PHRASE = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM"))
