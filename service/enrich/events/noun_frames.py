"""The frame of a noun: "X's attack on Y", "talks between X and Y", "a series of raids", "carried out an attack"."""

from service.enrich.events.frame import Frame
from service.enrich.events.light_verbs import read_light_verb
from service.enrich.events.markers import TARGETS, preposition
from service.enrich.events.subjects import Subjects
from service.enrich.tree import Tree
from service.enrich.words import word_set

_PATIENT_POSSESSED = word_set(
    """
    arrest detention imprisonment expulsion deportation suspension conviction sentence dismissal assassination murder
    killing abduction kidnapping release execution death prosecution trial removal ouster impeachment indictment custody
    extradition
    """
)
"""Nouns whose possessor undergoes the act."""

_ROUNDS = word_set("round series wave spate string day number act campaign")
"""Nouns that only count the act named below them."""

_DEEPEST = 2
"""Nouns above a noun that are read with it."""


class NounFrames:
    """Reads the frames of nouns from the tree of a document."""

    def __init__(self, tree: Tree, subjects: Subjects) -> None:
        self._tree, self._subjects = tree, subjects

    def read(self, noun: int, frame: Frame, depth: int = 0) -> None:
        """Add to a frame what stands around a noun, and what the words above it say."""
        tree = self._tree
        undergoes = tree.lemmas[noun] in _PATIENT_POSSESSED
        for child in tree.children[noun]:
            relation = tree.relations[child]
            if relation == "nmod:poss":
                (frame.patients if undergoes else frame.agents).append(child)
            elif relation in ("compound", "amod") and self._is_name(child):
                frame.agents.append(child)
            elif relation in ("nmod", "obl", "nmod:agent", "obl:agent"):
                self._complement(child, frame)
        above, relation = tree.heads[noun], tree.relations[noun]
        if above == noun or depth > _DEEPEST:
            return
        if relation == "conj" and not frame.agents:
            self.read(above, frame, depth + 1)
        elif tree.parts[above] == "VERB" and relation in ("obj", "nsubj:pass", "obl", "nsubj"):
            read_light_verb(tree, self._subjects, noun, above, frame)
        elif relation in ("nmod", "compound") and tree.lemmas[above] in _ROUNDS:
            self.read(above, frame, depth + 1)

    def _complement(self, child: int, frame: Frame) -> None:
        marker = preposition(self._tree, child)
        if marker == "by":
            frame.agents.append(child)
        elif marker in ("between", "among", "amongst"):
            frame.agents.append(child)
            frame.reciprocal = True
        elif marker == "of":
            frame.patients.append(child)
        elif marker in TARGETS:
            frame.targets.append(child)

    def _is_name(self, token: int) -> bool:
        tree = self._tree
        return tree.parts[token] == "PROPN" or (tree.parts[token] == "ADJ" and tree.texts[token][:1].isupper())
