"""Who does what is told in the passive, by what stands beside it: whose raid it was, the country that expels."""

from service.enrich.events.grammar.frame import Frame
from service.enrich.events.grammar.markers import preposition
from service.enrich.events.grammar.phrases import Phrases
from service.enrich.events.grammar.verb_frames import RAIDS
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import OWNING
from service.enrich.words import word_set

_EXPELLING = word_set("expel deport evict expulsion deportation")
"""Words behind which "from" tells the country that does it."""

_MARKING = frozenset(("in", "by", "during"))
_RESULTS = frozenset(("result", "consequence"))
_OWNERS = frozenset(("NORP", "ORG"))
_STATES = frozenset(("us", "u.s.", "uk", "u.k."))
"""Names of states that stand before nouns like adjectives; other places there tell where it was."""


def add_agents_beside(tree: Tree, phrases: Phrases, trigger: int, frame: Frame) -> None:
    """Add agents to a frame that has none: "killed in a PKK attack", "expelled from Peru"."""
    if frame.agents:
        return
    found = _expelling(tree, phrases, trigger) if tree.lemmas[trigger] in _EXPELLING else []
    if frame.passive and not found:
        found = _raiding(tree, phrases, trigger)
    frame.agents += found
    frame.targets = [each for each in frame.targets if each not in found]


def _raiding(tree: Tree, phrases: Phrases, verb: int) -> list[int]:
    """Whose raids are those in which a verb's act was done."""
    beside = [each for each in tree.children[verb] if tree.relations[each] == "obl"]
    raids = [each for each in beside if preposition(tree, each) in _MARKING]
    # "as a result of"
    raids += [each for word in beside if tree.lemmas[word] in _RESULTS for each in tree.children[word]]
    before = [each for raid in raids if tree.lemmas[raid] in RAIDS for each in _before(tree, raid)]
    before += [each for word in before for each in _before(tree, word)]
    return [
        each
        for each in before
        if phrases.label(each) in _OWNERS or (phrases.label(each) == "LOC" and tree.lowers[each] in _STATES)
    ]


def _before(tree: Tree, noun: int) -> list[int]:
    """What stands before a noun and may own it."""
    return [child for child in tree.children[noun] if tree.relations[child] in OWNING]


def _expelling(tree: Tree, phrases: Phrases, trigger: int) -> list[int]:
    """The places from which somebody is expelled; trees give them to those who are, too."""
    below = [trigger, *(child for child in tree.children[trigger] if preposition(tree, child) == "of")]
    return [
        each
        for word in below
        for child in tree.children[word]
        if preposition(tree, child) == "from"
        for each in (child, *(other for other in tree.children[child] if tree.relations[other] == "conj"))
        if phrases.label(each) == "LOC"
    ]
