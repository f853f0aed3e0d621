"""Words of the calendar that are made of several: ``twenty-first``, ``Independence Day``, ``Ash Wednesday``."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from service.enrich.times.holidays.names import ANY_IN_SMALL_LETTERS, NAMED_DAYS
from service.enrich.times.reading.numbers import NUMBER_WORDS, ORDINAL_WORDS

FEASTS = {
    "fitr": ("eid al-fitr", "eid"), "adha": ("eid al-adha", "eid"), "azha": ("eid al-adha", "eid"),
    "kippur": ("yom kippur", "yom"), "hashanah": ("rosh hashanah", "rosh"), "year": ("lunar new year", "lunar chinese"),
}  # fmt: skip
"""Last word: the name, and the words it may begin with."""
BETWEEN = frozenset(("al", "ul", "el", "-", "new"))
"""Words within such a name: "Eid al-Adha", "Lunar New Year"."""
ENDINGS = tuple(sorted((name.removesuffix("day") for name in NAMED_DAYS), key=len, reverse=True))
"""What stands before ``Day``, the longer of two names first."""
CHURCH_DAYS = {"ash": "wednesday", "palm": "sunday", "maundy": "thursday", "shrove": "tuesday"}
LONGEST_NAME = 30  # characters
TWENTY_AND_THIRTY = frozenset((20, 30))
"""What an ordinal in words that is a day may begin with: ``thirty-first``."""


LAST_WORDS = frozenset(
    ("day", *FEASTS, *CHURCH_DAYS.values(), *(word for word, value in ORDINAL_WORDS.items() if value < 10))
)
"""Words that may be the last one of several."""


class Read(Protocol):
    """A word that was read, see ``words.Word``."""

    @property
    def start(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def letter(self) -> str: ...
    @property
    def value(self) -> object: ...


class Joined(NamedTuple):
    """One word instead of several.

    Attributes:
        behind: how many words before the last one belong to it.
        letter, value: its own.
    """

    behind: int
    letter: str
    value: object


def joined(words: Sequence[Read], lower: str, value: object, text: str, begin: int) -> Joined | None:
    """What a word makes together with those before it; None where it stands alone.

    Args:
        words: those before it.
        lower: the word, one of ``LAST_WORDS``, in lower case.
        value: what it says by itself.
        text, begin: the text, and where in it the word begins.
    """
    if lower == "day":
        return _named_day(words, text, begin)
    if lower in FEASTS:
        return _feast(words, lower)
    before = words[-1]
    if CHURCH_DAYS.get(before.text.lower()) == lower and before.text[0].isupper():
        return Joined(1, "X", f"{before.text.lower()} {lower}")
    return _ordinal(words, 2 if lower == "second" else value)


def _named_day(words: Sequence[Read], text: str, begin: int) -> Joined | None:
    before = text[max(0, begin - LONGEST_NAME) : begin].lower().replace("\u2019", "'")
    if not before.endswith(ENDINGS):
        return None
    name = next(name for name in ENDINGS if before.endswith(name))
    is_written_small = text[begin].islower() or text[begin - len(name)].islower()
    if is_written_small and name.strip() in ANY_IN_SMALL_LETTERS:
        return None
    first = next((index for index, word in enumerate(words) if word.start == begin - len(name)), None)
    return Joined(len(words) - first, "X", f"{name}day") if first is not None else None


def _feast(words: Sequence[Read], lower: str) -> Joined | None:
    """``Eid al-Adha``, ``Eid-ul-Fitr``; ``Lunar New Year``."""
    name, beginnings = FEASTS[lower]
    behind = 1
    while behind < len(words) and words[-behind].text.lower() in BETWEEN:
        behind += 1
    is_one = words[-behind].text.lower() in beginnings.split() and (lower != "year" or behind > 1)
    return Joined(behind, "X", name) if is_one else None


def _ordinal(words: Sequence[Read], unit: object) -> Joined | None:
    """``thirty-first``; ``twenty second`` only behind a month, since elsewhere it is a time of twenty seconds."""
    hyphen = len(words) > 1 and words[-1].text == "-"
    tens = words[-1 - hyphen]
    value = NUMBER_WORDS.get(tens.text.lower())
    if value not in TWENTY_AND_THIRTY or not isinstance(unit, int):
        return None
    if unit == 2 and (len(words) < 2 + hyphen or words[-2 - hyphen].letter != "M"):
        return None
    return Joined(1 + hyphen, "O", value + unit)
