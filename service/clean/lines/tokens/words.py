"""The words of a document's lines in flat arrays, each looked up in a table that remembers what it saw.

The same few ten thousand words make up most of the news, so what a word tells is worked out once, not
each time it is read.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from service.clean.lines.tokens.hashes import Integers, Numbers, hash_tokens
from service.clean.lines.tokens.tables import Vocabulary
from service.clean.lines.tokens.vocabulary import WORD

Floats = NDArray[np.float64]

WIDTH = np.dtype(np.int32).itemsize  # bytes of a number in a key


@dataclass(slots=True)
class Words:
    """The words of the lines of one document.

    Attributes:
        characters: of each line.
        token_flags: of each token, see ``TOKEN_FLAGS``.
        commas: in each token.
        token_starts, token_counts: index of each line's first token; how many it has, at least one, if an empty one.
        flags: of each word: the bits of its cues, then those of ``WORD_FLAGS``.
        numbers: of each word in lower case; equal words have equal ones.
        starts, counts: index of each line's first word; how many words it has.
        line, place: of each word the index of its line, and its place in the line from 0 on.
        filled, firsts: the lines that have words, and the index of the first word of each.
        keys: of each line what is equal only for a line of the same words: their numbers, ``WIDTH`` bytes each.
        title: numbers of the words of the title, each once.
        vocabulary: that the numbers are of.
    """

    characters: Integers
    token_flags: Numbers
    commas: Numbers
    token_starts: Integers
    token_counts: Integers
    flags: Numbers
    numbers: Integers
    starts: Integers
    counts: Integers
    line: Integers
    place: Integers
    filled: Integers
    firsts: Integers
    keys: list[bytes]
    title: Integers
    vocabulary: Vocabulary

    def lines(self) -> list[list[str]]:
        """The words of each line, lower case."""
        words = list(map(self.vocabulary.words.lower.__getitem__, self.numbers.tolist()))
        bounds = zip(self.starts.tolist(), self.counts.tolist(), strict=True)
        return [words[start : start + count] for start, count in bounds]


_vocabulary = Vocabulary()
_lock = Lock()


def number_words(vocabulary: Vocabulary, words: Iterable[str]) -> list[int]:
    """The numbers of words of a vocabulary; those that it has not seen are added."""
    with _lock:
        return vocabulary.words.numbers(words)


def read_words(texts: Sequence[str], title: str | None) -> Words:
    """Split lines into words.

    Args:
        texts: the lines of one document, repaired (one space between two tokens), in order, at least one.
        title: of the article, when it is known.
    """
    characters = np.fromiter(map(len, texts), np.int64, len(texts))
    tokens = hash_tokens(" ".join(texts))
    with _lock:
        if _vocabulary.is_full:
            _replace_vocabulary()
        vocabulary = _vocabulary
        token_flags, commas, within, first = vocabulary.tokens.columns(tokens)
        titled = set(vocabulary.words.numbers(WORD.findall((title or "").lower())))
        of_token = np.arange(within.sum()) + (first - _starts(within)).repeat(within)
        flags, numbers = vocabulary.tokens.words(of_token)
    token_starts = tokens.starts.searchsorted(_starts(characters + 1))
    token_counts = np.empty_like(token_starts)
    token_counts[:-1], token_counts[-1:] = token_starts[1:], len(token_flags)
    token_counts -= token_starts
    counts = np.add.reduceat(within, token_starts, dtype=np.int64)
    starts = _starts(counts)
    line = np.arange(len(texts)).repeat(counts)
    filled = counts.nonzero()[0]
    return Words(
        characters,
        token_flags,
        commas,
        token_starts,
        token_counts,
        flags,
        numbers,
        starts,
        counts,
        line,
        np.arange(len(line)) - starts.take(line),
        filled,
        starts.take(filled),
        _keys(numbers, counts),
        np.array(list(titled), np.int64),
        vocabulary,
    )


def _keys(numbers: Integers, counts: Integers) -> list[bytes]:
    """What is equal only for lines of the same words, of so many words each."""
    packed = numbers.astype(np.int32).tobytes()
    ends = (counts.cumsum() * WIDTH).tolist()
    return [packed[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def _starts(lengths: Integers) -> Integers:
    """Where pieces of such lengths start, one behind the other."""
    return lengths.cumsum() - lengths


def _replace_vocabulary() -> None:
    global _vocabulary
    _vocabulary = Vocabulary()


def forget_words() -> None:
    """Begin the table anew, as a process does."""
    with _lock:
        _replace_vocabulary()
