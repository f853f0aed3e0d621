"""Flags of tokens and of the words in them, a bit each; a token is what stands between two spaces.

The flags that come from marks and digits depend only on the shape of a token (``“Nobody,`` and ``“She,`` have one
shape), so they are worked out once for each shape and remembered.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, repeat

import numpy as np
from numpy.typing import NDArray

from service.clean.headline import CLOSERS
from service.clean.lines.tokens.vocabulary import (
    ARROW,
    BULLETS,
    CLOCK,
    CUE_BITS,
    CUES,
    DIGIT,
    END_MARKS,
    LEADING_WORDS,
    MIN_CONTENT_LETTERS,
    MONTH_WORDS,
    OPENERS,
    STOP_WORDS,
    SUSPECT_WORDS,
    WORD,
)

TOKEN_FLAGS = (
    "lower", "upper", "titled",
    "arrow", "at", "hash", "address", "quoted", "parenthesis", "digit", "year", "clock",
    "starts_lower", "starts_quoted", "bullet",
    "inner_mark", "end_mark", "colon", "ellipsis", "question", "exclamation",
)  # fmt: skip
"""What is told of a token: of any, of one that begins a line, of one that ends a line."""
FIRST_TOKEN_FLAGS, LAST_TOKEN_FLAGS = TOKEN_FLAGS[12:15], TOKEN_FLAGS[16:]

WORD_FLAGS = (
    "said", "first_person", "second_person", "month", "ago", "read", "stop", "number", "content", "named",
    "suspect", "leading",
)  # fmt: skip
"""What is told of a word, behind the bits of its cues; the last two for ``boilerplate``."""

TOKEN_BIT = {name: 1 << bit for bit, name in enumerate(TOKEN_FLAGS)}
WORD_BIT = {name: 1 << bit + len(CUES) for bit, name in enumerate(WORD_FLAGS)}
_STOP, _NUMBER, _CONTENT = (np.int32(WORD_BIT[name]) for name in ("stop", "number", "content"))
_KINDS = {
    "said": ("said", "says", "told"),
    "first_person": ("i", "i'm", "i’m"),
    "second_person": ("you", "your"),
    "month": MONTH_WORDS,
    "ago": ("ago",),
    "read": ("read",),
    "stop": STOP_WORDS,
    "suspect": SUSPECT_WORDS,
    "leading": LEADING_WORDS,
}
_KNOWN_WORDS = {
    word: CUE_BITS.get(word, 0) | sum(WORD_BIT[kind] for kind, words in _KINDS.items() if word in words)
    for word in {*CUE_BITS, *chain.from_iterable(_KINDS.values())}
}


def tell_words(lower: Sequence[str]) -> NDArray[np.int32]:
    """The bits of the cues and of ``WORD_FLAGS`` of words in lower case, but for what only capitals tell."""
    found = np.fromiter(map(_KNOWN_WORDS.get, lower, repeat(0)), np.int32, len(lower))
    lengths = np.fromiter(map(len, lower), np.int32, len(lower))
    found |= ((lengths >= MIN_CONTENT_LETTERS) & (found & _STOP == 0)) * _CONTENT
    found |= np.fromiter(map(str.isdigit, lower), np.bool_, len(lower)) * _NUMBER
    return found


def look_at_shape(shape: str) -> bytes:
    """What is told of a token by its marks and digits, but for years and addresses; its commas; its words.

    Args:
        shape: the token, with one letter in place of several.

    Returns:
        Three numbers in the bytes of an array, so that those of many tokens are joined at once.
    """
    first, last = shape[:1], shape[-1:]
    tail = shape[-6:].rstrip(CLOSERS)
    told = {
        "arrow": ARROW.search(shape) is not None,
        "at": "@" in shape,
        "hash": "#" in shape,
        "quoted": '"' in shape or "“" in shape,
        "parenthesis": "(" in shape,
        "starts_quoted": first != "" and first in OPENERS,
        "bullet": first != "" and first in BULLETS,
        "inner_mark": last in (".", "?", "!") or shape.endswith((".”", '."')),
        "end_mark": tail != "" and tail[-1] in END_MARKS,
        "colon": last == ":",
        "ellipsis": last == "…" or shape.endswith("..."),
        "question": last == "?",
        "exclamation": last == "!",
        "digit": DIGIT.search(shape) is not None,
        "clock": CLOCK.search(shape) is not None,
    }
    flags = sum(TOKEN_BIT[name] for name, true in told.items() if true)
    return np.array([flags, shape.count(","), len(WORD.findall(shape))], np.int32).tobytes()


_remember_shape = lru_cache(maxsize=4096)(look_at_shape)
_MAX_REMEMBERED_CHARACTERS = 16  # characters: longer ones are addresses, each its own


def told_by_shapes(shapes: Sequence[str]) -> NDArray[np.int32]:
    """The same of many, a row of three numbers each; most shapes come again and again."""
    if max(map(len, shapes)) <= _MAX_REMEMBERED_CHARACTERS:
        told = list(map(_remember_shape, shapes))
    else:
        told = [
            _remember_shape(shape) if len(shape) <= _MAX_REMEMBERED_CHARACTERS else look_at_shape(shape)
            for shape in shapes
        ]
    return np.frombuffer(bytearray().join(told), np.int32).reshape(-1, 3)
