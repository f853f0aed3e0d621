"""What the line model sees of a line's place, in the document and beside its running text."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from service.clean.lines.features.own_words import ROW
from service.clean.lines.tokens.words import Floats

PLACES = (
    "place", "log_from_start", "log_to_end", "log_lines", "after_first_long", "after_last_long", "long_before",
    "long_after", "nearest_long", "farther_long", "share_of_long_before", "log_longs", "log_long_words_after",
    "run_short", "run_unended", "run_titled", "relative_length",
)  # fmt: skip
FAR = 30
"""Lines to running text, at most."""


def place_features(own: Floats, long: Floats) -> Floats:
    """Where the line stands, in the document and beside its running text."""
    count = len(long)
    words, ended, titled = own[ROW["words"]], own[ROW["end_mark"]] > 0, own[ROW["capitalised"]]
    found = np.empty((len(PLACES), count))
    found[:4] = _in_document(count)
    places = long.nonzero()[0]
    if len(places):
        found[4:10] = beside(places, count)
        of_long = long * words
        running = of_long.cumsum()
        found[10] = (running - of_long) / running[-1]
        found[11] = np.log1p(len(places))
        found[12] = np.log1p(running[-1] - running)
        usual = sorted(words[places].tolist())
        usual_words = (usual[len(usual) // 2] + usual[(len(usual) - 1) // 2]) / 2
    else:
        found[[4, 5, 10, 11, 12]] = 0
        found[6:10] = FAR
        usual_words = 20.0
    found[13:16] = np.log1p(_runs(words < 10, ~ended, (titled > 0.5) & ~ended))
    found[16] = words / usual_words
    return found


@lru_cache(maxsize=256)
def _in_document(count: int) -> Floats:
    """For so many lines: the place of each, lines from the start and to the end, and their number."""
    index = np.arange(count, dtype=float)
    from_start = np.log1p(index)
    return np.array([index / max(1, count - 1), from_start, from_start[::-1], np.full(count, np.log(count))])


def beside(places: NDArray[np.intp], count: int) -> Floats:
    """Where each of ``count`` lines stands beside the lines at ``places``, of which there are some.

    Returns:
        Shape (6, count): lines from the first and from the last place, 20 at most; to the nearest
        place before, after, the nearer and the farther of both, ``FAR`` at most.
    """
    index = np.arange(count)
    fenced = np.empty(len(places) + 2, np.int64)
    fenced[0], fenced[1:-1], fenced[-1] = -FAR - count, places, FAR + count
    before = places.searchsorted(index)
    after = before + 1
    after[places] += 1
    found = np.empty((6, count))
    ends, nearest = found[:2], found[2:4]
    ends[0], ends[1] = index - places[0], index - places[-1]
    np.maximum(np.minimum(ends, 20, out=ends), -20, out=ends)
    nearest[0], nearest[1] = index - fenced[before], fenced[after] - index
    np.minimum(nearest, FAR, out=nearest)
    np.minimum(found[2], found[3], out=found[4])
    np.maximum(found[2], found[3], out=found[5])
    return found


def _runs(*masks: NDArray[np.bool_]) -> Floats:
    """For each place of each row the length of the run of True that it stands in."""
    fenced = np.zeros((len(masks), len(masks[0]) + 2), bool)
    held = fenced[:, 1:-1]
    held[:] = masks
    flat = fenced.ravel()
    edges = (flat[1:] != flat[:-1]).nonzero()[0]
    lengths = edges[1::2] - edges[::2]
    found = np.zeros(held.shape)
    found[held] = lengths.repeat(lengths)
    return found
