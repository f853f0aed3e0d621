"""Names of bodies that the tables know are no persons, and are not overlooked."""

import numpy as np
import pytest

from service.enrich.encoder.known_bodies import with_known_bodies
from service.enrich.encoder.labels import NAME_LABELS
from service.enrich.encoder.names import Name


def _read(text: str, **labels: str) -> dict[str, str]:
    """Name -> label, of a text whose names (blanks as underlines) the encoder labels so."""
    words = text.split()
    names = []
    for name, label in labels.items():
        own = name.split("_")
        start = next(at for at in range(len(words)) if words[at : at + len(own)] == own)
        names.append(Name(start, start + len(own), NAME_LABELS.index(label), np.full(len(NAME_LABELS), 0.1)))
    names.sort(key=lambda name: name.start)
    found = with_known_bodies(names, words)
    return {" ".join(words[name.start : name.end]): NAME_LABELS[name.label] for name in found}


@pytest.mark.parametrize("label", ["PERSON", "LOC"])
def test_armed_group_is_an_organisation_whatever_it_was_taken_for(label: str) -> None:
    assert _read("Boko Haram raided two farms", Boko_Haram=label) == {"Boko Haram": "ORG"}


def test_company_is_no_person() -> None:
    assert _read("the chip maker Nvidia fell", Nvidia="PERSON") == {"Nvidia": "ORG"}


def test_part_of_a_full_name_is_a_person_still() -> None:
    """Somebody may bear the name of a company."""
    found = _read("Ann Blackstone spoke . Blackstone left", Ann_Blackstone="PERSON", Blackstone="PERSON")
    assert found == {"Ann Blackstone": "PERSON", "Blackstone": "PERSON"}


def test_acronym_is_no_place_and_other_names_may_be() -> None:
    found = _read("from SADC to Georgetown", SADC="LOC", Georgetown="LOC")
    assert found == {"SADC": "ORG", "Georgetown": "LOC"}


def test_overlooked_names_are_added() -> None:
    """Of several words, of armed groups, and of bodies of several countries."""
    found = _read("Hamas met the European Union and ECOWAS")
    assert found == {"Hamas": "ORG", "European Union": "ORG", "ECOWAS": "ORG"}


def test_what_may_be_another_word_is_not_added() -> None:
    """An acronym of many meanings, a short verb in capitals, a question in a heading."""
    assert _read("CCTV footage shows that it IS him . WHO PAYS FOR IT ?") == {}


def test_words_of_another_name_are_left_alone() -> None:
    assert _read("at the Hamas Street market", Hamas_Street="LOC") == {"Hamas Street": "LOC"}
