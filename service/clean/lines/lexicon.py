"""A line's words weighed: how much its first and last words speak for or against the article."""

from array import array
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from service.clean.lines.flags import WORD_BIT
from service.clean.lines.words import Integers, Numbers, Vocabulary, Words, number_words

FIRST_WORDS = 10
LAST_WORDS = 2
WHOLE_LINE_WORDS = 4


def lexical_keys(words: Sequence[str]) -> list[str]:
    """The keys of a line under which the lexicon has weights.

    Args:
        words: of the line, lower case.
    """
    if not words:
        return ["empty"]
    first = ["0" if word.isdigit() else word for word in words[:FIRST_WORDS]]
    keys = [*first, f"first {first[0]}", *[f"last {word}" for word in words[-LAST_WORDS:]]]
    if len(first) > 1:
        keys.append(f"first {first[0]} {first[1]}")
    if len(first) > 2:
        keys.append(f"second {first[1]} {first[2]}")
    if len(words) <= WHOLE_LINE_WORDS:
        keys.append(f"line {' '.join(words)}")
    return keys


class Lexicon:
    """Weights of words and phrases.

    Args:
        weights: by key, see ``lexical_keys``.
    """

    def __init__(self, weights: dict[str, float]) -> None:
        self._weights = weights
        self._numbered: _NumberedLexicon | None = None

    def scores(self, words: Words) -> NDArray[np.float64]:
        """The sum of the weights of each line's keys; above zero speaks for the article."""
        numbered = self._numbered
        if numbered is None or numbered.vocabulary is not words.vocabulary:
            numbered = self._numbered = _NumberedLexicon(self._weights, words.vocabulary)
        starts, counts = words.starts, words.counts
        anywhere, first, last = numbered.of_words(words.numbers)
        weights = np.where(words.place < FIRST_WORDS, anywhere, 0) + np.where(words.place == 0, first, 0)
        weights += np.where(counts[words.line] - words.place <= LAST_WORDS, last, 0)
        found = np.bincount(words.line, weights, minlength=len(counts)).astype(float)
        pair, triple = np.flatnonzero(counts > 1), np.flatnonzero(counts > 2)
        found[pair] += numbered.first_pairs(words, starts[pair])
        found[triple] += numbered.second_pairs(words, starts[triple] + 1)
        numbered.add_whole_lines(words, found)
        return found


class _NumberedLexicon:
    """A lexicon by the numbers that words have in one vocabulary."""

    def __init__(self, weights: dict[str, float], vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._weights = weights
        self._of_words = array("d")
        (self._zero,) = number_words(vocabulary, ["0"])
        self._first, self._second = (self._pairs(kind) for kind in ("first", "second"))
        self._lines = {
            tuple(number_words(vocabulary, key.removeprefix("line ").split(" "))): weight
            for key, weight in weights.items()
            if key.startswith("line ")
        }
        self._lines[()] = weights.get("empty", 0.0)

    def _pairs(self, kind: str) -> tuple[Integers, NDArray[np.float64]]:
        """Pairs of words under one kind of key, packed and sorted, and their weights."""
        keys = [(key.split(" ")[1:], weight) for key, weight in self._weights.items() if key.startswith(f"{kind} ")]
        found = sorted((_packed(*number_words(self.vocabulary, w)), weight) for w, weight in keys if len(w) == 2)
        return np.array([-1, *[pair for pair, _ in found]]), np.array([0.0, *[weight for _, weight in found]])

    def first_pairs(self, words: Words, at: Integers) -> NDArray[np.float64]:
        """The weights of pairs of words that begin lines, by the index of the first of them."""
        return self._weights_of_pairs(words, at, *self._first)

    def second_pairs(self, words: Words, at: Integers) -> NDArray[np.float64]:
        """The same of the second and the third word of lines."""
        return self._weights_of_pairs(words, at, *self._second)

    def add_whole_lines(self, words: Words, found: NDArray[np.float64]) -> None:
        """Add the weights of lines of few words, each as a whole."""
        short = np.flatnonzero(words.counts <= WHOLE_LINE_WORDS)
        numbers, get = words.numbers.tolist(), self._lines.get
        starts = words.starts[short]
        bounds = zip(starts.tolist(), (starts + words.counts[short]).tolist(), strict=True)
        found[short] += [get(tuple(numbers[start:end]), 0.0) for start, end in bounds]

    def _weights_of_pairs(
        self, words: Words, at: Integers, pairs: Integers, weights: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        one, other = (
            np.where(words.flags[index] & WORD_BIT["number"], self._zero, words.numbers[index]).astype(np.int64)
            for index in (at, at + 1)
        )
        wanted = _packed(one, other)
        place = np.searchsorted(pairs, wanted, side="right") - 1
        return np.where(pairs[place] == wanted, weights[place], 0)

    def of_words(self, numbers: Numbers) -> NDArray[np.float64]:
        """The weights of words, by their numbers: anywhere, first and last in a line."""
        get, weights = self._weights.get, self._of_words
        for word in self.vocabulary.words.lower[len(weights) // 3 :]:
            anywhere = "0" if word.isdigit() else word
            weights.extend((get(anywhere, 0.0), get("first " + anywhere, 0.0), get("last " + word, 0.0)))
        return np.frombuffer(weights).reshape(-1, 3)[numbers].T


def _packed(one: Any, other: Any) -> Any:
    """Two numbers in one, of words or of arrays of words."""
    return one << 32 | other
