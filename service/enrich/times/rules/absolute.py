"""Rules for dates that carry their calendar with them: days, months, years."""

import re
from collections.abc import Sequence
from datetime import date

from service.enrich.times import calendar
from service.enrich.times.calendar import Period
from service.enrich.times.reading.vocabulary import OTHER
from service.enrich.times.reading.words import Word
from service.enrich.times.reference import year_of_day, year_of_month
from service.enrich.times.rules.meaning import Meaning, Situation, dated

_COUNTED = re.compile(
    r"people|persons|soldiers|troops|men|women|children|dead|killed|wounded|injured|dollars|euros|pounds|met(?:er|re)s|"
    r"miles|km|kilomet\w+|feet|tons|tonnes|points|votes|jobs|homes|houses|members|workers|refugees|migrants|fighters|"
    r"students|cases|deaths|tanks|units|hectares|acres|words|percent|%",
    re.IGNORECASE,
)
MAX_DAYS = 31
MONTHS_OF_A_YEAR = 12
SHORTENED = 3  # letters of "Jan": such names stand beside a day or a year
FEBRUARY_29 = (2, 29)
LONGEST_WAIT = 9  # years from one leap year to the next, and one
SURE_YEARS = (1900, 2060)  # four digits in this range are rarely a count
EARLIEST_YEAR = 1400
FAR_YEAR = 2101
"""From which on a number is a year only where a time stands: "will end in 2150"."""


def find(words: Sequence[Word], letters: str) -> Word | None:
    """The first word whose letter is one of ``letters``."""
    return next((word for word in words if word.letter in letters), None)


def number(word: Word | None) -> int | None:
    """The number a word says."""
    return word.value if word is not None and isinstance(word.value, int) else None


def mod_of(words: Sequence[Word]) -> str | None:
    """START, MID or END as a leading ``early``, ``mid`` or ``end of`` says."""
    word = find(words[:3], "EQ")
    return str(word.value) if word is not None else None


def day_in(year: int | None, month: int | None, day: int | None) -> Period | None:
    """A day; None when there is no such day."""
    if year is None or month is None or day is None:
        return None
    try:
        return calendar.day(date(year, month, day))
    except ValueError:
        return None


def full_date(words: Sequence[Word], _: Situation) -> Meaning | None:
    """``Friday, July 21, 2017``; ``the 5th of May 2010``."""
    found = day_in(number(find(words, "Y")), number(find(words, "M")), number(find(words, "NO")))
    return dated(found, mod_of(words))


