"""The words of a document's lines in flat arrays, each looked up in a table that remembers what it saw.

The same few ten thousand words make up most of the news, so what a word tells is worked out once, not
each time it is read.
"""

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from service.clean.headline import CLOSERS
from service.clean.lines.vocabulary import (
    ARROW,
    BULLETS,
    CLOCK,
    CUE_BITS,
    DIGIT,
    END_MARKS,
    MONTHS,
    OPENERS,
    SHORTEST_CONTENT,
    STOP_WORDS,
    WORD,
    YEAR,
)

Integers = NDArray[np.int64]
Numbers = NDArray[np.int32]

REMEMBERED_CHARACTERS = 1 << 20
"""Of all words in the table, some 130,000 of them in 25 MB; when there are more it begins anew."""

TOKEN_FLAGS = (
    "lower", "upper", "titled",
    "arrow", "at", "hash", "address", "quoted", "parenthesis", "digit", "year", "clock",
    "starts_lower", "starts_quoted", "bullet",
    "inner_mark", "end_mark", "colon", "ellipsis", "question", "exclamation",
)  # fmt: skip
"""What is told of a token, a bit each: of any, of one that begins a line, of one that ends a line."""
FIRST_TOKEN_FLAGS, LAST_TOKEN_FLAGS = TOKEN_FLAGS[12:15], TOKEN_FLAGS[16:]

CUE_COUNT = 11
WORD_FLAGS = ("said", "first_person", "second_person", "month", "ago", "read", "stop", "number", "content", "named")
"""What is told of a word, a bit each, behind those of the cues."""

_TOKEN_BIT = {name: 1 << bit for bit, name in enumerate(TOKEN_FLAGS)}
_WORD_BIT = {name: 1 << bit + CUE_COUNT for bit, name in enumerate(WORD_FLAGS)}
_KINDS = {
    "said": ("said", "says", "told"),
    "first_person": ("i", "i'm", "i’m"),
    "second_person": ("you", "your"),
    "month": MONTHS,
    "ago": ("ago",),
    "read": ("read",),
    "stop": STOP_WORDS,
}
_KNOWN_WORDS = {
    word: CUE_BITS.get(word, 0) | sum(_WORD_BIT[kind] for kind, words in _KINDS.items() if word in words)
    for word in {*CUE_BITS, *chain.from_iterable(_KINDS.values())}
}


class Table(dict[str, int]):
    """Numbers of strings, given as they are asked for, with a column of integers for each."""

    def __init__(self, height: int, describe: Callable[[str], Sequence[int]]) -> None:
        super().__init__()
        self._describe = describe
        self._columns = np.zeros((height, 4096), np.int32)
        self._new: list[Sequence[int]] = []
        self.characters = 0

    def __missing__(self, name: str) -> int:
        column = self._describe(name)  # may ask for other strings of this table
        number = self[name] = len(self)
        self._new.append(column)
        self.characters += len(name)
        return number

    @property
    def columns(self) -> Numbers:
        """The columns of all strings; those behind them mean nothing."""
        if self._new:
            while len(self) > self._columns.shape[1]:
                self._columns = np.hstack([self._columns, np.zeros_like(self._columns)])
            self._columns[:, len(self) - len(self._new) : len(self)] = np.array(self._new).T
            self._new = []
        return self._columns


class Vocabulary:
    """Tables of tokens, which stand between spaces, and of the words in them.

    Attributes:
        tokens: flags, commas, place of the first word among ``within``, number of words.
        words: flags, and the number of the word in lower case.
        lower: lower case, by the number of a word.
        within: numbers of the words in tokens, token after token, behind a first one that means nothing.
    """

    def __init__(self) -> None:
        self.tokens = Table(4, self._token)
        self.words = Table(2, self._word)
        self.lower: list[str] = []
        self.within = array("i", [0])

    @property
    def is_full(self) -> bool:
        """Whether it holds as much as it may."""
        return self.tokens.characters + self.words.characters > REMEMBERED_CHARACTERS

    def _token(self, token: str) -> Sequence[int]:
        words = [token] if token.isalpha() else WORD.findall(token)
        numbers = list(map(self.words.__getitem__, words))
        start = len(self.within)
        self.within.extend(numbers)
        return _token_flags(token), token.count(","), start, len(words)

    def _word(self, word: str) -> Sequence[int]:
        lower = word.lower()
        number = len(self.words) if lower == word else self.words[lower]
        self.lower.append(lower)
        return _word_flags(word, lower), number


