"""Amounts of time: ``two weeks``, ``several days``, ``a year``, ``twenty-five minutes``, ``half an hour``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from service.enrich.times.calendar import CLOCK_UNITS, UNIT_LETTERS
from service.enrich.times.reading.numbers import combined
from service.enrich.times.reading.words import Word

NUMBER = r"(?:n(?:-?n|Tn)*(?:[-T][-TA]*G)?|N(?:[-T](?:N|[-TA]*G))?|Y)"
"""Letters of a number: "two", "twenty-five", "two and a half", "two-and-a-half", "30-40"."""
QUANTITY = rf"(?:A?{NUMBER}w?|A?Fo?w?|G(?:An?|-)?|A(?:G-?)?|Fo?d?)"
"""Letters of a quantity."""
AND_A_HALF = "TAG(?!-)"
"""Letters behind a unit: "an hour and a half"."""
HALVES = {"minute": (60, "second"), "hour": (60, "minute"), "day": (24, "hour"), "year": (12, "month"),
          "decade": (10, "year"), "century": (100, "year")}  # fmt: skip
"""Units of which a half is told in whole smaller ones, and how many of those they have."""
DOZEN = 12


@dataclass(frozen=True, slots=True)
class Amount:
    """So many of a unit.

    Attributes:
        count: None when it is not told: ``several days``, ``weeks``, ``two or three weeks``.
        unit: the smaller one where it is told in halves: 30 months for ``two and a half years``.
        halved: how it is told then: ``2.5``, and of which unit.
    """

    count: int | None
    unit: str
    halved: tuple[str, str] | None = None

    @property
    def value(self) -> str:
        """As a TIMEX3 duration, such as ``P2W``, ``PT24H``, ``PXD`` or ``P2.5Y``."""
        count, unit = self.halved or ("X" if self.count is None else str(self.count), self.unit)
        return f"P{'T' if unit in CLOCK_UNITS else ''}{count}{UNIT_LETTERS[unit]}"


def amount_of(words: Sequence[Word]) -> Amount | None:
    """The amount in some words; None when they have no unit."""
    letters = "".join([word.letter for word in words])
    place = letters.find("U")
    if place < 0:
        return None
    before, unit_word = words[:place], words[place]
    numbers = [word.value for word in before if word.letter in "nNY" and isinstance(word.value, int)]
    unit = str(unit_word.value)
    if "G" in letters:
        return _with_half(letters, words, numbers, unit)
    texts = [word.text.lower() for word in before]
    is_either = letters[place + 1 : place + 2] == "T" and words[place + 1].text.lower() == "or"
    ranges = "T" in letters[:place] and any(
        word.letter == "T" and text != "and" for word, text in zip(before, texts, strict=True)
    )
    many = is_either or ranges or "F" in letters[:place] or "r" in letters[:place]
    if numbers and not many:
        count: int | None = combined(numbers)
    else:
        count = None if many or unit_word.text.endswith("s") else 1
    if "couple" in texts:
        count = 2
    if "N-N" in letters or "NTN" in letters:
        rises = "and" not in texts and numbers[-2] < numbers[-1]
        return Amount(None, unit) if rises else None  # "5-6 weeks"; not "3-2 minutes"
    if unit == "fortnight":
        return Amount(2 * count if count else None, "week")
    return Amount(count, unit)


def _with_half(letters: str, words: Sequence[Word], numbers: list[int], unit: str) -> Amount | None:
    """``two and a half years``; ``an hour and a half``; ``half a century``; ``half a dozen days``; ``a half-hour``."""
    if "GAn" in letters:
        return Amount(DOZEN // 2, unit) if numbers == [DOZEN] else None
    alone = "T" not in letters
    if unit not in UNIT_LETTERS or (
        alone and not re.search("GA|[lx]G", letters) and words[-1].text.lower() not in WITH_HALF
    ):
        return None
    whole = 0 if alone else combined(numbers) if numbers else 1
    parts, smaller = HALVES.get(unit, (None, unit))
    if parts is None:
        return Amount(None, unit, (f"{whole}.5", unit))
    return Amount(parts * whole + parts // 2, smaller, (f"{whole}.5", unit) if whole else None)


WITH_HALF = frozenset(("hour", "day", "year"))
"""Units that stand behind a "half" without an article: "a half-hour"; a "half-century" is mostly one of fifty runs."""
