"""The frame of a noun: "X's attack on Y", "talks between X and Y", "a series of raids", "carried out an attack"."""

from service.enrich.events.grammar.constructions import fought, making_of
from service.enrich.events.grammar.court_orders import ordering_court
from service.enrich.events.grammar.frame import Frame
from service.enrich.events.grammar.light_verbs import culprit, read_light_verb
from service.enrich.events.grammar.markers import TARGETS, preposition
from service.enrich.events.grammar.subjects import Subjects
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

_AWAY = word_set(
    """
    release exit expulsion withdrawal pullout seizure removal escape evacuation deportation march trip flight journey
    return departure transfer theft ban suspension secession separation
    """
)
"""Nouns behind which "from" tells where somebody or something was before, and not who acts."""

_GOING = word_set("withdrawal pullout departure exit retreat resignation visit arrival return defection surrender")
"""Nouns for what those behind "of" do themselves, where nobody else is told: "the withdrawal of troops"."""

_FURTHEST = 3
"""Words from a noun up to the verb whose subject a pronoun before the noun stands for."""

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
                if tree.parts[child] == "PRON" and not undergoes and (subject := self._subject_above(noun)) is not None:
                    frame.agents.append(subject)
            elif relation in ("compound", "amod") and self._is_name(child):
                frame.agents.append(child)
            elif relation in ("nmod", "obl", "nmod:agent", "obl:agent", "obj"):
                self._complement(noun, child, frame)
        if not frame.agents and not _GOING.isdisjoint((tree.lemmas[noun], tree.lowers[noun])):
            frame.agents, frame.patients = frame.patients, []
        self._construction(noun, frame)
        above, relation = tree.heads[noun], tree.relations[noun]
        guilty = culprit(tree, self._subjects, noun)
        if guilty is None:
            guilty = ordering_court(tree, noun)
        if guilty is not None:
            frame.culprits.append(guilty)
        elif above == noun or depth > _DEEPEST:
            return
        elif relation == "conj" and not frame.agents:
            self.read(above, frame, depth + 1)
        elif tree.parts[above] == "VERB" and relation in ("obj", "nsubj:pass", "obl", "nsubj"):
            read_light_verb(tree, self._subjects, noun, above, frame)
        elif relation in ("nmod", "compound") and tree.lemmas[above] in _ROUNDS:
            self.read(above, frame, depth + 1)

    def _subject_above(self, noun: int) -> int | None:
        """The subject of the verb above a noun, whose act "his" act is: "Ruiz left for his meeting with Ortiz"."""
        tree, word = self._tree, noun
        for _ in range(_FURTHEST):
            word = tree.heads[word]
            if tree.parts[word] == "VERB":
                return self._subjects.of(word)
        return None

    def _construction(self, noun: int, frame: Frame) -> None:
        """Who makes a deal, and both sides of a fight: "Troops met rebel resistance", "resistance from rebels"."""
        making, fight = making_of(self._tree, noun), fought(self._tree, noun)
        verb = fight if fight is not None else making
        subject = self._subjects.of(verb) if verb is not None else None
        if subject is None:
            return
        if fight is not None:
            frame.agents += [subject, *frame.targets]
            frame.targets.clear()
            frame.reciprocal = True
        elif not frame.agents:
            frame.agents.append(subject)

    def _complement(self, noun: int, child: int, frame: Frame) -> None:
        tree = self._tree
        marker = preposition(tree, child)
        leaves = not _AWAY.isdisjoint((tree.lemmas[noun], tree.lowers[noun]))  # taggers take it for a gerund
        if marker == "by" or (marker == "from" and not leaves):
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
