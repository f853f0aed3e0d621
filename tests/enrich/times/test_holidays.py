"""Days that have a name; read on Wednesday 13 July 2022."""

import pytest

from service.enrich.context import ArticleContext
from service.enrich.times import Times
from tests.enrich.times.reading import NLP, WEDNESDAY, values


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


def _independence_days(text: str, country: str | None) -> list[str]:
    doc = NLP(text)
    doc._.context = ArticleContext(published=WEDNESDAY, source_country=country)
    return [timex.value for timex in Times()(doc)._.times]


def test_independence_day_is_that_of_the_outlets_country() -> None:
    """Nothing is said where that is not known, or another owner is named."""
    assert _independence_days("Parades marked Independence Day 2021.", "USA") == ["2021-07-04"]
    assert _independence_days("Parades will mark Independence Day.", "IND") == ["2022-08-15"]
    assert _independence_days("Parades marked Independence Day.", None) == []
    assert _independence_days("Parades marked Ukraine's Independence Day.", "USA") == []


def test_february_29_is_of_a_leap_year() -> None:
    assert values("It closed on February 29.") == [("February 29", "2020-02-29")]
    assert values("It will open on February 29.") == [("February 29", "2024-02-29")]
