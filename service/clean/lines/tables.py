"""Tables of what is known of words and tokens: a token stands between spaces, and may hold several words or none.

Looking up each token of a text in a dictionary would be the costliest step of the line model. So tokens
are known by hashes, which are made, and looked up, for all tokens of a text at once.
"""

import secrets
from array import array
from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from service.clean.lines.flags import letters_of, token_flags, word_flags
from service.clean.lines.vocabulary import WORD

Integers = NDArray[np.int64]
Numbers = NDArray[np.int32]
Hashes = NDArray[np.uint64]

REMEMBERED_CHARACTERS = 1 << 20
"""Of all words in the table, some 130,000 of them in 20 MB; when there are more it begins anew."""

_FIRST_SIZE = 1 << 14  # of the table of tokens; a power of two
_PLACES = 256  # letters of a token that have factors of their own; those behind them share theirs; a power of two
_FACTORS = np.array([secrets.randbits(64) | 1 for _ in range(_PLACES)], np.uint64)
"""One for each place in a token: a token's hash is the sum of its letters, times these (multilinear hashing, see
Lemire and Kaser, The Computer Journal 2014). Drawn anew in each process, so that nobody can make tokens collide."""
_SPACE = ord(" ")


class WordTable(dict[str, int]):
    """Words, numbered as they are asked for.

    Attributes:
        flags: of each word, by its number.
        of_lower: the number of the word in lower case, by the number of a word.
        lower: lower case, by the number of a word.
        characters: of all words.
    """

    def __init__(self) -> None:
        super().__init__()
        self.flags = array("i")
        self.of_lower = array("i")
        self.lower: list[str] = []
        self.characters = 0

    def numbers(self, words: Sequence[str]) -> list[int]:
        """The numbers of many words; those that have none get one, all at once."""
        found = list(map(self.get, words))
        new = list(dict.fromkeys(word for word, number in zip(words, found, strict=True) if number is None))
        if new:
            lower = list(map(str.lower, new))
            self._add([word for word in dict.fromkeys(lower) if word not in self], ())
            others = [(word, own) for word, own in zip(new, lower, strict=True) if word not in self]
            self._add([word for word, _ in others], [own for _, own in others])
        return [self[word] if number is None else number for word, number in zip(words, found, strict=True)]

    def _add(self, words: Sequence[str], lower: Sequence[str]) -> None:
        """Add words that are not there, each once; nothing in lower case means that they are in lower case."""
        numbers = range(len(self), len(self) + len(words))
        self.update(zip(words, numbers, strict=True))
        self.of_lower.extend(map(self.__getitem__, lower) if lower else numbers)
        lower = lower or words
        self.lower.extend(lower)
        self.flags.extend(map(word_flags, words, lower))
        self.characters += sum(map(len, words))


