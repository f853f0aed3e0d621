"""What the line model sees of each line: its letters, its words, its copies, its place, its neighbours."""

import numpy as np

from service.clean.lines.copies import COPIES, copy_features
from service.clean.lines.neighbours import PER_ROW, around
from service.clean.lines.own_words import CUE_NAMES, OWN, is_long, own_features
from service.clean.lines.positions import PLACES, place_features
from service.clean.lines.words import Floats, Words

_AROUND = ("log_words", "end_mark", "long", "stop_share", "capitalised", "cue", "in_long", "lexical")
"""What is seen of the lines around a line."""


def features(words: Words, lexical: Floats) -> Floats:
    """All features of all lines.

    Args:
        words: of the lines of one document, at least one line.
        lexical: of each line, see ``service.clean.lines.lexicon``.

    Returns:
        Shape (lines, FEATURE_COUNT).
    """
    own = own_features(words)
    long = is_long(own)
    copies = copy_features(words, long)
    seen = dict(zip(OWN, own, strict=False)) | dict(zip(COPIES, copies, strict=True))
    seen |= {"long": long, "cue": own[len(OWN) :].max(0), "lexical": lexical}
    context = np.array([seen[name] for name in _AROUND])
    return np.vstack([own, copies, place_features(own, long), lexical, around(context)]).T


FEATURE_COUNT = len(OWN) + len(CUE_NAMES) + len(COPIES) + len(PLACES) + 1 + len(_AROUND) * PER_ROW
