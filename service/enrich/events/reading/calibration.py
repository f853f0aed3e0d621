"""What was fitted on sentences left out of the training of the heads: thresholds, and how scores are joined.

``training/events/calibrate.py`` writes it beside the heads.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

FILE = "calibration.json"
"""In the folder of a model."""

FEATURES = (
    "bias", "own", "other", "agent_of_verb", "agent_of_noun", "patient_of_verb", "patient_of_noun", "target", "pronoun",
    "name",
)  # fmt: skip
"""Of a phrase beside a trigger: logits of the heads for this side and the other, what the tree says, what it is."""


WHOLE = (
    "bias", "trigger", "parties", "nobody_acts", "nobody_undergoes", "actor_left_out", "recipient_left_out",
    "actor_unlike_tree", "recipient_unlike_tree", "somebody_unknown", "several_undergo",
)  # fmt: skip
"""Of an event, what tells whether all of it is right: log odds of its trigger and of its less sure side, whether a
side is empty, log odds of the likeliest phrase that is no party as an actor and as a recipient, whether the tree does
not put somebody where he is told, whether somebody is described of whom nothing is known, and whether several undergo
it."""

_LARGEST_LOG_ODDS = 6.0


def log_odds(chance: float) -> float:
    """Of a probability, bounded: the readings are never surer than that."""
    if not 0.0 < chance < 1.0:
        return math.copysign(_LARGEST_LOG_ODDS, chance - 0.5)
    return min(_LARGEST_LOG_ODDS, max(-_LARGEST_LOG_ODDS, math.log(chance / (1 - chance))))


@dataclass(frozen=True)
class Side:
    """How phrases become actors, or recipients: a logistic regression over FEATURES."""

    weights: npt.NDArray[np.float64]
    threshold: float

    def chances(self, features: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """The probability of each row (phrases, FEATURES)."""
        chances: npt.NDArray[np.float64] = 1 / (1 + np.exp(-(features @ self.weights)))
        return chances


@dataclass(frozen=True, slots=True)
class TriggerWeights:
    """How a word becomes a trigger.

    Attributes:
        least: score, of 0 to 1, with which it is one.
        lexicon: logit that a lemma of the lexicon adds to its types.
        second: weight of the second reading beside the first, of 1.
    """

    least: float
    lexicon: float
    second: float


@dataclass(frozen=True)
class Calibration:
    """All that was fitted.

    Attributes:
        trigger: how words become triggers.
        type_curve: (score of a trigger, probability that it and its type are right), ascending, lines between them.
        location, date: least probabilities of the heads.
        whole: weights of WHOLE, of a logistic regression.
    """

    trigger: TriggerWeights
    type_curve: tuple[tuple[float, ...], tuple[float, ...]]
    actor: Side
    recipient: Side
    location: float
    date: float
    whole: npt.NDArray[np.float64]

    def whole_confidence(self, evidence: Sequence[float]) -> float:
        """The probability that an event is right in everything, by the values of WHOLE."""
        return float(1 / (1 + np.exp(-np.dot(evidence, self.whole))))

    def type_confidence(self, raw: float) -> float:
        """The calibrated probability that the trigger and its type are right."""
        return float(np.interp(raw, *self.type_curve))


def read(path: Path) -> Calibration:
    """Read a calibration.

    Raises:
        OSError, ValueError, KeyError: it is missing or damaged.
    """
    fields = json.loads(path.read_text(encoding="utf-8"))
    raw, calibrated = zip(*fields["type_curve"], strict=True)
    return Calibration(
        TriggerWeights(fields["trigger"], fields["lexicon"], fields["second_reading"]),
        (raw, calibrated),
        _side(fields["actor"]),
        _side(fields["recipient"]),
        fields["location"],
        fields["date"],
        np.array([fields["whole"][name] for name in WHOLE], np.float64),
    )


def _side(fields: dict[str, object]) -> Side:
    weights = fields["weights"]
    assert isinstance(weights, dict)
    threshold = fields["threshold"]
    assert isinstance(threshold, float)
    return Side(np.array([weights[name] for name in FEATURES], np.float64), threshold)
