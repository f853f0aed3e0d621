"""Words that name one act together."""

import pytest

from tests.enrich.events.labelled import code
from tests.enrich.trees import document

WARRANT = (
    "Judges/NOUN/nsubj/2 issued/VERB/ROOT/0 warrant/NOUN/obj/2 {marker}/ADP/case/6 his/PRON/nmod:poss/6 "
    "arrest/NOUN/obl/2"
)


@pytest.mark.parametrize(("marker", "told"), [("for", 1), ("after", 2)])
def test_an_arrest_that_a_warrant_is_for_is_no_act_beside_it(marker: str, told: int) -> None:
    """One that went before is."""
    doc = document(WARRANT.format(marker=marker))
    assert len(code(doc, {"warrant": "COERCE", "arrest": "COERCE"})) == told


@pytest.mark.parametrize(("between", "told"), [(5, 1), (6, 2)])
def test_words_further_apart_name_two_acts(between: int, told: int) -> None:
    """Trees misread what is told far behind a verb."""
    doc = document("Judges/NOUN/nsubj/2 began/VERB/ROOT/0" + " new/ADJ/dep/2" * between + " arrests/NOUN/obj/2")
    assert len(code(doc, {"began": "COERCE", "arrests": "COERCE"})) == told


JOINED = "Rebels/NOUN/nsubj/2 {first}/VERB/ROOT/0 and/CCONJ/cc/4 {second}/VERB/conj/2 miners/NOUN/obj/4"


@pytest.mark.parametrize(
    ("first", "second", "kind", "told"),
    [
        ("condemn", "denounce", "ACCUSE", 1),
        ("investigate", "charge", "ACCUSE", 2),
        ("shoot", "kill", "ASSAULT", 1),
        ("kidnap", "kill", "ASSAULT", 2),
        ("arrest", "detain", "COERCE", 1),
        ("arrest", "deport", "COERCE", 2),
        ("convict", "sentence", "SANCTION", 1),
    ],
)
def test_two_verbs_side_by_side_tell_one_act(first: str, second: str, kind: str, told: int) -> None:
    """What is said twice, and how harm is done with what comes of it; not two steps that follow each other."""
    doc = document(JOINED.format(first=first, second=second))
    roles = [(verb, "recipient", "miners") for verb in (first, second)]
    assert len(code(doc, {first: kind, second: kind}, roles)) == told


@pytest.mark.parametrize(("tag", "told"), [("VBD", 1), ("VBG", 2)])
def test_verbs_of_two_forms_tell_two_acts(tag: str, told: int) -> None:
    """ "Were attacked and killing" is read wrongly, or tells of two who act."""
    doc = document(JOINED.format(first="attack", second="kill"))
    doc[1].tag_, doc[3].tag_ = "VBD", tag
    roles = [(verb, "recipient", "miners") for verb in ("attack", "kill")]
    assert len(code(doc, {"attack": "ASSAULT", "kill": "ASSAULT"}, roles)) == told


def test_verbs_with_something_between_them_tell_two_acts() -> None:
    """ "Condemned Peru and denounced Chile" has two objects."""
    doc = document(
        "Rebels/NOUN/nsubj/2 condemn/VERB/ROOT/0 Lima/PROPN/obj/2 and/CCONJ/cc/5 denounce/VERB/conj/2 Oslo/PROPN/obj/5"
    )
    assert len(code(doc, {"condemn": "ACCUSE", "denounce": "ACCUSE"})) == 2


def test_the_second_verb_may_say_little() -> None:
    """ "Arrested and taken into custody"."""
    doc = document(
        "Miners/NOUN/nsubj:pass/3 were/AUX/aux:pass/3 arrested/VERB/ROOT/0 and/CCONJ/cc/5 take/VERB/conj/3 "
        "into/ADP/case/7 custody/NOUN/obl/5"
    )
    assert len(code(doc, {"arrested": "COERCE", "custody": "COERCE"})) == 1


def test_the_last_two_of_three_verbs_stand_side_by_side() -> None:
    """ "Tried, convicted and jailed": both hang on the first."""
    doc = document(
        "Miners/NOUN/nsubj:pass/3 were/AUX/aux:pass/3 try/VERB/ROOT/0 ,/PUNCT/punct/5 convict/VERB/conj/3 "
        "and/CCONJ/cc/7 jail/VERB/conj/3"
    )
    roles = [(verb, "recipient", "Miners") for verb in ("convict", "jail")]
    assert len(code(doc, {"convict": "SANCTION", "jail": "SANCTION"}, roles)) == 1


@pytest.mark.parametrize(("whom", "part", "told"), [("him", "PRON", 1), ("Soto", "PROPN", 2)])
def test_a_verdict_and_its_sentence_are_one(whom: str, part: str, told: int) -> None:
    """However far apart: "convicted Ruiz of fraud and sentenced him"; somebody else has a sentence of his own."""
    doc = document(
        "Judges/NOUN/nsubj/2 convict/VERB/ROOT/0 Ruiz/PROPN/obj/2 of/ADP/case/5 fraud/NOUN/obl/2 and/CCONJ/cc/7 "
        f"sentence/VERB/conj/2 {whom}/{part}/obj/7"
    )
    roles = [("convict", "recipient", "Ruiz"), ("sentence", "recipient", whom)]
    assert len(code(doc, {"convict": "SANCTION", "sentence": "SANCTION"}, roles)) == told


@pytest.mark.parametrize(("verdict", "kept"), [("convict", "convict"), ("find", "sentence")])
def test_of_verdict_and_sentence_the_one_that_labellers_take_is_kept(verdict: str, kept: str) -> None:
    """ "Found guilty" says less than the sentence, "convicted" more."""
    doc = document(
        f"Judges/NOUN/nsubj/2 {verdict}/VERB/ROOT/0 Ruiz/PROPN/obj/2 yesterday/ADV/advmod/2 and/CCONJ/cc/6 "
        "sentence/VERB/conj/2 him/PRON/obj/6"
    )
    roles = [(verdict, "recipient", "Ruiz"), ("sentence", "recipient", "him")]
    [event] = code(doc, {verdict: "SANCTION", "sentence": "SANCTION"}, roles)
    assert doc[event.trigger].text == kept


def test_of_two_verbs_for_what_is_said_the_one_with_the_object_is_kept() -> None:
    """ "Agreed and accepted the offer"."""
    doc = document(JOINED.format(first="agree", second="accept"))
    [event] = code(doc, {"agree": "AGREE", "accept": "AGREE"})
    assert doc[event.trigger].text == "accept"


def test_house_arrest_is_one_act() -> None:
    """Whatever the tree takes the house for."""
    doc = document("Rivals/NOUN/nsubj/2 put/VERB/ROOT/0 under/ADP/case/5 house/NOUN/obj/2 arrest/NOUN/obl/2")
    assert len(code(doc, {"house": "COERCE", "arrest": "COERCE"})) == 1
