"""Which words are triggers, and of which type."""

import math

import numpy as np
import numpy.typing as npt

from service.enrich.events.circumstances.modality import BECOMES_AGREEMENT
from service.enrich.events.grammar.constructions import constructions, verbs_of
from service.enrich.events.reading.calibration import TriggerWeights
from service.enrich.events.reading.classes import TYPES
from service.enrich.events.reading.marked import MarkedDocument
from service.enrich.events.triggers.deeds import Deed, deed
from service.enrich.events.triggers.dyads import Dyads
from service.enrich.events.triggers.first_reading import PARTS, FirstReading
from service.enrich.events.triggers.no_acts import is_no_act
from service.enrich.events.triggers.one_act import without_doubles
from service.enrich.events.triggers.trigger import Trigger
from service.enrich.tree import Tree

_OF_ANY_PART = 0.85
"""Score from which a word of another part is a trigger: taggers err about "Pakistan today threatened", and take
"demanding" for a conjunction."""


DOUBT = 0.12
"""What a trigger's score may lack of the least one where both its parties are sure. Of the events on sentences left out
of training that this adds, as many are right as of all."""

DEEP_DOUBT = 0.26
"""What it may lack where they are surer still, and speak for different states."""

WORTH_A_READING, WORTH_WHERE_SHY = 0.1, 0.02
"""Probability of its likeliest type, by the first reading, from which a word is read again; below, nothing is won. The
first reading learned from the sentences of texts, few of them about states, and is shy in headlines and between two
named states or bodies."""


def find_triggers(
    first: FirstReading, document: MarkedDocument, tree: Tree, weights: TriggerWeights,
    headline: tuple[int, int] | None = None, dyads: Dyads | None = None,
) -> list[Trigger]:  # fmt: skip
    """The triggers of a document, in text order.

    Args:
        first: what the first reading says of a document.
        document: the same, to read its sentences again.
        tree: of the document.
        weights: by which the readings are joined, and what is a trigger.
        headline: where it is, in code points, end exclusive.
        dyads: of the document.

    Returns:
        Those that are sure, those that fall short of it by no more than DEEP_DOUBT, and those of constructions.
    """
    words, shares = first.words, first.chances
    if not words:
        return []
    found = []
    start, end = headline or (0, 0)
    deeds = {word: told for word in words if (told := deed(tree, word)) is not None}
    named = constructions(tree)
    verbs = verbs_of(tree, named)

    def is_worth(word: int, chance: float) -> bool:
        if chance >= WORTH_A_READING or word in named or (word in deeds and deeds[word].plain):
            return True
        shy = chance >= WORTH_WHERE_SHY
        return shy and (start <= tree.offsets[word] < end or (dyads is not None and dyads.ties(word)))

    likeliest = shares[:, 1:].max(1).tolist()
    for row, word in enumerate(words):
        if not is_worth(word, likeliest[row]):
            continue
        kind = named.get(word)
        reading = document.read(*sentence_around(tree, word), word)
        joint = _with_deed(_joined(shares[row], reading.types, weights.second), deeds.get(word))
        best = int(joint[1:].argmax())
        chance = _score(joint, 1 + best)
        if kind is None and tree.parts[word] not in PARTS and chance < _OF_ANY_PART:
            continue
        lacks = max(0.0, weights.least - chance)
        if lacks and kind is not None:
            found.append(Trigger(word, kind, weights.least, reading, lacks, constructed=True))
        elif verbs.get(word, TYPES[best]) != TYPES[best]:
            continue
        elif lacks <= DEEP_DOUBT and not is_no_act(tree, word, TYPES[best]):
            found.append(Trigger(word, TYPES[best], chance, reading, lacks))
    return without_doubles(tree, found)


def sentence_around(tree: Tree, token: int) -> tuple[int, int]:
    """The tokens of a token's sentence, end exclusive, at most _LONGEST_SENTENCE on either side."""
    number, first, end = tree.sentence[token], token, token + 1
    while first > max(0, token - _LONGEST_SENTENCE) and tree.sentence[first - 1] == number:
        first -= 1
    while end < min(len(tree.texts), token + _LONGEST_SENTENCE) and tree.sentence[end] == number:
        end += 1
    return first, end


_LONGEST_SENTENCE = 150
"""Tokens on either side of a trigger in which its arguments are looked for: what is longer is no sentence."""


def _joined(first: npt.NDArray[np.float32], second: npt.NDArray[np.float32], weight: float) -> npt.NDArray[np.float64]:
    """Probabilities of two readings as one: their geometric mean, ``weight`` that of the second."""
    logs = (1 - weight) * np.log(np.maximum(first, _TINY)) + weight * np.log(np.maximum(second, _TINY))
    weights = np.exp(logs - logs.max())
    shares: npt.NDArray[np.float64] = weights / weights.sum()
    return shares


_TINY = 1e-9


def _with_deed(joint: npt.NDArray[np.float64], told: Deed | None) -> npt.NDArray[np.float64]:
    """Probabilities after what a word names together with its object."""
    if told is None:
        return joint
    event = 1 - joint[0]
    if told.plain:
        event *= math.exp(DEED)
    shares = np.zeros_like(joint)
    kind, promise = 1 + TYPES.index(told.type), 1 + TYPES.index("AGREE")
    if told.type in BECOMES_AGREEMENT and joint[promise] > joint[kind]:
        kind = promise  # "is about to restore ties", where the tree tells no future
    shares[0], shares[kind] = joint[0], event
    shares /= shares.sum()
    return shares


DEED = 4.0
"""Logit that a verb and its object add to the event of the type that they name."""


def _score(joint: npt.NDArray[np.float64], kind: int) -> float:
    """P(event) P(kind | event)^TYPE_WEIGHT, of 0 to 1."""
    event = 1 - float(joint[0])
    return float(event * (float(joint[kind]) / max(event, _TINY)) ** TYPE_WEIGHT)


TYPE_WEIGHT = 0.25
"""How much doubt about the type counts beside doubt about there being an event. Where two types are as likely, as with
"lifted its blockade", something happened all the same: of 0.25, 0.5 and 1, it finds most and as many of them right."""
