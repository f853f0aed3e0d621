"""Durations, sets, and ranges with two ends."""

from datetime import date

import pytest

from tests.enrich.times.reading import WEDNESDAY, read, values


@pytest.mark.parametrize(
    ("text", "value", "begin", "end"),
    [
        ("Fighting lasted two weeks.", "P2W", None, None),
        ("Trucks waited 24 hours.", "PT24H", None, None),
        ("In recent weeks the front moved.", "PXW", None, WEDNESDAY),
        ("Over the past three days the front moved.", "P3D", date(2022, 7, 11), WEDNESDAY),
        ("Over the past decade it grew.", "P1DE", date(2012, 7, 14), WEDNESDAY),
        ("They vote in the coming days.", "PXD", date(2022, 7, 14), None),
        ("The following months were hard.", "PXM", None, None),
        ("Sales fell in the first six months of 2021.", "P6M", date(2021, 1, 1), date(2021, 6, 30)),
        ("Sales fell in the last two weeks of last year.", "P2W", date(2021, 12, 18), date(2021, 12, 31)),
        ("Talks take place over the next two weeks.", "P2W", date(2022, 7, 14), date(2022, 7, 27)),
        ("He wrote it in the last years of his life.", "PXY", None, None),
        ("It rained for three consecutive days.", "P3D", None, None),
        ("They stayed for several more weeks.", "PXW", None, None),
        ("It lasted a day or two.", "PXD", None, None),
    ],
)
def test_a_duration_has_the_days_it_spans_where_the_text_bounds_them(
    text: str, value: str, begin: date | None, end: date | None
) -> None:
    """``None`` where it leaves the first or the last day open."""
    [timex] = read(text)
    assert (timex.type, timex.value, timex.begin, timex.end_date) == ("DURATION", value, begin, end)


def test_an_amount_before_an_event_is_a_duration() -> None:
    """No date is known for the event."""
    assert values("It shows heavy losses four months after invading the country.") == [("four months", "P4M")]


def test_following_a_visit_is_no_part_of_how_long_it_was() -> None:
    """A preposition; "the following two days" begins an expression."""
    assert values("He spoke following a two-day visit.") == [("a two-day", "P2D")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They meet every Monday.", "XXXX-WXX-1"),
        ("The paper is printed daily.", "P1D"),
        ("It costs 3 euros per month.", "P1M"),
    ],
)
def test_what_happens_again_and_again_is_a_set(text: str, value: str) -> None:
    """With the value of one of its times, or of the time between two."""
    [timex] = read(text)
    assert (timex.type, timex.value) == ("SET", value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Between March and April 1918 it rained.", ["1918-03", "1918-04"]),
        ("The fair runs Nov-Feb 2017.", ["2016-11", "2017-02"]),
        ("The talks of March 5-9, 1918 failed.", ["1918-03-05", "1918-03-09"]),
        ("In the spring and early summer of 1943 they waited.", ["1943-SP", "1943-SU"]),
    ],
)
def test_the_first_of_two_has_the_year_of_the_last_and_the_last_the_month_of_the_first(
    text: str, expected: list[str]
) -> None:
    """As readers take them together."""
    assert [value for _, value in values(text)] == expected


def test_both_ends_of_a_range_are_dates_of_one_month_and_year() -> None:
    """The month or the year may be told only once."""
    assert values("It runs from January 23 - March 9 2014.") == [
        ("January 23", "2014-01-23"), ("March 9 2014", "2014-03-09"),
    ]  # fmt: skip
    assert values("It ran 26 to 28 June 2020.") == [("26", "2020-06-26"), ("28 June 2020", "2020-06-28")]


def test_the_end_of_a_range_in_words_has_the_month_before_it() -> None:
    """ "April 1 through 14"; not "April 1 and 14 people"."""
    assert values("It ran from April 1 through 14.")[1:] == [("14", "2022-04-14")]
    assert values("It ran on April 1 and 2 to help.")[1:] == [("2", "2022-04-02")]
    assert values("It hurt two on April 1 and 14 people later.")[1:] == []
