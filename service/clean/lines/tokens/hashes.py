"""Hashes of tokens, and a table that numbers them: a token stands between spaces, and may hold several words or none.

Looking up each token of a text in a dictionary would be the costliest step of the line model. So tokens
are known by hashes, which are made, and looked up, for all tokens of a text at once.
"""

import secrets
from itertools import repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Numbers = NDArray[np.int32]
Hashes = NDArray[np.uint64]

_SPACE = ord(" ")
_BASE = secrets.randbits(64) & ~7 | 5
"""Of the polynomial of its letters that is a token's hash, modulo 2**64 (Karp and Rabin 1987); of the largest order.
Random in each process, so that nobody can write a text whose tokens collide."""
_AT_ONCE = 1 << 16  # letters of a text for which powers are kept

_SLOTS = 1 << 19
"""Of a table, in 6 MB: some four for each token that is remembered at most, since hashes that stand elsewhere take
longer. It never grows."""
_SHIFT = np.uint64(65 - _SLOTS.bit_length())


def _powers(base: int, first: int, count: int) -> Hashes:
    """So many powers of a number, from the one with the exponent ``first`` on."""
    factors = np.full(count, base, np.uint64)
    factors[0] = base**first
    return np.multiply.accumulate(factors)


_POWERS, _INVERSE = _powers(_BASE, 1, _AT_ONCE), _powers(pow(_BASE, -1, 1 << 64), 0, _AT_ONCE)


class Tokens(NamedTuple):
    """The tokens of a text: where they start and end, and their hashes, none of them zero."""

    text: str
    starts: Integers
    ends: Integers
    hashes: Hashes


def hash_tokens(text: str) -> Tokens:
    """Find and hash the tokens of a text with one space between two of them; an empty one, too, is a token."""
    letters = np.frombuffer(f"{text} ".encode("utf-32-le", "surrogatepass"), np.uint32)
    ends = (letters == _SPACE).nonzero()[0]
    starts = np.zeros_like(ends)
    starts[1:] = ends[:-1] + 1
    powers, inverse, count = _POWERS, _INVERSE, len(letters)
    if count > _AT_ONCE:
        powers, inverse = _powers(_BASE, 1, count), _powers(pow(_BASE, -1, 1 << 64), 0, count)
    # The space behind a token is hashed with it, so that no hash is of nothing.
    sums = letters.astype(np.uint64)
    sums *= powers[:count]
    through = sums.cumsum(out=sums).take(ends)  # from the start of the text to the end of each token
    hashes = through.copy()
    hashes[1:] -= through[:-1]
    hashes *= inverse.take(starts)  # as if each token stood at the start of the text
    return Tokens(text, starts, ends, np.maximum(hashes, 1, out=hashes))


class HashTable:
    """Numbers of hashes.

    A hash stands in the slot that its highest bits tell; where that is taken, it stands elsewhere.

    Attributes:
        count: of the hashes in it.
    """

    def __init__(self) -> None:
        self.count = 0
        self._hashes, self._numbers = np.zeros(_SLOTS, np.uint64), np.zeros(_SLOTS, np.int32)
        self._elsewhere: dict[int, int] = {}

    def find(self, hashes: Hashes) -> Numbers:
        """The number of each hash, -1 where it has none."""
        slots = (hashes >> _SHIFT).view(np.int64)
        held, numbers = self._hashes.take(slots), self._numbers.take(slots)
        others = (held != hashes).nonzero()[0]
        if len(others):
            numbers[others] = -1
            crowded = others[held[others] != 0]
            numbers[crowded] = list(map(self._elsewhere.get, hashes[crowded].tolist(), repeat(-1)))
        return numbers

    def add(self, hashes: Hashes) -> None:
        """Number hashes that are not there, each once, in their order."""
        numbers = np.arange(self.count, self.count + len(hashes), dtype=np.int32)
        self.count += len(hashes)
        slots = (hashes >> _SHIFT).view(np.int64)
        free = (self._hashes.take(slots) == 0).nonzero()[0]
        wanted = slots.take(free)
        self._hashes[wanted] = hashes.take(free)  # of those that want one slot the last one has it
        self._numbers[wanted] = numbers.take(free)
        others = (self._hashes.take(slots) != hashes).nonzero()[0]
        self._elsewhere.update(zip(hashes.take(others).tolist(), numbers.take(others).tolist(), strict=True))


def one_of_each(hashes: Hashes) -> tuple[Integers, Integers]:
    """One index of each hash that is there, and for each hash which of these is its own."""
    ordered = np.sort(hashes)
    first = np.ones(len(hashes), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    distinct = ordered[first]
    own = distinct.searchsorted(hashes)
    once = np.empty(len(distinct), np.int64)
    once[own] = np.arange(len(hashes))  # of those that are the same the last one stays
    return once, own
