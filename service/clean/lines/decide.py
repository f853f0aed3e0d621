"""What becomes of each line: kept, or removed with a reason; and the guard against removing too much."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from service.clean.lines.model import load_line_model
from service.clean.lines.reasons import reasons
from service.clean.warnings import CleaningWarning

MOST_LINES = 20_000
"""Lines of one document that are judged; what comes after them is kept unjudged."""

LEAST_KEPT_WORDS = 20
LEAST_KEPT_SHARE = 0.02
"""When less than either is left of a document that has more, the model does not know this kind of text,
and everything is kept: losing an article is worse than keeping a menu."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """How likely each line belongs to the article, and from which score on it is kept.

    Attributes:
        least_words, least_share: when fewer words, or a smaller share of all, would be left,
            everything is kept.
    """

    scores: NDArray[np.float32]
    keep_from: float
    least_words: int = LEAST_KEPT_WORDS
    least_share: float = LEAST_KEPT_SHARE


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of the lines of one document.

    Attributes:
        reasons: of each line's removal, None where it is kept.
        scores: the probability of each line that it belongs to the article.
        warnings: why lines were kept that were not judged or judged otherwise.
    """

    reasons: list[str | None]
    scores: list[float]
    warnings: tuple[str, ...] = ()

    @property
    def fallback(self) -> bool:
        """Whether the guard kept everything."""
        return CleaningWarning.KEPT_ALL in self.warnings


def judge(texts: Sequence[str], title: str | None) -> Judgement:
    """Judge lines by the line model of texts.

    Args:
        texts: the lines, repaired, in order.
        title: of the article, when it is known.
    """
    model = load_line_model("text")
    return Judgement(model.scores(texts[:MOST_LINES], title), model.keep_from)


def keep_all(texts: Sequence[str], warning: str) -> Decision:
    """The decision for a text that is not to be judged."""
    return Decision([None] * len(texts), [1.0] * len(texts), (warning,))


def decide(texts: Sequence[str], judgement: Judgement, hints: Sequence[str | None] = ()) -> Decision:
    """Keep or remove each line.

    Args:
        texts: the lines, repaired, in order.
        judgement: of them; of the first ones, when there are too many.
        hints: the reasons that markup gives, for each line, or none at all.
    """
    missing = len(texts) - len(judgement.scores)
    scores = np.concatenate([judgement.scores, np.ones(missing, np.float32)])
    kept = scores >= judgement.keep_from
    warnings: tuple[str, ...] = (CleaningWarning.LINES_NOT_JUDGED,) if missing else ()
    if _too_little_is_left(np.array([len(text.split()) for text in texts]), kept, judgement):
        kept[:] = True
        warnings += (CleaningWarning.KEPT_ALL,)
    told = [round(float(score), 3) for score in scores]
    return Decision(reasons(texts, kept.tolist(), hints), told, warnings)


def _too_little_is_left(words: NDArray[np.int_], kept: NDArray[np.bool_], judgement: Judgement) -> bool:
    left, every = int(words[kept].sum()), int(words.sum())
    return left < every and (left < min(judgement.least_words, every) or left < judgement.least_share * every)
