"""The words of documents by number: each is read once in a process, and judged once by every class of words.

To look for words of a class in a document then takes one step of numpy, not one of Python for every word.
"""

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from sys import intern
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.strings import StringStore

KEPT = 50_000
"""Words that are kept for the next document."""


class Vocabulary:
    """All words read so far.

    Attributes:
        texts, lowers: by number, as they are written and in lower case.
    """

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.lowers: list[str] = []
        self._numbers: dict[int, int] = {}

    def read(self, strings: StringStore, column: npt.NDArray[Any]) -> list[int]:
        """The numbers of words, given as spaCy's: those are hashes, the same in every store."""
        numbers, hashes = self._numbers, column.tolist()
        try:
            return list(map(numbers.__getitem__, hashes))
        except KeyError:
            self._learn(strings, set(hashes).difference(numbers))
            return list(map(numbers.__getitem__, hashes))

    def _learn(self, strings: StringStore, hashes: Iterable[int]) -> None:
        for number, own in enumerate(hashes, len(self.texts)):
            text = intern(strings[own])
            self.texts.append(text)
            self.lowers.append(intern(text.lower()))  # the same string for most: less memory to walk through
            self._numbers[own] = number


@dataclass(frozen=True, slots=True)
class Column:
    """The words of a document, one behind the other, by number."""

    vocabulary: Vocabulary
    numbers: list[int]
    array: npt.NDArray[np.intp]

    @property
    def texts(self) -> list[str]:
        """As they are written."""
        return list(map(self.vocabulary.texts.__getitem__, self.numbers))

    @property
    def lowers(self) -> list[str]:
        """In lower case."""
        return list(map(self.vocabulary.lowers.__getitem__, self.numbers))


class WordClass:
    """Words for which something holds, whatever the document.

    Args:
        holds: tells it of a word as it is written.
    """

    def __init__(self, holds: Callable[[str], bool]) -> None:
        self._holds = holds
        self._vocabulary = Vocabulary()
        self._known = np.empty(0, dtype=np.bool_)

    @classmethod
    def of(cls, lowers: Container[str]) -> "WordClass":
        """The words that are in a list in lower case."""
        return cls(lambda text: text.lower() in lowers)

    def mask(self, column: Column) -> npt.NDArray[np.bool_]:
        """For each word of a document whether it is of this class."""
        if self._vocabulary is not column.vocabulary:
            self._vocabulary, self._known = column.vocabulary, np.empty(0, dtype=np.bool_)
        texts, judged = self._vocabulary.texts, len(self._known)
        if len(texts) > judged:
            self._known = np.concatenate((self._known, [self._holds(text) for text in texts[judged:]]), dtype=np.bool_)
        found: npt.NDArray[np.bool_] = self._known[column.array]
        return found

    def at(self, column: Column) -> list[int]:
        """Where words of this class stand in a document, ascending."""
        return self.mask(column).nonzero()[0].tolist()


_kept = [Vocabulary()]
"""Those that the next document is read with."""


def column(strings: StringStore, hashes: npt.NDArray[Any]) -> Column:
    """Read words of a document, given as spaCy's hashes of them."""
    if len(_kept[0].texts) > KEPT:
        _kept[0] = Vocabulary()
    numbers = _kept[0].read(strings, hashes)
    return Column(_kept[0], numbers, np.fromiter(numbers, np.intp, len(numbers)))
