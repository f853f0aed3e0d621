"""The words of a document's lines in flat arrays, each looked up in a table that remembers what it saw.

The same few ten thousand words make up most of the news, so what a word tells is worked out once, not
each time it is read.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from struct import Struct
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from service.clean.lines.flags import letters_of, token_flags, word_flags
from service.clean.lines.vocabulary import WORD

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]
Numbers = NDArray[np.int32]

WIDTH = np.dtype(np.int32).itemsize  # bytes of a number

REMEMBERED_CHARACTERS = 1 << 20
"""Of all words in the table, some 130,000 of them in 25 MB; when there are more it begins anew."""


class WordTable(dict[str, int]):
    """Words, numbered as they are asked for.

    Attributes:
        rows: the flags of each word, and the number of the word in lower case.
        lower: lower case, by the number of a word.
        characters: of all words.
    """

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[int, int]] = []
        self.lower: list[str] = []
        self.characters = 0

    def __missing__(self, word: str) -> int:
        lower = word.lower()
        of_lower = len(self) if lower == word else self[lower]
        number = self[word] = len(self)
        self.lower.append(lower)
        self.rows.append((word_flags(word, lower), of_lower))
        self.characters += len(word)
        return number


class TokenTable(dict[str, bytes]):
    """Tokens: flags, commas, place of the first word of each among ``within``, number of words.

    The four are packed as they stand in an array, so that those of many tokens need only be joined.

    Attributes:
        within: the rows of the words in tokens, token after token, behind a first one that means nothing.
        characters: of all tokens.
    """

    def __init__(self, words: WordTable) -> None:
        super().__init__()
        self._words = words
        self.within = array("i", (0, 0))
        self.characters = 0

    def __missing__(self, token: str) -> bytes:
        words, within = self._words, self.within
        start = len(within) // 2
        letters = letters_of(token)
        for word in (letters,) if letters else WORD.findall(token):
            within.extend(words.rows[words[word]])
        row = self[token] = _pack(token_flags(token, letters), token.count(","), start, len(within) // 2 - start)
        self.characters += len(token)
        return row

    def columns(self, tokens: Iterable[str]) -> Numbers:
        """What is told of tokens, as columns."""
        rows = np.frombuffer(b"".join(map(self.__getitem__, tokens)), np.int32)
        return np.ascontiguousarray(rows.reshape(-1, 4).T)

    def words(self, places: Integers) -> Numbers:
        """The rows of words at places among ``within``, as columns."""
        return np.ascontiguousarray(np.frombuffer(self.within, np.int32).reshape(-1, 2)[places].T)


class Vocabulary:
    """Tables of tokens, which stand between spaces, and of the words in them."""

    def __init__(self) -> None:
        self.words = WordTable()
        self.tokens = TokenTable(self.words)

    @property
    def is_full(self) -> bool:
        """Whether it holds as much as it may."""
        return self.tokens.characters + self.words.characters > REMEMBERED_CHARACTERS


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

    def keys(self) -> list[bytes]:
        """For each line what is equal only for a line of the same words."""
        numbers = self.numbers.tobytes()
        ends = (self.starts + self.counts) * WIDTH
        bounds = zip((self.starts * WIDTH).tolist(), ends.tolist(), strict=True)
        return [numbers[start:end] for start, end in bounds]

    def lines(self) -> list[list[str]]:
        """The words of each line, lower case."""
        words = list(map(self.vocabulary.words.lower.__getitem__, self.numbers.tolist()))
        bounds = zip(self.starts.tolist(), self.counts.tolist(), strict=True)
        return [words[start : start + count] for start, count in bounds]


_pack = Struct("=iiii").pack
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
    strings, sizes = _split(texts)
    with _lock:
        if _vocabulary.is_full:
            _begin_anew()
        vocabulary = _vocabulary
        token_flags, commas, first, within = vocabulary.tokens.columns(strings)
        titled = {vocabulary.words[word] for word in WORD.findall((title or "").lower())}
        token_starts = _starts(sizes)
        of_token = np.arange(within.sum()) + np.repeat(first - _starts(within), within)
        flags, numbers = vocabulary.tokens.words(of_token)
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


def _split(texts: Sequence[str]) -> tuple[Iterable[str], Integers]:
    """The tokens of all lines, and how many are of each; of a line without any, an empty one."""
    joined = " ".join(texts)
    if texts and joined.isprintable() and "  " not in joined and joined[:1] != " " and joined[-1:] != " ":
        # As repaired lines are: one space between two tokens, and no other white space.
        return joined.split(" "), np.fromiter((text.count(" ") + 1 for text in texts), np.int64)
    split = [text.split() or [""] for text in texts]
    return chain.from_iterable(split), np.fromiter(map(len, split), np.int64)


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
