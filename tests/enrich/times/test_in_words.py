"""Years and days in words, and dates in mixed notations; read on Wednesday 13 July 2022."""

import pytest

from tests.enrich.times.reading import values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They left in nineteen ninety-six.", ("nineteen ninety-six", "1996")),
        ("They left in two thousand and fifteen.", ("two thousand and fifteen", "2015")),
        ("They left in October two thousand.", ("October two thousand", "2000-10")),
        ("They left in August twenty twenty-one.", ("August twenty twenty-one", "2021-08")),
        ("They left on May twenty-nine.", ("May twenty-nine", "2022-05-29")),
        ("They left on May twenty-second.", ("May twenty-second", "2022-05-22")),
        ("A law for the twenty-first century.", ("the twenty-first century", "20")),
    ],
)
def test_years_and_days_in_words_mean_what_their_numbers_do(text: str, expected: tuple[str, str]) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell in two thousand and fifteen villages.", []),
        ("In May twenty-nine people died.", [("May", "2022-05")]),
        ("A twenty-second delay.", []),
        ("It has twenty-twenty vision.", []),
    ],
)
def test_numbers_in_words_that_count_something_are_no_years_or_days(text: str, expected: list[tuple[str, str]]) -> None:
    assert [found for found in values(text) if found[1][:1] != "P"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She was born in April of 87.", ("April of 87", "1987-04")),
        ("Students marched in May '68.", ("May '68", "1968-05")),
        ("They left in 2017 April.", ("2017 April", "2017-04")),
        ("Filed 2019/aug/01 by the court.", ("2019/aug/01", "2019-08-01")),
        ("It opened on Mar/2.", ("Mar/2", "2022-03-02")),
        ("Who led it in 1990 s?", ("1990 s", "199")),
        ("Exports fell in Q1-2019.", ("Q1-2019", "2019-Q1")),
        ("Prices fell in Feb, it said.", ("Feb", "2022-02")),
    ],
)
def test_months_years_and_days_in_mixed_notations(text: str, expected: tuple[str, str]) -> None:
    assert values(text) == [expected]


def test_a_day_by_two_numbers_stands_behind_a_preposition_and_only_one_of_them_can_be_a_month() -> None:
    assert values("It opened on 11/20, 11/22 and 25/11.") == [
        ("11/20", "2021-11-20"), ("11/22", "2021-11-22"), ("25/11", "2021-11-25"),
    ]  # fmt: skip
    assert values("It opened on 9/11. It scored 11/20.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is by Jan Smit.", []),
        ("She lived in Mar del Plata.", []),
        ("In May of 60 men two died.", [("May", "2022-05")]),
    ],
)
def test_names_and_counts_beside_a_month_make_none_of_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected
