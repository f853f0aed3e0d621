"""What dates, parts of days, months and years, and times of the clock mean."""

from datetime import date

import pytest

from tests.enrich.times.reading import read, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened on Friday, July 21, 2017.", ("Friday, July 21, 2017", "2017-07-21")),
        ("It opened on the 5th of May 2010.", ("the 5th of May 2010", "2010-05-05")),
        ("The treaty of 21 March 1921 ended it.", ("21 March 1921", "1921-03-21")),
        ("Filed 2019-03-04 by the court.", ("2019-03-04", "2019-03-04")),
        ("In September 2021 the port closed.", ("September 2021", "2021-09")),
        ("They fought in the spring of 1941.", ("the spring of 1941", "1941-SP")),
        ("Output fell in the third quarter of 2019.", ("the third quarter of 2019", "2019-Q3")),
        ("It was common in the 1990s.", ("the 1990s", "199")),
        ("It was common in the 1600s.", ("the 1600s", "16")),
        ("It was common in the 2000s.", ("the 2000s", "200")),
        ("A war of the early 20th century.", ("the early 20th century", "19")),
        ("The law dates from 1969.", ("1969", "1969")),
        ("Shops closed on Christmas Day 2020.", ("Christmas Day 2020", "2020-12-25")),
        ("He left on Good Friday 2021.", ("Good Friday 2021", "2021-04-02")),
        ("Shops were full on Black Friday 2021.", ("Black Friday 2021", "2021-11-26")),
        ("Crowds marched on Veterans Day 2021.", ("Veterans Day 2021", "2021-11-11")),
        ("Exports fell in H1 2021.", ("H1 2021", "2021-H1")),
        ("Exports fell in 2021 Q3.", ("2021 Q3", "2021-Q3")),
        ("Filed 23-Sep-2020 by the court.", ("23-Sep-2020", "2020-09-23")),
        ("Filed 2020/Sep/23 by the court.", ("2020/Sep/23", "2020-09-23")),
        ("The issue of Dec-2018 sold out.", ("Dec-2018", "2018-12")),
        ("the fourth of july, 1995, was hot", ("the fourth of july, 1995", "1995-07-04")),
        ("he left on 14 nov 2003", ("14 nov 2003", "2003-11-14")),
        ("He died two weeks before May 13, 1999.", ("two weeks before May 13, 1999", "1999-04-29")),
    ],
)
def test_dates_that_carry_their_calendar_with_them(text: str, expected: tuple[str, str]) -> None:
    """They mean the same whenever they are read."""
    assert values(text) == [expected]
    assert values(text, None) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said on Tuesday that talks failed.", ("Tuesday", "2022-07-12")),
        ("The minister said on Thursday that talks failed.", ("Thursday", "2022-07-07")),
        ("The envoy will arrive on Friday.", ("Friday", "2022-07-15")),
        ("He resigned last Wednesday.", ("last Wednesday", "2022-07-06")),
        ("Voters return next Wednesday.", ("next Wednesday", "2022-07-20")),
        ("The bridge fell yesterday.", ("yesterday", "2022-07-12")),
        ("The bridge fell last night.", ("last night", "2022-07-12TNI")),
        ("Prices rose last week.", ("last week", "2022-W27")),
        ("Prices rose last month.", ("last month", "2022-06")),
        ("Prices will rise next year.", ("next year", "2023")),
        ("Rebels took the town in February.", ("February", "2022-02")),
        ("Rebels took the town in October.", ("October", "2021-10")),
        ("The court will rule in October.", ("October", "2022-10")),
        ("The plant opened on December 28.", ("December 28", "2021-12-28")),
        ("Seventeen years ago this was a village.", ("Seventeen years ago", "2005")),
        ("The mine closed two months ago.", ("two months ago", "2022-05")),
        ("The mine closed two months back.", ("two months back", "2022-05")),
        ("Earlier in the week it closed.", ("Earlier in the week", "2022-W28")),
        ("The mine closed last summer.", ("last summer", "2021-SU")),
        ("They met last Easter.", ("last Easter", "2022-04-17")),
        ("Work is to be done by year end.", ("year end", "2022-12-31")),
    ],
)
def test_expressions_counted_from_the_day_of_publication(text: str, expected: tuple[str, str]) -> None:
    """Backwards unless the clause looks ahead."""
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales rose in summer 2007.", [("summer 2007", "2007-SU")]),
        ("Prices fell in the second half of 2008.", [("the second half of 2008", "2008-H2")]),
        ("Prices fell in the first half of the year.", [("the first half of the year", "2022-H1")]),
        ("Prices fell in the first quarter of the year.", [("the first quarter of the year", "2022-Q1")]),
        ("They left on the night of 8 February 1904.", [("the night of 8 February 1904", "1904-02-08TNI")]),
        (
            "They left on the night of June 3-4, 1989.",
            [("the night of June 3", "1989-06-03TNI"), ("4, 1989", "1989-06-04")],
        ),
        ("They vote in two weeks’ time.", [("two weeks", "2022-W30")]),
        ("It rained in the first week of May 2010.", [("the first week of May 2010", "2010-W18")]),
        ("It rained in the last week of June.", [("the last week of June", "2022-W26")]),
        ("It rained in the last week of 2016.", [("the last week of 2016", "2016-W52")]),
        ("It ended on the last day of May 2010.", [("the last day of May 2010", "2010-05-31")]),
        ("It will open on the first day of next month.", [("the first day of next month", "2022-08-01")]),
        ("It ran in 1915-17.", [("1915", "1915"), ("17", "1917")]),
        ("At 5:00 am on March 3, 2021 they left.", [("5:00 am", "2021-03-03T05:00"), ("March 3, 2021", "2021-03-03")]),
        ("“[Ten] years ago it was new,” he said.", [("[Ten] years ago", "2012")]),
        ("It ended in 1940. In August of that year they met.", [("1940", "1940"), ("August of that year", "1940-08")]),
    ],
)
def test_parts_of_months_years_and_days(text: str, expected: list[tuple[str, str]]) -> None:
    """Seasons, halves, quarters, weeks, nights and hours."""
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met the day before yesterday.", "2022-07-11"),
        ("They meet the day after tomorrow.", "2022-07-15"),
        ("It began half a year ago.", "2022-01"),
        ("It began half a decade ago.", "2017"),
    ],
)
def test_days_and_halves_counted_on(text: str, value: str) -> None:
    """From a day that is itself counted, and by half of a unit."""
    assert [timex.value for timex in read(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It opened at 9 a.m. on Friday.", "2022-07-08T09:00"),
        ("It closed at 10 p.m. yesterday.", "2022-07-12T22:00"),
        ("It will open at 5 p.m. on July 20.", "2022-07-20T17:00"),
        ("By 3 a.m. Monday it ended.", "2022-07-11T03:00"),
        ("It fell at 11am local time on Sunday.", "2022-07-10T11:00"),
        ("On Sunday it ended at 3 a.m. without rain.", "2022-07-10T03:00"),
        ("It began at nine o'clock Friday night.", "2022-07-08T21:00"),
        ("On Sunday it ended at two o'clock in the morning.", "2022-07-10T02:00"),
        ("On Sunday it ended at ten o’clock at night.", "2022-07-10T22:00"),
        ("On Sunday it began at 9 o'clock.", "2022-07-10T09:00"),
    ],
)
def test_a_time_of_the_clock_is_of_the_day_behind_it_else_of_the_day_told_last(text: str, value: str) -> None:
    """News tell the day behind the hour."""
    assert value in [timex.value for timex in read(text)]


