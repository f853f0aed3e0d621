"""One key for all spellings that mean the same name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.enrich.places.gazetteer.keys import abbreviation_key, name_key


@pytest.mark.parametrize(
    "spellings",
    [
        ("St. John's", "Saint John’s", "SAINT JOHNS", "St Johns"),
        ("São Paulo", "Sao Paulo", "SAO PAULO"),
        ("the Hague", "The Hague", "Hague"),
        ("Côte-d’Or", "Cote d'Or"),
        ("Łódź", "Lodz"),
        ("Ft. Worth", "Fort Worth"),
    ],
)
def test_spellings_of_a_name_have_one_key(spellings: tuple[str, ...]) -> None:
    """Accents, points, apostrophes, hyphens, articles and short words do not count."""
    assert len({name_key(spelling).replace(" ", "") for spelling in spellings}) == 1


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(text: str) -> None:
    """Keys can be made of keys: nothing is left to be taken away, but a second article."""
    key = name_key(text)
    assert name_key(key).removeprefix("the ") in (key, key.removeprefix("the "))


def test_capitals_and_points_of_abbreviations_count() -> None:
    """``La.`` is a state, ``la`` an article; blanks inside do not count."""
    assert abbreviation_key("La.") != abbreviation_key("la")
    assert abbreviation_key("W. Va.") == abbreviation_key("W.Va.")
