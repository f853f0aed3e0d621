"""Names from scores of tags: the best sequence of tags that makes whole names (Viterbi 1967)."""

from dataclasses import dataclass

import numpy as np

from service.enrich.encoder.labels import NAME_LABELS, NAME_TAGS
from service.enrich.encoder.session import IMPOSSIBLE

OUTSIDE = NAME_TAGS.index("O")
BEGINS = np.array([NAME_TAGS.index(f"B-{label}") for label in NAME_LABELS])
INSIDES = np.array([NAME_TAGS.index(f"I-{label}") for label in NAME_LABELS])

_LABEL_OF = np.array([-1] + [index for index in range(len(NAME_LABELS)) for _ in "BI"])
_IS_INSIDE = np.isin(np.arange(len(NAME_TAGS)), INSIDES)


@dataclass(frozen=True, slots=True)
class Name:
    """A name that the document holds.

    Attributes:
        start, end: in words, end exclusive.
        label: index into ``labels.NAME_LABELS``.
        chances: (labels,) the probability of each label, the mean of the name's words.
    """

    start: int
    end: int
    label: int
    chances: np.ndarray


def find_names(scores: np.ndarray, breaks: np.ndarray) -> list[Name]:
    """The names of a document, in order.

    Args:
        scores: (n, tags) of each word.
        breaks: ascending indexes of words that no name reaches across from before; 0 is one.
    """
    if not len(scores):
        return []
    tags = best_tags(scores, breaks)
    labels = _LABEL_OF[tags]
    starts = np.flatnonzero(np.isin(tags, BEGINS))
    # A name ends where the next word does not go on with it.
    goes_on = np.append(_IS_INSIDE[tags[1:]], False)
    ends = np.flatnonzero((labels >= 0) & ~goes_on) + 1
    if not len(starts):
        return []
    within = np.flatnonzero(labels >= 0)
    chances = _softmax(scores[within])
    lengths = ends - starts
    sums = np.add.reduceat(chances[:, BEGINS] + chances[:, INSIDES], np.cumsum(lengths) - lengths)
    found = zip(starts.tolist(), ends.tolist(), labels[starts].tolist(), sums / lengths[:, None], strict=True)
    return [Name(*fields) for fields in found]


def best_tags(scores: np.ndarray, breaks: np.ndarray) -> np.ndarray:
    """The tags (n,) that score most together while every ``I-`` follows its own ``B-`` or ``I-``.

    Each run of words between two breaks is decoded by itself, and where its best tags keep the rule
    they are the answer. Where they do not, reading each misplaced ``I-`` as ``B-`` would mend the run at
    a price. A word whose ``O`` leads by more than that price is outside of names in the best sequence,
    so the run is cut there, and only the pieces with a misplaced tag are decoded, side by side.
    """
    tags: np.ndarray = scores.argmax(1)
    before = np.empty_like(tags)
    before[0], before[1:] = OUTSIDE, tags[:-1]
    before[breaks] = OUTSIDE
    misplaced = _IS_INSIDE[tags] & (_LABEL_OF[before] != _LABEL_OF[tags])
    words = np.flatnonzero(misplaced)
    if not len(words):
        return tags
    prices = np.zeros(len(tags), scores.dtype)
    prices[words] = scores[words, tags[words]] - scores[words, tags[words] - 1]
    lengths = np.diff(np.append(breaks, len(tags)))
    price = np.repeat(np.add.reduceat(prices, breaks), lengths)
    lead = scores[:, OUTSIDE] - scores[:, OUTSIDE + 1 :].max(1)
    is_start = lead > price
    is_start[breaks] = True
    starts = np.flatnonzero(is_start)
    ends = np.append(starts[1:], len(tags))
    wrong = np.flatnonzero(np.logical_or.reduceat(misplaced, starts))
    _viterbi(scores, tags, starts[wrong], ends[wrong])
    return tags


def _viterbi(scores: np.ndarray, tags: np.ndarray, starts: np.ndarray, ends: np.ndarray) -> None:
    """Write the best tags of some runs of words into ``tags``."""
    lengths = ends - starts
    longest = int(lengths.max())
    runs = np.arange(len(starts))
    total = np.zeros((len(starts), len(NAME_TAGS)), np.float32)
    total[:, INSIDES] = IMPOSSIBLE
    total += scores[starts]
    # The tag before each tag. An I- tag has two choices, all others share one: the best before them.
    came_from = np.zeros((longest, len(starts), len(NAME_TAGS)), np.int8)
    for place in range(1, longest):
        best = total.argmax(1)
        inside = total[:, INSIDES] >= total[:, BEGINS]
        came_from[place] = best[:, None]
        came_from[place][:, INSIDES] = np.where(inside, INSIDES, BEGINS)
        following = np.repeat(total[runs, best][:, None], len(NAME_TAGS), 1)
        following[:, INSIDES] = np.maximum(total[:, INSIDES], total[:, BEGINS])
        following += scores[np.minimum(starts + place, len(scores) - 1)]
        # Runs that have ended keep what they had.
        total = np.where((place < lengths)[:, None], following, total)
    tag = total.argmax(1)
    for place in range(longest - 1, -1, -1):
        within = place < lengths
        tags[(starts + place)[within]] = tag[within]
        tag = np.where(within & (place > 0), came_from[place][runs, tag], tag)


def _softmax(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max(1, keepdims=True))
    chances: np.ndarray = powers / powers.sum(1, keepdims=True)
    return chances
