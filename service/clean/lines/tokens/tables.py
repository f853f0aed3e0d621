"""Tables of what is known of tokens, and of the words in them."""

from array import array
from collections.abc import Iterable, Sequence
from itertools import count

import numpy as np

from service.clean.lines.tokens.flags import tell_words
from service.clean.lines.tokens.hashes import HashTable, Integers, Numbers, Tokens, one_of_each
from service.clean.lines.tokens.new_tokens import tell_tokens

REMEMBERED_CHARACTERS = 1 << 20
"""Of all tokens and words in the tables, some 130,000 of them in 20 MB; when there are more they begin anew."""

_FIRST_ROWS = 1 << 12


class WordTable:
    """Words in lower case, numbered as they are asked for.

    Attributes:
        lower: the words, by their numbers.
        flags: of each, by its number.
        characters: of all of them.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.lower: list[str] = []
        self.flags = array("i")
        self.characters = 0

    def numbers(self, lower: Iterable[str]) -> list[int]:
        """The numbers of words in lower case; those that have none get one."""
        words = list(lower)
        if new := [word for word in dict.fromkeys(words) if word not in self._numbers]:
            self._numbers.update(zip(new, count(len(self.lower))))
            self.lower += new
            self.flags.frombytes(tell_words(new).tobytes())
            self.characters += sum(map(len, new))
        return list(map(self._numbers.__getitem__, words))


class TokenTable:
    """Tokens: flags, commas, number of words, and place of the first word of each among all words in tokens.

    Attributes:
        characters: of all tokens.
    """

    def __init__(self, words: WordTable) -> None:
        self._words = words
        self._table = HashTable()
        self._rows = np.zeros((_FIRST_ROWS, 4), np.int32)
        # Of the words in tokens, token after token; numbers as wide as numpy takes by without a conversion.
        self._flags, self._numbers = array("i"), array("q")
        self.characters = 0

    def columns(self, tokens: Tokens) -> Numbers:
        """What is told of the tokens of a text, as columns."""
        text, starts, ends, hashes = tokens
        numbers = self._table.find(hashes)
        absent = (numbers < 0).nonzero()[0]
        if len(absent):
            once, own = one_of_each(hashes[absent])
            numbers[absent] = self._table.count + own
            once = absent[once]
            spans = zip(starts[once].tolist(), ends[once].tolist(), strict=True)
            self._add([text[start:end] for start, end in spans])
            self._table.add(hashes[once])
        return np.ascontiguousarray(self._rows.take(numbers, 0).T)

    def words(self, places: Integers) -> tuple[Numbers, Integers]:
        """The flags of words at places among all words in tokens, and their numbers in lower case."""
        if not len(places):
            return places.astype(np.int32), places
        return np.frombuffer(self._flags, np.int32).take(places), np.frombuffer(self._numbers, np.int64).take(places)

    def _add(self, tokens: Sequence[str]) -> None:
        """Add tokens that are new."""
        text = " ".join(tokens)
        told, words, named = tell_tokens(text)
        first = len(self._numbers) + told[:, 2].cumsum() - told[:, 2]
        if words:
            numbers = np.array(self._words.numbers(words))
            flags = np.frombuffer(self._words.flags, np.int32).take(numbers) | named
            self._flags.frombytes(flags.tobytes())
            self._numbers.frombytes(numbers.tobytes())
        self.characters += len(text)
        begin, end = self._table.count, self._table.count + len(tokens)
        if end > len(self._rows):
            larger = np.zeros((2 * end, 4), np.int32)
            larger[:begin] = self._rows[:begin]
            self._rows = larger
        self._rows[begin:end, :3], self._rows[begin:end, 3] = told, first


class Vocabulary:
    """Tables of tokens, and of the words in them."""

    def __init__(self) -> None:
        self.words = WordTable()
        self.tokens = TokenTable(self.words)

    @property
    def is_full(self) -> bool:
        """Whether it holds as much as it may."""
        return self.tokens.characters + self.words.characters > REMEMBERED_CHARACTERS
