"""What becomes of each line: kept, or removed with a reason; and the guard against removing too much."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from service.clean.lines.features import Floats
from service.clean.lines.model import LineModel
from service.clean.lines.reasons import reasons

MOST_LINES = 20_000
"""Lines of one document that are judged; what comes after them is kept unjudged."""

LEAST_KEPT_WORDS = 20
LEAST_KEPT_SHARE = 0.02
"""When less than either is left of a document that has more, the model does not know this kind of text,
and everything is kept: losing an article is worse than keeping a menu."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of the lines of one document.

    Attributes:
        reasons: of each line's removal, None where it is kept.
        scores: the probability of each line that it belongs to the article.
        fallback: whether the guard kept everything.
    """

    reasons: list[str | None]
    scores: list[float]
    fallback: bool


def decide(
    texts: Sequence[str], title: str | None, model: LineModel, least: float, more: Floats | None = None
) -> Decision:
    """Judge the lines of one document.

    Args:
        texts: the lines, repaired, in order.
        title: of the article, when it is known.
        model: the line model.
        least: the score from which on a line is kept.
        more: further features, when the model was trained with them.
    """
    judged = texts[:MOST_LINES]
    scores = model.scores(judged, title, None if more is None else more[:MOST_LINES])
    kept = np.concatenate([scores >= least, np.ones(len(texts) - len(judged), bool)])
    words = np.array([len(text.split()) for text in texts])
    left, all_words = int(words[kept].sum()), int(words.sum())
    fallback = left < all_words and (left < min(LEAST_KEPT_WORDS, all_words) or left < LEAST_KEPT_SHARE * all_words)
    if fallback:
        kept[:] = True
    told = [round(float(score), 3) for score in scores] + [1.0] * (len(texts) - len(judged))
    return Decision(reasons(texts, kept.tolist()), told, fallback)
