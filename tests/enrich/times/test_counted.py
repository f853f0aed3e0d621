"""Days counted from a date beside them, or told by the week or month they are in; read on Wednesday 13 July 2022."""

import pytest

from tests.enrich.times.reading import read, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port opens two days after Christmas.", ("two days after Christmas", "2022-12-27")),
        ("The vote comes three weeks before August 30, 2022.", ("three weeks before August 30, 2022", "2022-08-09")),
        ("He arrives the day after tomorrow.", ("the day after tomorrow", "2022-07-15")),
        ("Offices closed the day before Good Friday 2021.", ("the day before Good Friday 2021", "2021-04-01")),
        ("A law passed two years after May 4, 2001.", ("two years after May 4, 2001", "2003")),
    ],
)
def test_so_long_before_or_after_a_date_is_one_date(text: str, expected: tuple[str, str]) -> None:
    assert values(text) == [expected]


def test_a_date_of_what_happened_then_stays_a_date_of_its_own() -> None:
    assert values("Two days after Monday's vote he resigned.") == [("Two days", "P2D"), ("Monday", "2022-07-11")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The court sat on Tuesday of last week.", ("Tuesday of last week", "2022-07-05")),
        ("The court sits on Monday of next week.", ("Monday of next week", "2022-07-18")),
        ("She was last seen last week Thursday.", ("last week Thursday", "2022-07-07")),
        ("The court sat on Tuesday last week.", ("Tuesday last week", "2022-07-05")),
        ("The drill runs until Friday next week.", ("Friday next week", "2022-07-22")),
        ("She was seen on Monday evening last week.", ("Monday evening last week", "2022-07-04TEV")),
    ],
)
def test_a_weekday_is_of_the_week_that_is_told_with_it(text: str, expected: tuple[str, str]) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They vote on the first Sunday of October 2022.", ("the first Sunday of October 2022", "2022-10-02")),
        ("They met on the second Tuesday in May 2021.", ("the second Tuesday in May 2021", "2021-05-11")),
        ("They meet on the last Friday of the month.", ("the last Friday of the month", "2022-07-29")),
        ("They meet on the third Monday of next month.", ("the third Monday of next month", "2022-08-15")),
    ],
)
def test_a_weekday_is_the_so_many_th_of_the_month_that_is_told_with_it(text: str, expected: tuple[str, str]) -> None:
    assert values(text) == [expected]


def test_a_month_has_no_more_weekdays_than_the_calendar_gives_it() -> None:
    assert values("They met on the fifth Sunday of June 2021.") == [("Sunday", "2022-07-10"), ("June 2021", "2021-06")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge fell on Thursday the 7th.", ("Thursday the 7th", "2022-07-07")),
        ("The bridge fell on Friday 8.", ("Friday 8", "2022-07-08")),
        ("The bridge fell on Thursday 30th.", ("Thursday 30th", "2022-06-30")),
        ("Police said on the 5th that the bridge fell.", ("the 5th", "2022-07-05")),
        ("The bridge fell on 29th.", ("29th", "2022-06-29")),
        ("The bridge fell on Fri 14th.", ("Fri 14th", "2022-01-14")),
        ("The bridge fell on Thursday the thirty-first.", ("Thursday the thirty-first", "2022-03-31")),
        ("The bridge will open on the 21st of this month.", ("the 21st of this month", "2022-07-21")),
    ],
)
def test_a_day_told_by_its_number_is_of_the_nearest_month_that_fits(text: str, expected: tuple[str, str]) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The fire began on the 18th floor.",
        "It came on the 5th of the lists.",
        "He ran in the 5th.",
        "A birdie on 17th.",
        "They punted on 24th-and-2.",
        "On the first, he fell.",
    ],
)
def test_an_ordinal_that_counts_something_else_is_no_day(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "On Friday 8 people died.",
        "On Friday 2nd Lieutenant Ali died.",
        "They raced on Friday, 5th placed.",
        "Open Friday 8-6.",
    ],
)
def test_a_number_behind_a_weekday_that_counts_something_else_is_no_day(text: str) -> None:
    assert values(text) == [("Friday", "2022-07-08")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mine closed two years and three months ago.", ("two years and three months ago", "2020-04")),
        ("It reopens 1 month 2 days from now.", ("1 month 2 days from now", "2022-08-15")),
        ("The court sits Monday two weeks from now.", ("Monday two weeks from now", "2022-07-25")),
        ("The court sat on Friday three weeks ago.", ("Friday three weeks ago", "2022-06-24")),
        ("They reply within three business days.", ("three business days", "P3D")),
        ("Profit may rise by next year's first quarter.", ("next year's first quarter", "2023-Q1")),
        ("Prices rise this calendar year.", ("this calendar year", "2022")),
    ],
)
def test_what_is_told_in_several_units_or_parts_is_one_expression(text: str, expected: tuple[str, str]) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Later this month they meet.", ("2022-07-13", "2022-07-31")),
        ("Earlier this year they met.", ("2022-01-01", "2022-07-13")),
        ("They met earlier in the week.", ("2022-07-11", "2022-07-13")),
        ("They met this month.", ("2022-07-01", "2022-07-31")),
    ],
)
def test_earlier_and_later_part_a_period_where_the_article_stands(text: str, days: tuple[str, str]) -> None:
    (timex,) = read(text)
    assert (str(timex.begin), str(timex.end_date)) == days


def test_a_fortnight_is_counted_from_the_article() -> None:
    (timex,) = read("Prices rose over the past fortnight.")
    assert (timex.value, str(timex.begin), str(timex.end_date)) == ("P2W", "2022-06-30", "2022-07-13")


@pytest.mark.parametrize("text", ["he may march in august company", "it sat in the sun", "the second mar on his name"])
def test_small_words_that_are_names_of_months_and_days_elsewhere_are_none(text: str) -> None:
    assert values(text) == []


def test_hydrogen_is_no_half_of_a_year() -> None:
    assert values("The plant makes H2 from water.") == []
