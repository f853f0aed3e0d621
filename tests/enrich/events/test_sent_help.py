"""Those who are sent to help get no help: whoever lives where they go does."""

from tests.enrich.events.labelled import code, texts
from tests.enrich.trees import document

SENT = "Peru/PROPN/nsubj/2 send/VERB/ROOT/0 {whom}/NOUN/obj/2 to/ADP/case/5 Oslo/PROPN/obl/2"
NAMES = ("Peru", "LOC"), ("Oslo", "LOC")
ROLES = ("send", "actor", "Peru"), ("send", "location", "Oslo")


def test_the_country_where_doctors_are_sent_is_helped() -> None:
    doc = document(SENT.format(whom="doctor"), *NAMES)
    [event] = code(doc, {"send": "AID"}, [*ROLES, ("send", "recipient", "doctor")])
    assert texts(doc, event) == (["Peru"], ["Oslo"])


def test_who_is_no_helper_may_be_helped() -> None:
    """They are brought to safety."""
    doc = document(SENT.format(whom="miner"), *NAMES)
    [event] = code(doc, {"send": "AID"}, [*ROLES, ("send", "recipient", "miner")])
    assert texts(doc, event) == (["Peru"], ["miner"])


def test_helpers_alone_make_no_help() -> None:
    """Nobody is told who gets it."""
    doc = document("Peru/PROPN/nsubj/2 send/VERB/ROOT/0 doctor/NOUN/obj/2", ("Peru", "LOC"))
    assert not code(doc, {"send": "AID"}, [("send", "actor", "Peru"), ("send", "recipient", "doctor")])


def test_dozens_of_helpers_are_helpers() -> None:
    """Whom a number counts is who is meant."""
    doc = document(
        "Peru/PROPN/nsubj/2 send/VERB/ROOT/0 dozen/NOUN/obj/2 of/ADP/case/5 nurse/NOUN/nmod/3", ("Peru", "LOC")
    )
    assert not code(doc, {"send": "AID"}, [("send", "actor", "Peru"), ("send", "recipient", "dozen")])
