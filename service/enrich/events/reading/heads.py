"""The heads that find events in the encoder's vectors: triggers with types, arguments, modality.

They are trained together with the encoder (``training/events``) and cost a few products of matrices
for each sentence.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

FILE = "events.npz"
"""Of the weights, in the folder of a model."""

_LARGEST_LOGIT = 30.0
"""Beyond it a probability is 0 or 1 in single precision."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class EventHeads:
    """Weights by name, as ``training.events.network`` writes them; vectors are rows of ``doc.tensor``."""

    weights: dict[str, Floats]

    @classmethod
    def load(cls, path: Path) -> "EventHeads":
        """Read the weights.

        Raises:
            OSError: there is no such file.
        """
        with np.load(path) as arrays:
            return cls({name: arrays[name].astype(np.float32) for name in arrays.files})

    @property
    def width(self) -> int:
        """Numbers in the vector of a word."""
        return int(self.weights["hidden.weight"].shape[1])

    def types(self, vectors: Floats) -> Floats:
        """Probabilities (words, 1 + types) that a word is no trigger, or one of each type."""
        scores = self._linear("trigger", np.maximum(self._linear("hidden", vectors), 0))
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        shares: Floats = scores / scores.sum(-1, keepdims=True)
        return shares

    def roles(self, triggers: Floats, words: Floats) -> Floats:
        """Probabilities (triggers, words, roles) that a word heads a phrase in a role of the trigger."""
        left = _with_one(np.maximum(self._linear("role_trigger", triggers), 0))
        right = _with_one(np.maximum(self._linear("role_word", words), 0))
        width, roles, _ = self.weights["role"].shape
        shaped = (left @ self.weights["role"].reshape(width, -1)).reshape(len(left), roles, width)
        scores = np.einsum("trf,wf->twr", shaped, right)
        chances: Floats = 1 / (1 + np.exp(-np.clip(scores, -_LARGEST_LOGIT, _LARGEST_LOGIT)))
        return chances

    def realis(self, triggers: Floats) -> Floats:
        """Scores (triggers, classes) of ``classes.REALIS``."""
        return self._linear("realis", triggers)

    def historical(self, triggers: Floats) -> Floats:
        """Scores (triggers,) from which, above 0, the event of a trigger is told as background."""
        return self._linear("historical", triggers)[:, 0]

    def _linear(self, name: str, x: Floats) -> Floats:
        product: Floats = x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return product


def _with_one(x: Floats) -> Floats:
    return np.concatenate([x, np.ones((len(x), 1), np.float32)], -1)


SECOND_READING = 0.75
"""Weight of the second reading's roles. On sentences left out of training it finds both parties of .63 of the events,
the first one of .55, the even mean of .61 and this one of .63, with the best actors."""


def joined_roles(first: Floats, second: Floats) -> Floats:
    """The probabilities of two readings as one: a weighted mean of their logits."""
    logits = (1 - SECOND_READING) * _logits(first) + SECOND_READING * _logits(second)
    return (1 / (1 + np.exp(-logits))).astype(np.float32)


def _logits(chances: Floats) -> Floats:
    clipped = np.clip(chances, _LEAST, 1 - _LEAST)
    logits: Floats = np.log(clipped) - np.log1p(-clipped)
    return logits


_LEAST = np.float32(1e-6)
"""Of a probability, and of what is left of it, whose logarithm is taken."""
