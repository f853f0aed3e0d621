"""Days that have a name; read on Wednesday 13 July 2022."""

import pytest

from tests.enrich.times.reading import read, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They marched on International Women's Day 2021.", ("International Women's Day 2021", "2021-03-08")),
        ("They marched on International Workers’ Day 2021.", ("International Workers’ Day 2021", "2021-05-01")),
        ("They marched on St. Patrick's Day 2021.", ("St. Patrick's Day 2021", "2021-03-17")),
        ("Offices closed on Presidents' Day 2021.", ("Presidents' Day 2021", "2021-02-15")),
        ("They prayed on Ash Wednesday 2021.", ("Ash Wednesday 2021", "2021-02-17")),
        ("They prayed on Palm Sunday 2021.", ("Palm Sunday 2021", "2021-03-28")),
        ("Crowds cheered on New Years Eve 2021.", ("New Years Eve 2021", "2021-12-31")),
        ("shops are full on black friday 2021", ("black friday 2021", "2021-11-26")),
        ("shops close on christmas eve 2021", ("christmas eve 2021", "2021-12-24")),
        ("they met last easter", ("last easter", "2022-04-17")),
    ],
)
def test_days_with_a_name_are_of_the_year_that_is_told(text: str, expected: tuple[str, str]) -> None:
    """In small letters, too, where the words mean nothing else."""
    assert values(text) == [expected]


def _day(text: str, country: str | None = None) -> str:
    [timex] = read(text, country=country)
    return timex.value


def test_a_holiday_that_countries_have_of_their_own_is_that_of_the_outlets() -> None:
    assert _day("Parades marked Independence Day 2021.", "USA") == "2021-07-04"
    assert _day("Parades will mark independence day.", "IND") == "2022-08-15"
    assert _day("Shops close on Labour Day 2021.", "HKG") == "2021-05-01"
    assert _day("Shops close on Labour Day 2021.", "CAN") == "2021-09-06"
    assert _day("They marched on National Day 2021.", "SGP") == "2021-08-09"
    assert _day("They marched on Women's Day 2021.", "ZAF") == "2021-08-09"
    assert _day("They ate at Thanksgiving 2021.", "CAN") == "2021-10-11"


def test_a_holiday_is_that_of_the_country_named_beside_it() -> None:
    assert _day("Parades marked Ukraine's Independence Day 2021.", "USA") == "2021-08-24"
    assert _day("Parades marked Mexican Independence Day 2021.", "USA") == "2021-09-16"
    assert _day("Crowds gather on the Independence Day of Ghana.", "USA") == "2023-03-06"
    assert _day("Parades marked Sri Lanka's Independence Day 2021.") == "2021-02-04"


def test_a_holiday_of_nobody_knows_which_country_is_no_known_day() -> None:
    [timex] = read("They will vote before Independence Day.")
    assert (timex.type, timex.value, timex.begin, timex.end_date) == ("DATE", "XXXX-XX-XX", None, None)
    assert _day("The nation's Independence Day was quiet.", "USA") == "XXXX-XX-XX"


@pytest.mark.parametrize(
    "text",
    ["It was a national day of mourning.", "The book is called Freedom Day.", "It may day by day get better."],
)
def test_days_of_any_kind_are_no_holidays(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They prayed on Eid al-Fitr 2023.", ("Eid al-Fitr 2023", "2023-04-21")),
        ("They prayed on Eid-ul-Azha 2021.", ("Eid-ul-Azha 2021", "2021-07-20")),
        ("Lamps were lit for Deepavali 2022.", ("Deepavali 2022", "2022-10-24")),
        ("Trains are full before Lunar New Year.", ("Lunar New Year", "2023-01-22")),
        ("Roads were empty on Yom Kippur 2020.", ("Yom Kippur 2020", "2020-09-28")),
        ("They fast on Orthodox Christmas 2021.", ("Orthodox Christmas 2021", "2021-01-07")),
        ("They met on Orthodox Easter Sunday 2021.", ("Orthodox Easter Sunday 2021", "2021-05-02")),
        ("They met on Ascension Day 2021.", ("Ascension Day 2021", "2021-05-13")),
        ("They met ten days before Eid al-Adha 2022.", ("ten days before Eid al-Adha 2022", "2022-06-29")),
    ],
)
def test_feasts_that_the_moon_or_another_church_tells_have_days(text: str, expected: tuple[str, str]) -> None:
    assert values(text) == [expected]


def test_ramadan_lasts_up_to_eid() -> None:
    [ramadan] = read("It rained during Ramadan 2022.")
    assert (ramadan.value, str(ramadan.begin), str(ramadan.end_date)) == (
        "2022-04-02/2022-05-01", "2022-04-02", "2022-05-01",
    )  # fmt: skip


def test_a_feast_outside_the_table_is_no_known_day() -> None:
    assert values("They lit lamps for Diwali 1985.") == [("Diwali 1985", "XXXX-XX-XX")]


def test_a_war_and_a_person_called_like_a_feast_are_none() -> None:
    assert values("The Yom Kippur War was short.") == []
    assert values("The scholar Tariq Ramadan spoke.") == []


def test_february_29_is_of_a_leap_year() -> None:
    assert values("It closed on February 29.") == [("February 29", "2020-02-29")]
    assert values("It will open on February 29.") == [("February 29", "2024-02-29")]
