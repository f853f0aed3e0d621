"""Words as the encoder reads them: word pieces and a shape, looked up once for each distinct word."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from service.enrich.encoder.shapes import NONE, shape
from service.enrich.encoder.windows import MAX_PIECES

FIRST, LAST, UNKNOWN = 101, 102, 100
"""[CLS], [SEP] and [UNK] in the vocabulary of BERT, uncased."""

MAX_WORD_CHARACTERS = 200
"""Of a word that the tokenizer is given: what is longer is no word, and its start is as good as all of it."""

MAX_REMEMBERED_WORDS = 50_000
"""Distinct words kept; a day's news of one worker has more, but few of the rest come twice."""


@dataclass(frozen=True, slots=True)
class Window:
    """Input of the encoder: the pieces of some words between [CLS] and [SEP].

    Attributes:
        pieces, shapes: int64 (p,).
        first: index of each word's first piece, int64 (n,).
    """

    pieces: np.ndarray
    shapes: np.ndarray
    first: np.ndarray


class Words:
    """The words of one document.

    Args:
        counts: the number of pieces of each word.
        pieces, shapes: of all words in a row, int64: the piece, and the shape of its word.
    """

    def __init__(self, counts: np.ndarray, pieces: np.ndarray, shapes: np.ndarray) -> None:
        self.counts = counts
        """The number of pieces of each word."""
        self._pieces, self._shapes = pieces, shapes
        self._ends = np.cumsum(counts)

    def window(self, start: int, end: int) -> Window:
        """The window of words ``start`` to ``end`` (exclusive)."""
        counts, ends = self.counts[start:end], self._ends[start:end]
        row = slice(int(ends[0] - counts[0]), int(ends[-1]))
        total = row.stop - row.start
        pieces, shapes = np.empty((2, total + 2), np.int64)
        pieces[0], pieces[-1] = FIRST, LAST
        pieces[1:-1] = self._pieces[row]
        shapes[0] = shapes[-1] = NONE
        shapes[1:-1] = self._shapes[row]
        return Window(pieces, shapes, ends - counts + (1 - row.start))


class WordPieces:
    """Finds the pieces of words; remembers them by the word's key.

    Args:
        tokenizer: of word pieces, without limits, padding or special pieces of its own.
        max_words: distinct words remembered before all are forgotten.
    """

    def __init__(self, tokenizer: Tokenizer, max_words: int = MAX_REMEMBERED_WORDS) -> None:
        self._tokenizer, self._max_words = tokenizer, max_words
        self._forget()

    def words(self, keys: Sequence[int], text: Callable[[int], str]) -> Words:
        """The words of a document.

        Args:
            keys: a number for each word, the same for the same word always (spaCy's hash of it).
            text: gives the word at an index of ``keys``; asked for words not met before.
        """
        if len(self._rows) > self._max_words:
            self._forget()
        known = self._rows
        for index, key in enumerate(keys):
            if key not in known:
                known[key] = self._add(text(index))
        rows = np.fromiter(map(known.__getitem__, keys), np.int64, len(keys))
        # Of the tables, which grow while they are not looked at, what this document needs is copied.
        starts, counts, shapes = (np.asarray(column)[rows] for column in (self._starts, self._counts, self._shapes))
        begins = np.cumsum(counts) - counts
        # Place i of the document is place i - begins[word] of the word's pieces in the table.
        places = np.repeat(starts - begins, counts) + np.arange(counts.sum())
        return Words(counts, np.asarray(self._pieces)[places], np.repeat(shapes, counts))

    def _forget(self) -> None:
        self._rows: dict[int, int] = {}
        self._starts, self._counts, self._shapes, self._pieces = array("q"), array("q"), array("q"), array("q")

    def _add(self, word: str) -> int:
        cut = word[:MAX_WORD_CHARACTERS]
        # A word of characters that the tokenizer drops still needs a place.
        ids = self._tokenizer.encode(cut, add_special_tokens=False).ids[:MAX_PIECES] or [UNKNOWN]
        self._starts.append(len(self._pieces))
        self._counts.append(len(ids))
        self._shapes.append(shape(cut))
        self._pieces.extend(ids)
        return len(self._starts) - 1
