"""Which words are read again for being triggers."""

import numpy as np

from service.enrich.events.grammar.frames import Frames
from service.enrich.events.reading.calibration import TriggerWeights
from service.enrich.events.reading.classes import REALIS, ROLES, TYPES
from service.enrich.events.reading.heads import EventHeads
from service.enrich.events.reading.marked import Reading
from service.enrich.events.triggers.decide import find_triggers
from service.enrich.events.triggers.dyads import Dyads
from service.enrich.events.triggers.first_reading import FirstReading
from service.enrich.tree import Tree, names_of
from tests.enrich.trees import document

TALKS = "Oslo/PROPN/nsubj/2 talks/VERB/ROOT/0"
CHANCE = 0.1
"""Of every word, by the first reading."""


class Sure:
    """A second reading that takes every word for a talk."""

    def read(self, first: int, end: int, word: int) -> Reading:
        """As ``MarkedDocument`` has it."""
        types = np.eye(1 + len(TYPES), dtype=np.float32)[1 + TYPES.index("CONSULT")]
        return Reading(types, np.zeros((end - first, len(ROLES)), np.float32), np.zeros(len(REALIS), np.float32), -1.0)


def test_the_first_reading_is_trusted_less_in_a_headline() -> None:
    """What it takes for hardly an event is read again there, and nowhere else."""
    tree = Tree.of(document(f"{TALKS}\n\n{TALKS}"))
    weights = TriggerWeights(least=0.5, lexicon=0.0, second=0.9)
    triggers = find_triggers(_read(tree), Sure(), tree, weights, (0, 10))
    assert {tree.texts[trigger.token] for trigger in triggers} == {"Oslo", "talks"}
    assert all(tree.offsets[trigger.token] < 10 for trigger in triggers)


def test_the_first_reading_is_trusted_less_between_two_named_states() -> None:
    """What it takes for hardly an event is read again where the tree ties both of them to it."""
    tied, loose = "Peru/PROPN/nsubj/2 chided/VERB/ROOT/0 Chile/PROPN/obj/2", "Peru/PROPN/nsubj/2 won/VERB/ROOT/0"
    doc = document(f"{tied}\n{loose}", ("Peru", "LOC"), ("Chile", "LOC"))
    tree = Tree.of(doc)
    weights = TriggerWeights(least=0.5, lexicon=0.0, second=0.9)
    dyads = Dyads(tree, Frames(tree), names_of(doc))
    triggers = find_triggers(_read(tree), Sure(), tree, weights, dyads=dyads)
    assert [tree.texts[trigger.token] for trigger in triggers] == ["chided"]


def test_a_word_that_the_tagger_takes_for_another_part_wants_a_surer_reading() -> None:
    """Taggers take "demanding" for a conjunction; what is tagged so is mostly no act."""
    tree = Tree.of(document("Oslo/PROPN/nsubj/2 talking/SCONJ/ROOT/0"))
    found = [
        find_triggers(_read(tree, 0.5), Sure(), tree, TriggerWeights(least=0.5, lexicon=0.0, second=share))
        for share in (0.05, 0.9)
    ]
    assert [[tree.texts[trigger.token] for trigger in each] for each in found] == [["Oslo"], ["Oslo", "talking"]]


def _read(tree: Tree, chance: float = CHANCE) -> FirstReading:
    return FirstReading.of(_doubting(chance), tree, np.zeros((len(tree.texts), 1), np.float16), 0.0)


def _doubting(chance: float) -> EventHeads:
    bias = np.full(1 + len(TYPES), -20.0, np.float32)
    bias[0], bias[1 + TYPES.index("CONSULT")] = np.log((1 - chance) / chance), 0.0
    none = np.zeros((1, 1), np.float32)
    return EventHeads(
        {
            "hidden.weight": none, "hidden.bias": none[0],
            "trigger.weight": np.zeros((1 + len(TYPES), 1), np.float32), "trigger.bias": bias,
        }
    )  # fmt: skip
