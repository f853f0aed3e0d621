"""Boosted regression trees, evaluated all at once by numpy.

Every split of every tree is asked for every line; a split that sends a line to the right strikes out
the leaves to its left, and the first leaf left over in each tree is the line's: QuickScorer (Lucchese
et al., SIGIR 2015).
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from service.clean.lines.tokens.words import Floats

MAX_LEAVES = 16  # of a tree: a bit of a word each
_ALL = np.uint16(0xFFFF)
_AT_ONCE = 64  # lines: what they are asked fits a processor's cache
_FIRST_BIT = np.zeros(1 << MAX_LEAVES, np.uint8)
for _bit in range(MAX_LEAVES - 1, -1, -1):
    _FIRST_BIT[np.arange(1 << _bit, 1 << MAX_LEAVES, 1 << (_bit + 1))] = _bit


class Trees:
    """Boosted trees.

    Args:
        loaded: ``feature``, ``threshold``, ``struck`` of every split, tree after tree; ``starts``, the
            index of each tree's first split; ``leaves``, a row of values for each tree.
    """

    def __init__(self, loaded: dict[str, Any]) -> None:
        starts = np.array(loaded["starts"], np.intp)
        splits = np.diff(np.append(starts, len(loaded["feature"])))
        tree, rank = np.repeat(np.arange(len(starts)), splits), np.arange(splits.sum()) - np.repeat(starts, splits)
        # The first splits of all trees, then the second ones; a tree with fewer has some that strike nothing out.
        shape = (int(splits.max(initial=1)), len(starts))
        self._feature = np.zeros(shape, np.intp)
        self._threshold = np.full((*shape, 1), np.inf, np.float32)
        self._kept = np.full((*shape, 1), _ALL, np.uint16)
        self._feature[rank, tree] = loaded["feature"]
        self._threshold[rank, tree, 0] = loaded["threshold"]
        self._kept[rank, tree, 0] = ~np.array(loaded["struck"], np.uint16)
        self._leaves = np.zeros((len(starts), MAX_LEAVES), np.float32)
        for row, values in zip(self._leaves, loaded["leaves"], strict=True):
            row[: len(values)] = values
        self._first_leaf = MAX_LEAVES * np.arange(len(starts))[:, None]

    def scores(self, seen: Floats) -> NDArray[np.float32]:
        """The probability that the trees give each line.

        Args:
            seen: features, shape (lines, features).
        """
        margins = [self._margins(seen[start : start + _AT_ONCE]) for start in range(0, len(seen), _AT_ONCE)]
        return (1 / (1 + np.exp(-np.concatenate(margins)))).astype(np.float32)

    def _margins(self, seen: Floats) -> NDArray[np.float32]:
        # A row for each feature, so that a split reads its values side by side.
        columns = np.ascontiguousarray(seen.T, np.float32)
        stays = (columns.take(self._feature, 0) <= self._threshold).astype(np.uint16)
        # 0xFFFF where the line stays left, so that nothing is struck out.
        np.negative(stays, out=stays)
        left_over = np.bitwise_and.reduce(np.bitwise_or(stays, self._kept, out=stays), axis=0)
        leaves = _FIRST_BIT.take(left_over) + self._first_leaf
        margins: NDArray[np.float32] = self._leaves.take(leaves).sum(axis=0)
        return margins