def test_early_and_late_parts_of_a_period_are_marked_and_narrowed() -> None:
    """TIMEX3 keeps the value and tells the part by ``mod``; the days are a convention."""
    [early] = read("Tehran hosted talks in early July.")
    [end] = read("It was over by the end of 1941.")
    assert (early.value, early.mod, early.begin, early.end_date) == (
        "2022-07", "START", date(2022, 7, 1), date(2022, 7, 10),
    )  # fmt: skip
    assert (end.value, end.mod, end.end_date) == ("1941", "END", date(1941, 12, 31))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lease will end in 2150.", [("2150", "2150")]),
        ("It has 2150 villagers.", []),
        ("It rained in 2150 villages.", []),
        ("Exports fell in early fourth quarter 2021.", [("early fourth quarter 2021", "2021-Q4")]),
        ("He said that last year was wet.", [("last year", "2021")]),
        ("It has been shut since this April.", [("this April", "2022-04")]),
        ("A net softened the fall.", []),
        ("This fall was the sharpest in 2021.", [("2021", "2021")]),
        ("It opens in the fall.", [("the fall", "2021-FA")]),
    ],
)
def test_words_mean_a_time_where_one_stands(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


def test_this_month_of_a_name_is_the_nearest() -> None:
    assert values("It will open this January.", date(2022, 12, 5)) == [("this January", "2023-01")]
    assert values("It shut this December.", date(2023, 1, 5)) == [("this December", "2022-12")]
