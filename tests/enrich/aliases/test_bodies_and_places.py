"""Names of one organisation or place are one cluster, names of two are two."""

import pytest

from tests.enrich.aliases.named import clusters


def test_an_acronym_in_brackets_joins_whatever_its_letters() -> None:
    """What stands in brackets behind a name is its short form, also when the letters come from another language."""
    text = "The World Organisation for Animal Health (OIE) met. OIE members came."
    found = clusters("ORG:World Organisation for Animal Health", "ORG:OIE", "ORG:OIE", text=text)
    assert [cluster.name for cluster in found] == ["World Organisation for Animal Health"]


def test_an_acronym_behind_or_joins_whatever_its_letters() -> None:
    """ "The Front of National Unity, or RUN," has one name more."""
    text = "The Front of National Unity, or RUN, met. RUN members came."
    found = clusters("ORG:Front of National Unity", "ORG:RUN", "ORG:RUN", text=text)
    assert [cluster.name for cluster in found] == ["Front of National Unity"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("DPRK", "North Korea"), ("UAE", "United Arab Emirates"), ("Holland", "Netherlands"), ("Burma", "Myanmar")],
)
def test_names_of_one_country_are_one(one: str, other: str) -> None:
    """Those that the gazetteer knows."""
    assert len(clusters(f"LOC:{one}", f"LOC:{other}")) == 1


@pytest.mark.parametrize(("one", "other"), [("Soviet Union", "Russia"), ("Korea", "South Korea"), ("Niger", "Nigeria")])
def test_names_of_two_states_are_two(one: str, other: str) -> None:
    """Although the gazetteer gives some to a country of today."""
    assert len(clusters(f"LOC:{one}", f"LOC:{other}")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The Orlan Chamber of Builders (Orcham) met.",
        "The Orlan Chamber of Builders (Orcham South) met.",
        "The Orlan Chamber of Builders, better known as Orcham, met.",
        "The Orlan Chamber of Builders, locally known as Orcham, met.",
    ],
)
def test_a_body_is_the_same_by_the_name_that_the_text_says_it_goes_by(text: str) -> None:
    """Whatever its letters: in brackets, or behind "known as"."""
    other = "Orcham South" if "South" in text else "Orcham"
    assert len(clusters("ORG:Orlan Chamber of Builders", f"ORG:{other}", text=text)) == 1


def test_a_name_in_brackets_behind_a_name_of_another_kind_is_another() -> None:
    """Of a person's party, or a place's."""
    assert len(clusters("PERSON:Ada Holm", "ORG:Greens", text="Ada Holm (Greens) won.")) == 2
    assert len(clusters("LOC:Orlan", "ORG:Nordfisk", text="Orlan (Nordfisk) won.")) == 2


def test_a_body_goes_by_its_first_word_once_it_was_named_in_full() -> None:
    """ "Veltro" is Veltro Software then; what was named by one word before may own what is named by two."""
    assert len(clusters("ORG:Veltro Software", "ORG:Veltro")) == 1
    assert len(clusters("ORG:Veltro", "ORG:Veltro Arcade")) == 2
    assert len(clusters("ORG:Veltro Software", "ORG:Veltro Arcade", "ORG:Veltro")) == 3


def test_who_is_an_organisation_by_the_full_name_is_one() -> None:
    """Although its short form was taken for a person's name."""
    text = "The South Orlan Revenue Service (Sors) met. Sors said so. Sors left."
    (found,) = clusters("ORG:South Orlan Revenue Service", "PERSON:Sors", "PERSON:Sors", "PERSON:Sors", text=text)
    assert (found.type, found.name) == ("ORG", "South Orlan Revenue Service")


def test_an_agency_in_brackets_behind_a_place_is_not_the_place() -> None:
    """As in a dateline; a place's abbreviation is."""
    assert len(clusters("LOC:New Orlan", "ORG:WNO", text="New Orlan (WNO) slept.")) == 2
    assert len(clusters("LOC:New Orlan", "LOC:NO", text="New Orlan (NO) slept.")) == 1


def test_a_city_is_not_the_state_behind_its_comma() -> None:
    """Whose abbreviation may have the same letters."""
    assert len(clusters("LOC:Fort Orlan", "LOC:FO", text="Fort Orlan, FO slept.")) == 2
    assert len(clusters("LOC:Fort Orlan", "LOC:FO", text="Fort Orlan rose. FO slept.")) == 1
