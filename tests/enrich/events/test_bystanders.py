"""Who only tells of a deed."""

import pytest

from tests.enrich.events.labelled import code, texts
from tests.enrich.trees import document

SOLVED = "Police/NOUN/nsubj/2 {verb}/VERB/ROOT/0 the/DET/det/4 murder/NOUN/obj/2 of/ADP/case/6 Ruiz/PROPN/nmod/4"
CONCERNS = (
    "Ortiz/PROPN/nsubj/2 voiced/VERB/ROOT/0 {noun}/NOUN/obj/2 about/ADP/case/5 arrests/NOUN/nmod/3 of/ADP/case/7 "
    "miners/NOUN/nmod/5"
)


@pytest.mark.parametrize(("verb", "told"), [("solve", []), ("commit", ["Police"])])
def test_who_tells_of_a_deed_does_not_do_it(verb: str, told: list[str]) -> None:
    """Though the heads take the subject for who does."""
    doc = document(SOLVED.format(verb=verb), ("Ruiz", "PERSON"))
    [event] = code(doc, {"murder": "ASSAULT"}, [("murder", "actor", "Police"), ("murder", "recipient", "Ruiz")])
    assert texts(doc, event) == (told, ["Ruiz"])


@pytest.mark.parametrize(("noun", "told"), [("concern", []), ("plan", ["Ortiz"])])
def test_who_speaks_of_a_report_of_a_deed_does_not_do_it(noun: str, told: list[str]) -> None:
    """Who plans it may."""
    doc = document(CONCERNS.format(noun=noun), ("Ortiz", "PERSON"))
    roles = [("arrests", "actor", "Ortiz"), ("arrests", "recipient", "miners")]
    [event] = code(doc, {"arrests": "COERCE"}, roles)
    assert texts(doc, event)[0] == told


def test_words_are_those_of_who_utters_them() -> None:
    """Only of deeds somebody else may tell: who reveals an accusation may well accuse."""
    doc = document("Ortiz/PROPN/nsubj/2 reveal/VERB/ROOT/0 accusations/NOUN/obj/2", ("Ortiz", "PERSON"))
    [event] = code(doc, {"accusations": "ACCUSE"}, [("accusations", "actor", "Ortiz")])
    assert texts(doc, event)[0] == ["Ortiz"]


@pytest.mark.parametrize(
    ("verdict", "told"),
    [("acquit/VERB/ROOT/0", []), ("clear/VERB/ROOT/0", []), ("convict/VERB/ROOT/0", ["Ruiz"])],
)
def test_who_is_acquitted_of_a_deed_did_not_do_it(verdict: str, told: list[str]) -> None:
    """Though the heads take them for who did."""
    doc = document(f"Ruiz/PROPN/nsubj:pass/2 {verdict} of/SCONJ/mark/4 killing/VERB/advcl/2 miners/NOUN/obj/4")
    [event] = code(doc, {"killing": "ASSAULT"}, [("killing", "actor", "Ruiz"), ("killing", "recipient", "miners")])
    assert texts(doc, event) == (told, ["miners"])


def test_whom_a_court_acquits_of_a_deed_did_not_do_it() -> None:
    """Though the tree hangs the deed on them."""
    doc = document(
        "Court/NOUN/nsubj/2 acquit/VERB/ROOT/0 Ruiz/PROPN/obj/2 of/ADP/case/5 murder/NOUN/nmod/3 of/ADP/case/7 "
        "miners/NOUN/nmod/5",
        ("Ruiz", "PERSON"),
    )
    [event] = code(doc, {"murder": "ASSAULT"}, [("murder", "actor", "Ruiz"), ("murder", "recipient", "miners")])
    assert texts(doc, event) == ([], ["miners"])


def test_who_is_not_guilty_of_a_deed_did_not_do_it() -> None:
    """Who is guilty of it did."""
    text = (
        "Ruiz/PROPN/nsubj/2 {}/PART/advmod/3 guilty/ADJ/ROOT/0 of/SCONJ/mark/5 killing/VERB/advcl/3 miners/NOUN/obj/5"
    )
    actors = []
    for word in ("not", "now"):
        doc = document(text.format(word).replace("nsubj/2", "nsubj/3"))
        [event] = code(doc, {"killing": "ASSAULT"}, [("killing", "actor", "Ruiz"), ("killing", "recipient", "miners")])
        actors.append(texts(doc, event)[0])
    assert actors == [[], ["Ruiz"]]


@pytest.mark.parametrize(
    ("negation", "told"), [("not/ADV/advmod/3", ["Ortiz"]), ("now/ADV/advmod/3", ["Lima", "Ortiz"])]
)
def test_who_takes_no_part_in_anothers_deed_does_not_do_it(negation: str, told: list[str]) -> None:
    """Who takes part in it does."""
    doc = document(
        f"Lima/PROPN/nsubj/3 {negation} joined/VERB/ROOT/0 in/ADP/case/7 Ortiz/PROPN/nmod:poss/7 's/PART/case/5 "
        "raids/NOUN/obl/3",
        ("Lima", "LOC"), ("Ortiz", "PERSON"),
    )  # fmt: skip
    roles = [("raids", "actor", "Lima"), ("raids", "actor", "Ortiz")]
    [event] = code(doc, {"raids": "ASSAULT"}, roles)
    assert texts(doc, event)[0] == told
