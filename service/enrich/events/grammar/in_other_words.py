"""Whether a participle tells in other words what stands before it: "took aim at Ruiz, accusing him of fraud".

Of thirteen such pairs in labelled sentences twelve are told once.
"""

from service.enrich.events.grammar.phrases import end_of_plain_phrase
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import NOMINAL_SUBJECTS, VERBS

_TYPES = frozenset(("ACCUSE", "REQUEST", "THREATEN", "PROTEST"))
"""Types of which such pairs are labelled or were read; who eases a ban, lifting another one, may do two things."""

_PARTICIPLES = frozenset(("advcl", "acl", "xcomp"))
_NEAR = frozenset(("obj", "obl", "nmod"))
_MARKS = frozenset(("mark", "case", "cc"))
_TOWARDS = _NEAR | {"iobj"}


def tells_in_other_words(tree: Tree, first: int, second: int, event_type: str) -> bool:
    """Whether the second of two words of a type, both triggers, is a participle that only says more of the first.

    Without a subject, and without a word that tells when or why: "left after accusing him" is another act. So is what
    is said to somebody else by name: "blamed Peru, urging Chile to act".
    """
    if event_type not in _TYPES or tree.tags[second] != "VBG" or tree.relations[second] not in _PARTICIPLES:
        return False
    if any(tree.relations[child] in NOMINAL_SUBJECTS | _MARKS for child in tree.children[second]):
        return False
    verb = tree.heads[first] if tree.relations[first] in _NEAR and tree.parts[tree.heads[first]] in VERBS else first
    above = tree.heads[second]
    if above not in (first, verb) and not (tree.heads[above] in (first, verb) and tree.relations[above] in _TOWARDS):
        return False
    names, others = _named(tree, {first, verb}), _named_right_behind(tree, second)
    return not names or not others or not names.isdisjoint(others)


def _named(tree: Tree, words: set[int]) -> set[str]:
    """The names that stand below words as those to whom something is said, and nations: "the Syrian government"."""
    below = [child for word in words for child in tree.children[word] if tree.relations[child] in _TOWARDS]
    below += [child for word in below for child in tree.children[word] if tree.relations[child] in _NEAR]
    return {tree.lowers[each] for word in below for each in (word, *tree.children[word]) if _is_name(tree, each)}


def _named_right_behind(tree: Tree, verb: int) -> set[str]:
    """The names in what follows a verb at once, whatever the tree calls it: "calling President Ruiz a liar"."""
    behind = range(verb + 1, end_of_plain_phrase(tree, verb + 1))
    return {tree.lowers[each] for each in behind if _is_name(tree, each)}


def _is_name(tree: Tree, word: int) -> bool:
    return tree.parts[word] == "PROPN" or (tree.parts[word] == "ADJ" and tree.texts[word][:1].isupper())
