"""What a line model sees of the lines around a line."""

from functools import lru_cache

import numpy as np

from service.clean.lines.tokens.hashes import Integers
from service.clean.lines.tokens.words import Floats

_SHIFTS = (-1, 1, -2, 2, -3, 3)
_WINDOWS = ((-2, 3), (-5, 6), (-10, 11), (-6, 0), (1, 7))
"""Where windows about each line start and end, as seen from it; end exclusive."""

PER_ROW = len(_SHIFTS) + len(_WINDOWS)
"""Numbers that come of each row."""


def around(rows: Floats) -> Floats:
    """Neighbours of each line: their values, the mean about it, the mean before and after it.

    Args:
        rows: shape (k, lines).

    Returns:
        Shape (PER_ROW * k, lines).
    """
    width, count = rows.shape
    neighbours, starts, ends, sizes = _windows(count)
    found: Floats = np.empty((PER_ROW, width, count))
    by_row = found.swapaxes(0, 1)
    padded = np.empty((width, count + 1))
    padded[:, :count], padded[:, count] = rows, -1.0
    by_row[:, : len(_SHIFTS)] = padded.take(neighbours, 1)
    sums = np.zeros((width, count + 1))
    rows.cumsum(1, out=sums[:, 1:])
    within = sums.take(ends, 1)
    within -= sums.take(starts, 1)
    np.divide(within, sizes, out=by_row[:, len(_SHIFTS) :])
    return found.reshape(-1, count)


@lru_cache(maxsize=256)
def _windows(count: int) -> tuple[Integers, Integers, Integers, Integers]:
    """For so many lines: the neighbours of each, ``count`` for none; starts, ends and sizes of its windows."""
    index = np.arange(count)
    neighbours = index + np.array(_SHIFTS)[:, None]
    neighbours[(neighbours < 0) | (neighbours >= count)] = count
    starts, ends = np.clip(index + np.array(_WINDOWS).T[..., None], 0, count)
    return neighbours, starts, ends, np.maximum(1, ends - starts)
