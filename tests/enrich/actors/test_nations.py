"""Countries in the words of a text."""

import pytest
import spacy

from service.enrich.actors.reading.nations import Nations
from service.enrich.aliases.names.countries import MAX_MEANINGS
from service.enrich.places.gazetteer.gazetteer import FOLDER, NATIONS, NameKind, shared
from service.enrich.tables import rows
from service.enrich.tree import Tree

_NLP = spacy.blank("en")


def found(text: str) -> list[tuple[str, str, str]]:
    doc = _NLP(text)
    told = Nations().find(Tree.of(doc))
    return [(doc[nation.start : nation.end].text, nation.country, nation.kind) for nation in told]


def test_countries_are_found_by_name_people_and_capital() -> None:
    assert found("Chad met the French, and Lima was told.") == [
        ("Chad", "TCD", "name"),
        ("French", "FRA", "demonym"),
        ("Lima", "PER", "capital"),
    ]


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("The Gambia", "GMB"),
        ("Guinea-Bissau", "GNB"),
        ("People's Republic of China", "CHN"),
        ("U.S. Virgin Islands", "VIR"),
        ("St. Lucia", "LCA"),
        ("US", "USA"),
    ],
)
def test_a_name_is_one_however_it_is_parted_into_tokens(name: str, country: str) -> None:
    assert found(f"They went to {name} and left.") == [(name, country, "name")]


def test_the_american_of_central_american_is_no_citizen_of_the_united_states() -> None:
    text = "Central American presidents and Latin Americans met the American envoy for Latin America."
    assert found(text) == [("American", "USA", "demonym")]


def test_the_table_tells_what_the_gazetteer_tells() -> None:
    """A country goes before the capitals and other places of its name, where it is among the first of them."""
    gazetteer = shared()
    capitals = {country.capital: country.iso3 for country in gazetteer.countries.values()}
    for key, country, kind in rows(FOLDER / NATIONS, 3):
        meanings = gazetteer.meanings(key, MAX_MEANINGS)
        told = next(((row, each) for row, each in meanings if row in gazetteer.countries), None)
        if told is None:
            assert (kind, country) == ("capital", next(capitals[row] for row, _ in meanings if row in capitals))
        else:
            named = "demonym" if told[1] == NameKind.DEMONYM else "name"
            assert (kind, country) == (named, gazetteer.countries[told[0]].iso3)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Sultanate of Oman", "OMN"),
        ("State of Kuwait", "KWT"),
        ("Arab Republic of Egypt", "EGY"),
        ("Hashemite Kingdom of Jordan", "JOR"),
    ],
)
def test_a_state_is_known_by_what_it_is(name: str, country: str) -> None:
    """As its envoys call it."""
    assert found(f"{name} thanked them.") == [(name, country, "name")]


@pytest.mark.parametrize("name", ["State of Mexico", "Kingdom of Lima", "Federation of Chile", "Islamic State of Iraq"])
def test_parts_of_states_and_unions_are_no_states(name: str) -> None:
    """The State of Mexico is one of Mexico's; unions and rebels are called after where they are."""
    assert not any(name.endswith(text) and " of " in text for text, *_ in found(f"The {name} thanked them."))
