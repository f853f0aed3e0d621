"""CAMEO codes: the weapon goes before who uses it, and what is planned has the codes of intents."""

import pytest

from service.enrich.events.event import Party
from service.enrich.events.lexicon import known_lemma
from service.enrich.events.naming import name
from service.enrich.tree import Tree
from tests.enrich.trees import document


def code(text: str, trigger: str, event_type: str, *, sector: str = "MIL", planned: bool = False) -> str:
    tree = Tree.of(document(text))
    actor = Party((0, 1), "nominal", 0, sector=sector)
    return name(tree, tree.texts.index(trigger), event_type, (actor,), (), planned=planned).cameo[0]


ATTACK = "Rebels/NOUN/nsubj/2 attacked/VERB/ROOT/0 villages/NOUN/obj/2"
STRIKE = "Rebels/NOUN/nsubj/2 launched/VERB/ROOT/0 missile/NOUN/obj/2"


@pytest.mark.parametrize(("text", "trigger", "expected"), [(ATTACK, "attacked", "180"), (STRIKE, "launched", "194")])
def test_violence_of_rebels_is_unconventional_where_no_weapon_is_told(text: str, trigger: str, expected: str) -> None:
    """Rockets are root 19 in any hands."""
    assert code(text, trigger, "ASSAULT", sector="UAF") == expected


def test_a_release_to_come_is_the_intent_of_one() -> None:
    """Words before deeds."""
    text = "Israel/PROPN/nsubj/2 released/VERB/ROOT/0 prisoners/NOUN/obj/2"
    assert code(text, "released", "RETREAT") == "0841"
    assert code(text, "released", "RETREAT", planned=True) == "0353"


AGREED = "Oslo/PROPN/nsubj/2 agreed/VERB/ROOT/0 to/PART/mark/4 {}/VERB/xcomp/2 Lima/PROPN/obj/4"
LIFT = "Oslo/PROPN/nsubj/2 lift/VERB/ROOT/0 {}/NOUN/obj/2"


@pytest.mark.parametrize(
    ("text", "trigger", "event_type", "expected"),
    [
        (AGREED.format("aid"), "agreed", "AGREE", "033"),
        (AGREED.format("paint"), "agreed", "AGREE", "030"),
        (AGREED.format("free"), "agreed", "CONCEDE", "0841"),
        (LIFT.format("embargo"), "lift", "CONCEDE", "085"),
        (LIFT.format("curfew"), "lift", "CONCEDE", "081"),
    ],
)
def test_what_is_promised_or_yielded_tells_the_code(text: str, trigger: str, event_type: str, expected: str) -> None:
    """Behind a verb that only says that somebody agrees."""
    assert code(text, trigger, event_type) == expected


def test_a_form_in_ied_is_undone() -> None:
    """Lemmatizers leave some participles over."""
    assert known_lemma("ratified", "SUPPORT") == "ratify"