def _token_flags(token: str) -> int:
    bit = _TOKEN_BIT
    found = token.islower() * bit["lower"] | token.isupper() * bit["upper"] | token.istitle() * bit["titled"]
    found |= token[:1].islower() * bit["starts_lower"]
    if token.isalpha():
        return found
    first, last = token[:1], token[-1:]
    tail = token[-6:].rstrip(CLOSERS)
    told = {
        "arrow": ARROW.search(token) is not None,
        "at": "@" in token,
        "hash": "#" in token,
        "address": "http" in token or "www." in token or ".com" in token,
        "quoted": '"' in token or "“" in token,
        "parenthesis": "(" in token,
        "starts_quoted": first != "" and first in OPENERS,
        "bullet": first != "" and first in BULLETS,
        "inner_mark": last in (".", "?", "!") or token.endswith((".”", '."')),
        "end_mark": tail != "" and tail[-1] in END_MARKS,
        "colon": last == ":",
        "ellipsis": last == "…" or token.endswith("..."),
        "question": last == "?",
        "exclamation": last == "!",
    }
    if DIGIT.search(token):
        told |= {"digit": True, "year": YEAR.search(token) is not None, "clock": CLOCK.search(token) is not None}
    return found | sum(bit[name] for name, true in told.items() if true)


def _word_flags(word: str, lower: str) -> int:
    found = _KNOWN_WORDS.get(lower, 0)
    if lower.isdigit():
        found |= _WORD_BIT["number"]
    if not found & _WORD_BIT["stop"] and len(lower) >= SHORTEST_CONTENT:
        found |= _WORD_BIT["content"]
    if len(word) > 2 and word[0].isupper():
        found |= _WORD_BIT["named"]
    return found


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the lines of one document.

    Attributes:
        characters: of each line.
        token_flags: of each token, see ``TOKEN_FLAGS``.
        commas: in each token.
        token_starts: index of each line's first token; every line has one, if an empty one.
        flags: of each word: the bits of its cues, then those of ``WORD_FLAGS``.
        numbers: of each word in lower case; equal words have equal ones.
        starts, counts: index of each line's first word; how many words it has.
        line, place: of each word the index of its line, and its place in the line from 0 on.
        title: numbers of the words of the title, each once.
        vocabulary: that the numbers are of.
    """

    characters: Integers
    token_flags: Numbers
    commas: Numbers
    token_starts: Integers
    flags: Numbers
    numbers: Numbers
    starts: Integers
    counts: Integers
    line: Integers
    place: Integers
    title: list[int]
    vocabulary: Vocabulary

    def lines(self) -> list[list[str]]:
        """The words of each line, lower case."""
        words = list(map(self.vocabulary.lower.__getitem__, self.numbers.tolist()))
        bounds = zip(self.starts.tolist(), self.counts.tolist(), strict=True)
        return [words[start : start + count] for start, count in bounds]


_vocabulary = Vocabulary()
_lock = Lock()


def number_words(vocabulary: Vocabulary, words: Iterable[str]) -> list[int]:
    """The numbers of words of a vocabulary; those that it has not seen are added."""
    with _lock:
        return [vocabulary.words[word] for word in words]


def read_words(texts: Sequence[str], title: str | None) -> Words:
    """Split lines into words.

    Args:
        texts: the lines of one document, repaired, in order.
        title: of the article, when it is known.
    """
    split = [text.split() or [""] for text in texts]
    with _lock:
        if _vocabulary.is_full:
            _begin_anew()
        vocabulary = _vocabulary
        find = vocabulary.tokens.__getitem__
        tokens = np.fromiter(map(find, chain.from_iterable(split)), np.int64)
        titled = {vocabulary.words[word] for word in WORD.findall((title or "").lower())}
        token_flags, commas, first, within = vocabulary.tokens.columns[:, tokens]
        token_starts = _starts(np.fromiter(map(len, split), np.int64))
        of_token = np.arange(within.sum()) + np.repeat(first - _starts(within), within)
        flags, numbers = vocabulary.words.columns[:, np.frombuffer(vocabulary.within, np.int32)[of_token]]
    counts = np.add.reduceat(within, token_starts) if len(texts) else within
    starts = _starts(counts)
    line = np.repeat(np.arange(len(texts)), counts)
    return Words(
        np.fromiter(map(len, texts), np.int64),
        token_flags,
        commas,
        token_starts,
        flags,
        numbers,
        starts,
        counts,
        line,
        np.arange(len(line)) - starts[line],
        list(titled),
        vocabulary,
    )


def _starts(lengths: Integers) -> Integers:
    """Where pieces of such lengths start, one behind the other."""
    return np.cumsum(lengths) - lengths


def _begin_anew() -> None:
    global _vocabulary
    _vocabulary = Vocabulary()


def forget_words() -> None:
    """Begin the table anew, as a process does."""
    with _lock:
        _begin_anew()
