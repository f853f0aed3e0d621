"""Acts that a verb names together with its object."""

import pytest

from service.enrich.events.codes.lexicon import FOLDER
from service.enrich.events.codes.plover import EVENT_TYPES
from service.enrich.events.triggers.deeds import deed, is_undone
from service.enrich.tables import rows
from service.enrich.tree import Tree
from tests.enrich.events.labelled import code
from tests.enrich.trees import document

LIFTED = "Oslo/PROPN/nsubj/2 lifted/VERB/ROOT/0 the/DET/det/4 sanctions/NOUN/obj/2"
CURFEW = "Oslo/PROPN/nsubj/2 lifted/VERB/ROOT/0 the/DET/det/4 curfew/NOUN/obj/2"
MISREAD = (
    "Oslo/PROPN/nsubj/2 lifted/VERB/ROOT/0 tariffs/NOUN/compound/6 on/ADP/case/6 Dutch/ADJ/amod/6 fruit/NOUN/obl/2"
)
COMPOUND = "Oslo/PROPN/nsubj/2 lifted/VERB/ROOT/0 tariff/NOUN/compound/4 forms/NOUN/obj/2"
WERE_LIFTED = "Sanctions/NOUN/nsubj:pass/3 were/AUX/aux:pass/3 lifted/VERB/ROOT/0"
WILL_NOT = "Oslo/PROPN/nsubj/4 will/AUX/aux/4 not/PART/advmod/4 lift/VERB/ROOT/0 sanctions/NOUN/obj/4"
SHOULD = "Oslo/PROPN/nsubj/3 should/AUX/aux/3 lift/VERB/ROOT/0 sanctions/NOUN/obj/3"
DECIDED = "Oslo/PROPN/nsubj/2 decide/VERB/ROOT/0 to/PART/mark/4 lift/VERB/xcomp/2 sanctions/NOUN/obj/4"
AGREED = "Oslo/PROPN/nsubj/2 agree/VERB/ROOT/0 to/PART/mark/4 lift/VERB/xcomp/2 sanctions/NOUN/obj/4"
DEMANDED = (
    "Lima/PROPN/nsubj/2 demanded/VERB/ROOT/0 that/SCONJ/mark/5 Oslo/PROPN/nsubj/5 lift/VERB/ccomp/2 "
    "sanctions/NOUN/obj/5"
)
TO_LIFT = "Demands/NOUN/ROOT/0 to/PART/mark/3 lift/VERB/acl/1 sanctions/NOUN/obj/3"
CALLED_OFF = "Miners/NOUN/nsubj/2 called/VERB/ROOT/0 off/ADP/compound:prt/2 a/DET/det/5 strike/NOUN/obj/2"
CALLED = "Miners/NOUN/nsubj/2 called/VERB/ROOT/0 a/DET/det/4 strike/NOUN/obj/2"
DECLARED = "Lima/PROPN/nsubj/2 declared/VERB/ROOT/0 a/DET/det/4 state/NOUN/obj/2 of/ADP/case/6 emergency/NOUN/nmod/4"
WILL_DECLARE = (
    "Lima/PROPN/nsubj/3 will/AUX/aux/3 declare/VERB/ROOT/0 a/DET/det/5 state/NOUN/obj/3 of/ADP/case/7 "
    "emergency/NOUN/nmod/5"
)
TOWN = "Rebels/NOUN/nsubj/2 captured/VERB/ROOT/0 two/NUM/nummod/4 towns/NOUN/obj/2"
NUMBER = "Rebels/NOUN/nsubj/2 captured/VERB/ROOT/0 a/DET/det/4 number/NOUN/obj/2 of/ADP/case/6 towns/NOUN/nmod/4"
THIEF = "Police/NOUN/nsubj/2 captured/VERB/ROOT/0 a/DET/det/4 thief/NOUN/obj/2"
EFFECTIVE = (
    "Rebels/NOUN/nsubj/2 declared/VERB/ROOT/0 a/DET/det/4 truce/NOUN/obj/5 effective/ADJ/xcomp/2 from/ADP/case/7 "
    "Sunday/PROPN/obl/5"
)
AMOUNT = (
    "Oslo/PROPN/nsubj/2 suspended/VERB/ROOT/0 two/NUM/compound/4 million/NUM/nummod/5 euro/NOUN/obj/2 in/ADP/case/7 "
    "aid/NOUN/nmod/5"
)
EXPLETIVE = "it/PRON/expl/4 will/AUX/aux/4 not/PART/advmod/4 lift/VERB/ROOT/0 sanctions/NOUN/obj/4"
ALERT = "Troops/NOUN/nsubj/2 remained/VERB/ROOT/0 on/ADP/case/4 alert/NOUN/obl/2"

