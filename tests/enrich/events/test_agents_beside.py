"""Who does what is told in the passive, by what stands beside it."""

import pytest

from tests.enrich.events.labelled import code, texts
from tests.enrich.trees import document

KILLED = (
    "Miners/NOUN/nsubj:pass/3 were/AUX/aux:pass/3 killed/VERB/ROOT/0 in/ADP/case/6 {owner}/PROPN/compound/6 "
    "raid/NOUN/obl/3"
)
EXPELLED = (
    "Envoys/NOUN/nsubj:pass/3 were/AUX/aux:pass/3 expelled/VERB/ROOT/0 from/ADP/case/5 {place}/PROPN/obl/3 "
    "and/CCONJ/cc/7 Chile/PROPN/conj/5"
)
EXPULSIONS = "expulsions/NOUN/ROOT/0 of/ADP/case/3 envoys/NOUN/nmod/1 from/ADP/case/5 Peru/PROPN/nmod/3"


@pytest.mark.parametrize(
    ("owner", "label", "told"), [("Senderistas", "ORG", ["Senderistas"]), ("US", "LOC", ["US"]), ("Lima", "LOC", [])]
)
def test_whose_raid_it_was_killed_those_who_died_in_it(owner: str, label: str, told: list[str]) -> None:
    """Names of towns tell where it was."""
    doc = document(KILLED.format(owner=owner), (owner, label))
    [event] = code(doc, {"killed": "ASSAULT"}, [("killed", "recipient", "Miners")])
    assert [text for text in texts(doc, event)[0] if text != "killed"] == told


def test_the_country_from_which_somebody_is_expelled_does_it() -> None:
    """All of those that are named."""
    doc = document(EXPELLED.format(place="Peru"), ("Peru", "LOC"), ("Chile", "LOC"))
    [event] = code(doc, {"expelled": "SANCTION"}, [("expelled", "recipient", "Envoys")])
    assert texts(doc, event)[0] == ["Peru", "Chile"]


def test_a_party_that_is_no_country_is_left_behind() -> None:
    """ "Expelled from Renovación": by its court, or its leader."""
    doc = document(EXPELLED.format(place="Renovación"), ("Renovación", "ORG"))
    [event] = code(doc, {"expelled": "SANCTION"}, [("expelled", "recipient", "Envoys")])
    assert "Renovación" not in texts(doc, event)[0]


def test_trees_give_the_country_to_those_who_are_expelled() -> None:
    """ "Expulsions of envoys from Peru": not of envoys who are from Peru."""
    doc = document(EXPULSIONS, ("Peru", "LOC"))
    [event] = code(doc, {"expulsions": "SANCTION"}, [("expulsions", "recipient", "envoys")])
    assert texts(doc, event)[0] == ["Peru"]


def test_whose_raid_it_came_of_killed_those_who_died() -> None:
    """ "Killed as a result of a raid"."""
    doc = document(
        "Miners/NOUN/nsubj:pass/3 were/AUX/aux:pass/3 killed/VERB/ROOT/0 as/ADP/case/5 result/NOUN/obl/3 "
        "of/ADP/case/8 Danish/ADJ/amod/8 shelling/NOUN/nmod/5",
        ("Danish", "NORP"),
    )
    [event] = code(doc, {"killed": "ASSAULT"}, [("killed", "recipient", "Miners")])
    assert texts(doc, event)[0] == ["Danish"]
