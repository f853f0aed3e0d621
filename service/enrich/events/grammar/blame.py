"""On whom an act is blamed, and who claims it: "an attack blamed on rebels", "claimed by rebels"."""

from service.enrich.events.circumstances.modality import is_negated
from service.enrich.events.grammar.markers import preposition
from service.enrich.events.grammar.phrases import end_of_plain_phrase
from service.enrich.events.grammar.subjects import Subjects
from service.enrich.events.grammar.voice import is_passive
from service.enrich.tree import Tree
from service.enrich.words import word_set

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
    """The head of the phrase for who did it, behind a verb of blaming and what stands below it.

    None where the preposition stands once more behind that: "blamed the raid on a camp on rebels" is hung anywhere.
    """
    marking = _BLAMING.get(tree.lemmas[verb])
    if marking is None:
        return None
    below = (verb, *(child for child in tree.children[verb] if tree.relations[child] in _ABOVE))
    behind = (each for word in below for each in tree.children[word] if each > verb)
    found = max((each for each in behind if preposition(tree, each) in marking), default=None)
    if found is None or not marking.isdisjoint(tree.lowers[found + 1 : tree.last[verb] + 1]):
        return None
    return found


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
    end = end_of_plain_phrase(tree, first)
    return tree.top(first, end) if end > first else None


def claimant(tree: Tree, subjects: Subjects, noun: int) -> int | None:
    """Who claims to have done what a noun names: "claimed responsibility for the attack"."""
    above = tree.heads[noun]
    if preposition(tree, noun) != "for":
        return None
    claimed = above if tree.lemmas[above] in _CLAIMED else None
    verb = tree.heads[above] if claimed is not None else above
    objects = [child for child in tree.children[verb] if tree.relations[child] == "obj"]
    told = claimed in objects if claimed is not None else any(tree.lemmas[each] in _CLAIMED for each in objects)
    if not told or tree.lemmas[verb] not in _CLAIMING or is_passive(tree, verb) or is_negated(tree, verb):
        return None
    return subjects.of(verb)


_CLAIMED = frozenset(("responsibility", "credit"))
_CLAIMING = word_set("claim admit accept take acknowledge assume")
