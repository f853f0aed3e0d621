"""Weeks and weekends told by a number, a day or a holiday; read on Wednesday 13 July 2022."""

import pytest

from tests.enrich.times.reading import read, values


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Schools close in the week of July 4.", ("2022-07-04", "2022-07-10")),
        ("Claims rose in the week ended July 9.", ("2022-07-03", "2022-07-09")),
        ("Work began in the week starting on February 4.", ("2022-02-04", "2022-02-10")),
        ("Road works: w/c 4 July.", ("2022-07-04", "2022-07-10")),
    ],
)
def test_a_week_is_told_by_its_first_or_last_day_or_one_in_it(text: str, days: tuple[str, str]) -> None:
    [week] = read(text)
    assert (str(week.begin), str(week.end_date), week.granularity) == (*days, "week")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained in the second week of 2021.", ("the second week of 2021", "2021-W02")),
        ("It rained in the third month of 2021.", ("the third month of 2021", "2021-03")),
        ("They meet in the 9th month of next year.", ("the 9th month of next year", "2023-09")),
        ("Cases rose in week 31 of 2021.", ("week 31 of 2021", "2021-W31")),
        ("Cases rose in week 27, it said.", ("week 27", "2022-W27")),
        ("Cases rose in calendar week 9.", ("calendar week 9", "2022-W09")),
    ],
)
def test_weeks_and_months_of_a_year_are_counted_as_iso_8601_does(text: str, expected: tuple[str, str]) -> None:
    assert values(text) == [expected]


def test_a_week_of_a_year_has_the_days_of_its_value_and_one_of_a_month_none_of_another() -> None:
    [of_year] = read("It rained in the second week of 2021.")
    [of_month] = read("It rained in the last week of October 2018.")
    assert (str(of_year.begin), str(of_year.end_date)) == ("2021-01-11", "2021-01-17")
    assert (str(of_month.begin), str(of_month.end_date)) == ("2018-10-25", "2018-10-31")


@pytest.mark.parametrize(
    "text", ["They lost in Week 10.", "She is in week 31 of her pregnancy.", "They won in week 3."]
)
def test_weeks_of_a_season_or_a_pregnancy_are_none_of_the_calendar(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value", "days"),
    [
        ("They drove over Labor Day weekend 2021.", "2021-W35-WE", ("2021-09-04", "2021-09-06")),
        ("They met on Thanksgiving weekend 2021.", "2021-W47-WE", ("2021-11-27", "2021-11-28")),
        ("They met on the weekend of Halloween 2020.", "2020-W44-WE", ("2020-10-31", "2020-11-01")),
        ("They met over the July 4 weekend.", "2022-W26-WE", ("2022-07-02", "2022-07-04")),
    ],
)
def test_the_weekend_of_a_holiday_is_the_next_to_it_with_a_monday_or_friday(
    text: str, value: str, days: tuple[str, str]
) -> None:
    [weekend] = read(text)
    assert (weekend.value, str(weekend.begin), str(weekend.end_date)) == (value, *days)
