"""Classes of words from scores: tag, part of speech with features, lemma, relation to the head."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from service.enrich.encoder.session import Scores

ROOT = "root"


@dataclass(frozen=True)
class Classes:
    """The classes of the heads, in the order of their scores.

    Attributes:
        morphs: part of speech and features of Universal Dependencies, ``NOUN|Number=Sing``.
        tags: of the Penn Treebank.
        rules: of lemmas, see ``lemmas``.
        relations: of Universal Dependencies.
    """

    morphs: list[str]
    tags: list[str]
    rules: list[str]
    relations: list[str]

    def split(self, scores: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """The best morph, tag and rule of each word (n,), and the score of a sentence's start (n,)."""
        edges = np.cumsum([len(self.morphs), len(self.tags), len(self.rules)])
        morphs, tags, rules, starts = np.split(scores, edges, axis=1)
        return morphs.argmax(1), tags.argmax(1), rules.argmax(1), starts[:, 0]


class RelationScorer:
    """Scores relations between words and their heads, biaffine (Dozat and Manning 2017).

    Args:
        tensor: (dependent width + 1, relations, head width + 1); each vector is met as with a last 1.
        relations: their names.
    """

    def __init__(self, tensor: np.ndarray, relations: Sequence[str]) -> None:
        tensor = tensor.astype(np.float32)
        # All pairs of numbers of the two vectors, times one matrix: one product for a window.
        self._pairs = np.ascontiguousarray(tensor[:-1, :, :-1].transpose(0, 2, 1).reshape(-1, len(relations)))
        self._dependents = np.ascontiguousarray(tensor[:-1, :, -1])
        self._heads = np.ascontiguousarray(tensor[-1, :, :-1].T)
        self._bias = tensor[-1, :, -1].copy()
        self._root = relations.index(ROOT)
        self._bias[self._root] = -np.inf

    def best(self, scores: Scores, heads: np.ndarray) -> np.ndarray:
        """The best relation (n,) of each word to its head; a root's, and no other's, is ``root``."""
        head, dependent = scores.heads[heads], scores.dependents
        pairs = np.einsum("nd,nh->ndh", dependent, head).reshape(len(heads), -1)
        found = pairs @ self._pairs + dependent @ self._dependents + head @ self._heads + self._bias
        best: np.ndarray = found.argmax(1)
        best[heads == np.arange(len(heads))] = self._root
        return best
