"""What the line model sees of each line: its letters, its words, its copies, its place, its neighbours."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import log1p

import numpy as np
from numpy.typing import NDArray

from service.clean.headline import CLOSERS
from service.clean.lines.vocabulary import CLOCK, CUE_BITS, CUE_WORDS, CUES, DIGIT, MONTHS, STOP_WORDS, WORD, YEAR

Floats = NDArray[np.float64]

END_MARKS = ".!?…"
OPENERS = "\"“‘'«"
BULLETS = "-–—•*·►▶»>|"
ARROW = re.compile(r"[→›»▶◀×✕|]")

MOST_WORDS = 40  # of a line that are looked at one by one: cues stand at its ends
EDGE_WORDS = 12
NAME_WORDS = 35  # of a line in which names are looked for

LONG_WORDS = 15
LONG_STOP_SHARE = 0.25
"""A line of running text: so many words, an end mark, and so many stop words among them."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line's words, looked up once.

    Attributes:
        cased: its words as they stand.
        words: the same in lower case.
    """

    text: str
    cased: list[str]
    words: list[str]


def read_lines(texts: Sequence[str]) -> list[Line]:
    """Split each line into words."""
    found = []
    for text in texts:
        cased = WORD.findall(text)
        found.append(Line(text, cased, list(map(str.lower, cased))))
    return found


_OWN = (
    "words", "log_words", "log_characters", "end_mark", "inner_marks", "lower", "upper", "capitalised", "digits",
    "stop_share", "stops", "commas", "starts_lower", "starts_quoted", "bullet", "colon", "ellipsis", "arrow", "at",
    "hash", "address", "quoted", "date", "clock", "parenthesis", "said", "question", "exclamation", "word_length",
    "first_person", "second_person", "no_words",
)  # fmt: skip
_CUE_NAMES = tuple(f"cue_{name}" for name in CUES)


def _own_features(line: Line) -> list[float]:
    text, words = line.text, line.words
    count = len(words)
    share = 1.0 / max(count, 1)
    raw = text.split()
    lower = sum(map(str.islower, raw))
    upper = sum(map(str.isupper, raw))
    titled = sum(map(str.istitle, raw))
    stops = sum(map(STOP_WORDS.__contains__, words))
    digits = sum(map(str.isdigit, words))
    tail = text[-6:].rstrip(CLOSERS)
    bits = 0
    for word in CUE_WORDS.intersection(
        words if count <= MOST_WORDS else words[: MOST_WORDS - EDGE_WORDS] + words[-EDGE_WORDS:]
    ):
        bits |= CUE_BITS[word]
    numbers = count <= MOST_WORDS and DIGIT.search(text) is not None
    head = set(words[:30])
    return [
        min(count, 60),
        log1p(count),
        log1p(len(text)),
        float(tail[-1:] in END_MARKS and bool(tail)),
        min(text.count(". ") + text.count("? ") + text.count("! ") + text.count(".” ") + text.count('." '), 6),
        lower * share,
        upper * share,
        titled * share,
        digits * share,
        stops * share,
        min(stops, 12),
        text.count(",") * share,
        float(text[:1].islower()),
        float(text[:1] in OPENERS),
        float(text[:1] in BULLETS),
        float(text[-1:] == ":"),
        float(text[-1:] == "…" or text[-3:] == "..."),
        float(ARROW.search(text) is not None),
        float("@" in text),
        float("#" in text),
        float("http" in text or "www." in text or ".com" in text),
        float('"' in text or "“" in text),
        float(numbers and _holds_date(text, words)),
        float(numbers and _holds_clock(text, words)),
        float("(" in text),
        float("said" in words or "says" in words or "told" in words),
        float(text[-1:] == "?"),
        float(text[-1:] == "!"),
        len(text) * share,
        float("i" in head or "i'm" in head or "i’m" in head),
        float("you" in head or "your" in head),
        float(not words),
        *_cues(bits),
    ]


@cache
def _cues(bits: int) -> list[float]:
    return [float(bits >> bit & 1) for bit in range(len(CUES))]


def _holds_date(text: str, words: Sequence[str]) -> bool:
    """Beside a number: a month, or a year of this century."""
    return not MONTHS.isdisjoint(words) or YEAR.search(text) is not None


def _holds_clock(text: str, words: Sequence[str]) -> bool:
    """A time of day, or beside a number how long ago, or how long to read."""
    return CLOCK.search(text) is not None or "ago" in words or words[-1:] == ["read"]


_COPIES = (
    "copy_before", "copy_after", "start_copied", "first_word_copied", "in_long", "in_long_titled", "title_jaccard",
    "title_covered", "covered_by_title",
)  # fmt: skip


def _copy_features(lines: Sequence[Line], long: Floats, title: str | None) -> Floats:
    """Copies within the document, and words shared with its running text and its title."""
    content = [{word for word in set(line.words).difference(STOP_WORDS) if len(word) > 3} for line in lines]
    in_running_text = Counter[str]()
    for words, running in zip(content, long, strict=True):
        if running:
            in_running_text.update(words)
    # A line of running text stands in the running text itself; so its words must be there twice.
    once = in_running_text.keys()
    twice = {word for word, count in in_running_text.items() if count > 1}
    keys = [" ".join(line.words) for line in lines]
    last = {key: index for index, key in enumerate(keys)}
    seen: set[str] = set()
    starts = Counter(" ".join(line.words[:5]) for line in lines if len(line.words) >= 5)
    firsts = Counter(line.words[0] for line in lines if line.words)
    title_words = set(WORD.findall((title or "").lower()))
    title_content = {word for word in title_words if word not in STOP_WORDS}
    rows = []
    for index, (line, words, key, running) in enumerate(zip(lines, content, keys, long, strict=True)):
        known = twice if running else once
        names = [word.lower() for word in line.cased[1:NAME_WORDS] if len(word) > 2 and word[0].isupper()]
        every = set(line.words)
        rows.append(
            [
                float(key in seen),
                float(last[key] > index),
                float(len(line.words) >= 5 and starts[" ".join(line.words[:5])] > 1),
                min(firsts[line.words[0]], 6) if line.words else 0,
                len(words & known) / len(words) if words else 0.0,
                sum(map(known.__contains__, names)) / len(names) if names else 0.5,
                len(title_words & every) / len(title_words | every) if title_words else 0.0,
                len(title_content & every) / max(1, len(title_content)),
                len(title_content & words) / len(words) if words else 0.0,
            ]
        )
        seen.add(key)
    return np.array(rows, float).reshape(len(lines), len(_COPIES))


_PLACES = (
    "place", "log_from_start", "log_to_end", "log_lines", "after_first_long", "after_last_long", "long_before",
    "long_after", "nearest_long", "farther_long", "share_of_long_before", "log_longs", "log_long_words_after",
    "run_short", "run_unended", "run_titled", "relative_length",
)  # fmt: skip
FAR = 30


def _place_features(own: Floats, long: Floats) -> Floats:
    """Where the line stands, in the document and beside its running text."""
    count = len(own)
    index = np.arange(count, dtype=float)
    words, ended, titled = own[:, 0], own[:, 3], own[:, 7]
    columns = [index / max(1, count - 1), np.log1p(index), np.log1p(count - 1 - index), np.full(count, np.log(count))]
    places = np.flatnonzero(long)
    if len(places):
        before = np.searchsorted(places, index)
        after = np.searchsorted(places, index, side="right")
        to_before = np.where(before > 0, index - places[np.maximum(before - 1, 0)], FAR)
        to_after = np.where(after < len(places), places[np.minimum(after, len(places) - 1)] - index, FAR)
        running = np.cumsum(long * words)
        columns += [
            np.clip(index - places[0], -20, 20),
            np.clip(index - places[-1], -20, 20),
            np.minimum(to_before, FAR),
            np.minimum(to_after, FAR),
            np.minimum(np.minimum(to_before, to_after), FAR),
            np.minimum(np.maximum(to_before, to_after), FAR),
            (running - long * words) / running[-1],
            np.full(count, np.log1p(len(places))),
            np.log1p(running[-1] - running),
        ]
        usual = float(np.median(words[places]))
    else:
        columns += [np.zeros(count)] * 2 + [np.full(count, float(FAR))] * 4 + [np.zeros(count)] * 3
        usual = 20.0
    columns += [
        np.log1p(_runs(words < 10)),
        np.log1p(_runs(ended == 0)),
        np.log1p(_runs((titled > 0.5) & (ended == 0))),
    ]
    columns.append(words / usual)
    return np.column_stack(columns)


def _runs(mask: NDArray[np.bool_]) -> Floats:
    """For each place the length of the run of True that it stands in."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], mask, [False]]).astype(np.int8)))
    lengths = np.zeros(len(mask))
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        lengths[start:end] = end - start
    return lengths


