"""Rules for years, and days of a month, in words: ``nineteen ninety-six``, ``May twenty-nine``."""

from collections.abc import Sequence

from service.enrich.times import calendar
from service.enrich.times.reading.numbers import combined
from service.enrich.times.reading.vocabulary import OTHER
from service.enrich.times.reading.words import Word
from service.enrich.times.rules.absolute import find, month_and_day, number
from service.enrich.times.rules.meaning import Meaning, Situation, dated

NUMBERS = r"n-?n(?:-?n)?(?![-nU])"
NUMBERS_WITH_AND = r"nnTn(?:-?n)?(?![-nU])"
HUNDRED, THOUSAND = 100, 1000
OLDEST_CENTURY, THIS_CENTURY = 11, 20
TENS = frozenset(range(20, 100, 10))
TENS_OF_DAYS = frozenset((20, 30))
"""A smaller number behind a month counts what follows: "in May twelve died"."""
GOES_ON = frozenset(("that", "he", "she", "they", "we", "it", "i", "when", "after", "with", "at", "as", "but", "which"))
"""Words behind a number that it does not count."""


def year_in_words(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``nineteen ninety-six``; ``two thousand and fifteen``; ``October two thousand``."""
    spoken = find(words, "T")
    year = _year_of([value for word in words if word.letter == "n" and isinstance(value := word.value, int)])
    if year is None or (spoken is not None and spoken.text.lower() != "and"):
        return None
    goes_on = [word.letter for word in situation.further[:2]] == ["T", "n"]
    if year >= THIS_CENTURY * HUNDRED and (_counts(situation.after) or goes_on):
        return None  # "in two thousand and fifteen villages"
    month = number(find(words, "M"))
    return dated(calendar.year(year) if month is None else calendar.month(year, month))


def day_in_words(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``May twenty-nine``; not "in May twenty-nine people died"."""
    first, *others = [word for word in words if word.letter == "n"]
    if first.value not in TENS_OF_DAYS or len(others) != 1 or _counts(situation.after):
        return None
    tens, unit = first.value, others[0].value
    assert isinstance(tens, int)
    if not isinstance(unit, int) or unit not in range(1, 10):
        return None
    return month_and_day([words[0], first._replace(letter="N", value=tens + unit)], situation)


def _counts(after: Word | None) -> bool:
    """Whether a number counts what stands behind it."""
    return after is not None and after.letter == OTHER and after.text.isalpha() and after.text.lower() not in GOES_ON


def _year_of(numbers: list[int]) -> int | None:
    """The year that numbers say: 19 and 90 and 6, 2 and 1000 and 15; None where they say another number."""
    if numbers[:2] == [2, THOUSAND]:
        rest = numbers[2:]
        return 2 * THOUSAND + sum(rest) if not rest or _is_below_hundred(rest) else None
    century, *rest = numbers
    if not OLDEST_CENTURY <= century <= THIS_CENTURY or not rest:
        return None
    if rest == [HUNDRED]:
        return century * HUNDRED if century < THIS_CENTURY else None
    return century * HUNDRED + sum(rest) if _is_below_hundred(rest) and combined(rest) >= 10 else None


def _is_below_hundred(numbers: list[int]) -> bool:
    """Whether numbers say one of two digits at most: 15; 90 and 6."""
    if len(numbers) == 1:
        return numbers[0] < HUNDRED
    return len(numbers) == 2 and numbers[0] in TENS and numbers[1] < 10
