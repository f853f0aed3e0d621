"""What is no act although its word names one elsewhere."""

import pytest

from service.enrich.events.triggers.no_acts import is_no_act
from service.enrich.tree import Tree
from tests.enrich.trees import document

QUESTION = "Reporters/NOUN/nsubj/2 asked/VERB/ROOT/0 whether/SCONJ/mark/5 troops/NOUN/nsubj/5 left/VERB/ccomp/2"
DEMAND = "Oslo/PROPN/nsubj/2 asked/VERB/ROOT/0 troops/NOUN/obj/2 to/PART/mark/5 leave/VERB/xcomp/2"
WISH = "Oslo/PROPN/nsubj/2 wants/VERB/ROOT/0 peace/NOUN/obj/2"
SILENCE = "Oslo/PROPN/nsubj/2 declined/VERB/ROOT/0 to/PART/mark/4 comment/VERB/xcomp/2"
REFUSAL = "Oslo/PROPN/nsubj/2 declined/VERB/ROOT/0 to/PART/mark/4 leave/VERB/xcomp/2"
PUBLICATION = "Police/NOUN/nsubj/2 released/VERB/ROOT/0 video/NOUN/obj/2"
ACCIDENT = (
    "Two/NUM/nsubj:pass/2 injured/VERB/ROOT/0 after/SCONJ/mark/6 a/DET/det/5 truck/NOUN/nsubj/6 crash/VERB/advcl/2 "
    "./PUNCT/punct/2"
)
ATTACK = "Two/NUM/nsubj:pass/2 injured/VERB/ROOT/0 after/SCONJ/mark/5 gunmen/NOUN/nsubj/5 attacked/VERB/advcl/2"
TOGETHER = (
    "Two/NUM/nsubj:pass/2 injured/VERB/ROOT/0 and/CCONJ/cc/5 nine/NUM/nsubj:pass/5 hurt/VERB/conj/2 in/ADP/case/8 "
    "the/DET/det/8 disaster/NOUN/obl/5 ./PUNCT/punct/2"
)
CREDIT = "Rebels/NOUN/nsubj/2 claimed/VERB/ROOT/0 responsibility/NOUN/obj/2"
CHARGE = "Rebels/NOUN/nsubj/2 claimed/VERB/ROOT/0 police/NOUN/nsubj/4 lied/VERB/ccomp/2"
FORECAST = "Oslo/PROPN/nsubj/2 warned/VERB/ROOT/0 prices/NOUN/nsubj/5 would/AUX/aux/5 rise/VERB/ccomp/2 ./PUNCT/punct/2"
THREAT = "Oslo/PROPN/nsubj/2 warned/VERB/ROOT/0 it/PRON/nsubj/5 would/AUX/aux/5 leave/VERB/ccomp/2"
RETALIATION = "Oslo/PROPN/nsubj/2 warned/VERB/ROOT/0 spies/NOUN/nsubj/5 would/AUX/aux/5 pay/VERB/ccomp/2"
LAW = "Oslo/PROPN/nsubj/2 signed/VERB/ROOT/0 decree/NOUN/obj/2"
PACT = "Oslo/PROPN/nsubj/2 signed/VERB/ROOT/0 treaty/NOUN/obj/2"
FREEDOM = "Police/NOUN/nsubj/2 released/VERB/ROOT/0 miners/NOUN/obj/2"


@pytest.mark.parametrize(("verb", "relation", "tried"), [("acquitted", "obl", True), ("faced", "obj", False)])
def test_a_charge_that_a_court_has_judged_is_no_accusation(verb: str, relation: str, tried: bool) -> None:
    """Nor is one of several such."""
    alone = f"Oslo/PROPN/nsubj/2 {verb}/VERB/ROOT/0 charge/NOUN/{relation}/2"
    assert is_no_act(Tree.of(document(alone)), 2, "ACCUSE") == tried
    some = f"Oslo/PROPN/nsubj/2 {verb}/VERB/ROOT/0 some/DET/{relation}/2 charge/NOUN/nmod/3"
    assert is_no_act(Tree.of(document(some)), 3, "ACCUSE") == tried


