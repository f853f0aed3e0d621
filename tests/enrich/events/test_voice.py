"""Which verbs are in the passive, also without an auxiliary."""

import pytest

from service.enrich.events.grammar.voice import is_passive
from service.enrich.tree import Tree
from tests.enrich.events.labelled import code
from tests.enrich.trees import document

PASSIVES = [
    "Village/NOUN/nsubj/2 torched/VERB/ROOT/0 overnight/ADV/advmod/2",
    "Peru/PROPN/nsubj/2 blamed/VERB/ROOT/0 for/ADP/case/4 raids/NOUN/obl/2",
    "Peru/PROPN/nsubj/2 slammed/VERB/ROOT/0 over/ADP/case/4 raids/NOUN/obj/2",
    "Peru/PROPN/nsubj/2 urged/VERB/ROOT/0 to/PART/mark/4 free/VERB/xcomp/2 miners/NOUN/obj/4",
]
ACTIVES = [
    "Rebels/NOUN/nsubj/2 torched/VERB/ROOT/0 villages/NOUN/obj/2",
    "Rebels/NOUN/nsubj/2 torched/VERB/ROOT/0 villages/NOUN/advcl/2",
    "Chile/PROPN/nsubj/2 blamed/VERB/ROOT/0 Peru/PROPN/obj/2 for/ADP/case/5 raids/NOUN/obl/2",
    "Chile/PROPN/nsubj/2 praised/VERB/ROOT/0 on/ADP/case/4 Monday/PROPN/obl/2",
    "Chile/PROPN/nsubj/2 urged/VERB/ROOT/0 Peru/PROPN/iobj/2 to/PART/mark/5 free/VERB/xcomp/2 miners/NOUN/obj/5",
    "Chile/PROPN/nsubj/2 promised/VERB/ROOT/0 to/PART/mark/4 free/VERB/xcomp/2 miners/NOUN/obj/4",
]


@pytest.mark.parametrize(("text", "passive"), [(text, True) for text in PASSIVES] + [(text, False) for text in ACTIVES])
def test_a_verb_without_the_object_that_it_needs_is_passive(text: str, passive: bool) -> None:
    """Headlines leave out the auxiliary, and the participle looks like the past tense."""
    assert is_passive(Tree.of(document(text)), 1) is passive


@pytest.mark.parametrize("text", PASSIVES[1:])
def test_its_subject_undergoes_the_act_whatever_the_heads_say(text: str) -> None:
    """They learned from sentences in which such a word is the past tense."""
    doc = document(text, ("Peru", "LOC"))
    [event] = code(doc, {doc[1].text: "ACCUSE"}, [(doc[1].text, "actor", "Peru")])
    assert [party.mention_type for party in event.actors] == ["implicit"]
    assert [party.country for party in event.recipients] == ["PER"]


def test_who_does_it_may_be_told_below_what_is_asked_or_how_it_was_done() -> None:
    """ "Peru urged to free miners by Chile", "village torched in a raid by rebels"."""
    asked = document(
        "Peru/PROPN/nsubj/2 urged/VERB/ROOT/0 to/PART/mark/4 free/VERB/xcomp/2 miners/NOUN/obj/4 by/ADP/case/7 "
        "Chile/PROPN/obl/4",
        ("Peru", "LOC"), ("Chile", "LOC"),
    )  # fmt: skip
    raided = document(
        "Village/NOUN/nsubj/2 torched/VERB/ROOT/0 in/ADP/case/4 raid/NOUN/obl/2 by/ADP/case/6 rebels/NOUN/nmod/4"
    )
    both = ("actor", "recipient")
    for doc, trigger, sides in ((asked, "urged", ("Peru", "Chile")), (raided, "torched", ("Village", "rebels"))):
        [event] = code(doc, {trigger: "REQUEST"}, [(trigger, side, word) for side in both for word in sides])
        told = [[doc.text[slice(*party.span)] for party in side] for side in (event.recipients, event.actors)]
        assert told == [[sides[0]], [sides[1]]]
