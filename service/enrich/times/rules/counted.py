"""Rules for days counted from a date that stands beside them, or told by the week or month that they are in."""

from collections.abc import Sequence
from datetime import date, timedelta

from service.enrich.times import calendar
from service.enrich.times.calendar import CLOCK_UNITS, containing, stepped
from service.enrich.times.reading.words import Word
from service.enrich.times.rules.absolute import find, number
from service.enrich.times.rules.amounts import amount_of
from service.enrich.times.rules.meaning import Meaning, Situation, at_part_of_day, dated
from service.enrich.times.rules.relative import ago, ends_clause, from_now, neighbour
from service.enrich.times.rules.told_date import date_at

NEAREST_MONTHS, MONTHS_OF_WEEKDAY = range(-2, 3), range(-11, 12)
"""Months about the present one in which a day told by its number is looked for, alone or with its weekday."""


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
    """``Monday of last week``; ``last week Monday``; ``Monday evening next week``."""
    day, unit = find(words, "W"), find(words, "U")
    if day is None or unit is None or unit.value != "week" or not isinstance(day.value, int):
        return None
    rest = [word for word in words[1:] if word.letter not in "Po"] if words[0] is day else words[:-1]
    week = neighbour(rest, situation)
    if week is None or week.period is None:
        return None
    found = dated(calendar.day(week.period.begin + timedelta(day.value)), None, week.anchor)
    part = find(words, "P")
    return at_part_of_day(found, str(part.value)) if part is not None else found


def weekday_counted(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``Monday two weeks from now``; ``Friday three weeks ago``: of the week so far away."""
    day, unit = words[0].value, find(words, "U")
    found = (ago if words[-1].letter == "g" else from_now)(words[1:], situation)
    if unit is None or unit.value != "week" or found is None or found.period is None or not isinstance(day, int):
        return None
    return dated(calendar.day(found.period.begin + timedelta(day)), None, found.anchor)


def in_parts(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``two years and three months later``; ``1 year 2 months ago``: one date, to the smallest unit."""
    if words[-1].text.lower() in ("after", "before", "prior", "back") and not ends_clause(situation.after):
        return None  # from an event
    ends = [index + 1 for index, word in enumerate(words) if word.letter == "U"]
    amounts = [amount_of(words[first:end]) for first, end in zip([0, *ends], ends, strict=False)]
    parts = [(amount.count, amount.unit) for amount in amounts if amount is not None and amount.count is not None]
    units = [unit for _, unit in parts]
    if len(parts) < len(amounts) or [unit for unit in LARGEST_FIRST if unit in units] != units:
        return None
    reference, published = situation.reference, situation.reference.published
    anchor = (published, "publication") if published is not None else None
    if reference.narrative or words[-1].letter in "ab":
        anchor = reference.anchored(units[-1])
    if anchor is None:
        return None
    day, direction = anchor[0], -1 if words[-1].letter in "gb" else 1
    for count, unit in parts:
        day = stepped(day, unit, direction * count)
    return dated(containing(day, units[-1]), None, anchor[1])


LARGEST_FIRST = ("decade", "year", "month", "week", "day")


HOLES = 18
"""Of a course of golf; they are told as a day is, "on 18th"."""


def day_of_that_month(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``the 21st of this month``; ``the 21st this month`` of ``on the 21st this month``; not "this month's"."""
    which, after, before = number(words[1]), situation.after, situation.before
    if words[-1].text.lower() != "month" or which is None or (after is not None and after.text in ("'", "\u2019")):
        return None
    if words[2].letter != "o" and (before is None or not _introduces_day(before)):
        return None  # "the 21st this month": the month has seen twenty others
    month = neighbour(words[-2:], situation)
    found = _day(month.period, which) if month is not None and month.period is not None else None
    return dated(calendar.day(found), None, month.anchor) if found is not None and month is not None else None


def _introduces_day(before: Word) -> bool:
    return before.letter in "jkf" or before.text.lower() in ("around", "about")


def day_of_month(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``Thursday the 14th``, ``Friday 31``; ``the 18th`` of ``on the 18th``, ``29th`` of ``on 29th``.

    The month is the one that is near.
    """
    day, named = find(words, "NO"), find(words, "W")
    today, after = situation.reference.this_day, situation.after
    which = number(day)
    if day is None or which is None or today is None:
        return None
    if not day.text[0].isdigit() and (named is None or (after is not None and after.text[0].isalnum())):
        return None  # "on Wednesday the first train"
    if words[0] is day and (which <= HOLES or (after is not None and after.text == "-" and after.start == day.end)):
        return None  # "a birdie on 18th", "on 4th-and-2"
    if after is not None and _is_counted(day, after, joined=named is not None and words[1].letter != ","):
        return None
    days = [
        found
        for month in (NEAREST_MONTHS if named is None else MONTHS_OF_WEEKDAY)
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