RANG = "Oslo/PROPN/nsubj/2 called/VERB/ROOT/0 Lima/PROPN/obj/2 to/PART/mark/5 discuss/VERB/advcl/2 grain/NOUN/obj/5"
STREETS = "Miners/NOUN/nsubj/2 took/VERB/ROOT/0 to/ADP/case/5 the/DET/det/5 street/NOUN/obl/2"
RELIEVED = "Ruiz/PROPN/nsubj:pass/2 relieve/VERB/ROOT/0 of/ADP/case/5 his/PRON/nmod:poss/5 post/NOUN/obl/2"
DOCTORS = "Oslo/PROPN/nsubj/2 send/VERB/ROOT/0 doctor/NOUN/obj/2 to/ADP/case/5 Lima/PROPN/obl/2"
CALLED_ON = (
    "Oslo/PROPN/nsubj/2 called/VERB/ROOT/0 on/ADP/case/4 Lima/PROPN/obj/2 to/PART/mark/6 discuss/VERB/advcl/2 "
    "grain/NOUN/obj/6"
)
SUMMONED = "Oslo/PROPN/nsubj/2 called/VERB/ROOT/0 Lima/PROPN/obj/2 to/PART/mark/5 help/VERB/xcomp/2"


@pytest.mark.parametrize(
    ("text", "verb", "named"),
    [
        (LIFTED, 1, "RETREAT"),
        (WERE_LIFTED, 2, "RETREAT"),
        (CURFEW, 1, "CONCEDE"),
        (MISREAD, 1, "RETREAT"),
        (COMPOUND, 1, None),
        (CALLED_OFF, 1, "CONCEDE"),
        (CALLED, 1, None),
        (DECLARED, 1, "COERCE"),
        (TOWN, 1, "ASSAULT"),
        (NUMBER, 1, "ASSAULT"),
        (THIEF, 1, None),
        (EFFECTIVE, 1, "CONCEDE"),
        (AMOUNT, 1, "SANCTION"),
        (ALERT, 1, "MOBILIZE"),
        (WILL_NOT, 3, "REJECT"),
        (WILL_DECLARE, 2, "THREATEN"),
        (RANG, 1, "CONSULT"),
        (SUMMONED, 1, None),
        (CALLED_ON, 1, None),
        (STREETS, 1, "PROTEST"),
        (RELIEVED, 1, "SANCTION"),
        (DOCTORS, 1, "AID"),
    ],
)
def test_a_verb_and_its_object_name_an_act(text: str, verb: int, named: str | None) -> None:
    """What somebody will not yield they refuse, and harm yet to come is a threat."""
    found = deed(Tree.of(document(text)), verb)
    assert (found and found.type) == named


@pytest.mark.parametrize(
    ("text", "verb", "plain"),
    [
        (LIFTED, 1, True),
        (DECIDED, 3, True),
        (EXPLETIVE, 3, True),
        (SHOULD, 2, False),
        (TO_LIFT, 2, False),
        (AGREED, 3, False),
    ],
)
def test_what_should_be_done_is_not_told_plainly(text: str, verb: int, plain: bool) -> None:
    """Nor is what nobody is said to do, nor what is told by a promise already."""
    found = deed(Tree.of(document(text)), verb)
    assert found is not None
    assert found.plain == plain


