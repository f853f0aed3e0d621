"""Boosted regression trees, evaluated all at once by numpy.

Every split of every tree is asked for every line; a split that sends a line to the right strikes out
the leaves to its left, and the first leaf left over in each tree is the line's: QuickScorer (Lucchese
et al., SIGIR 2015).
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from service.clean.lines.features import Floats

MOST_LEAVES = 16  # of a tree: a bit of a word each
_ALL = np.uint16(0xFFFF)
_FIRST_BIT = np.zeros(1 << MOST_LEAVES, np.uint8)
for _bit in range(MOST_LEAVES - 1, -1, -1):
    _FIRST_BIT[np.arange(1 << _bit, 1 << MOST_LEAVES, 1 << (_bit + 1))] = _bit


class Trees:
    """Boosted trees.

    Args:
        loaded: ``feature``, ``threshold``, ``struck`` of every split, tree after tree; ``starts``, the
            index of each tree's first split; ``leaves``, a row of values for each tree.
    """

    def __init__(self, loaded: dict[str, Any]) -> None:
        self._feature = np.array(loaded["feature"], np.intp)
        self._threshold = np.array(loaded["threshold"], np.float32)[:, None]
        self._kept = ~np.array(loaded["struck"], np.uint16)[:, None]
        self._starts = np.array(loaded["starts"], np.intp)
        leaves = loaded["leaves"]
        self._leaves = np.zeros((len(leaves), MOST_LEAVES), np.float32)
        for row, values in zip(self._leaves, leaves, strict=True):
            row[: len(values)] = values
        self._tree = np.arange(len(leaves))[:, None]

    def scores(self, seen: Floats) -> NDArray[np.float32]:
        """The probability that the trees give each line.

        Args:
            seen: features, shape (lines, features).
        """
        # A row for each feature, so that a split reads its values side by side.
        columns = np.ascontiguousarray(seen.T, np.float32)
        right = columns[self._feature] > self._threshold
        left_over = np.bitwise_and.reduceat(np.where(right, self._kept, _ALL), self._starts, axis=0)
        margins = self._leaves[self._tree, _FIRST_BIT[left_over]].sum(axis=0)
        scores: NDArray[np.float32] = 1 / (1 + np.exp(-margins))
        return scores
