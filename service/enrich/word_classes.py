"""The words of documents by number: each is read once in a process, and judged once by every class of words.

To look for words of a class in a document then takes one step of numpy, not one of Python for every word.
"""

from collections.abc import Callable, Set
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from spacy.strings import StringStore

MAX_KEPT_WORDS = 50_000
"""Words that are kept for the next document."""

FIRST_SIZE = 4096
"""Strings that a vocabulary has room for at first."""

SLOTS = 1 << 17
"""Places at which a string is looked for by its hash: a step of numpy, not one of Python for every word."""

LAST_SLOT = np.uint64(SLOTS - 1)


class Vocabulary:
    """All strings read so far.

    Attributes:
        size: how many they are.
        texts, lowers: by number, as they are written and in lower case.
        lengths: by number, their code points.
    """

    def __init__(self) -> None:
        self.size = 0
        self.texts, self.lowers = np.empty((2, FIRST_SIZE), dtype=np.object_)
        self.lengths = np.empty(FIRST_SIZE, dtype=np.int32)
        self._hashes = np.empty(FIRST_SIZE, dtype=np.uint64)
        self._numbers: dict[int, int] = {}
        self._number_at = np.zeros(SLOTS, dtype=np.intp)
        self._last: tuple[int, list[str], list[str]] = 0, [], []
        self._add([0], [""])

    def read(self, strings: StringStore, hashes: npt.NDArray[np.uint64]) -> npt.NDArray[np.intp]:
        """The numbers of strings, given as spaCy's: those are hashes, the same in every store."""
        # By indexes of numpy's own type: it takes five times as long to look up by any other.
        hashes = np.ascontiguousarray(hashes)
        numbers = self._number_at[(hashes & LAST_SLOT).astype(np.intp)]
        missed = self._hashes[numbers] != hashes
        if np.count_nonzero(missed):  # new ones, and the few that have to share a slot
            others = hashes[missed].tolist()
            if new := list(set(others).difference(self._numbers)):
                self._add(new, [strings[own] for own in new])
            numbers[missed] = [self._numbers[own] for own in others]
        return numbers

    def since(self, first: int, *, lower: bool) -> list[str]:
        """The words from a number on, as they are written or in lower case."""
        start, *last = self._last
        if first == start:  # as for all classes of words that are asked about every document
            return last[lower]
        words: list[str] = (self.lowers if lower else self.texts)[first : self.size].tolist()
        return words

    def _add(self, hashes: list[int], texts: list[str]) -> None:
        first, self.size = self.size, self.size + len(hashes)
        if self.size > len(self.texts):
            more = np.empty(self.size, dtype=np.object_)
            self.texts, self.lowers = (np.concatenate((each, more)) for each in (self.texts, self.lowers))
            self.lengths = np.concatenate((self.lengths, np.empty(self.size, dtype=np.int32)))
            self._hashes = np.concatenate((self._hashes, np.empty(self.size, dtype=np.uint64)))
        own, added = slice(first, self.size), np.arange(first, self.size)
        lowers = [text if text.islower() else text.lower() for text in texts]  # the same string: less memory to walk
        self.texts[own], self.lowers[own], self.lengths[own] = texts, lowers, list(map(len, texts))
        self._last = first, texts, lowers
        self._hashes[own] = np.array(hashes, dtype=np.uint64)
        self._numbers.update(zip(hashes, added.tolist(), strict=True))
        slots = (self._hashes[own] & LAST_SLOT).astype(np.intp)
        free = self._number_at[slots] == 0
        self._number_at[slots[free]] = added[free]


@dataclass(frozen=True, slots=True)
class Column:
    """The words of a document, one behind the other, by number."""

    vocabulary: Vocabulary
    numbers: npt.NDArray[np.intp]

    @property
    def texts(self) -> list[str]:
        """As they are written."""
        texts: list[str] = self.vocabulary.texts[self.numbers].tolist()
        return texts

    @property
    def lowers(self) -> list[str]:
        """In lower case."""
        lowers: list[str] = self.vocabulary.lowers[self.numbers].tolist()
        return lowers

    @property
    def lengths(self) -> npt.NDArray[np.int32]:
        """Their code points."""
        lengths: npt.NDArray[np.int32] = self.vocabulary.lengths[self.numbers]
        return lengths


class WordClass:
    """Words for which something holds, whatever the document.

    Args:
        holds: tells it of a word.
        lower: whether it is asked about words in lower case, not as they are written.
        among: a larger class: it is asked about the words of that one alone, and holds for no others.
    """

    def __init__(self, holds: Callable[[str], bool], *, lower: bool = False, among: "WordClass | None" = None) -> None:
        self._holds, self._lower, self._among = holds, lower, among
        self._listed: Set[str] | None = None
        self._vocabulary: Vocabulary | None = None
        self._known = np.empty(0, dtype=np.bool_)
        self._judged = 0

    @classmethod
    def of(cls, lowers: Set[str]) -> "WordClass":
        """The words that are in a list in lower case."""
        listed = cls(lowers.__contains__, lower=True)
        listed._listed = lowers
        return listed

    def mask(self, column: Column) -> npt.NDArray[np.bool_]:
        """For each word of a document whether it is of this class."""
        found: npt.NDArray[np.bool_] = self._of(column.vocabulary)[column.numbers]
        return found

    def _of(self, vocabulary: Vocabulary) -> npt.NDArray[np.bool_]:
        """For each word of a vocabulary whether it is of this class."""
        if self._vocabulary is not vocabulary:
            self._vocabulary, self._judged = vocabulary, 0
        if self._judged < vocabulary.size:
            if (lacking := len(vocabulary.texts) - len(self._known)) > 0:
                self._known = np.concatenate((self._known, np.empty(lacking, dtype=np.bool_)))
            self._known[self._judged : vocabulary.size] = self._judgements(vocabulary)
            self._judged = vocabulary.size
        return self._known

    def _judgements(self, vocabulary: Vocabulary) -> list[bool] | bool:
        """For each new word whether it is of this class; one answer where it is the same for all."""
        words = vocabulary.since(self._judged, lower=self._lower)
        if self._among is not None:
            holds, larger = self._holds, self._among._of(vocabulary)[self._judged : vocabulary.size].tolist()
            return [within and holds(word) for word, within in zip(words, larger, strict=True)]
        if self._listed is not None and self._listed.isdisjoint(words):
            return False  # as mostly: no step of Python for each word
        return list(map(self._holds, words))

    def at(self, column: Column) -> list[int]:
        """Where words of this class stand in a document, ascending."""
        return self.mask(column).nonzero()[0].tolist()

    def among(self, column: Column) -> frozenset[str]:
        """The words of this class in a document, each once."""
        return frozenset(column.vocabulary.texts[column.numbers[self.mask(column)]].tolist())


MARKED = WordClass(lambda text: not text.isalpha())
"""Words that are more than letters, or none."""

_kept = [Vocabulary()]
"""Those that the next document is read with."""


def columns_of_words(strings: StringStore, hashes: npt.NDArray[np.uint64]) -> list[Column]:
    """Read words of a document, given as spaCy's hashes of them, a row for each column."""
    if _kept[0].size > MAX_KEPT_WORDS:
        _kept[0] = Vocabulary()
    return [Column(_kept[0], numbers) for numbers in _kept[0].read(strings, hashes)]
