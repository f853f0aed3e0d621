"""What a model says of the sentences that were left out of its training, beside what is right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc

from service.enrich.events.grammar.frames import Frames
from service.enrich.events.grammar.phrases import Phrases
from service.enrich.events.parties.argument_features import features
from service.enrich.events.parties.role_chances import RoleChances
from service.enrich.events.reading.calibration import TriggerWeights
from service.enrich.events.reading.classes import ROLES, TYPES
from service.enrich.events.reading.heads import FILE as HEADS
from service.enrich.events.reading.heads import EventHeads, joined_roles
from service.enrich.events.reading.marked import FILE as MARKED
from service.enrich.events.reading.marked import MarkedDocument, MarkedReader, Reading
from service.enrich.events.triggers.decide import find_triggers, sentence_around
from service.enrich.events.triggers.dyads import Dyads
from service.enrich.events.triggers.first_reading import FirstReading
from service.enrich.events.triggers.trigger import Trigger
from service.enrich.pipeline import load
from service.enrich.tree import Tree, names_of
from training.events.sentences import LabelledEvent, LabelledSentence


@dataclass
class Observations:
    """What was seen.

    Attributes:
        triggers: probability of its type, whether it is a trigger, and of that type.
        missed: labelled triggers that were not found.
        sides: side -> features of each phrase, and whether it is a party on that side.
        lost: side -> labelled parties that head no phrase.
        circumstances: role -> probability of the likeliest word, and whether it is right.
    """

    triggers: list[tuple[float, bool, bool]] = field(default_factory=list)
    missed: int = 0
    sides: dict[str, list[tuple[Any, bool]]] = field(default_factory=lambda: {"actor": [], "recipient": []})
    lost: dict[str, int] = field(default_factory=lambda: {"actor": 0, "recipient": 0})
    circumstances: dict[str, list[tuple[float, bool]]] = field(default_factory=lambda: {"location": [], "date": []})


class Remembering:
    """A document that reads no sentence twice for the same word."""

    def __init__(self, document: MarkedDocument) -> None:
        self._document, self._known = document, dict[int, Reading]()

    def read(self, first: int, end: int, word: int) -> Reading:
        """As ``MarkedDocument`` has it."""
        if word not in self._known:
            self._known[word] = self._document.read(first, end, word)
        return self._known[word]


class Observer:
    """Sentences, each read once, of which any weights can be asked for.

    Args:
        sentences: that the model has not seen.
        model: a folder with both encoders.
    """

    def __init__(self, sentences: Sequence[LabelledSentence], model: Path) -> None:
        nlp, self._heads = load(str(model), with_facts=False), EventHeads.load(model / HEADS)
        encoder: Any = nlp.get_pipe("encoder")
        reader = MarkedReader(model / MARKED, encoder.pieces)
        self._read: list[tuple[LabelledSentence, Doc, Tree, MarkedDocument]] = []
        for sentence in sentences:
            doc = encoder(Doc(nlp.vocab, words=sentence.words[sentence.start : sentence.end]))
            self._read.append((sentence, doc, Tree.of(doc), Remembering(reader.open(doc))))

    def triggers(self, weights: TriggerWeights) -> Observations:
        """Triggers alone."""
        seen = Observations()
        for sentence, doc, tree, document in self._read:
            for _ in self._matched(sentence, doc, tree, document, weights, seen):
                pass
        return seen

    def everything(self, weights: TriggerWeights) -> Observations:
        """Triggers, and the arguments of those that are labelled."""
        seen = Observations()
        for sentence, doc, tree, document in self._read:
            for trigger, event in self._matched(sentence, doc, tree, document, weights, seen):
                self._arguments(sentence, doc, tree, trigger, event, seen)
        return seen

    def _matched(
        self,
        sentence: LabelledSentence,
        doc: Doc,
        tree: Tree,
        document: MarkedDocument,
        weights: TriggerWeights,
        seen: Observations,
    ) -> Iterator[tuple[Trigger, LabelledEvent]]:
        left = list(sentence.events)
        dyads = Dyads(tree, Frames(tree), names_of(doc))
        first = FirstReading.of(self._heads, tree, np.asarray(doc.tensor), weights.lexicon)
        for trigger in find_triggers(first, document, tree, weights, dyads=dyads):
            if trigger.lacks > 0:
                continue
            event = next((each for each in left if trigger.token + sentence.start in each.words), None)
            right = event is not None and TYPES[event.type] == trigger.type
            seen.triggers.append((trigger.chance, event is not None, right))
            if event is not None:
                left.remove(event)
                yield trigger, event
        seen.missed += len(left)

    def _arguments(
        self,
        sentence: LabelledSentence,
        doc: Doc,
        tree: Tree,
        trigger: Trigger,
        event: LabelledEvent,
        seen: Observations,
    ) -> None:
        first, end = sentence_around(tree, trigger.token)
        vectors = np.asarray(doc.tensor, np.float32)
        chances = joined_roles(
            self._heads.roles(vectors[[trigger.token]], vectors[first:end])[0], trigger.reading.roles
        )
        phrases = Phrases(doc, tree)
        parties = [p for p in phrases.between(first, end) if trigger.token not in (p.head, p.key)]
        frame = Frames(tree).of(trigger.token)
        rows = features(tree, phrases, parties, frame, trigger.token, RoleChances(chances, first))
        for side, matrix in zip(("actor", "recipient"), rows, strict=True):
            gold = {word - sentence.start for word in event.roles[side]}
            found = set()
            for phrase, row in zip(parties, matrix, strict=True):
                right = bool(gold & set(range(phrase.start, phrase.end))) and phrase.key in gold
                found |= gold & {phrase.key}
                seen.sides[side].append((row, right))
            seen.lost[side] += len(gold - found)
        for role in ("location", "date"):
            gold = {word - sentence.start for word in event.roles[role]}
            best = int(chances[:, ROLES.index(role)].argmax())
            seen.circumstances[role].append((float(chances[best, ROLES.index(role)]), best + first in gold))
