"""The calendar algebra, on any day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.enrich.times import calendar
from service.enrich.times.holidays.lunar import DAYS
from service.enrich.times.rules.meaning import narrowed
from tests.enrich.times.reading import read

DAY = timedelta(1)
DAYS_OF_NEWS = st.dates(date(1900, 1, 1), date(2090, 12, 31))
COUNTS = st.integers(2, 60)
UNITS = st.sampled_from(("day", "week", "month", "quarter", "year"))


@given(DAYS_OF_NEWS, COUNTS, st.sampled_from((("day", 1), ("week", 7))))
def test_so_many_days_or_weeks_have_exactly_their_days(of: date, count: int, unit: tuple[str, int]) -> None:
    name, length = unit
    for begin, end in (calendar.units_ahead(of, name, count), calendar.units_back(of, name, count)):
        assert (end - begin).days + 1 == count * length


@given(DAYS_OF_NEWS, COUNTS, UNITS)
def test_the_next_units_begin_right_behind_the_past_ones(of: date, count: int, unit: str) -> None:
    """But for quarters, of which the one that runs lies between."""
    _, end = calendar.units_back(of, unit, count)
    begin, _ = calendar.units_ahead(of, unit, count)
    between = calendar.containing(of, "quarter")
    assert (end + DAY, begin - DAY) == ((between.begin, between.end) if unit == "quarter" else (begin, end))


@given(DAYS_OF_NEWS, COUNTS)
def test_quarters_are_whole_ones(of: date, count: int) -> None:
    for begin, end in (calendar.units_ahead(of, "quarter", count), calendar.units_back(of, "quarter", count)):
        first, last = calendar.containing(begin, "quarter"), calendar.containing(end, "quarter")
        assert (begin, end) == (first.begin, last.end)
        assert calendar.stepped(begin, "quarter", count) == end + DAY


@given(DAYS_OF_NEWS, st.integers(1, 40))
def test_so_many_years_end_on_the_same_day_of_the_year(of: date, count: int) -> None:
    begin, end = calendar.units_ahead(of, "year", count)
    assert begin == of + DAY
    assert end + DAY == calendar.stepped(begin, "year", count)


@given(DAYS_OF_NEWS, st.integers(2, 30))
def test_the_next_days_that_a_text_tells_are_so_many_and_begin_tomorrow(published: date, count: int) -> None:
    [timex] = read(f"It opens within the next {count} days.", published)
    assert timex.begin is not None and timex.end_date is not None
    assert (timex.begin, (timex.end_date - timex.begin).days + 1) == (published + DAY, count)


@given(DAYS_OF_NEWS, st.sampled_from(("month", "quarter", "year", "decade", "century")))
def test_the_start_middle_and_end_of_a_period_are_all_of_it(of: date, unit: str) -> None:
    whole = calendar.containing(of, unit)
    start, middle, end = (narrowed(whole, mod) for mod in ("START", "MID", "END"))
    assert (start[0], end[1]) == (whole.begin, whole.end)
    assert (start[1] + DAY, middle[1] + DAY) == (middle[0], end[0])


@given(st.integers(1900, 2099))
def test_thirds_of_a_year_are_months(year: int) -> None:
    whole = calendar.year(year)
    assert narrowed(whole, "START")[1] == date(year, 4, 30)
    assert narrowed(whole, "END")[0] == date(year, 9, 1)


def test_what_is_late_in_a_week_is_from_thursday_on() -> None:
    week = calendar.week(date(2022, 7, 13))
    assert narrowed(week, "END") == (date(2022, 7, 14), date(2022, 7, 17))
    assert narrowed(week, "START") == (date(2022, 7, 11), date(2022, 7, 12))


@pytest.mark.parametrize(
    ("year", "western", "eastern"), [(2020, (4, 12), (4, 19)), (2025, (4, 20), (4, 20)), (2024, (3, 31), (5, 5))]
)
def test_easter_of_both_churches(year: int, western: tuple[int, int], eastern: tuple[int, int]) -> None:
    assert calendar.easter(year) == date(year, *western)
    assert calendar.orthodox_easter(year) == date(year, *eastern)


@given(st.integers(1900, 2099))
def test_eastern_easter_is_a_sunday_and_not_before_the_western_one(year: int) -> None:
    day = calendar.orthodox_easter(year)
    assert day.weekday() == 6
    assert timedelta(0) <= day - calendar.easter(year) <= timedelta(35)


@pytest.mark.parametrize("name", sorted(DAYS))
def test_days_that_the_moon_tells_are_a_lunar_year_apart(name: str) -> None:
    """Of twelve months, or thirteen where the calendar keeps to the seasons."""
    gaps = {(later - earlier).days for earlier, later in zip(DAYS[name], DAYS[name][1:], strict=False)}
    assert gaps <= {353, 354, 355, 356, 382, 383, 384, 385}
