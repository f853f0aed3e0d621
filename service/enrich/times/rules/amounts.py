"""Amounts of time: ``two weeks``, ``several days``, ``a year``, ``twenty-five minutes``."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.enrich.times.calendar import CLOCK_UNITS, UNIT_LETTERS
from service.enrich.times.reading.numbers import combined
from service.enrich.times.reading.words import Word

NUMBER = r"(?:n(?:-?n|Tn)*|N|Y)"
QUANTITY = rf"(?:A?{NUMBER}w?|A?Fo?w?|A|Fo?(?:d|)?)"
"""Letters of a quantity."""


@dataclass(frozen=True, slots=True)
class Amount:
    """So many of a unit.

    Attributes:
        count: None when it is not told: ``several days``, ``weeks``, ``two or three weeks``.
    """

    count: int | None
    unit: str

    @property
    def value(self) -> str:
        """As a TIMEX3 duration, such as ``P2W``, ``PT24H`` or ``PXD``."""
        count = "X" if self.count is None else str(self.count)
        return f"P{'T' if self.unit in CLOCK_UNITS else ''}{count}{UNIT_LETTERS[self.unit]}"


def amount_of(words: Sequence[Word]) -> Amount | None:
    """The amount in some words; None when they have no unit."""
    unit_word = next((word for word in words if word.letter == "U"), None)
    if unit_word is None:
        return None
    before = words[: list(words).index(unit_word)]
    numbers = [word.value for word in before if word.letter in "nNY" and isinstance(word.value, int)]
    unit = str(unit_word.value)
    behind = [word.text.lower() for word in words[len(before) + 1 :]]
    many = behind[:1] == ["or"] or any(
        word.letter in "Fr" or (word.letter == "T" and word.text.lower() != "and") for word in before
    )
    plural = unit_word.text.endswith("s")
    if numbers and not many:
        count: int | None = combined(numbers)
    else:
        count = None if many or plural else 1
    if any(word.text.lower() == "couple" for word in before):
        count = 2
    if unit == "fortnight":
        return Amount(2 * count if count else None, "week")
    return Amount(count, unit)
