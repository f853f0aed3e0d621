"""The place that acts of a story have which tell none: the country that it is about, or the place its opening names."""

from dataclasses import replace

import pytest

from service.enrich.events.circumstances.story_place import home_of, place_in
from service.enrich.places.place import Focus, Place
from tests.enrich.events.mentions import REBELS, told

AT_FIFTY = Place(50, 55, "Land", "literal", "Land", 1, "A", "PCLI", 51.0, 0.0, "LND")
LANDISH = AT_FIFTY._replace(start=40, end=47, text="Landish", kind="demonym")
CAPITAL = Place(60, 67, "Capital", "literal", "Capital", 3, "P", "PPLC", 51.5, -0.1, "LND", "Shire")
PORT = Place(70, 74, "Port", "literal", "Port", 5, "P", "PPL", 50.7, -1.1, "LND", "Coast")
PLACES = (LANDISH, AT_FIFTY, CAPITAL, PORT)
AT_HOME = replace(told(9), actors=(replace(REBELS, country="LND"),), recipients=())
NOBODY_KNOWN = replace(AT_HOME, actors=(replace(REBELS, country=None),))


@pytest.mark.parametrize(
    ("parties", "share", "expected"),
    [("LND", 0.6, "LND"), ("LND", 0.4, None), ("XXX", 0.9, None), (None, 0.6, None), (None, 0.9, "LND")],
)
def test_a_story_of_one_country_happens_there(parties: str | None, share: float, expected: str | None) -> None:
    """Not what foreigners do; where nobody's country is known, the story must name hardly another one."""
    event = replace(AT_HOME, actors=(replace(REBELS, country=parties),))
    assert home_of(event, Focus((("LND", share),)), PLACES) == expected


def test_what_the_own_sentence_of_an_event_names_makes_no_story() -> None:
    """It has been read for where the event happened."""
    own = replace(AT_HOME, sentence=replace(AT_HOME.sentence, span=(0, 100)))
    assert home_of(own, Focus((("LND", 1.0),)), PLACES) is None


def test_a_story_happens_at_the_only_place_of_its_opening() -> None:
    """Else at its dateline, where the opening names none, else in its country."""
    line = CAPITAL._replace(is_dateline=True)
    assert place_in("LND", [PORT], PLACES, AT_HOME) == PORT
    assert place_in("LND", [PORT], (AT_FIFTY, line), AT_HOME) == PORT
    assert place_in("LND", [], (AT_FIFTY, line), AT_HOME) == line
    assert place_in("LND", [CAPITAL, PORT], PLACES, AT_HOME) == AT_FIFTY
    assert place_in("LND", [PORT._replace(country="XXX")], PLACES, NOBODY_KNOWN) == AT_FIFTY