@pytest.mark.parametrize(
    ("text", "event_type", "no_act"),
    [
        (QUESTION, "REQUEST", True),
        (DEMAND, "REQUEST", False),
        (WISH, "REQUEST", True),
        (SILENCE, "REJECT", True),
        (REFUSAL, "REJECT", False),
        (PUBLICATION, "RETREAT", True),
        (FREEDOM, "RETREAT", False),
        (LAW, "SUPPORT", True),
        (PACT, "SUPPORT", False),
        (FORECAST, "THREATEN", True),
        (THREAT, "THREATEN", False),
        (RETALIATION, "THREATEN", False),
        (CREDIT, "ACCUSE", True),
        (CHARGE, "ACCUSE", False),
        (ACCIDENT, "ASSAULT", True),
        (TOGETHER, "ASSAULT", True),
        (ATTACK, "ASSAULT", False),
    ],
)
def test_questions_wishes_silence_papers_laws_forecasts_credit_and_accidents_are_no_acts(
    text: str, event_type: str, no_act: bool
) -> None:
    """Demands, refusals, people released and attacks are."""
    assert is_no_act(Tree.of(document(text)), 1, event_type) == no_act


@pytest.mark.parametrize(
    ("clause", "states"),
    [
        ("troops/NOUN/nsubj/5 had/AUX/aux/5 leave/VERB/ccomp/2", True),
        ("troops/NOUN/nsubj/4 leave/VERB/ccomp/2", False),
        ("on/ADP/case/4 help/NOUN/obl/2 troops/NOUN/nsubj/7 had/AUX/aux/7 asked/VERB/ccomp/2", False),
    ],
)
def test_who_insists_that_something_is_so_demands_nothing(clause: str, states: bool) -> None:
    """Only that it shall be, or who insists on it."""
    doc = document(f"Oslo/PROPN/nsubj/2 insist/VERB/ROOT/0 {clause}")
    for token in doc:
        if token.text == "had":
            token.tag_ = "VBD"
        elif token.pos_ == "VERB":
            token.tag_ = "VB"
    assert is_no_act(Tree.of(doc), 1, "REQUEST") == states


def test_what_a_camera_takes_is_not_taken() -> None:
    """ "Captured on video" tells of no captive, "captured on Monday" may."""
    text = "Rebels/NOUN/nsubj:pass/2 captured/VERB/ROOT/0 on/ADP/case/4 {}/NOUN/obl/2"
    told = [is_no_act(Tree.of(document(text.format(noun))), 1, "COERCE") for noun in ("video", "Monday")]
    assert told == [True, False]


@pytest.mark.parametrize(("noun", "no_threat"), [("scam", True), ("consequence", False)])
def test_who_warns_about_what_others_do_does_not_threaten(noun: str, no_threat: bool) -> None:
    """Consequences are what who warns will do."""
    text = f"Oslo/PROPN/nsubj/2 warned/VERB/ROOT/0 miners/NOUN/iobj/2 about/ADP/case/5 {noun}/NOUN/obl/2"
    assert is_no_act(Tree.of(document(text)), 1, "THREATEN") == no_threat


@pytest.mark.parametrize(
    ("behind", "no_act"),
    [
        ("from/ADP/case/5 car/NOUN/obl/3", True),
        ("from/ADP/case/5 office/NOUN/obl/3", False),
        ("from/ADP/case/5 car/NOUN/obl/3 by/ADP/case/7 soldiers/NOUN/obl/3", False),
    ],
)
def test_whom_a_crash_throws_out_of_a_car_nobody_attacks(behind: str, no_act: bool) -> None:
    """Whom somebody throws out of it, or out of something else, somebody may."""
    text = f"Ruiz/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 eject/VERB/ROOT/0 {behind}"
    assert is_no_act(Tree.of(document(text)), 2, "ASSAULT") == no_act


@pytest.mark.parametrize(
    ("behind", "silent"),
    [
        ("to/PART/mark/4 discuss/VERB/xcomp/2 evidence/NOUN/obj/4", True),
        ("to/PART/mark/4 discuss/VERB/xcomp/2 peace/NOUN/obj/4 with/ADP/case/7 Lima/PROPN/obl/4", False),
    ],
)
def test_who_discusses_no_evidence_refuses_nobody(behind: str, silent: bool) -> None:
    """With whom somebody discusses nothing, they are refused."""
    assert is_no_act(Tree.of(document(f"Police/NOUN/nsubj/2 refuse/VERB/ROOT/0 {behind}")), 1, "REJECT") == silent


