"""What single letters are, looked up for all letters of a text at once."""

import re
from functools import cache

import numpy as np
from numpy.typing import NDArray

LOWER, UPPER, TITLED, IN_WORD, LETTER, APOSTROPHE = (1 << bit for bit in range(6))
"""What is told of a letter, as ``str`` and regular expressions tell it; ``TITLED`` are capitals with a small one behind
them in one character, as in some names of the Balkans."""

Bits = NDArray[np.uint8]
Codes = NDArray[np.uint32]

_COMMON = 0x3000  # letters of alphabets, marks and symbols come before it
_IN_WORD, _LETTER = re.compile(r"\w"), re.compile(r"[^\W\d_]")


@cache
def _told(code: int) -> int:
    letter = chr(code)
    told = {
        LOWER: letter.islower(),
        UPPER: letter.isupper(),
        TITLED: letter.istitle() and not letter.isupper(),
        IN_WORD: _IN_WORD.match(letter),
        LETTER: _LETTER.match(letter),
        APOSTROPHE: letter in "'’",
    }
    return sum(bit for bit, true in told.items() if true)


_TOLD = np.array([_told.__wrapped__(code) for code in range(_COMMON)], np.uint8)


_ANY_LETTER = ord("x")
_SHAPES = np.where(_TOLD & LETTER, np.uint32(_ANY_LETTER), np.arange(_COMMON, dtype=np.uint32))
_SHAPES[ord("1") : ord("9") + 1] = ord("0")


def codes_of(text: str) -> Codes:
    """The code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def look_up(codes: Codes) -> tuple[Bits, Codes]:
    """What is told of each letter; and each, but for an x for any letter proper, and a zero for any figure."""
    told, shapes = _TOLD.take(codes, mode="clip"), _SHAPES.take(codes, mode="clip")
    rare = (codes >= _COMMON).nonzero()[0]
    if len(rare):
        told[rare] = list(map(_told, codes[rare].tolist()))
        shapes[rare] = np.where(told[rare] & LETTER, np.uint32(_ANY_LETTER), codes[rare])
    return told, shapes
