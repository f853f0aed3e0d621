"""What a rule makes of an expression."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from service.enrich.times.calendar import Period, stepped
from service.enrich.times.reading.words import Word
from service.enrich.times.reference import Reference

DAY = timedelta(1)
PART_OF_MONTH = 10
"""Days that ``early`` and ``late`` span in a month; a convention, as those of other periods below."""
PARTS_OF_WEEK = {"START": (0, 1), "MID": (1, 3), "END": (3, 6)}
"""First and last weekday, 0 is Monday: what came late last week was in time for its papers, and mostly on no Sunday."""


class Meaning(NamedTuple):
    """The meaning of one expression, before it has an id; see ``Timex`` for the fields."""

    type: str
    value: str
    period: Period | None = None
    mod: str | None = None
    anchor: str | None = None
    begin: date | None = None
    end: date | None = None


class Situation(NamedTuple):
    """What a rule may look at beside the expression's own words.

    Attributes:
        reference: where the reader of the text stands.
        tense: asks for the tense of the clause, ``past``, ``future`` or ``none``.
        before, after: the words around the expression, None at the ends of a paragraph.
        further: the next few words behind it.
        earlier: the last few words before it.
        tells_what_is: asks whether the clause tells what is so at all times.
    """

    reference: Reference
    tense: Callable[[], str]
    before: Word | None
    after: Word | None
    further: Sequence[Word] = ()
    earlier: Sequence[Word] = ()
    tells_what_is: Callable[[], bool] = lambda: False


Build = Callable[[Sequence[Word], Situation], "Meaning | None"]


def dated(period: Period | None, mod: str | None = None, anchor: str | None = None) -> Meaning | None:
    """A DATE that means a period; None for None."""
    if period is None:
        return None
    begin, end = narrowed(period, mod)
    return Meaning("DATE", period.value, period, mod, anchor, begin, end)


UNTOLD = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip
"""TIMEX3 values of a day, a week, ... that nobody can tell."""


def untold(unit: str, mod: str | None = None) -> Meaning | None:
    """``last week`` in a text without a day of its own: a DATE of some week; None for units of the clock."""
    return Meaning("DATE", UNTOLD[unit], mod=mod) if unit in UNTOLD else None


def at_part_of_day(meaning: Meaning | None, part: str) -> Meaning | None:
    """A TIME: a part of the day that a DATE means."""
    if meaning is None or meaning.period is None or meaning.period.granularity != "day":
        return meaning
    return meaning._replace(type="TIME", value=f"{meaning.period.value}T{part}")


def narrowed(period: Period, mod: str | None) -> tuple[date, date]:
    """The days of a period's start, middle or end: a third of its months, ten days of a month, some of a week."""
    if mod not in PARTS_OF_WEEK or period.granularity in ("day", "weekend"):
        return period.begin, period.end
    if period.granularity == "week":
        first, last = PARTS_OF_WEEK[mod]
        return period.begin + first * DAY, period.begin + last * DAY
    behind, unit, third = period.end + DAY, "day", PART_OF_MONTH
    if period.granularity != "month":
        months = 12 * (behind.year - period.begin.year) + behind.month - period.begin.month
        unit, third = "month", months // 3
    middle, late = stepped(period.begin, unit, third), stepped(behind, unit, -third)
    return {
        "START": (period.begin, middle - DAY),
        "MID": (middle, late - DAY),
        "END": (late, period.end),
    }[mod]
