"""What is told of a token, which stands between spaces, and of a word in it: flags, a bit each.

Tokens that a process has not seen are a good part of the work on a text, so most are told by their
letters and by their marks apart: ``“Nobody,`` has the marks of ``“She,``, and those are remembered.
"""

import re
from functools import lru_cache
from itertools import chain

from service.clean.headline import CLOSERS
from service.clean.lines.vocabulary import (
    ARROW,
    BULLETS,
    CLOCK,
    CUE_BITS,
    CUES,
    DIGIT,
    END_MARKS,
    MONTHS,
    OPENERS,
    SHORTEST_CONTENT,
    STOP_WORDS,
    YEAR,
)

TOKEN_FLAGS = (
    "lower", "upper", "titled",
    "arrow", "at", "hash", "address", "quoted", "parenthesis", "digit", "year", "clock",
    "starts_lower", "starts_quoted", "bullet",
    "inner_mark", "end_mark", "colon", "ellipsis", "question", "exclamation",
)  # fmt: skip
"""What is told of a token: of any, of one that begins a line, of one that ends a line."""
FIRST_TOKEN_FLAGS, LAST_TOKEN_FLAGS = TOKEN_FLAGS[12:15], TOKEN_FLAGS[16:]

WORD_FLAGS = ("said", "first_person", "second_person", "month", "ago", "read", "stop", "number", "content", "named")
"""What is told of a word, behind the bits of its cues."""

TOKEN_BIT = {name: 1 << bit for bit, name in enumerate(TOKEN_FLAGS)}
WORD_BIT = {name: 1 << bit + len(CUES) for bit, name in enumerate(WORD_FLAGS)}
_LOWER, _UPPER, _TITLED, _STARTS_LOWER, _YEAR = (
    TOKEN_BIT[name] for name in ("lower", "upper", "titled", "starts_lower", "year")
)
_STOP, _NUMBER, _CONTENT, _NAMED = (WORD_BIT[name] for name in ("stop", "number", "content", "named"))
_KINDS = {
    "said": ("said", "says", "told"),
    "first_person": ("i", "i'm", "i’m"),
    "second_person": ("you", "your"),
    "month": MONTHS,
    "ago": ("ago",),
    "read": ("read",),
    "stop": STOP_WORDS,
}
_KNOWN_WORDS = {
    word: CUE_BITS.get(word, 0) | sum(WORD_BIT[kind] for kind, words in _KINDS.items() if word in words)
    for word in {*CUE_BITS, *chain.from_iterable(_KINDS.values())}
}

_MARKS = "".join(map(chr, range(33, 48))) + ":;<=>?@[]^`{|}~‘’“”–—…•"
_TELLING = re.compile(rf"[^\w\-'’,;)\]]|\d|^[{re.escape(OPENERS + BULLETS)}]|http")
"""What marks or digits tell of; ``government's`` and ``well-known`` have none of it."""
_ZEROS = dict.fromkeys(range(ord("1"), ord("9") + 1), "0")
_LONGEST_REMEMBERED = 16  # characters of a token that is not one word: longer ones are addresses, each its own
_LETTERS = "x" * 6  # stand for the letters of a token, as many as marks at its end are looked for in


def letters_of(token: str) -> str:
    """A token without the marks about it when it is one word of letters, else nothing."""
    if token.isalpha():
        return token
    letters = token.strip(_MARKS)
    return letters if letters.isalpha() and not _is_address(token) else ""


def token_flags(token: str, letters: str) -> int:
    """The bits of ``TOKEN_FLAGS`` of a token.

    Args:
        letters: of the token, see ``letters_of``.
    """
    if token.islower():
        found = _LOWER
    elif token.istitle():
        found = _TITLED | token.isupper() * _UPPER
    else:
        found = token.isupper() * _UPPER
    if token[:1].islower():
        found |= _STARTS_LOWER
    if letters == token:
        return found
    if letters:
        return found | _mark_flags(token.replace(letters, _LETTERS, 1))
    return found | _flags_of_others(token) if _TELLING.search(token) else found


def _flags_of_others(token: str) -> int:
    """What is told by the marks and digits of a token that is not one word of letters."""
    if len(token) > _LONGEST_REMEMBERED:
        return _told_by_marks(token)
    # Most are numbers: ``$7,500`` tells what ``$4,200`` does, and only a year hangs on its digits.
    year = _YEAR if "20" in token and YEAR.search(token) else 0
    return year | _mark_flags(token.translate(_ZEROS))


def word_flags(word: str, lower: str) -> int:
    """The bits of the cues and of ``WORD_FLAGS`` of a word.

    Args:
        word: as it is written.
        lower: the same in lower case.
    """
    found = _KNOWN_WORDS.get(lower, 0)
    if len(lower) >= SHORTEST_CONTENT and not found & _STOP:
        found |= _CONTENT
    if len(word) > 2 and word[0].isupper():
        found |= _NAMED
    return found | _NUMBER if lower.isdigit() else found


def _is_address(token: str) -> bool:
    return ".com" in token or "http" in token or "www." in token


def _told_by_marks(token: str) -> int:
    first, last = token[:1], token[-1:]
    tail = token[-6:].rstrip(CLOSERS)
    told = {
        "arrow": ARROW.search(token) is not None,
        "at": "@" in token,
        "hash": "#" in token,
        "address": _is_address(token),
        "quoted": '"' in token or "“" in token,
        "parenthesis": "(" in token,
        "starts_quoted": first != "" and first in OPENERS,
        "bullet": first != "" and first in BULLETS,
        "inner_mark": last in (".", "?", "!") or token.endswith((".”", '."')),
        "end_mark": tail != "" and tail[-1] in END_MARKS,
        "colon": last == ":",
        "ellipsis": last == "…" or token.endswith("..."),
        "question": last == "?",
        "exclamation": last == "!",
    }
    if DIGIT.search(token):
        told |= {"digit": True, "year": YEAR.search(token) is not None, "clock": CLOCK.search(token) is not None}
    return sum(TOKEN_BIT[name] for name, true in told.items() if true)


_mark_flags = lru_cache(maxsize=4096)(_told_by_marks)
