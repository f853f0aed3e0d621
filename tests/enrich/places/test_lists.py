"""What is listed together is of one kind."""

import pytest

from tests.enrich.places.conftest import Read


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Rain fell in Sinaloa and Puebla.", "ADM1"),
        ("Rain fell in Sonora, Puebla or Sinaloa. Puebla is wet.", "ADM1"),  # one name means one place
        ("Rain fell in Monterrey and Puebla.", "PPL"),
        ("Rain fell in Sinaloa, Monterrey and Puebla.", "PPL"),
        ("Rain fell in Puebla. Sinaloa was dry.", "PPL"),
        ("Rain fell in Sinaloa and Puebla. From Monterrey or Puebla buses go to Tijuana and Puebla.", "PPL"),
    ],
)
def test_a_city_that_is_listed_with_divisions_is_the_division_of_its_name(read: Read, text: str, code: str) -> None:
    """Where most of its lists say so, and no town stands in them."""
    found = {place.feature_code for place in read(text)._.places if place.text == "Puebla"}
    assert found == {code}
