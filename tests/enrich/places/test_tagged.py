"""Which names that a tagger calls places are some, and which persons are."""

import pytest

from tests.enrich.places.conftest import Read


def found(read: Read, text: str, names: list[tuple[str, str]]) -> list[str]:
    return [place.text for place in read(text, names)._.places]


def test_storms_and_quarters_of_the_sky_are_no_places(read: Read) -> None:
    """Whatever the tagger calls them."""
    assert found(read, "Tropical storm Tamber hit the south.", [("Tamber", "LOC")]) == []
    assert found(read, "It fell on the South of Tamber.", [("South", "LOC")]) == []


def test_a_storm_stays_one_wherever_it_is_named(read: Read) -> None:
    """Once the text has said so."""
    names = [("Tamber", "LOC"), ("Tamber", "LOC")]
    assert found(read, "Typhoon Tamber neared. Villages fled before Tamber.", names) == []
    assert found(read, "Troops neared Tamber. Villages fled before Tamber.", names) == ["Tamber", "Tamber"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The City of traders met.", "City"),
        ("It became a Federal state.", "Federal"),
        ("The bill went to Congress.", "Congress"),
        ("It is a World Heritage Site now.", "World Heritage Site"),
    ],
)
def test_words_for_kinds_of_places_name_none(read: Read, text: str, name: str) -> None:
    """Whatever the tagger calls them."""
    assert found(read, text, [(name, "LOC")]) == []


def test_a_part_of_a_persons_name_that_no_town_bears_is_no_place(read: Read) -> None:
    """Though the tagger takes the surname for one later."""
    text, place = "Ann Tamber left. Police found Tamber.", ("Tamber", "LOC")
    assert found(read, text, [("Ann Tamber", "PERSON"), place]) == []
    assert found(read, text, [("Ann Tamber left", "MISC"), place]) == ["Tamber"]


def test_nobody_is_in_a_person(read: Read) -> None:
    """A town of several words that the tagger takes for a person, as it stands behind "in" once."""
    text = "Votes were counted in Rae Bareli. People of Rae Bareli waited."
    name = ("Rae Bareli", "PERSON")
    assert found(read, text, [name, name]) == ["Rae Bareli", "Rae Bareli"]


def test_a_firm_of_a_rivers_name_is_no_place(read: Read) -> None:
    """The river has an article."""
    assert found(read, "Amazon sells speakers.", []) == []
    assert found(read, "Fires burn in the Amazon.", []) == ["Amazon"]
