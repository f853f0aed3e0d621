"""Features of each line for the second model: the first scores of the line and of those about it.

A model that sees the scores of its neighbours by a first model is called stacked sequential learning (Cohen and
Carvalho, IJCAI 2005).
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from service.clean.lines.features.neighbours import PER_ROW, around
from service.clean.lines.features.positions import FAR, beside
from service.clean.lines.tokens.hashes import Integers
from service.clean.lines.tokens.words import Floats

_WIDTHS = np.array([3, 8, 20])  # lines to each side
_MAX_WORDS = 60
_ABOUT = 4 + 2 * len(_WIDTHS)  # features of a line's score and of the bulk of the article
_OWN, _OF_RUNS = _ABOUT + 6, 6  # these and where it stands beside sure lines; of its run
_STRONG, _STRONG_WORDS = 0.7, 12
"""A line that is surely of the article: so high a score, and so many words."""


def stacked_features(scores: NDArray[np.float32], words: Floats) -> Floats:
    """Features of the first scores.

    Args:
        scores: by the network, of the lines of one document; shape (lines,), 0 to 1.
        words: number of words of each line, shape (lines,).

    Returns:
        A row for each line, shape (lines, features): the log odds; how much of the article stands before, after
        and about the line; where it stands beside lines that are surely of the article; the scores
        of its neighbours; the run of likely or unlikely lines that it stands in.
    """
    count = len(scores)
    likely = scores.astype(float)
    odds = np.log((likely + 1e-4) / (1 - likely + 1e-4))
    np.maximum(np.minimum(odds, 5, out=odds), -5, out=odds)
    found = np.empty((_OWN + 2 * PER_ROW + _OF_RUNS, count))
    found[0] = odds
    found[1:_ABOUT] = _bulk(likely, words)
    strong = ((likely > _STRONG) & (words >= _STRONG_WORDS)).nonzero()[0]
    if len(strong):
        near = beside(strong, count)
        found[_ABOUT : _ABOUT + 3], found[_ABOUT + 3 : _ABOUT + 5] = near[2:5], near[:2]
        found[_ABOUT + 5] = np.log1p(len(strong))
    else:
        found[_ABOUT : _ABOUT + 3], found[_ABOUT + 3 : _OWN] = FAR, 0
    found[_OWN:-_OF_RUNS] = around(np.array([odds, odds > 0]))
    found[-_OF_RUNS:] = _runs(likely, words)
    return found.T


def _bulk(likely: Floats, words: Floats) -> Floats:
    """How much of the article stands before and after each line and in all of the document, as shares; then for each
    window about the line, without it: the share of its words that are likely, and how many these are."""
    count = len(likely)
    sized = np.empty((2, count))
    mass, size = sized
    np.minimum(words, _MAX_WORDS, out=size)
    np.multiply(likely, size, out=mass)
    sums = np.zeros((2, count + 1))
    sized.cumsum(axis=1, out=sums[:, 1:])
    masses, sizes = sums
    found = np.empty((_ABOUT - 1, count))
    found[0] = masses[:-1] / (masses[-1] + 1e-6)
    found[1] = 1 - masses[1:] / (masses[-1] + 1e-6)
    found[2] = masses[-1] / (sizes[-1] + 1)
    start, end = _windows(count)
    about = sums.take(end, 1)
    about -= sums.take(start, 1)
    about -= sized[:, None]
    found[3::2] = about[0] / (about[1] + 1)
    found[4::2] = about[0]
    return found


@lru_cache(maxsize=256)
def _windows(count: int) -> tuple[Integers, Integers]:
    """For so many lines where the windows about each start and end."""
    index = np.arange(count)
    return np.maximum(0, index - _WIDTHS[:, None]), np.minimum(count, index + _WIDTHS[:, None] + 1)


def _runs(likely: Floats, words: Floats) -> Floats:
    """Of the run of lines on the same side of one half that each line stands in: its length, its mean score,
    whether it ends and whether it begins the document, the mean and the deviation of its lines' words."""
    count = len(likely)
    low = likely < 0.5
    begins = np.ones(count + 1, bool)
    np.not_equal(low[1:], low[:-1], out=begins[1:-1])
    starts = begins.nonzero()[0]
    lengths = starts[1:] - starts[:-1]
    score, mean, square = np.add.reduceat(np.array([likely, words, words * words]), starts[:-1], axis=1) / lengths
    told = np.zeros((_OF_RUNS, len(lengths)))
    told[0], told[1], told[4] = np.log1p(lengths), score, mean
    told[2, -1] = told[3, 0] = 1
    told[5] = np.sqrt(np.maximum(square - mean * mean, 0))
    return told.repeat(lengths, axis=1)
