"""Who does a trigger's act and to whom, as the tree tells it.

Universal Dependencies relations; a verb's are read by ``verb_frames``, a noun's by ``noun_frames``.
"""

from service.enrich.events.grammar.fire import fired_at
from service.enrich.events.grammar.frame import Frame
from service.enrich.events.grammar.light_verbs import LIGHT, on_strike
from service.enrich.events.grammar.markers import is_joined, is_named_act
from service.enrich.events.grammar.noun_frames import NounFrames
from service.enrich.events.grammar.subjects import Subjects
from service.enrich.events.grammar.verb_frames import VerbFrames
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import VERBS
from service.enrich.words import word_set

HOSTING = frozenset(("receive", "host"))
"""Verbs whose subject is visited: PLOVER counts the visitor as the actor, also when "received"."""

_MUTUAL = word_set(
    """
    meet talk negotiate clash fight agree discuss sign cooperate consult battle trade exchange spar skirmish confer
    meeting talks negotiation clash agreement deal summit dialogue fighting talk treaty pact accord truce ceasefire
    consultation conversation discussion exercise maneuver manoeuvre game drill battle fight consensus
    """
)
"""Words for what two sides do to each other."""


_EACH_OTHER = frozenset((("each", "other"), ("one", "another")))
"""Objects of what several do to each other, whatever they do."""


class Frames:
    """Reads frames from the tree of a document.

    Attributes:
        subjects: of its verbs.
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.subjects = Subjects(tree, self._owner)
        self._verbs = VerbFrames(tree, self.subjects)
        self._nouns = NounFrames(tree, self.subjects)

    def of(self, trigger: int) -> Frame:
        """The frame of a trigger."""
        frame = Frame()
        verb = self._tree.parts[trigger] in VERBS and not is_named_act(self._tree, trigger)
        if verb or self.subjects.own(trigger) is not None:
            self._verbs.read(trigger, frame)
        else:
            self._nouns.read(trigger, frame)
        strikers = on_strike(self._tree, self.subjects, trigger)
        if strikers is not None:
            frame.agents = [strikers]
        frame.struck += fired_at(self._tree, trigger)
        frame.agents += frame.culprits
        for side in (frame.agents, frame.patients, frame.targets, frame.culprits, frame.struck):
            side[:] = self._with_conjuncts(side, trigger)
        frame.reciprocal |= self._mutual(trigger, frame)
        if self._tree.lemmas[trigger] in HOSTING:
            frame.agents, frame.patients = frame.patients, frame.agents
        return frame

    def _owner(self, noun: int) -> int | None:
        """Whose act an infinitive below a noun is: "Russia's plan to acquire", "made an attempt to seize"."""
        frame = Frame()
        self._nouns.read(noun, frame)
        return frame.agents[0] if frame.agents else None

    def _with_conjuncts(self, heads: list[int], trigger: int) -> list[int]:
        tree = self._tree
        found: list[int] = []
        for head in heads:
            for each in (head, *(c for c in tree.children[head] if is_joined(tree, c))):
                if each not in found and each != trigger:
                    found.append(each)
        return found

    def _mutual(self, trigger: int, frame: Frame) -> bool:
        """Words for meeting, fighting or agreeing: "X and Y met", "resumed talks", "sued each other"."""
        tree = self._tree
        if frame.passive:
            return False
        if tree.lemmas[trigger] in _MUTUAL:
            return True
        objects = [child for child in tree.children[trigger] if tree.relations[child] == "obj"]
        if any((tree.lowers[thing], *tree.lowers[thing + 1 : thing + 2]) in _EACH_OTHER for thing in objects):
            return True
        return tree.lemmas[trigger] in LIGHT and any(tree.lemmas[thing] in _MUTUAL for thing in objects)
