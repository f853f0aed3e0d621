"""What a court orders to be done to somebody."""

import pytest

from tests.enrich.events.labelled import code
from tests.enrich.trees import document

_ORDERED = "{who}/NOUN/nsubj/2 ordered/VERB/ROOT/0 "
_DETENTION = _ORDERED + "the/DET/det/4 detention/NOUN/obj/2 of/ADP/case/6 Ruiz/PROPN/nmod/4"
_MONTHS = _ORDERED + "months/NOUN/obj/2 of/ADP/case/5 detention/NOUN/nmod/3 for/ADP/case/7 Ruiz/PROPN/nmod/5"
_HELD = _ORDERED + "that/SCONJ/mark/6 Ruiz/PROPN/nsubj:pass/6 be/AUX/aux:pass/6 held/VERB/ccomp/2"


@pytest.mark.parametrize(("tree", "act"), [(_DETENTION, "detention"), (_MONTHS, "detention"), (_HELD, "held")])
def test_a_court_that_orders_it_holds_somebody(tree: str, act: str) -> None:
    """It asks for nothing, and nobody else does it."""
    doc = document(tree.format(who="judge"), ("Ruiz", "PERSON"))
    roles = [("ordered", "actor", "judge"), (act, "recipient", "Ruiz")]
    [event] = code(doc, {"ordered": "REQUEST", act: "COERCE"}, roles)
    assert event.type == "COERCE"
    assert [doc.text[slice(*party.span)] for party in event.actors] == ["judge"]


def test_who_is_no_court_only_asks_for_it() -> None:
    """A minister's order is one to the police."""
    doc = document(_DETENTION.format(who="minister"), ("Ruiz", "PERSON"))
    events = code(doc, {"ordered": "REQUEST"}, [("ordered", "actor", "minister"), ("ordered", "recipient", "Ruiz")])
    assert [event.type for event in events] == ["REQUEST"]
