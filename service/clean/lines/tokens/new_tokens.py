"""Flags of tokens that a process has not met before, and of their words.

They are worked out by numpy for all new tokens of a text at once: asking each token and word by itself would take more
time than everything else that is done with a text.
"""

from collections.abc import Iterator

import numpy as np

from service.clean.lines.tokens.characters import (
    APOSTROPHE,
    IN_WORD,
    LETTER,
    LOWER,
    TITLED,
    UPPER,
    Bits,
    Codes,
    codes_of,
    look_up,
)
from service.clean.lines.tokens.flags import TOKEN_BIT, WORD_BIT, told_by_shapes
from service.clean.lines.tokens.hashes import Integers, Numbers
from service.clean.lines.tokens.vocabulary import YEAR

MIN_NAME_LETTERS = 3  # letters

_ADDRESSES = ".com", "http", "www."
_SPACE = ord(" ")
_CASED, _CAPITAL = LOWER | UPPER | TITLED, UPPER | TITLED
_AFTER_CASED = _CASED + 1
"""A bit of a letter: the one before it has a case."""
_OUT_OF_PLACE = 128
"""A bit of a letter: in a title, where words begin with capitals and have no others, it would be of the other case."""


def _in_title(letter: int) -> int:
    """The case of a letter, and whether it is out of place in a title, from its case and ``_AFTER_CASED``."""
    out_of_place = _CAPITAL if letter & _AFTER_CASED else LOWER
    return letter & _CASED | (_OUT_OF_PLACE if letter & out_of_place else 0)


_IN_TITLE = np.array([_in_title(letter) for letter in range(2 * _AFTER_CASED)], np.uint8)


def _told_by_case(letters: int) -> int:
    """The flags of a token, from what is told of all of its letters together."""
    cased = letters & _CASED
    titled = cased != 0 and not letters & _OUT_OF_PLACE
    flags = {"lower": cased == LOWER, "upper": cased == UPPER, "titled": titled}
    return sum(TOKEN_BIT[name] for name, true in flags.items() if true)


_CASES = np.array([_told_by_case(letters) for letters in range(256)], np.int32)


def tell_tokens(text: str) -> tuple[Numbers, list[str], Numbers]:
    """What is told of tokens.

    Args:
        text: tokens with one space between two of them.

    Returns:
        For each token the bits of ``TOKEN_FLAGS``, its commas and how many words it has; the words of all tokens in
        lower case; for each of them the bit of ``WORD_FLAGS`` that only capitals tell.
    """
    text = f" {text} "
    codes = codes_of(text)
    told, shapes = look_up(codes)
    spaces = (codes == _SPACE).nonzero()[0]
    found = told_by_shapes(_shapes(told, shapes))
    found[:, 0] |= _told_by_letters(told, spaces[:-1] + 1)
    for at, name in _years_and_addresses(text):
        found[spaces.searchsorted(at) - 1, 0] |= TOKEN_BIT[name]
    starts, ends = _words(told)
    words = _lower(text, starts, ends)
    named = (told[starts] & UPPER != 0) & (ends - starts >= MIN_NAME_LETTERS)
    return found, words, named * np.int32(WORD_BIT["named"])


def _told_by_letters(told: Bits, starts: Integers) -> Numbers:
    """What the case of its letters tells of each token."""
    cased = told & _CASED
    after = np.zeros_like(cased)
    np.not_equal(cased[:-1], 0, out=after[1:].view(np.bool_))
    cased |= after * np.uint8(_AFTER_CASED)
    flags: Numbers = _CASES.take(np.bitwise_or.reduceat(_IN_TITLE.take(cased), starts))
    flags |= (told.take(starts) & LOWER != 0) * np.int32(TOKEN_BIT["starts_lower"])
    return flags


def _shapes(told: Bits, shapes: Codes) -> list[str]:
    """Tokens with one letter for several, and zeros for digits: what most of them tell hangs on nothing else."""
    other = told & LETTER == 0
    kept = other.copy()
    np.logical_or(other[1:], other[:-1], out=kept[1:])
    text: str = shapes[kept].tobytes().decode("utf-32-le", "surrogatepass")
    return text.split(" ")[1:-1]


def _words(told: Bits) -> tuple[Integers, Integers]:
    """Where the words start and end: see ``WORD``."""
    inside = told & IN_WORD != 0
    joining = (told & APOSTROPHE).nonzero()[0]
    inside[joining[inside[joining - 1] & inside[joining + 1]]] = True
    bounds = (inside[1:] != inside[:-1]).nonzero()[0] + 1
    return bounds[::2], bounds[1::2]


def _lower(text: str, starts: Integers, ends: Integers) -> list[str]:
    """The words at such places in lower case."""
    lower = text.lower()
    spans = zip(starts.tolist(), ends.tolist(), strict=True)
    if len(lower) != len(text) or "Σ" in text:  # some letters become two, and this one hangs on what follows it
        return [text[start:end].lower() for start, end in spans]
    return [lower[start:end] for start, end in spans]


def _years_and_addresses(text: str) -> Iterator[tuple[int, str]]:
    """What only the letters and digits themselves tell: where in the text, and which flag. Few tokens need the look."""
    for at in _places("20", text):
        if YEAR.match(text, at):
            yield at, "year"
    for part in filter(text.__contains__, _ADDRESSES):
        for at in _places(part, text):
            start, end = text.rindex(" ", 0, at), text.index(" ", at)
            if not text[start + 1 : end].isalpha():
                yield at, "address"


def _places(part: str, text: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)
