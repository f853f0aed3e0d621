"""Rules for dates that take a part from their neighbours: ranges, ``the night of``, ``August of that year``."""

import re
from collections.abc import Sequence
from datetime import timedelta

from service.enrich.times import calendar
from service.enrich.times.reading.vocabulary import OTHER
from service.enrich.times.reading.words import Word
from service.enrich.times.rules.absolute import day_in, find, mod_of, month_alone, month_and_day, month_and_year, number
from service.enrich.times.rules.amounts import amount_of
from service.enrich.times.rules.meaning import Meaning, Situation, at_part_of_day, dated
from service.enrich.times.rules.relative import neighbour

DAY, WEEK = timedelta(1), timedelta(7)


def first_of_range(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``3`` of ``3-5 May 2010``; ``26 June`` of ``26 June to 28 June 2020``: month and year stand further on."""
    return month_and_day([*words, *situation.further], situation)


def end_of_range(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``9, 1918`` of ``March 5-9, 1918``, ``14`` of ``April 1 through 14``: the month stands before."""
    before, after = situation.before, situation.after
    counts = after is not None and after.letter == OTHER and after.text[0].isalnum()
    if counts and before is not None and before.letter == "T" and len(words) == 1:
        return None  # "April 1 and 14 people"
    month = find(situation.earlier[::-1], "M")
    return None if month is None else month_and_day([month, *words], situation)


def month_of_range(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``March`` of ``between March and April 1918``: the year stands with the last one."""
    month, told = number(find(words, "M")), number(find(situation.further, "Y"))
    last = number(find(situation.further, "M"))
    if month is None or told is None or last is None:
        return None
    return dated(calendar.month(told - (month > last), month), mod_of(words))


def season_of_range(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``the spring`` of ``the spring and early summer of 1943``."""
    name, told = find(words, "S"), number(find(situation.further, "Y"))
    return dated(calendar.season(told, str(name.value)), mod_of(words)) if told and name else None


def month_of_that_year(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``August of that year``, ``March the same year``: of the year told last; ``March last year``."""
    month, told = number(find(words, "M")), _year_behind(words, situation)
    if month is None or told is None:
        return None
    return dated(calendar.month(told[0], month), mod_of(words), told[1])


def day_of_that_year(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``April 22 last year``; ``4 May of this year``."""
    told = _year_behind(words, situation)
    found = day_in(told[0], number(find(words, "M")), number(find(words, "NO"))) if told is not None else None
    return dated(found, None, told[1]) if told is not None else None


def _year_behind(words: Sequence[Word], situation: Situation) -> tuple[int, str] | None:
    """The year that ends an expression, ``that year``, ``last year``, and what it is counted from.

    None where it is of something else: "In May, last year's winner".
    """
    unit, after = words[-1], situation.after
    if unit.value != "year" or unit.text.endswith("s") or (after is not None and after.text in ("'", "\u2019")):
        return None
    if find(words, "s") is None and words[-2].text.lower() in _OF_PRESENT:
        year = neighbour(words[-2:], situation)
        return (year.begin.year, year.anchor or "publication") if year is not None and year.begin is not None else None
    last = situation.reference.last
    if last is not None:
        return last[0].begin.year, last[1]
    published = situation.reference.published
    return (published.year, "publication") if published is not None else None


_OF_PRESENT = frozenset(("last", "this", "next"))


def unit_of_period(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``the first week of May``; ``the last day of 2016``; ``the third month of 2021``.

    A week is one of ISO 8601 that holds the middle of so many seven days from the first or the last day on; of a month
    those seven days themselves.
    """
    (place, unit), whole = [word for word in words if word.letter in "OlU"][:2], _month_or_year(words, situation)
    if whole is None or whole.period is None:
        return None
    which = 2 if place.value == "second" else number(place)
    period, length = whole.period, WEEK if unit.value == "week" else DAY
    if which is None or unit.value not in _UNITS or unit.text.endswith("s"):
        return None
    if unit.value == "month":
        month = 12 if place.letter == "l" else which
        is_one = period.granularity == "year" and 1 <= month <= 12
        return dated(calendar.month(period.begin.year, month), None, whole.anchor) if is_one else None
    begin = period.end - (length - DAY)
    if place.letter != "l":
        begin = period.begin + length * (which - 1)
    end = min(begin + (length - DAY), period.end)
    if begin > period.end:
        return None
    if unit.value == "day":
        return dated(calendar.day(begin), None, whole.anchor)
    week = calendar.week(min(begin + 3 * DAY, end))
    if period.granularity == "month":
        week = calendar.Period(week.value, begin, end, "week")
    return dated(week, None, whole.anchor)


_UNITS = frozenset(("day", "week", "month"))


def weekday_of_month(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``the first Sunday of October``; ``the last Friday of the month``."""
    (place, day), whole = [word for word in words if word.letter in "OlUW"][:2], _month_or_year(words, situation)
    which = 2 if place.value == "second" else number(place)
    if whole is None or whole.period is None or whole.period.granularity != "month" or not isinstance(day.value, int):
        return None
    if which is None or (place.letter == "l" and place.text.lower() != "last"):
        return None
    month = whole.period.begin
    found = calendar.nth_weekday(month.year, month.month, day.value, which)
    return dated(calendar.day(found), None, whole.anchor) if found.month == month.month else None


def _month_or_year(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """The month or year that ends an expression: ``May``, ``2016``, ``next month``, ``the year``."""
    unit, today = words[-1], situation.reference.today
    if unit.letter == "U":
        if today is None or unit.text not in ("month", "year"):
            return None
        steps = words[-2].value if isinstance(words[-2].value, int) else 0
        return dated(calendar.containing(calendar.stepped(today, unit.text, steps), unit.text), None, "publication")
    if find(words, "M") is None:
        return dated(calendar.year(told)) if (told := number(find(words, "Y"))) is not None else None
    return month_and_year(words, situation) or month_alone(words[-2:], situation)  # with its "of"


def part_of_year(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``the first six months of 2021``; ``the last two weeks of the year``: so long, and which days."""
    amount, place = amount_of(words), find(words, "Ol")
    if amount is None or amount.count is None or amount.unit not in _PARTS or place is None:
        return None
    if place.letter == "O" and place.value != 1:
        return None
    told, today = number(find(words, "Y")), situation.reference.today
    if told is None:
        if today is None or words[-1].value != "year":
            return None
        direction = words[-2].value
        told = today.year + (direction if isinstance(direction, int) else 0)
    whole = calendar.year(told)
    if place.letter == "O":
        begin, end = whole.begin, calendar.stepped(whole.begin, amount.unit, amount.count) - DAY
    else:
        begin, end = calendar.stepped(whole.end + DAY, amount.unit, -amount.count), whole.end
    if not whole.begin <= begin <= end <= whole.end:
        return None
    return Meaning("DURATION", amount.value, begin=begin, end=end)


_PARTS = frozenset(("day", "week", "month", "quarter"))


def part_of_date(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``the night of 8 February 1904``; ``the early morning hours of May 13``."""
    part = find(words, "P")
    of = next(index for index, word in enumerate(words) if word.letter == "o")
    rest = words[of + 1 :]
    goes_on = re.match(r"[-T][NO],?Y", "".join(word.letter for word in situation.further))  # "of June 3-4, 1989"
    whole = find(rest, "M") is not None and not goes_on
    told = month_and_day(rest, situation) if whole else first_of_range(rest, situation)
    return None if part is None else at_part_of_day(told, str(part.value))
