"""A calendar algebra: periods of days, each with its TIMEX3 value, and steps from one to another."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""First and last month of each season, as meteorologists of the northern hemisphere count them."""

UNIT_LETTERS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "weekend": "WE", "week": "W", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip
"""Of TIMEX3 durations; seconds, minutes and hours stand behind a ``T``."""

CLOCK_UNITS = frozenset(["second", "minute", "hour"])

FIRST_YEAR, LAST_YEAR = 1, 9998  # what ``datetime.date`` can count, less one for steps at the end


@dataclass(frozen=True, slots=True)
class Period:
    """A run of whole days.

    Attributes:
        value: TIMEX3.
        begin, end: first and last day, both inclusive.
        granularity: ``day``, ``week``, ``weekend``, ``month``, ``season``, ``quarter``, ``half``,
            ``year``, ``decade`` or ``century``.
    """

    value: str
    begin: date
    end: date
    granularity: str


def day(of: date) -> Period:
    """One day."""
    return Period(of.isoformat(), of, of, "day")


def week(of: date) -> Period:
    """The ISO week, Monday to Sunday, that holds a day."""
    monday = of - timedelta(of.weekday())
    year, number, _ = of.isocalendar()
    return Period(f"{year:04}-W{number:02}", monday, monday + timedelta(6), "week")


def weekend(of: date) -> Period:
    """Saturday and Sunday of the ISO week that holds a day."""
    whole = week(of)
    return Period(f"{whole.value}-WE", whole.begin + timedelta(5), whole.end, "weekend")


def month(year: int, number: int) -> Period:
    """One month; numbers beyond 1 to 12 run into the years before and after."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return Period(
        f"{year:04}-{number:02}", date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month"
    )


def quarter(year: int, number: int) -> Period:
    """One quarter; numbers beyond 1 to 4 run into the years before and after."""
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    return Period(f"{year:04}-Q{number}", month(year, 3 * number - 2).begin, month(year, 3 * number).end, "quarter")


def half(year: int, number: int) -> Period:
    """The first or the second half of a year."""
    return Period(f"{year:04}-H{number}", month(year, 6 * number - 5).begin, month(year, 6 * number).end, "half")


def season(year: int, name: str) -> Period:
    """A season by its TIMEX3 name; a winter is that of the year in which it begins."""
    first, last = SEASONS[name]
    end = month(year + (last < first), last).end
    return Period(f"{year:04}-{name}", date(year, first, 1), end, "season")


def year(number: int) -> Period:
    """One year."""
    return Period(f"{number:04}", date(number, 1, 1), date(number, 12, 31), "year")


def decade(first: int) -> Period:
    """The ten years from ``first`` on."""
    return Period(f"{first // 10:03}", date(first, 1, 1), date(first + 9, 12, 31), "decade")


def century(number: int) -> Period:
    """A century by its number; the 20th is 1900 to 1999, as TIMEX3 counts."""
    first = 100 * (number - 1)
    return Period(f"{number - 1:02}", date(max(first, 1), 1, 1), date(first + 99, 12, 31), "century")


def containing(of: date, unit: str) -> Period:
    """The period of a unit that holds a day; a day for units shorter than one."""
    if unit == "week":
        return week(of)
    if unit == "weekend":
        return weekend(of)
    if unit == "month":
        return month(of.year, of.month)
    if unit == "quarter":
        return quarter(of.year, (of.month + 2) // 3)
    if unit == "year":
        return year(of.year)
    if unit == "decade":
        return decade(of.year // 10 * 10)
    if unit == "century":
        return century(of.year // 100 + 1)
    return day(of)


def stepped(of: date, unit: str, count: int) -> date:
    """The day that lies ``count`` units after a day (before it when negative).

    Raises:
        OverflowError, ValueError: there is no such day in the calendar.
    """
    if unit in ("month", "quarter", "year", "decade", "century"):
        months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
        whole = month(of.year, of.month + months)
        return whole.begin.replace(day=min(of.day, whole.end.day))
    days = {"week": 7, "weekend": 7, "hour": 1 / 24, "minute": 1 / 1440, "second": 1 / 86400}.get(unit, 1)
    return of + timedelta(int(count * days))


def units_ahead(of: date, unit: str, count: int) -> tuple[date, date]:
    """First and last day of so many units that come after a day, which is none of them: ``the next five days``.

    Quarters are whole ones, those after the one that holds the day.

    Raises:
        OverflowError, ValueError: they end beyond the calendar.
    """
    begin = (containing(of, unit).end if unit == "quarter" else of) + timedelta(1)
    return begin, stepped(begin, unit, count) - timedelta(1)


def units_back(of: date, unit: str, count: int) -> tuple[date, date]:
    """First and last day of so many units up to a day, the last of them: ``the past three days``.

    Quarters are whole ones, those that were over before the one that holds the day.

    Raises:
        OverflowError, ValueError: they begin before the calendar.
    """
    behind = containing(of, unit).begin if unit == "quarter" else of + timedelta(1)
    return stepped(behind, unit, -count), behind - timedelta(1)


def easter(in_year: int) -> date:
    """Easter Sunday of the western churches (anonymous Gregorian algorithm, Meeus 1991)."""
    a, (b, c) = in_year % 19, divmod(in_year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    (i, k) = divmod(c, 4)
    offset = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * offset) // 451
    number, of_month = divmod(h + offset - 7 * m + 114, 31)
    return date(in_year, number, of_month + 1)


def orthodox_easter(in_year: int) -> date:
    """Easter Sunday of the eastern churches, of the years 1900 to 2099 (Julian algorithm, Meeus 1991)."""
    d = (19 * (in_year % 19) + 15) % 30
    e = (2 * (in_year % 4) + 4 * (in_year % 7) - d + 34) % 7
    number, of_month = divmod(d + e + 114, 31)
    return date(in_year, number, of_month + 1) + timedelta(13)


def nth_weekday(in_year: int, in_month: int, weekday: int, number: int) -> date:
    """The ``number``-th weekday (0 is Monday) of a month; -1 is the last one."""
    whole = month(in_year, in_month)
    if number < 0:
        return whole.end - timedelta((whole.end.weekday() - weekday) % 7)
    return whole.begin + timedelta((weekday - whole.begin.weekday()) % 7 + 7 * (number - 1))
