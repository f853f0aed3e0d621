"""Police and rescuers who come where they are needed."""

import pytest

from service.enrich.events.triggers.callouts import is_callout
from service.enrich.tree import Tree
from tests.enrich.trees import document

PASSIVE = "{who}/NOUN/nsubj:pass/3 were/AUX/aux:pass/3 {verb}/VERB/ROOT/0 to/ADP/case/5 {place}/NOUN/obl/3"
PURPOSE = "{who}/NOUN/nsubj:pass/3 were/AUX/aux:pass/3 {verb}/VERB/ROOT/0 to/PART/mark/5 {act}/VERB/advcl/3"
CALL = "Ruiz/PROPN/nsubj/2 called/VERB/ROOT/0 {who}/NOUN/{relation}/2"


@pytest.mark.parametrize(
    ("who", "verb", "place", "event_type", "callout"),
    [
        ("police", "called", "motel", "REQUEST", True),
        ("miner", "called", "motel", "REQUEST", False),
        ("police", "send", "scene", "MOBILIZE", True),
        ("police", "send", "border", "MOBILIZE", False),
        ("troop", "send", "scene", "MOBILIZE", False),
        ("crew", "deploy", "lake", "MOBILIZE", True),
        ("deputy", "dispatch", "lake", "MOBILIZE", True),
        ("deputy", "deploy", "lake", "MOBILIZE", False),
        ("Ruiz", "dispatch", "residence", "MOBILIZE", True),
        ("soldier", "dispatch", "residence", "MOBILIZE", False),
    ],
)
def test_who_is_called_or_sent_to_an_incident_is_neither_asked_nor_mobilized(
    who: str, verb: str, place: str, event_type: str, callout: bool
) -> None:
    """Rescuers are not wherever they are sent, nor deputies who are dispatched, nor whoever is dispatched to a house.

    Soldiers may be.
    """
    tree = Tree.of(document(PASSIVE.format(who=who, verb=verb, place=place)))
    assert is_callout(tree, 2, event_type) == callout


@pytest.mark.parametrize(
    ("act", "event_type", "callout"),
    [
        ("search", "MOBILIZE", True),
        ("quell", "MOBILIZE", False),
        ("search", "REQUEST", True),
        ("testify", "REQUEST", False),
    ],
)
def test_who_is_to_search_only_comes_to_help(act: str, event_type: str, callout: bool) -> None:
    """Who is to quell something is mobilized, who is to testify asked."""
    tree = Tree.of(document(PURPOSE.format(who="police", verb="called", act=act)))
    assert is_callout(tree, 2, event_type) == callout


def test_who_is_called_in_comes_whatever_for() -> None:
    """ "Called in to quell" tells why they came."""
    text = PURPOSE.format(who="police", verb="called", act="quell") + " in/ADP/compound:prt/3"
    assert is_callout(Tree.of(document(text)), 2, "REQUEST")


@pytest.mark.parametrize(("relation", "who"), [("obj", "police"), ("xcomp", "authority")])
def test_who_calls_police_asks_for_nothing_else(relation: str, who: str) -> None:
    """Whatever the tree takes them for, they are told of no accusation either."""
    tree = Tree.of(document(CALL.format(who=who, relation=relation)))
    assert all(is_callout(tree, 1, event_type) for event_type in ("REQUEST", "ACCUSE"))


def test_who_calls_police_something_accuses_them() -> None:
    """The name that they are given stands beside them."""
    text = CALL.format(who="police", relation="obj") + " murderer/NOUN/xcomp/2"
    assert not is_callout(Tree.of(document(text)), 1, "ACCUSE")


@pytest.mark.parametrize("behind", ["on/ADP/case/4 police/NOUN/obl/2", "on/ADP/compound:prt/2 police/NOUN/obj/2"])
def test_who_calls_on_police_asks_them(behind: str) -> None:
    """Whatever the tree takes "on" for."""
    assert not is_callout(Tree.of(document(f"Ruiz/PROPN/nsubj/2 called/VERB/ROOT/0 {behind}")), 1, "REQUEST")


def test_riot_police_are_sent_against_somebody() -> None:
    """Wherever it is."""
    text = PASSIVE.format(who="police", verb="send", place="home") + " riot/NOUN/compound/1"
    assert not is_callout(Tree.of(document(text)), 2, "MOBILIZE")


def test_who_is_sent_with_soldiers_is_mobilized() -> None:
    """Only police and rescuers are on call."""
    text = PASSIVE.format(who="police", verb="send", place="home") + " troops/NOUN/conj/1"
    assert not is_callout(Tree.of(document(text)), 2, "MOBILIZE")


def test_who_calls_police_out_accuses_them() -> None:
    """ "Called out officers" tells of criticism."""
    text = "Ruiz/PROPN/nsubj/2 called/VERB/ROOT/0 out/ADP/compound:prt/2 police/NOUN/obj/2"
    assert not is_callout(Tree.of(document(text)), 1, "ACCUSE")
