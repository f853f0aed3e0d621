"""What the line model sees of a line's place, in the document and beside its running text."""

import numpy as np
from numpy.typing import NDArray

from service.clean.lines.own_words import ROW
from service.clean.lines.words import Floats

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
    index = np.arange(count, dtype=float)
    words, ended, titled = own[ROW["words"]], own[ROW["end_mark"]] > 0, own[ROW["capitalised"]]
    found = np.empty((len(PLACES), count))
    found[0] = index / max(1, count - 1)
    found[1] = np.log1p(index)
    found[2] = found[1, ::-1]
    found[3] = np.log(count)
    places = np.flatnonzero(long)
    if len(places):
        found[4:10] = beside(places, count)
        running = np.cumsum(long * words)
        found[10] = (running - long * words) / running[-1]
        found[11] = np.log1p(len(places))
        found[12] = np.log1p(running[-1] - running)
        usual = sorted(words[places].tolist())
        usual_words = (usual[len(usual) // 2] + usual[(len(usual) - 1) // 2]) / 2
    else:
        found[[4, 5, 10, 11, 12]] = 0
        found[6:10] = FAR
        usual_words = 20.0
    found[13:16] = np.log1p(_runs(np.array([words < 10, ~ended, (titled > 0.5) & ~ended])))
    found[16] = words / usual_words
    return found


def beside(places: NDArray[np.intp], count: int) -> Floats:
    """Where each of ``count`` lines stands beside the lines at ``places``, of which there are some.

    Returns:
        Shape (6, count): lines from the first and from the last place, 20 at most; to the nearest
        place before, after, the nearer and the farther of both, ``FAR`` at most.
    """
    index = np.arange(count)
    before, after = np.searchsorted(places, index), np.searchsorted(places, index, side="right")
    fenced = np.concatenate([[-FAR - count], places, [FAR + count]])
    found = np.empty((6, count))
    found[0] = np.maximum(np.minimum(index - places[0], 20), -20)
    found[1] = np.maximum(np.minimum(index - places[-1], 20), -20)
    found[2] = np.minimum(index - fenced[before], FAR)
    found[3] = np.minimum(fenced[after + 1] - index, FAR)
    found[4] = np.minimum(found[2], found[3])
    found[5] = np.maximum(found[2], found[3])
    return found


def _runs(masks: NDArray[np.bool_]) -> Floats:
    """For each place of each row the length of the run of True that it stands in."""
    rows, count = masks.shape
    fenced = np.zeros((rows, count + 2), np.int8)
    fenced[:, 1:-1] = masks
    flat = fenced.ravel()
    edges = np.flatnonzero(flat[1:] != flat[:-1])
    lengths = edges[1::2] - edges[::2]
    found = np.zeros(masks.shape)
    found[masks] = np.repeat(lengths, lengths)
    return found
