"""So many units up to a day or from one on; read on Wednesday 13 July 2022."""

import pytest

from tests.enrich.times.reading import read, values


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The bridge will reopen in the next five days.", ("2022-07-14", "2022-07-18")),
        ("Four ships sank in the past five days.", ("2022-07-09", "2022-07-13")),
        ("Rates rise over the next three months.", ("2022-07-14", "2022-10-13")),
        ("Rates rose over the last three months.", ("2022-04-14", "2022-07-13")),
        ("Sales fell in the past two quarters.", ("2022-01-01", "2022-06-30")),
        ("Sales fell in the previous three quarters.", ("2021-10-01", "2022-06-30")),
        ("Sales will rise in the next two quarters.", ("2022-10-01", "2023-03-31")),
        ("Two died in the past 24 hours.", ("2022-07-12", "2022-07-13")),
        ("Debt will grow over the next year.", ("2022-07-14", "2023-07-13")),
        ("The next decade will be dry.", ("2022-07-14", "2032-07-13")),
        ("Debt grew over the past two and a half years.", ("2020-01-14", "2022-07-13")),
    ],
)
def test_so_many_units_have_the_days_of_so_many(text: str, days: tuple[str, str]) -> None:
    """The next ones begin tomorrow, the past ones end today; quarters are whole ones."""
    [timex] = read(text)
    assert (timex.type, str(timex.begin), str(timex.end_date)) == ("DURATION", *days)


def test_units_counted_from_what_a_story_told_have_no_days() -> None:
    """Where it told nothing before, they are counted from the publication."""
    *_, after = read("He fell on Monday. In the following three days ten more fell.")
    assert (after.value, after.begin, after.end_date) == ("P3D", None, None)
    [alone] = read("The shop opens in the following three days.")
    assert (str(alone.begin), str(alone.end_date)) == ("2022-07-14", "2022-07-16")


HISTORY = "In 1920 it rained. In 1921 it rained. In 1922 it rained. In 1923 it rained. In 1924 it rained. "


def test_in_a_history_units_follow_the_period_told_last() -> None:
    *_, after = read(f"{HISTORY}Over the next two years it was dry.")
    assert (str(after.begin), str(after.end_date)) == ("1925-01-01", "1926-12-31")
    *_, days = read(f"{HISTORY}Over the next two days it was dry.")
    assert (days.value, days.begin) == ("P2D", None)


def test_in_a_history_the_past_decade_is_that_of_its_writer() -> None:
    *_, decade = read(f"{HISTORY}Over the past decade it was dry.")
    assert (str(decade.begin), str(decade.end_date)) == ("2012-07-14", "2022-07-13")


def test_a_time_limit_has_days_where_it_runs_from_now() -> None:
    """One that runs from something else, or holds for all cases, has none."""
    [limit] = read("The court will rule within two weeks.")
    assert (limit.value, str(limit.begin), str(limit.end_date)) == ("P2W", "2022-07-14", "2022-07-27")
    [of_vote] = read("They will meet within two weeks of the vote.")
    assert (of_vote.value, of_vote.begin) == ("P2W", None)


def test_to_last_a_week_is_no_week_that_is_past() -> None:
    assert values("Rain is due to last a week.") == [("a week", "P1W")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The truce held for half an hour.", ("half an hour", "PT30M")),
        ("She reigned for half a century.", ("half a century", "P50Y")),
        ("She was away for two and a half years.", ("two and a half years", "P2.5Y")),
        ("She was away for an hour and a half.", ("an hour and a half", "PT1.5H")),
        ("He got a two-and-a-half-year sentence.", ("a two-and-a-half-year", "P2.5Y")),
        ("The case is a year and a half old, opened a year and a half ago.", ("a year and a half ago", "2021-01")),
        ("He was away for half a dozen days.", ("half a dozen days", "P6D")),
        ("It takes 30-40 minutes.", ("30-40 minutes", "PTXM")),
        ("It takes 5 to 6 hours.", ("5 to 6 hours", "PTXH")),
        ("It was the worst flood in decades.", ("decades", "PXDE")),
    ],
)
def test_amounts_in_halves_and_ranges_are_whole_expressions(text: str, expected: tuple[str, str]) -> None:
    assert values(text)[-1] == expected


@pytest.mark.parametrize(
    "text", ["He scored a half-century.", "It was half a million years old.", "He lives in the west in years of war."]
)
def test_halves_and_units_of_something_else_are_no_times(text: str) -> None:
    assert values(text) == []
