"""Whether two verbs side by side tell one act: "shot and killed" do, "kidnapped and killed" do not."""

from service.enrich.events.grammar.light_verbs import LIGHT
from service.enrich.events.grammar.voice import is_passive
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import PAST_FORMS, VERBS
from service.enrich.words import word_set

_WORDS = frozenset(("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST"))
"""Types of acts that are told twice over where two verbs for them stand side by side. Deeds follow each other, and are
two unless one verb tells how and the other what came of it."""

_STEPS = word_set("charge indict prosecute investigate probe sue try visit sign ratify")
"""Steps of their own, whatever is told beside them: "investigated and charged", "visited and met"."""

_HARMING = word_set(
    "attack ambush shoot stab beat bomb shell target strike hit raid gun lynch hack storm assault abuse maul kick punch"
)
_HARMED = word_set("kill wound injure hurt murder assassinate destroy damage")
_STORMING, _TAKEN = word_set("storm attack overrun raid invade assault"), word_set("seize capture take occupy overrun")
_HOLDING = word_set("arrest detain apprehend nab hold jail imprison incarcerate remand custody round")
_FINDING, _PUNISHING = frozenset(("convict", "find")), word_set("sentence jail imprison fine")
_JUDGING = _FINDING | _PUNISHING

_ONE = (
    ("ASSAULT", _HARMING, _HARMED),
    ("ASSAULT", _HARMING, _HARMING),
    ("ASSAULT", _HARMED, _HARMED),
    ("ASSAULT", _STORMING, _TAKEN),
    ("COERCE", _HARMING, _HARMED),
    ("COERCE", _HOLDING, _HOLDING),
    ("SANCTION", _JUDGING, _JUDGING),
)
"""Types of deeds -> lemmas of the two verbs, in this order, that tell one of them."""

_BELOW = frozenset(("obj", "obl", "compound:prt"))
"""Relations to a verb that says little of what names the act: "taken into custody"."""

_BETWEEN = frozenset(("and", "or", "then", ",", "also", "guilty"))


def tell_one_act(tree: Tree, first: int, second: int, event_type: str) -> bool:
    """Whether the words at two tokens, the first before the second, both triggers of a type, tell one act.

    They are verbs side by side, or the second hangs on such a verb that says little: "met and held talks".
    """
    verb = second
    if tree.relations[second] in _BELOW and tree.lemmas[tree.heads[second]] in LIGHT:
        verb = tree.heads[second]
    joined = tree.heads[verb] == first or (tree.relations[first] == "conj" and tree.heads[first] == tree.heads[verb])
    if tree.relations[verb] != "conj" or not joined or tree.parts[first] not in VERBS:
        return False
    if event_type == "SANCTION" and _are_of_one_trial(tree, first, verb):
        return True
    if not all(tree.lowers[token] in _BETWEEN for token in range(first + 1, verb)) or not _are_alike(tree, first, verb):
        return False
    if event_type in _WORDS:
        return _STEPS.isdisjoint((tree.lemmas[first], tree.lemmas[second]))
    return event_type in _deeds_of(tree, first, second)


def tell_one_deed(tree: Tree, first: int, second: int) -> bool:
    """Whether two verbs tell one deed of any type: how it is done and what comes of it, or the same in other words."""
    return bool(_deeds_of(tree, first, second))


def _deeds_of(tree: Tree, first: int, second: int) -> list[str]:
    one, other = tree.lemmas[first], tree.lemmas[second]
    return [kind for kind, means, ends in _ONE if one in means and other in ends]


def _are_of_one_trial(tree: Tree, first: int, second: int) -> bool:
    """Whether a court's verdict and sentence stand apart: "convicted Ruiz of fraud and sentenced him to a year"."""
    own = [child for child in tree.children[second] if tree.relations[child] in ("nsubj", "nsubj:pass", "obj")]
    others = any(tree.parts[each] != "PRON" and tree.lowers[tree.first[each]] != "the" for each in own)
    return tree.lemmas[first] in _FINDING and tree.lemmas[second] in _PUNISHING and not others


def is_less_of_a_trial(tree: Tree, word: int) -> bool:
    """Whether a court's word is not the one that labellers take: "found" guilty, "sentenced" behind "convicted"."""
    after = tree.relations[word] == "conj" and tree.lemmas[tree.heads[word]] == "convict"
    return tree.lemmas[word] == "find" or (after and tree.lemmas[word] in _PUNISHING)


def _are_alike(tree: Tree, first: int, second: int) -> bool:
    """Whether two verbs are of one form and voice: not "were killed and destroying", nor "was shot and killed two"."""
    tags = {tree.tags[first], tree.tags[second]}
    has_object = any(tree.relations[child] == "obj" for child in tree.children[second])
    return (len(tags) == 1 or tags == PAST_FORMS) and not (has_object and is_passive(tree, first))
