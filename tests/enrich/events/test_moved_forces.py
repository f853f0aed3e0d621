"""Who is told to be moved acts, where nobody is told to move them."""

from tests.enrich.events.labelled import code, texts
from tests.enrich.trees import document

SENT = "Peruvian/ADJ/amod/2 troops/NOUN/nsubj:pass/4 were/AUX/aux:pass/4 sent/VERB/ROOT/0"


def test_forces_that_are_sent_are_the_actor() -> None:
    doc = document(f"{SENT} north/ADV/advmod/4")
    [event] = code(doc, {"sent": "MOBILIZE"}, [("sent", "recipient", "troops")])
    assert texts(doc, event) == (["Peruvian troops"], [])


def test_they_are_where_no_reading_takes_them_for_a_party() -> None:
    doc = document(f"{SENT} north/ADV/advmod/4")
    [event] = code(doc, {"sent": "MOBILIZE"})
    assert texts(doc, event) == (["Peruvian troops"], [])


def test_who_sends_them_stays_the_actor() -> None:
    doc = document(f"{SENT} by/ADP/case/6 Lima/PROPN/obl:agent/4", ("Lima", "LOC"))
    [event] = code(doc, {"sent": "MOBILIZE"}, [("sent", "actor", "Lima"), ("sent", "recipient", "troops")])
    assert texts(doc, event) == (["Lima"], ["Peruvian troops"])


def test_so_are_those_who_are_counted() -> None:
    doc = document(
        "hundreds/NOUN/nsubj:pass/5 of/ADP/case/3 soldiers/NOUN/nmod/1 were/AUX/aux:pass/5 sent/VERB/ROOT/0 "
        "north/ADV/advmod/5"
    )
    [event] = code(doc, {"sent": "MOBILIZE"})
    assert texts(doc, event) == (["hundreds of soldiers"], [])
