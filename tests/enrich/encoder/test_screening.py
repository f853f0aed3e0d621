"""What is taken back or apart before the vote."""

import pytest

from service.enrich.encoder.names import Name
from service.enrich.encoder.screening import screen
from tests.enrich.encoder.found import name, told


def screened(text: str, *names: Name) -> list[tuple[str, str]]:
    words = text.split()
    return told(words, screen(names, words))


def test_a_name_that_is_likely_nowhere_is_none() -> None:
    """The likely one beside it stays."""
    found = screened("Special envoy Runa Sand", name(0, 1, "PERSON", 0.5), name(2, 4, "PERSON", 0.9))
    assert found == [("Runa Sand", "PERSON")]


def test_a_doubtful_place_of_a_likely_name_stays() -> None:
    """One good reading carries the others, whatever their labels: the vote settles those."""
    found = screened("Kestrel said Kestrel", name(0, 1, "ORG", 0.9), name(2, 3, "PERSON", 0.4))
    assert found == [("Kestrel", "ORG"), ("Kestrel", "PERSON")]


@pytest.mark.parametrize("label", ["DATE", "MONEY"])
def test_dates_and_amounts_are_not_judged(label: str) -> None:
    """They are said once, as a rule."""
    assert screened("Friday", name(0, 1, label, 0.4)) == [("Friday", label)]


@pytest.mark.parametrize("word", ["r.sand@kestrel.example", "www.kestrel.example", "https://a.example/b", "Plan.pdf"])
def test_addresses_and_files_are_no_names(word: str) -> None:
    """However sure the reading is."""
    assert screened(f"write {word}", name(1, 2, "ORG")) == []


def test_a_name_in_which_an_address_stands_is_one() -> None:
    """And so is a company that is called by its site."""
    assert screened("Kestrel.com", name(0, 1, "ORG")) == [("Kestrel.com", "ORG")]
    assert screened("Bank www.kestrel.example", name(0, 2, "ORG")) == [("Bank www.kestrel.example", "ORG")]


def test_the_same_words_again_are_a_name_twice() -> None:
    """Each half by itself."""
    assert screened("Runa Sand Runa Sand left", name(0, 4, "PERSON")) == [("Runa Sand", "PERSON")] * 2


def test_one_word_twice_is_a_name() -> None:
    """Of a town, for one."""
    assert screened("in Pago Pago", name(1, 3, "LOC")) == [("Pago Pago", "LOC")]


def test_a_name_that_stops_at_a_small_word_goes_on_to_the_next_name() -> None:
    """ "Gulf of" and "Orlan" are one place; where nothing follows, the name ends before the word."""
    found = screened("the Gulf of Orlan rose", name(1, 3, "LOC"), name(3, 4, "LOC"))
    assert found == [("Gulf of Orlan", "LOC")]
    assert screened("the Orlan and storms", name(1, 3, "LOC")) == [("Orlan", "LOC")]


def test_names_of_two_kinds_joined_by_and_stay_two() -> None:
    """ "Kestrel and" Orlan are a company and a place, but "Bank of" Orlan is a bank."""
    found = screened("Kestrel and Orlan", name(0, 2, "ORG"), name(2, 3, "LOC"))
    assert found == [("Kestrel", "ORG"), ("Orlan", "LOC")]
    assert screened("Bank of Orlan", name(0, 2, "ORG"), name(2, 3, "LOC")) == [("Bank of Orlan", "ORG")]


def test_a_person_may_be_called_by_what_is_a_small_word() -> None:
    """The tokenizer parts Jae-in."""
    assert screened("Sand Jae - in left", name(0, 4, "PERSON")) == [("Sand Jae - in", "PERSON")]


@pytest.mark.parametrize("word", ["R4bn", "US$350m", "€1.2bn", "The", "el", "pro"])
def test_amounts_and_small_words_are_no_names(word: str) -> None:
    """However sure the reading is."""
    assert screened(f"and {word} Sand", name(1, 2, "ORG")) == []


@pytest.mark.parametrize("word", ["IN", "LA", "A320", "G20", "B5"])
def test_states_and_models_are_names(word: str) -> None:
    """Although they look like small words and amounts."""
    assert screened(word, name(0, 1, "LOC")) == [(word, "LOC")]


def test_what_a_text_spells_out_in_small_letters_is_no_organisation() -> None:
    """But a body may be written so, and what has capitals is a name."""
    text = "the {words} ( {acronym} ) rose . {acronym} fell"
    names = name(4, 5, "ORG"), name(8, 9, "ORG")
    assert screened(text.format(words="tidal energy", acronym="TE"), *names) == []
    assert screened(text.format(words="tidal team", acronym="TT"), *names) == [("TT", "ORG")] * 2
    assert screened(text.format(words="Tidal Energy", acronym="TE"), *names) == [("TE", "ORG")] * 2
    assert screened(text.format(words="tidal energy", acronym="KX"), *names) == [("KX", "ORG")] * 2
