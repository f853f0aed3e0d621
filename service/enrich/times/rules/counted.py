"""Rules for days counted from a date that stands beside them, or told by the week or month that they are in."""

from collections.abc import Sequence
from datetime import date, timedelta

from service.enrich.times import calendar
from service.enrich.times.calendar import CLOCK_UNITS, containing, stepped
from service.enrich.times.reading.words import Word
from service.enrich.times.rules.absolute import find, number
from service.enrich.times.rules.amounts import amount_of
from service.enrich.times.rules.meaning import Meaning, Situation, dated
from service.enrich.times.rules.relative import neighbour
from service.enrich.times.rules.told_date import date_at

NEAREST_MONTHS = (0, -1, 1, -2, 2)
"""Months about the present one in which a day told by its number is looked for."""


def counted_from_date(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``two weeks before Christmas``; ``three days after May 4``; ``the day after tomorrow``.

    Not where the date is of something that follows, as in "two days after Monday's vote": it is a date of its own.
    """
    if situation.after is not None and situation.after.text in ("'", "\u2019"):
        return None
    place, step = next((index, word) for index, word in enumerate(words) if word.letter in "abf")
    amount, told = amount_of(words[:place]), date_at(words, place + 1, situation)
    if amount is None or amount.count is None or amount.unit in CLOCK_UNITS or told is None or told.begin is None:
        return None
    if step.letter == "f" and step.text.lower() != "from":
        return None
    day = stepped(told.begin, amount.unit, -amount.count if step.letter == "b" else amount.count)
    unit = amount.unit if amount.unit in ("month", "quarter", "year") else "day"
    return dated(containing(day, unit), None, told.anchor)


def weekday_of_week(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``Monday of last week``; ``last week Monday``."""
    day, unit = find(words, "W"), find(words, "U")
    if day is None or unit is None or unit.value != "week" or not isinstance(day.value, int):
        return None
    rest = words[1 + (words[1].letter == "o") :] if words[0] is day else words[:-1]
    week = neighbour(rest, situation)
    if week is None or week.period is None:
        return None
    return dated(calendar.day(week.period.begin + timedelta(day.value)), None, week.anchor)


def day_of_month(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``Thursday the 14th``, ``Friday 31``; ``the 18th`` of ``on the 18th``: the month is the one that is near."""
    day, named = find(words, "NO"), find(words, "W")
    today, after = situation.reference.this_day, situation.after
    which = number(day)
    if day is None or which is None or today is None or not day.text[0].isdigit():
        return None
    if after is not None and _is_counted(day, after, joined=named is not None and words[1].letter != ","):
        return None
    days = [
        found
        for month in NEAREST_MONTHS
        if (found := _day(calendar.month(today.year, today.month + month), which)) is not None
        and (named is None or found.weekday() == named.value)
    ]
    if not days:
        return None
    ahead = situation.tense() == "future"
    fitting = [found for found in days if (found >= today if ahead else found <= today)]
    nearest = min(fitting or days, key=lambda found: abs((found - today).days))
    return dated(calendar.day(nearest), None, "publication")


def _is_counted(day: Word, after: Word, joined: bool) -> bool:
    """Whether a number is none of a day: "Friday 31 people", "the 18th floor", "Friday, 5th placed", "Friday 8-6"."""
    if not after.text[0].isalnum():
        return day.letter == "N" and after.text not in ".,;!?)"
    if after.text.lower() in _BEHIND:
        return False
    return not joined or day.letter == "N" or after.text[0].isupper()


_BEHIND = frozenset(("that", "he", "she", "they", "we", "it", "and", "when", "after", "with", "at", "by", "as", "but"))
"""Words of which a day of a month is none: what follows it is something else."""


def _day(month: calendar.Period, which: int) -> date | None:
    return month.begin + timedelta(which - 1) if 0 < which <= month.end.day else None