def month_and_day(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``September 24``; ``the 4th of July``; ``July 10 of that year``."""
    month, day = number(find(words, "M")), number(find(words, "NO"))
    if month is None or day is None or day > MAX_DAYS or _is_rocket(words, situation):
        return None
    if (told := find(words, "Y")) is not None:
        return dated(day_in(number(told), month, day), mod_of(words))
    if words[-1].letter == "U":
        last, today = situation.reference.last, situation.reference.today
        year = last[0].begin.year if last is not None else today.year if today is not None else None
        return dated(day_in(year, month, day))
    year = year_of_day(month, day, situation.reference, situation.tense())
    if year is None:
        return Meaning("DATE", f"XXXX-{month:02}-{day:02}")
    found = day_in(year, month, day) or _of_leap_year(month, day, year, situation)
    if (named := find(words, "W")) is not None and found is not None and found.begin.weekday() != named.value:
        found = _of_weekday(month, day, named.value, (year, situation.reference.published)) or found
    return dated(found, mod_of(words), "publication")


def _is_rocket(words: Sequence[Word], situation: Situation) -> bool:
    """Whether a month and day are a rocket and its number: "a Long March 3"."""
    return words[0].text == "March" and situation.before is not None and situation.before.text == "Long"


def _of_leap_year(month: int, day: int, year: int, situation: Situation) -> Period | None:
    """February 29 of the leap year next to another, back unless the clause looks ahead; None for other days.

    In a history it is of the year of the day told last, where that is one.
    """
    told = situation.reference.last_day
    if situation.reference.narrative and told is not None and (found := day_in(told[0].begin.year, month, day)):
        return found
    steps = range(1, LONGEST_WAIT) if situation.tense() == "future" else range(-1, -LONGEST_WAIT, -1)
    days = (day_in(year + step, month, day) for step in steps) if (month, day) == FEBRUARY_29 else ()
    return next((found for found in days if found is not None), None)


def _of_weekday(month: int, day: int, weekday: object, near: tuple[int, date | None]) -> Period | None:
    """The day of a month in the year near to another, or to that of a publication, in which it is such a weekday."""
    years = [near[1].year] if near[1] is not None else []
    years += [year + step for year in (*years, near[0]) for step in (1, -1)]
    days = (day_in(year, month, day) for year in years if calendar.FIRST_YEAR <= year <= calendar.LAST_YEAR)
    return next((found for found in days if found is not None and found.begin.weekday() == weekday), None)


def month_and_year(words: Sequence[Word], _: Situation) -> Meaning | None:
    """``September 2021``; ``late March of 1918``."""
    month, year = number(find(words, "M")), number(find(words, "Y"))
    return dated(calendar.month(year, month), mod_of(words)) if year and month else None


def month_behind_year(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``2017 April``, ``2017 April 5``; not ``in 2017 May said``, where a name may stand."""
    after = situation.after
    is_name = after is not None and after.letter == OTHER and after.text[0].isupper()
    if is_name or (len(words[1].text) <= SHORTENED and words[1].text.lower() not in SURE_SHORT_MONTHS):
        return None
    return full_date(words, situation) if len(words) > 2 else month_and_year(words, situation)


def month_alone(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``in February``; ``early July``; ``last March``. ``May``, ``March`` and the like need a sign of a month."""
    word = find(words, "M")
    assert word is not None
    month = number(word)
    assert month is not None
    dotted = word.end - word.start > len(word.text)  # "in Dec., he said"
    lone = len(words) == 1 and not dotted
    before = situation.before.letter if situation.before else ""
    if (
        lone
        and not dotted
        and (word.text.capitalize() in ("May", "March", "April", "June", "August") or len(word.text) <= SHORTENED)
    ):
        name_before = situation.before is not None and situation.before.text[:1].isupper() and before not in "ikdA"
        short = len(word.text) <= SHORTENED and word.text != "May" and not _is_short_month(word, situation)
        if name_before or short or (word.text in ("May", "March") and not _is_of_month(before, situation.after)):
            return None
    year = year_of_month(month, situation.reference, situation.tense())
    if year is None:
        return Meaning("DATE", f"XXXX-{month:02}", mod=mod_of(words))
    today = situation.reference.today
    if (direction := find(words, "lx")) is not None and today is not None and not situation.reference.narrative:
        year = today.year - (month >= today.month) if direction.letter == "l" else today.year + (month <= today.month)
    if find(words, "t") is not None and today is not None and not situation.reference.narrative:
        year = min(
            (today.year, today.year - 1, today.year + 1),
            key=lambda each: abs(12 * (each - today.year) + month - today.month),
        )
    return dated(calendar.month(year, month), mod_of(words), "publication")


def _is_short_month(word: Word, situation: Situation) -> bool:
    """Whether a ``Feb`` without a full stop is a month: "in Feb", "from Sep"; not "by Jan Smit", "in Mar del Plata"."""
    before, after = situation.before, situation.after
    if (
        before is None
        or word.text == "Mar"
        or (after is not None and after.letter == OTHER and after.text[0].isupper())
    ):
        return False
    ends_range = before.letter in "T-" and len(situation.earlier) > 1 and situation.earlier[-2].letter == "M"
    return before.letter == "i" or ((before.letter in "kfab" or ends_range) and word.text.lower() in SURE_SHORT_MONTHS)


SURE_SHORT_MONTHS = frozenset("feb apr sep oct nov dec".split())
"""Names of months that are names of nobody."""


def _is_of_month(before: str, after: Word | None) -> bool:
    """Whether words around a ``May`` make it the month: "in May", "the May election"; not "and May said"."""
    if before in ("d", "A", ""):
        return after is not None and after.letter == OTHER and after.text.islower()
    return before in "ikfTo("


def year(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``in 1969``; ``the end of 1941``; ``2016``. Numbers that count things are none."""
    told = words[-1]
    value = number(told)
    if value is None:
        return None
    before, after = situation.before, situation.after
    if after is not None and (_COUNTED.fullmatch(after.text) or after.letter in "UZ"):
        return None
    if before is not None and before.end == told.start and before.text.isalnum():
        return None  # a part of another number
    if len(situation.earlier) > 1 and (
        _joined(situation.earlier[-2:], told) or _is_numbered(situation.earlier[-2:], told)
    ):
        return None  # "tel. 461-1776", "case 21/2022"
    told_as_year = len(words) > 1 or situation.reference.narrative
    told_as_year |= (before is not None and before.letter in "ikfTo(-") or (after is not None and after.letter == "-")
    if value >= FAR_YEAR and (len(words) == 1 and (before is None or before.letter not in "ik" or _counts(after))):
        return None
    if not SURE_YEARS[0] <= value <= SURE_YEARS[1] and not (told_as_year and value >= EARLIEST_YEAR):
        return None
    return dated(calendar.year(value), mod_of(words))


def _counts(after: Word | None) -> bool:
    """Whether a number counts what stands behind it: "in 2150 villages"."""
    return after is not None and after.letter == OTHER and after.text[0].isalnum()


def end_of_year_range(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``17`` of ``1915-17``."""
    told, (begin, hyphen) = words[0], situation.earlier[-2:]
    first, last = number(begin), number(told)
    adjacent = begin.end == hyphen.start and hyphen.end == told.start and len(told.text) == 2
    if not adjacent or first is None or last is None or not SURE_YEARS[0] <= first <= SURE_YEARS[1]:
        return None
    return dated(calendar.year(first - first % 100 + last)) if last > first % 100 else None


def _joined(before: Sequence[Word], told: Word) -> bool:
    """Whether a hyphen joins a number to a shorter one before it."""
    digits, hyphen = before
    adjacent = digits.end == hyphen.start and hyphen.end == told.start
    return hyphen.text == "-" and adjacent and digits.text.isdigit() and len(digits.text) < len(told.text)


def _is_numbered(before: Sequence[Word], told: Word) -> bool:
    """Whether a stroke joins a number to a year, so that both are the number of something: "case 21/2022"."""
    digits, stroke = before
    adjacent = digits.end == stroke.start and stroke.end == told.start
    count = number(digits) if digits.letter == "N" else None
    return stroke.text == "/" and adjacent and count is not None and count > MONTHS_OF_A_YEAR