@pytest.mark.parametrize(("plea", "no_act"), [("contest/NOUN/obj/2", True), ("guilty/ADJ/xcomp/2", False)])
def test_who_pleads_no_contest_denies_nothing(plea: str, no_act: bool) -> None:
    """Who pleads not guilty does."""
    assert is_no_act(Tree.of(document(f"Ruiz/PROPN/nsubj/2 plead/VERB/ROOT/0 {plea}")), 1, "REJECT") == no_act


@pytest.mark.parametrize(("dismissed", "no_act"), [("charge", True), ("minister", False)])
def test_a_case_that_is_dismissed_punishes_nobody(dismissed: str, no_act: bool) -> None:
    """Whoever is dismissed loses their office."""
    text = f"Lima/PROPN/nsubj/2 dismiss/VERB/ROOT/0 {dismissed}/NOUN/obj/2"
    assert is_no_act(Tree.of(document(text)), 1, "SANCTION") == no_act


@pytest.mark.parametrize(("behind", "cleared"), [("charge", True), ("post", False)])
def test_who_is_discharged_on_a_charge_is_cleared(behind: str, cleared: bool) -> None:
    """Who is discharged from a post loses it."""
    text = (
        f"Judges/NOUN/nsubj/2 discharge/VERB/ROOT/0 him/PRON/obj/2 on/ADP/case/6 one/NUM/nummod/6 {behind}/NOUN/obl/2"
    )
    assert is_no_act(Tree.of(document(text)), 1, "SANCTION") == cleared


@pytest.mark.parametrize(("tag", "opinion"), [("VBP", True), ("VB", False)])
def test_who_agrees_about_what_is_so_promises_nothing(tag: str, opinion: bool) -> None:
    """ "Agreed that prices rise", not "that troops leave"."""
    doc = document("Oslo/PROPN/nsubj/2 agreed/VERB/ROOT/0 prices/NOUN/nsubj/4 rise/VERB/ccomp/2")
    doc[1].lemma_, doc[3].tag_ = "agree", tag
    assert is_no_act(Tree.of(doc), 1, "AGREE") == opinion


def test_a_fee_that_is_charged_accuses_nobody() -> None:
    """Charging somebody does."""
    tree = Tree.of(document("Firms/NOUN/nsubj/2 charge/VERB/ROOT/0 a/DET/det/4 fee/NOUN/obj/2"))
    assert is_no_act(tree, 1, "ACCUSE")
    tree = Tree.of(document("Police/NOUN/nsubj/2 charge/VERB/ROOT/0 a/DET/det/4 miner/NOUN/obj/2"))
    assert not is_no_act(tree, 1, "ACCUSE")


@pytest.mark.parametrize(("offered", "promises"), [("apology", False), ("help", True)])
def test_who_offers_words_promises_nothing(offered: str, promises: bool) -> None:
    """An apology that is offered is made."""
    tree = Tree.of(document(f"Oslo/PROPN/nsubj/2 offer/VERB/ROOT/0 an/DET/det/4 {offered}/NOUN/obj/2"))
    assert is_no_act(tree, 1, "AGREE") is not promises


@pytest.mark.parametrize(
    ("told", "accident"),
    [
        ("Cholera/NOUN/nsubj/2 kill/VERB/ROOT/0 nine/NUM/obj/2", True),
        ("Nine/NUM/nsubj:pass/2 kill/VERB/ROOT/0 by/ADP/case/4 cholera/NOUN/obl/2", True),
        ("Rebels/NOUN/nsubj/2 kill/VERB/ROOT/0 nine/NUM/obj/2 during/ADP/case/5 cholera/NOUN/obl/2", False),
    ],
)
def test_who_dies_of_a_disease_is_attacked_by_nobody(told: str, accident: bool) -> None:
    """Who is killed while it lasts may be."""
    tree = Tree.of(document(told))
    assert is_no_act(tree, 1, "ASSAULT") is accident
