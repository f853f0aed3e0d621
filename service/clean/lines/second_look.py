"""A second look at each line, now that there is a first score of every line about it."""

import numpy as np
from numpy.typing import NDArray

from service.clean.lines.neighbours import around
from service.clean.lines.positions import FAR, beside
from service.clean.lines.words import Floats

_WIDTHS = np.array([3, 8, 20])  # lines to each side
_MOST_WORDS = 60
_STRONG, _STRONG_WORDS = 0.7, 12
"""A line that is surely of the article: so high a score, and so many words."""


def second_look(scores: NDArray[np.float32], words: Floats) -> Floats:
    """Features of the first scores.

    Args:
        scores: of the first look, of the lines of one document.
        words: of each line.

    Returns:
        A row for each line: the log odds; how much of the article stands before, after
        and about the line; where it stands beside lines that are surely of the article; the scores
        of its neighbours; the run of likely or unlikely lines that it stands in.
    """
    count = len(scores)
    likely = scores.astype(float)
    odds = np.maximum(np.minimum(np.log((likely + 1e-4) / (1 - likely + 1e-4)), 5), -5)
    size = np.minimum(words, _MOST_WORDS)
    mass = likely * size
    sums = np.zeros((2, count + 1))
    np.cumsum([mass, size], axis=1, out=sums[:, 1:])
    masses, sizes = sums
    found = np.empty((4 + 2 * len(_WIDTHS) + 6, count))
    found[0] = odds
    found[1] = masses[:-1] / (masses[-1] + 1e-6)
    found[2] = 1 - masses[1:] / (masses[-1] + 1e-6)
    found[3] = masses[-1] / (sizes[-1] + 1)
    index = np.arange(count)
    start, end = np.maximum(0, index - _WIDTHS[:, None]), np.minimum(count, index + _WIDTHS[:, None] + 1)
    about = masses[end] - masses[start] - mass
    found[4:10:2] = about / (sizes[end] - sizes[start] - size + 1)
    found[5:10:2] = about
    strong = np.flatnonzero((likely > _STRONG) & (words >= _STRONG_WORDS))
    if len(strong):
        from_first, from_last, before, after, nearest, _ = beside(strong, count)
        found[10:] = before, after, nearest, from_first, from_last, np.full(count, np.log1p(len(strong)))
    else:
        found[10:13], found[13:] = FAR, 0
    return np.vstack([found, around(np.array([odds, odds > 0])), _runs(likely, words)]).T


def _runs(likely: Floats, words: Floats) -> Floats:
    """Of the run of lines on the same side of one half that each line stands in: its length, its mean score,
    whether it ends and whether it begins the document, the mean and the deviation of its lines' words."""
    count = len(likely)
    low = likely < 0.5
    starts = np.flatnonzero(np.append(True, low[1:] != low[:-1]))
    lengths = np.diff(np.append(starts, count))
    score, mean, square = np.add.reduceat(np.array([likely, words, words * words]), starts, axis=1) / lengths
    first, last = np.zeros((2, len(starts)))
    first[0] = last[-1] = 1
    deviation = np.sqrt(np.maximum(square - mean * mean, 0))
    return np.repeat(np.array([np.log1p(lengths), score, last, first, mean, deviation]), lengths, axis=1)