class TokenTable:
    """Tokens: flags, commas, place of the first word of each among ``within``, number of words.

    A hash stands in the table where its highest bits tell, or in the first free place behind.

    Attributes:
        within: the numbers of the words in tokens, token after token.
        characters: of all tokens.
    """

    def __init__(self, words: WordTable) -> None:
        self._words = words
        self.within = array("i")
        self.characters = 0
        self._count = 0
        self._hashes, self._rows = _empty(_FIRST_SIZE)

    def columns(self, text: str) -> tuple[Numbers, Integers]:
        """What is told of the tokens of a text, as columns, and where each token starts.

        Args:
            text: tokens with one space between two of them; an empty one, too, is a token.
        """
        starts, ends, hashes = hash_tokens(text)
        places, absent = self._find(hashes)
        if not len(absent):
            return np.ascontiguousarray(self._rows.take(places, 0).T), starts
        if self._make_room(len(absent)):
            places, absent = self._find(hashes)
        new, first, same = np.unique(hashes[absent], return_index=True, return_inverse=True)
        once = absent[first]
        spans = zip(starts[once].tolist(), ends[once].tolist(), strict=True)
        told = self._told([text[start:end] for start, end in spans])
        rows = self._rows.take(places, 0)
        rows[absent] = told[same]
        self._add(new, told, places[once])
        return np.ascontiguousarray(rows.T), starts

    def words(self, places: Integers) -> tuple[Numbers, Numbers]:
        """The flags of words at places among ``within``, and their numbers in lower case."""
        if not len(places):
            return places.astype(np.int32), places.astype(np.int32)
        numbers = np.frombuffer(self.within, np.int32).take(places)
        flags, of_lower = (np.frombuffer(of, np.int32) for of in (self._words.flags, self._words.of_lower))
        return flags.take(numbers), of_lower.take(numbers)

    def _told(self, tokens: Sequence[str]) -> Numbers:
        """The rows of tokens that are new."""
        letters = list(map(letters_of, tokens))
        words = [[word] if word else WORD.findall(token) for token, word in zip(tokens, letters, strict=True)]
        every = list(chain.from_iterable(words))
        told = np.empty((len(tokens), 4), np.int32)
        told[:, 0] = list(map(token_flags, tokens, letters))
        told[:, 1] = [token.count(",") for token in tokens]
        counts = told[:, 3] = np.fromiter(map(len, words), np.int32, len(words))
        told[:, 2] = len(self.within) + counts.cumsum() - counts
        self.within.extend(self._words.numbers(every))
        self.characters += sum(map(len, tokens))
        return told

    def _find(self, hashes: Hashes) -> tuple[Integers, Integers]:
        """Where hashes stand, or else would; and which of them do not."""
        places = (hashes >> np.uint64(65 - len(self._hashes).bit_length())).astype(np.int64)
        elsewhere = taken = (self._hashes.take(places) != hashes).nonzero()[0]
        while len(taken):
            found = self._hashes[places[taken]]
            taken = taken[(found != hashes[taken]) & (found != 0)]
            places[taken] = (places[taken] + 1) & (len(self._hashes) - 1)
        return places, elsewhere[self._hashes[places[elsewhere]] == 0]

    def _add(self, hashes: Hashes, rows: Numbers, places: Integers) -> None:
        """Add hashes that are not there, each once, for which there is room, where they would stand."""
        self._count += len(hashes)
        while len(hashes):
            self._hashes[places] = hashes  # of those that want one place the last one has it
            placed = self._hashes[places] == hashes
            self._rows[places[placed]] = rows[placed]
            hashes, rows = hashes[~placed], rows[~placed]
            places, _ = self._find(hashes)

    def _make_room(self, more: int) -> bool:
        """Make the table larger when so many more would fill over half of it; whether it was so."""
        size = len(self._hashes)
        while 2 * (self._count + more) > size:
            size *= 2
        if size == len(self._hashes):
            return False
        held = self._hashes.nonzero()[0]
        hashes, rows = self._hashes[held], self._rows[held]
        self._hashes, self._rows = _empty(size)
        self._count = 0
        self._add(hashes, rows, self._find(hashes)[0])
        return True


def _empty(size: int) -> tuple[Hashes, Numbers]:
    return np.zeros(size, np.uint64), np.zeros((size, 4), np.int32)


def hash_tokens(text: str) -> tuple[Integers, Integers, Hashes]:
    """Where the tokens of a text start and end, and their hashes, none of them zero."""
    letters = np.frombuffer(f"{text} ".encode("utf-32-le", "surrogatepass"), np.uint32)
    ends = (letters == _SPACE).nonzero()[0]
    starts = np.zeros_like(ends)
    starts[1:] = ends[:-1] + 1
    places = np.arange(len(letters), dtype=np.int32) - starts.astype(np.int32).repeat(ends - starts + 1)
    places &= _PLACES - 1
    # The space behind a token is hashed with it, so that no hash is of nothing.
    return starts, ends, np.maximum(np.add.reduceat(_FACTORS.take(places) * letters, starts), np.uint64(1))


class Vocabulary:
    """Tables of tokens, and of the words in them."""

    def __init__(self) -> None:
        self.words = WordTable()
        self.tokens = TokenTable(self.words)

    @property
    def is_full(self) -> bool:
        """Whether it holds as much as it may."""
        return self.tokens.characters + self.words.characters > REMEMBERED_CHARACTERS
