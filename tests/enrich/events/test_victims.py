"""Who suffered what somebody is accused of, or asked for."""

import pytest

from tests.enrich.events.labelled import code, texts
from tests.enrich.trees import document

OF = "Lima/PROPN/nsubj/2 {verb}/VERB/ROOT/0 {noun}/NOUN/obj/2 of/ADP/case/5 miners/NOUN/nmod/3"
OWNED = "Lima/PROPN/nsubj/2 demand/VERB/ROOT/0 Ortiz/PROPN/nmod:poss/5 's/PART/case/3 {noun}/NOUN/obj/2"


@pytest.mark.parametrize(
    ("verb", "noun", "told"),
    [("condemn", "murder", []), ("investigate", "death", []), ("condemn", "leader", ["miners"])],
)
def test_victims_are_not_accused(verb: str, noun: str, told: list[str]) -> None:
    """Though the heads take them for who is; those whose leader is condemned may be."""
    doc = document(OF.format(verb=verb, noun=noun))
    [event] = code(doc, {verb: "ACCUSE"}, [(verb, "actor", "Lima"), (verb, "recipient", "miners")])
    assert texts(doc, event) == (["Lima"], told)


@pytest.mark.parametrize(("noun", "told"), [("release", []), ("help", ["Ortiz"])])
def test_who_shall_be_freed_is_not_asked(noun: str, told: list[str]) -> None:
    """Those are who hold them; who shall help may be asked."""
    doc = document(OWNED.format(noun=noun), ("Ortiz", "PERSON"))
    [event] = code(doc, {"demand": "REQUEST"}, [("demand", "actor", "Lima"), ("demand", "recipient", "Ortiz")])
    assert texts(doc, event) == (["Lima"], told)


def test_victims_undergo_deeds() -> None:
    """Only words are about somebody else."""
    doc = document(OF.format(verb="commit", noun="murder"))
    [event] = code(doc, {"murder": "ASSAULT"}, [("murder", "recipient", "miners")])
    assert texts(doc, event)[1] == ["miners"]


def test_whom_an_attack_is_on_may_be_accused_beside_it() -> None:
    """Where the accusation does not say that they suffered it."""
    doc = document(
        "Lima/PROPN/nsubj/2 launched/VERB/ROOT/0 attack/NOUN/obj/2 on/ADP/case/5 Ortiz/PROPN/nmod/3 "
        "accuse/VERB/advcl/2",
        ("Ortiz", "PERSON"),
    )
    [event] = code(doc, {"accuse": "ACCUSE"}, [("accuse", "actor", "Lima"), ("accuse", "recipient", "Ortiz")])
    assert texts(doc, event)[1] == ["Ortiz"]


@pytest.mark.parametrize(("verb", "told"), [("admit", []), ("apologize", ["Ortiz"])])
def test_nobody_is_a_recipient_of_what_is_admitted_of_him(verb: str, told: list[str]) -> None:
    """Other yielding may be for whom a clause tells of."""
    doc = document(
        f"Lima/PROPN/nsubj/2 {verb}/VERB/ROOT/0 troops/NOUN/nsubj/4 hit/VERB/ccomp/2 Ortiz/PROPN/obj/4",
        ("Ortiz", "PERSON"),
    )
    [event] = code(doc, {verb: "CONCEDE"}, [(verb, "actor", "Lima"), (verb, "recipient", "Ortiz")])
    assert texts(doc, event) == (["Lima"], told)
