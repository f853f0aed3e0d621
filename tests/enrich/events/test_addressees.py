"""Who hears a complaint, and against whom dismissed claims were."""

import pytest

from tests.enrich.events.labelled import code, texts
from tests.enrich.trees import document


@pytest.mark.parametrize(("marker", "told"), [("to", []), ("about", ["police"])])
def test_to_whom_somebody_complains_is_not_accused(marker: str, told: list[str]) -> None:
    """About whom is."""
    doc = document(f"Miners/NOUN/nsubj/2 complain/VERB/ROOT/0 {marker}/ADP/case/4 police/NOUN/obl/2")
    [event] = code(doc, {"complain": "ACCUSE"}, [("complain", "recipient", "police")])
    assert texts(doc, event)[1] == told


@pytest.mark.parametrize(("verb", "told"), [("receive", []), ("provoke", ["Police"])])
def test_who_receives_a_complaint_is_not_accused(verb: str, told: list[str]) -> None:
    """Who provokes it may be."""
    doc = document(f"Police/NOUN/nsubj/2 {verb}/VERB/ROOT/0 complaint/NOUN/obj/2 from/ADP/case/5 miners/NOUN/nmod/3")
    roles = [("complaint", "actor", "miners"), ("complaint", "recipient", "Police")]
    [event] = code(doc, {"complaint": "ACCUSE"}, roles)
    assert texts(doc, event) == (["miners"], told)


@pytest.mark.parametrize(("noun", "marker", "told"), [("claim", "against", []), ("claim", "of", ["miners"])])
def test_against_whom_a_rejected_claim_is_is_refused_nothing(noun: str, marker: str, told: list[str]) -> None:
    """Whose claim it is does not get it."""
    doc = document(f"Court/NOUN/nsubj/2 reject/VERB/ROOT/0 {noun}/NOUN/obj/2 {marker}/ADP/case/5 miners/NOUN/nmod/3")
    [event] = code(doc, {"reject": "REJECT"}, [("reject", "actor", "Court"), ("reject", "recipient", "miners")])
    assert texts(doc, event)[1] == told
