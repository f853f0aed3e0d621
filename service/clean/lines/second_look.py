"""A second look at each line, now that there is a first score of every line about it."""

import numpy as np
from numpy.typing import NDArray

from service.clean.lines.features import FAR, Floats, around

_WIDTHS = (3, 8, 20)  # lines to each side
_MOST_WORDS = 60
_STRONG, _STRONG_WORDS = 0.7, 12
"""A line that is surely of the article: so high a score, and so many words."""


def second_look(scores: NDArray[np.float32], words: Floats) -> Floats:
    """Features of the first scores.

    Args:
        scores: of the first look, of the lines of one document.
        words: of each line.

    Returns:
        Shape (lines, SECOND_LOOK_COUNT): the log odds; how much of the article stands before, after
        and about the line; where it stands beside lines that are surely of the article; the scores
        of its neighbours.
    """
    count = len(scores)
    likely = scores.astype(float)
    odds = np.clip(np.log((likely + 1e-4) / (1 - likely + 1e-4)), -5, 5)
    size = np.minimum(words, _MOST_WORDS)
    mass = likely * size
    masses, sizes = (np.concatenate([[0.0], np.cumsum(values)]) for values in (mass, size))
    all_mass = masses[-1] + 1e-6
    index = np.arange(count)
    columns = [odds, masses[:-1] / all_mass, 1 - masses[1:] / all_mass, np.full(count, masses[-1] / (sizes[-1] + 1))]
    for width in _WIDTHS:
        start, end = np.maximum(0, index - width), np.minimum(count, index + width + 1)
        about = masses[end] - masses[start] - mass
        columns += [about / (sizes[end] - sizes[start] - size + 1), about]
    columns += _beside_strong(np.flatnonzero((likely > _STRONG) & (words >= _STRONG_WORDS)), index)
    return np.hstack([np.column_stack(columns), around(np.column_stack([odds, odds > 0]))])


def _beside_strong(strong: NDArray[np.intp], index: NDArray[np.int_]) -> list[Floats]:
    """Distances in lines to the nearest strong line before, after and anywhere, to the first and to the last."""
    count = len(index)
    if not len(strong):
        return [np.full(count, float(FAR))] * 3 + [np.zeros(count)] * 3
    before, after = np.searchsorted(strong, index), np.searchsorted(strong, index, side="right")
    to_before = np.where(before > 0, index - strong[np.maximum(before - 1, 0)], FAR)
    to_after = np.where(after < len(strong), strong[np.minimum(after, len(strong) - 1)] - index, FAR)
    return [
        np.minimum(to_before, FAR),
        np.minimum(to_after, FAR),
        np.minimum(np.minimum(to_before, to_after), FAR),
        np.clip(index - strong[0], -20, 20),
        np.clip(index - strong[-1], -20, 20),
        np.full(count, np.log1p(len(strong))),
    ]