@pytest.mark.parametrize("tag", ["VB", "VBP"])
def test_what_is_demanded_is_not_told_plainly(tag: str) -> None:
    """Taggers take its bare verb for a tense."""
    doc = document(DEMANDED)
    doc[4].tag_ = tag
    found = deed(Tree.of(doc), 4)
    assert found is not None
    assert not found.plain


def test_a_verb_with_its_object_tells_the_type_that_the_readings_miss() -> None:
    """They take a town for somebody who is arrested."""
    [event] = code(document(TOWN), {"captured": "COERCE"}, [("captured", "actor", "Rebels")])
    assert event.type == "ASSAULT"


def test_a_deed_that_the_readings_find_promised_is_a_promise() -> None:
    """Who is about to restore ties has none yet."""
    doc = document(
        "Oslo/PROPN/nsubj/2 restores/VERB/ROOT/0 diplomatic/ADJ/amod/4 ties/NOUN/obj/2 with/ADP/case/6 "
        "Lima/PROPN/obl/2", ("Oslo", "LOC"), ("Lima", "LOC"),
    )  # fmt: skip
    roles = [("restores", "actor", "Oslo"), ("restores", "recipient", "Lima")]
    told = [code(doc, {"restores": kind}, roles)[0].type for kind in ("AGREE", "REQUEST")]
    assert told == ["AGREE", "SUPPORT"]


def test_what_is_lifted_or_called_off_is_no_act() -> None:
    """A strike that was called off is not on."""
    assert is_undone(Tree.of(document(CALLED_OFF)), 4)
    assert not is_undone(Tree.of(document(CALLED)), 3)
    roles = [("called", "actor", "Miners"), ("strike", "actor", "Miners")]
    [event] = code(document(CALLED_OFF), {"called": "CONCEDE", "strike": "PROTEST"}, roles)
    assert event.type == "CONCEDE"


@pytest.mark.parametrize(("goods", "expected"), [("on/ADP/case/5 fruit/NOUN/obl/2", "RETREAT"), ("", None)])
def test_tariffs_on_something_are_a_states(goods: str, expected: str | None) -> None:
    """Others are prices; whatever the tree gives the goods to."""
    tree = Tree.of(document(f"Oslo/PROPN/nsubj/2 cut/VERB/ROOT/0 tariff/NOUN/obj/2 {goods}"))
    found = deed(tree, 1)
    assert (found and found.type) == expected


def test_the_table_names_types_and_no_pair_twice() -> None:
    """A pair with two types would be of the last one."""
    table = rows(FOLDER / "deeds.tsv", 3)
    pairs = [(verb, thing) for _, verbs, things in table for verb in verbs.split() for thing in things.split()]
    assert {kind for kind, _, _ in table} <= set(EVENT_TYPES)
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Oslo/PROPN/nsubj/2 tell/VERB/ROOT/0 miners/NOUN/iobj/2 to/PART/mark/5 leave/VERB/xcomp/2", "REQUEST"),
        ("Miners/NOUN/nsubj:pass/3 were/AUX/aux:pass/3 tell/VERB/ROOT/0 to/PART/mark/5 leave/VERB/xcomp/3", "REQUEST"),
        ("Oslo/PROPN/nsubj/2 tell/VERB/ROOT/0 them/PRON/iobj/2 to/PART/mark/5 leave/VERB/xcomp/2", None),
        (
            "Oslo/PROPN/nsubj/2 tell/VERB/ROOT/0 my/PRON/nmod:poss/4 son/NOUN/iobj/2 to/PART/mark/6 go/VERB/xcomp/2",
            None,
        ),
        ("Oslo/PROPN/nsubj/2 tell/VERB/ROOT/0 miners/NOUN/iobj/2 they/PRON/nsubj/5 left/VERB/ccomp/2", None),
    ],
)
def test_who_tells_people_to_do_something_orders_it(told: str, expected: str | None) -> None:
    """Not who tells his family, or what is so."""
    tree = Tree.of(document(told))
    found = deed(tree, tree.texts.index("tell"))
    assert (found and found.type) == expected
