"""Names whose only place in the gazetteer is none that the text means."""

import pytest

from service.enrich.context import ArticleContext
from tests.enrich.places.conftest import Read

GHANA = "Trucks go from Tema and Kumasi to Accra in Ghana, and past Addis."


def test_a_small_town_far_from_all_other_places_of_a_text_is_not_meant(read: Read) -> None:
    """The name then lies where the text puts it."""
    addis = read(GHANA, [("Addis", "LOC")])._.places[-1]
    assert (addis.text, addis.name, addis.country) == ("Addis", None, "GHA")


def test_a_small_town_of_several_is_not_meant_where_the_text_names_no_country_of_theirs(read: Read) -> None:
    """As if there were one only."""
    text = GHANA.replace("Addis", "Tres Rios")
    found = read(text, [("Tres Rios", "LOC")])._.places[-1]
    assert (found.text, found.name, found.country) == ("Tres Rios", None, "GHA")


def test_a_small_town_is_not_meant_that_lies_outside_of_what_is_named_behind_it(read: Read) -> None:
    """The name lies there, though the gazetteer does not know where."""
    text = "Trucks wait in Tema, in Accra and in Kumasi, and near Addis, Ghana."
    addis = next(place for place in read(text, [("Addis", "LOC")])._.places if place.text == "Addis")
    assert (addis.name, addis.country) == (None, "GHA")


@pytest.mark.parametrize(
    ("text", "context"),
    [
        (GHANA.replace("past Addis", "past Addis, Louisiana"), ArticleContext()),
        (GHANA.replace("past Addis", "past Addis, as Americans say"), ArticleContext()),
        (GHANA, ArticleContext(source_country="USA")),
        ("They went to Accra in Ghana, and past Addis.", ArticleContext()),
    ],
)
def test_a_small_town_is_meant_whose_country_the_text_or_the_outlet_tells(
    read: Read, text: str, context: ArticleContext
) -> None:
    """And where too few other places are named to tell that it lies elsewhere."""
    addis = next(place for place in read(text, [("Addis", "LOC")], context)._.places if place.text == "Addis")
    assert (addis.name, addis.country) == ("Addis", "USA")


def test_a_large_town_needs_no_country_beside_it(read: Read) -> None:
    """Everybody knows where it lies."""
    assert read(GHANA.replace("Addis", "Cologne"), [("Cologne", "LOC")])._.places[-1].country == "DEU"


def test_the_coast_of_another_country_is_not_meant(read: Read) -> None:
    """Many countries have one that is called so."""
    text = "Rain fell on Wellington, Napier and Gisborne in New Zealand, and on the East Coast."
    names = [(name, "LOC") for name in ("Wellington", "Napier", "Gisborne", "East Coast")]
    found = next(place for place in read(text, names)._.places if place.text == "East Coast")
    assert (found.name, found.country) == (None, "NZL")


def test_a_river_is_no_place_of_its_name_in_another_country(read: Read) -> None:
    """It lies where the others lie."""
    text = "Boats go from Managua and Granada to Masaya in Nicaragua, and up the San Juan River."
    names = [("San Juan River", "LOC"), ("Managua", "LOC"), ("Granada", "LOC"), ("Masaya", "LOC")]
    found = read(text, names)._.places[-1]
    assert (found.text, found.name, found.country) == ("San Juan River", None, "NIC")


def test_a_province_is_not_meant_whose_country_the_text_does_not_name(read: Read) -> None:
    """Its name is that of a plateau, a firm or a village elsewhere; there it lies, and nobody knows where."""
    text = "Buses run from Tema and Kumasi to Accra in Ghana, and over the Central Plateau."
    found = read(text, [("Central Plateau", "LOC")])._.places[-1]
    assert (found.text, found.name, found.country) == ("Central Plateau", None, "GHA")


def test_a_province_is_meant_that_the_text_calls_a_county(read: Read) -> None:
    """Nothing else is called so."""
    text = "Buses run from Tema and Kumasi to Accra in Ghana, and a firm comes from Cuyahoga County."
    assert read(text, [("Cuyahoga County", "LOC")])._.places[-1].country == "USA"


def test_an_island_is_no_town_of_another_country(read: Read) -> None:
    """Towns bear the names of islands they do not lie on."""
    text = "Boats went from Taipei and Kaohsiung past Keelung, all in Taiwan, to Taiping Island."
    found = read(text, [("Taiping Island", "LOC")])._.places[-1]
    assert (found.text, found.name, found.country) == ("Taiping Island", None, "TWN")


def test_the_outlet_tells_what_an_article_of_few_places_is_about(read: Read) -> None:
    """Two towns at home, and the letters behind a lawyer's name are no state."""
    text = "In Durban and Johannesburg spoke Ada Holm, SC, of the bar."
    found = read(text, [("Durban", "LOC"), ("Johannesburg", "LOC")], ArticleContext(source_country="ZAF"))
    assert all(place.country == "ZAF" for place in found._.places)


def test_a_small_capital_needs_no_country_beside_it(read: Read) -> None:
    """Lists of the cities that an airline flies to name them alone."""
    text = "It flies to Lagos, Abuja and Kano in Nigeria, and to Port of Spain."
    assert read(text, [("Port of Spain", "LOC")])._.places[-1].country == "TTO"


def test_a_large_town_is_not_meant_by_a_name_that_few_call_it(read: Read) -> None:
    """A film's name is no town of France, of which the text tells nothing."""
    text = "In Adelaide, Perth and Darwin, all in Australia, crowds saw Lion."
    found = read(text, [("Lion", "LOC")], ArticleContext(source_country="AUS"))
    assert found._.places[-1].name is None