_AROUND = ("log_words", "end_mark", "long", "stop_share", "capitalised", "cue", "in_long", "lexical")
_SHIFTS = (1, 2, 3)
_WIDTHS = (2, 5, 10)
_SIDE = 6


def around(columns: Floats) -> Floats:
    """Neighbours of each line: their values, the mean about it, the mean before and after it.

    Args:
        columns: shape (lines, k).
    """
    count = len(columns)
    found = []
    padded = np.vstack([np.full((3, columns.shape[1]), -1.0), columns, np.full((3, columns.shape[1]), -1.0)])
    for shift in _SHIFTS:
        found += [padded[3 - shift : 3 - shift + count], padded[3 + shift : 3 + shift + count]]
    sums = np.vstack([np.zeros((1, columns.shape[1])), np.cumsum(columns, axis=0)])
    index = np.arange(count)
    for width in _WIDTHS:
        start, end = np.maximum(0, index - width), np.minimum(count, index + width + 1)
        found.append((sums[end] - sums[start]) / (end - start)[:, None])
    start, end = np.maximum(0, index - _SIDE), np.minimum(count, index + _SIDE + 1)
    found.append((sums[index] - sums[start]) / np.maximum(1, index - start)[:, None])
    found.append((sums[end] - sums[index + 1]) / np.maximum(1, end - index - 1)[:, None])
    return np.hstack(found)


def is_long(own: Floats) -> Floats:
    """1.0 for each line of running text."""
    return ((own[:, 0] >= LONG_WORDS) & (own[:, 3] > 0) & (own[:, 9] > LONG_STOP_SHARE)).astype(float)


def features(lines: Sequence[Line], lexical: Floats, title: str | None) -> Floats:
    """All features of all lines.

    Args:
        lines: of one document, in order.
        lexical: of each line, see ``service.clean.lines.lexicon``.
        title: of the article, when it is known.

    Returns:
        Shape (lines, FEATURE_COUNT).
    """
    own = np.array([_own_features(line) for line in lines], float)
    long = is_long(own)
    copies = _copy_features(lines, long, title)
    context = np.column_stack(
        [own[:, 1], own[:, 3], long, own[:, 9], own[:, 7], own[:, len(_OWN) :].max(1), copies[:, 4], lexical]
    )
    return np.hstack([own, copies, _place_features(own, long), lexical[:, None], around(context)])


FEATURE_COUNT = (
    len(_OWN) + len(_CUE_NAMES) + len(_COPIES) + len(_PLACES) + 1 + len(_AROUND) * (2 * len(_SHIFTS) + len(_WIDTHS) + 2)
)
