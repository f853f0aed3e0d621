"""What becomes of each line: kept, or removed with a reason; and the guard against removing too much."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from service.clean.dateline import MAX_DATELINE_CHARACTERS, find_dateline
from service.clean.lines.decision.boilerplate import boilerplate
from service.clean.lines.decision.reasons import reasons
from service.clean.lines.model.line_model import load_line_model
from service.clean.lines.tokens.words import Words, read_words
from service.clean.warnings import CleaningWarning

MAX_LINES = 20_000
"""Lines of one document that are judged; what comes after them is kept unjudged."""

KEEP_SHORT, KEEP_LONG = 0.5, 0.3
"""Scores from which on a line of a few words, and one of twenty or more, is kept: a paragraph that is
lost costs more than a leftover that stays. Chosen on cross-validated scores."""
KEEP_SLOPE = 0.1  # less for each factor of e in the number of words
_KEEP_FROM = np.clip(KEEP_SHORT + KEEP_SLOPE - KEEP_SLOPE * np.log1p(np.arange(32)), KEEP_LONG, KEEP_SHORT)
"""By the number of words; of more words than these the last one."""

NEARLY_AS_SURE = 0.6
"""Lines with so much of the score of the surest sentence are kept: in a text of an unknown kind
nothing is sure, and what is surest is the article."""
SENTENCE_WORDS = 8

MIN_KEPT_WORDS = 20
MIN_KEPT_SHARE = 0.02
"""When less than either is left of a document that has more, the model does not know this kind of text,
and everything is kept: losing an article is worse than keeping a menu."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """How likely each line belongs to the article.

    Attributes:
        scores: of the lines, or of the first ones.
        keep_from: the score from which on a line is kept, one for all or one for each.
        words: of each line.
        min_words, min_share: when fewer words, or a smaller share of all, would be left,
            everything is kept.
    """

    scores: NDArray[np.float32]
    keep_from: float | NDArray[np.float64]
    words: NDArray[np.int64]
    min_words: int = MIN_KEPT_WORDS
    min_share: float = MIN_KEPT_SHARE


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
    judged = texts[:MAX_LINES]
    if not judged:
        return Judgement(np.zeros(0, np.float32), 0.0, count_words(texts))
    words = read_words(judged, title)
    return judge_scores(texts, words, load_line_model("text").judge_words(words))


def judge_scores(texts: Sequence[str], words: Words, scores: NDArray[np.float32]) -> Judgement:
    """The judgement from the words and the model's scores of the first lines, and from what is sure by words alone."""
    sizes = words.token_counts if len(words.token_counts) == len(texts) else count_words(texts)
    least = keep_from(sizes[: len(scores)], scores)
    kept, scores = scores >= least, scores.copy()
    for index in boilerplate(texts[: len(scores)], words):
        if kept[index]:
            scores[index] = 0
    for index in (~kept & (sizes[: len(scores)] >= SENTENCE_WORDS)).nonzero()[0].tolist():
        if _opens_story(texts[index]):
            scores[index] = 1
    return Judgement(scores, least, sizes)


def _opens_story(text: str) -> bool:
    """Whether a line begins as only the first paragraph of an agency's story does."""
    dateline = find_dateline(text, 0, len(text)) if ")" in text[:MAX_DATELINE_CHARACTERS] else None
    return dateline is not None and bool(dateline["place"] and dateline["agency"])


def keep_from(words: NDArray[np.int64], scores: NDArray[np.float32]) -> NDArray[np.float64]:
    """The score from which on each line of a text is kept, from the number of its words."""
    least = _KEEP_FROM.take(words, mode="clip")
    surest = scores[words >= SENTENCE_WORDS].max(initial=0.0)
    if surest > 0:
        least = np.minimum(least, NEARLY_AS_SURE * surest)
    return least


def count_words(texts: Sequence[str]) -> NDArray[np.int64]:
    """Words of each line; repaired lines have one space between two of them."""
    return np.array([text.count(" ") + 1 for text in texts], np.int64)


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
    scores, kept = judgement.scores, judgement.scores >= judgement.keep_from
    warnings: tuple[str, ...] = ()
    if missing := len(texts) - len(scores):
        scores = np.concatenate([scores, np.ones(missing, np.float32)])
        kept = np.concatenate([kept, np.ones(missing, bool)])
        warnings = (CleaningWarning.LINES_NOT_JUDGED,)
    if not kept.all() and _too_little_is_left(kept, judgement):
        kept[:] = True
        warnings += (CleaningWarning.KEPT_ALL,)
    told = scores.astype(float).round(3).tolist()
    return Decision(reasons(texts, kept.tolist(), hints), told, warnings)


def _too_little_is_left(kept: NDArray[np.bool_], judgement: Judgement) -> bool:
    left, every = int(judgement.words[kept].sum()), int(judgement.words.sum())
    return left < every and (left < min(judgement.min_words, every) or left < judgement.min_share * every)
