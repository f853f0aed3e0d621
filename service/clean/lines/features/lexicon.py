"""A line's words weighed: how much its first and last words speak for or against the article."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from service.clean.lines.tokens.flags import WORD_BIT
from service.clean.lines.tokens.tables import Vocabulary
from service.clean.lines.tokens.words import Floats, Words, number_words

FIRST_WORDS = 10
LAST_WORDS = 2
WHOLE_LINE_WORDS = 4
_NONE = 0.0, 0.0, 0.0


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
        self._words = _word_weights(weights)
        self._numbered: _NumberedLexicon | None = None

    def scores(self, words: Words) -> Floats:
        """The sum of the weights of each line's keys; above zero speaks for the article."""
        numbered = self._numbered
        if numbered is None or numbered.vocabulary is not words.vocabulary:
            numbered = self._numbered = _NumberedLexicon(self._weights, self._words, words.vocabulary)
        return numbered.of_words(words) + numbered.of_pairs(words) + numbered.of_whole_lines(words)


WordWeights = tuple[float, float, float]
"""Of a word: anywhere, first and last in a line."""


def _word_weights(weights: dict[str, float]) -> dict[str, WordWeights]:
    """The weights of each word that has any."""
    found: dict[str, WordWeights] = {}
    get = weights.get
    for key in weights:
        word = key.removeprefix("first ").removeprefix("last ")
        if " " not in word:
            shown = "0" if word.isdigit() else word
            found[word] = get(shown, 0.0), get(f"first {shown}", 0.0), get(f"last {word}", 0.0)
    return found


class _NumberedLexicon:
    """A lexicon by the numbers that words have in one vocabulary."""

    def __init__(self, weights: dict[str, float], words: dict[str, WordWeights], vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._weights = weights
        number_words(vocabulary, words)
        # Of words that come later none is in the lexicon, but numbers are weighed like any other number.
        number = *words.get("0", _NONE)[:2], 0.0
        self._number = np.array(number)[:, None]
        known = [words.get(word) or (number if word.isdigit() else _NONE) for word in vocabulary.words.lower]
        self._of_words = np.array(known).T.copy()
        self._seen = self._of_words.shape[1]
        (self._zero,) = number_words(vocabulary, ["0"])
        pairs = sorted(self._packed_pairs(0, "first ") + self._packed_pairs(1, "second "))
        self._pairs = np.array([-1, *[pair for pair, _ in pairs]])
        self._of_pairs = np.array([0.0, *[weight for _, weight in pairs]])
        self._lines = {
            np.array(number_words(vocabulary, key.removeprefix("line ").split(" ")), np.int32).tobytes(): weight
            for key, weight in weights.items()
            if key.startswith("line ")
        }
        self._lines[b""] = weights.get("empty", 0.0)

    def _packed_pairs(self, place: int, kind: str) -> list[tuple[int, float]]:
        """Pairs of words under one kind of key, packed, and their weights."""
        keys = [(key.split(" ")[1:], weight) for key, weight in self._weights.items() if key.startswith(kind)]
        return [(_packed(place, *number_words(self.vocabulary, w)), weight) for w, weight in keys if len(w) == 2]

    def of_words(self, words: Words) -> Floats:
        """For each line the weights of its first and last words."""
        anywhere, first, last = self._weights_of_words()
        early = (words.place < FIRST_WORDS).nonzero()[0]
        weights = anywhere.take(words.numbers.take(early))
        found = np.bincount(words.line.take(early), weights, minlength=len(words.counts)).astype(float, copy=False)
        filled, starts = words.filled, words.firsts
        counts = words.counts.take(filled)
        found[filled] += first.take(words.numbers.take(starts))
        for back in range(1, LAST_WORDS + 1):
            if back > 1:
                filled, starts, counts = (of[counts >= back] for of in (filled, starts, counts))
            found[filled] += last.take(words.numbers.take(starts + counts - back))
        return found

    def of_pairs(self, words: Words) -> Floats:
        """For each line the weights of its first and second, and of its second and third word."""
        pair, triple = ((words.counts > count).nonzero()[0] for count in (1, 2))
        line = np.concatenate([pair, triple])
        at = words.starts[line]
        at[len(pair) :] += 1
        near = np.array([at, at + 1])
        numbers = np.where(words.flags.take(near) & WORD_BIT["number"], self._zero, words.numbers.take(near))
        wanted = _packed(np.arange(len(line)) >= len(pair), *numbers)
        place = self._pairs.searchsorted(wanted, side="right") - 1
        weights = self._of_pairs[place] * (self._pairs[place] == wanted)
        return np.bincount(line, weights, minlength=len(words.counts)).astype(float, copy=False)

    def of_whole_lines(self, words: Words) -> Floats:
        """For each line of few words the weight of it as a whole."""
        found = np.zeros(len(words.counts))
        short = (words.counts <= WHOLE_LINE_WORDS).nonzero()[0]
        keys, get = words.keys, self._lines.get
        found[short] = [get(keys[line], 0.0) for line in short.tolist()]
        return found

    def _weights_of_words(self) -> Floats:
        """The weights of words, by their numbers: anywhere, first and last in a line."""
        flags = self.vocabulary.words.flags
        seen = len(flags)
        if seen > self._of_words.shape[1]:
            self._of_words = np.hstack([self._of_words, np.zeros((3, seen))])
        if seen > self._seen:
            numbers = np.frombuffer(flags, np.int32)[self._seen : seen] & WORD_BIT["number"] != 0
            self._of_words[:, self._seen : seen] = numbers * self._number
            self._seen = seen
        return self._of_words


def _packed(place: Any, one: Any, other: Any) -> Any:
    """The place of a pair and the numbers of its words in one number, or in an array of them."""
    return place << 62 | one << 31 | other
