"""What the line model sees of each line: its letters, its words, its copies, its place, its neighbours."""

import numpy as np

from service.clean.lines.features.copies import COPIES, copy_features
from service.clean.lines.features.neighbours import PER_ROW, around
from service.clean.lines.features.own_words import CUE_NAMES, OWN, is_long, own_features
from service.clean.lines.features.positions import PLACES, place_features
from service.clean.lines.tokens.words import Floats, Words

_AROUND = ("log_words", "end_mark", "long", "stop_share", "capitalised", "cue", "in_long", "lexical")
"""What is seen of the lines around a line."""
_TOLD = (*OWN, *CUE_NAMES, *COPIES, *PLACES, "lexical")
_AROUND_ROWS = np.array([_TOLD.index(name) if name in _TOLD else 0 for name in _AROUND])
_LONG, _CUE = _AROUND.index("long"), _AROUND.index("cue")


def features(words: Words, lexical: Floats) -> Floats:
    """All features of all lines.

    Args:
        words: of the lines of one document, at least one line.
        lexical: of each line, see ``service.clean.lines.features.lexicon``.

    Returns:
        Shape (lines, FEATURE_COUNT).
    """
    own = own_features(words)
    long = is_long(own)
    found = np.empty((FEATURE_COUNT, len(long)))
    copies = len(own) + len(COPIES)
    found[: len(own)] = own
    found[len(own) : copies] = copy_features(words, long)
    found[copies : len(_TOLD) - 1] = place_features(own, long)
    found[len(_TOLD) - 1] = lexical
    context = found.take(_AROUND_ROWS, 0)
    context[_LONG], context[_CUE] = long, own[len(OWN) :].max(0)
    found[len(_TOLD) :] = around(context)
    return found.T


FEATURE_COUNT = len(_TOLD) + len(_AROUND) * PER_ROW
