"""Events that several words tell together: deals in the making, resistance to armed forces, attempts to negotiate."""

import pytest

from service.enrich.events.grammar.constructions import constructions, is_yet_to_be_made, verbs_of
from service.enrich.events.grammar.frames import Frames
from service.enrich.tree import Tree
from tests.enrich.events.labelled import code, texts
from tests.enrich.trees import document

MOVING = (
    "Peru/PROPN/nsubj/5 and/CCONJ/cc/3 Chile/PROPN/conj/1 are/AUX/aux/5 {verb}/VERB/ROOT/0 {how}/ADP/case/8 "
    "a/DET/det/8 {deal}/NOUN/obl/5"
)
CLOSER = (
    "Peru/PROPN/nsubj/2 edge/VERB/ROOT/0 closer/ADV/advmod/2 to/ADP/case/5 truce/NOUN/obl/3 with/ADP/case/7 "
    "Chile/PROPN/nmod/5"
)
VERGE = "Peru/PROPN/nsubj/5 is/AUX/cop/5 on/ADP/case/5 the/DET/det/5 verge/NOUN/ROOT/0 of/ADP/case/7 truce/NOUN/nmod/5"
RESISTED = (
    "{who}/NOUN/nsubj/2 {met}/VERB/ROOT/0 {much}/ADJ/amod/5 Chilean/ADJ/amod/5 resistance/NOUN/obj/2 from/ADP/case/7 "
    "{whom}/NOUN/nmod/5"
)
ATTEMPT = (
    "{whose}/ADJ/amod/2 {noun}/NOUN/nsubj/9 to/PART/mark/4 negotiate/VERB/acl/2 a/DET/det/6 truce/NOUN/obj/4 "
    "with/ADP/case/8 Chile/PROPN/nmod/6 failed/VERB/ROOT/0"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MOVING.format(verb="move", how="on", deal="pact"), {"pact": "AGREE"}),
        (MOVING.format(verb="work", how="towards", deal="truce"), {"truce": "AGREE"}),
        (MOVING.format(verb="move", how="after", deal="pact"), {}),
        (MOVING.format(verb="live", how="on", deal="pact"), {}),
        (MOVING.format(verb="work", how="on", deal="film"), {}),
        (CLOSER, {"truce": "AGREE"}),
        (VERGE, {"truce": "AGREE"}),
        (VERGE.replace("truce", "ruin"), {}),
    ],
)
def test_a_deal_is_in_the_making(text: str, expected: dict[str, str]) -> None:
    """Said of what is moved on, worked towards or come closer to."""
    assert _told(text) == expected


@pytest.mark.parametrize(
    ("who", "met", "much", "expected"),
    [
        ("troop", "met", "fierce", "ASSAULT"),
        ("rebel", "encounter", "stiff", "ASSAULT"),
        ("minister", "met", "fierce", None),
        ("troop", "met", "little", None),
        ("troop", "ended", "fierce", None),
    ],
)
def test_resistance_to_armed_forces_is_fighting(who: str, met: str, much: str, expected: str | None) -> None:
    """Politicians are not fought, and where there was hardly any there was no fight."""
    assert _told(RESISTED.format(who=who, met=met, much=much, whom="miners")).get("resistance") == expected


@pytest.mark.parametrize(
    ("whose", "noun", "expected"),
    [("Peruvian", "effort", "CONSULT"), ("repeated", "effort", None), ("Peruvian", "failure", None)],
)
def test_an_attempt_to_negotiate_is_that_of_whose_it_is(whose: str, noun: str, expected: str | None) -> None:
    """Nobody's attempt is no event, and what is not attempted neither."""
    assert _told(ATTEMPT.format(whose=whose, noun=noun)).get("negotiate") == expected


def test_the_verb_of_a_construction_tells_no_other_event() -> None:
    """ "Hammering" accuses nobody above a pact."""
    doc = document(
        MOVING.format(verb="hammer", how="out", deal="pact")
        .replace("ADP/case/8", "ADV/advmod/5")
        .replace("obl/5", "obj/5")
    )
    tree = Tree.of(doc)
    assert verbs_of(tree, constructions(tree)) == {4: "AGREE"}
    roles = [("hammer", role, name) for role, name in (("actor", "Peru"), ("recipient", "Chile"))]
    assert [event.type for event in code(doc, {"hammer": "ACCUSE"}, roles)] == ["AGREE"]


def test_a_deal_that_has_been_finalised_is_made() -> None:
    """One that is being finalised, and one that was neared, is not."""
    text = "Peru/PROPN/nsubj/2 finalize/VERB/ROOT/0 treaty/NOUN/obj/2"
    doc = document(text)
    doc[1].tag_ = "VBG"
    assert is_yet_to_be_made(Tree.of(doc), 2)
    doc[1].tag_ = "VBD"
    assert not is_yet_to_be_made(Tree.of(doc), 2)
    neared = document(text.replace("finalize", "near"))
    neared[1].tag_ = "VBD"
    assert is_yet_to_be_made(Tree.of(neared), 2)


def test_both_sides_fight_where_one_is_resisted() -> None:
    """Who meets resistance, whose it is, and from whom it comes."""
    doc = document(RESISTED.format(who="troop", met="met", much="fierce", whom="miners"))
    frame = Frames(Tree.of(doc)).of(4)
    assert sorted(doc[word].text for word in frame.agents) == ["Chilean", "miners", "troop"]
    assert frame.reciprocal


def test_whom_a_talk_is_to_keep_from_something_is_talked_to() -> None:
    """ "Negotiated a return to keep Chile from arming": trees hang Chile on "arming", too."""
    text = (
        "Peru/PROPN/nsubj/2 negotiate/VERB/ROOT/0 pauses/NOUN/obj/2 to/PART/mark/5 prevent/VERB/advcl/2 "
        "Chile/PROPN/obj/8 from/SCONJ/mark/8 arming/VERB/advcl/5 rebels/NOUN/obj/8"
    )
    doc = document(text)
    assert [doc[word].text for word in Frames(Tree.of(doc)).of(1).targets] == ["Chile"]


@pytest.mark.parametrize("other", ["Chile", "rivals"])
def test_a_construction_is_told_where_two_states_are_its_sides(other: str) -> None:
    """Though the readings take its words for nothing."""
    doc = document(
        MOVING.format(verb="move", how="on", deal="pact").replace("Chile", other), ("Peru", "LOC"), (other, "LOC")
    )
    roles = [("pact", "actor", "Peru"), ("pact", "actor", other)]
    assert [texts(doc, event) for event in code(doc, {}, roles)] == [(["Peru", "Chile"], [])] * (other == "Chile")


def _told(text: str) -> dict[str, str]:
    doc = document(text)
    return {doc[word].text: kind for word, kind in constructions(Tree.of(doc)).items()}
