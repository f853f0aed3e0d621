"""What is wanted of a trigger and of its parties before they are told as an event."""

from dataclasses import replace

import numpy as np
import pytest

from service.config.processing import ArticleSettings
from service.enrich.events.reading.calibration import FEATURES, Side
from tests.enrich.events.labelled import FITTED, code
from tests.enrich.trees import document


def test_an_event_of_nobody_told_is_kept_in_doubt() -> None:
    """That shelling continued is told; too little is known of it for a message of its own."""
    doc = document("Shelling/NOUN/nsubj/2 continued/VERB/ROOT/0 ./PUNCT/punct/2")
    [event] = code(doc, {"Shelling": "ASSAULT"})
    assert event.confidence.type > ArticleSettings().event_confidence > event.confidence.overall
    assert [actor.mention_type for actor in event.actors] == ["implicit"]


def test_material_cooperation_wants_somebody_at_the_other_end() -> None:
    """To give help to nobody is no AID."""
    doc = document("Oslo/PROPN/nsubj/2 helped/VERB/ROOT/0 ./PUNCT/punct/2")
    assert code(doc, {"helped": "AID"}, [("helped", "actor", "Oslo")]) == ()


def test_who_may_be_at_the_other_end_is_where_the_type_wants_somebody() -> None:
    """Who is too doubtful to be praised is helped all the same, where help is told."""
    doubtful = replace(FITTED, recipient=Side(np.array([-1.0] + [0.0] * (len(FEATURES) - 1)), 0.4))
    doc = document("Oslo/PROPN/nsubj/2 paid/VERB/ROOT/0 survivors/NOUN/obl/2 ./PUNCT/punct/2")
    [event] = code(doc, {"paid": "AID"}, [("paid", "actor", "Oslo")], calibration=doubtful)
    assert [doc[party.head].text for party in event.recipients] == ["survivors"]
    [event] = code(doc, {"paid": "SUPPORT"}, [("paid", "actor", "Oslo")], calibration=doubtful)
    assert event.recipients == ()


def test_hypothetical_events_are_told_on_demand_only() -> None:
    """By default what only could happen is no event."""
    doc = document("Rebels/NOUN/nsubj/3 could/AUX/aux/3 attack/VERB/ROOT/0 Lima/PROPN/obj/3 ./PUNCT/punct/3")
    roles = [("attack", "actor", "Rebels"), ("attack", "recipient", "Lima")]
    assert code(doc, {"attack": "ASSAULT"}, roles) == ()
    [event] = code(doc, {"attack": "ASSAULT"}, roles, hypothetical=True)
    assert event.modality.auxiliary == ("hypothetical",)


def test_a_word_for_a_person_is_no_act() -> None:
    """The accused is somebody; that somebody was accused is not what the sentence tells."""
    doc = document("The/DET/det/2 accused/NOUN/nsubj/3 met/VERB/ROOT/0 lawyers/NOUN/obj/3")
    assert code(doc, {"accused": "ACCUSE"}, [("accused", "recipient", "lawyers")]) == ()


def test_a_doubtful_trigger_wants_sure_parties_on_both_sides() -> None:
    """What the words alone do not prove, those who take part in it may."""
    doubting = replace(FITTED, trigger=replace(FITTED.trigger, least=1.1))
    doc = document("Oslo/PROPN/nsubj/2 praised/VERB/ROOT/0 Lima/PROPN/obj/2", ("Oslo", "LOC"), ("Lima", "LOC"))
    sides = [("praised", "actor", "Oslo"), ("praised", "recipient", "Lima")]
    assert len(code(doc, {"praised": "SUPPORT"}, sides, calibration=doubting)) == 1
    alone = document("Oslo/PROPN/nsubj/2 praised/VERB/ROOT/0", ("Oslo", "LOC"))
    assert code(alone, {"praised": "SUPPORT"}, sides[:1], calibration=doubting) == ()


def test_two_who_act_on_each_other_bear_out_a_doubtful_trigger() -> None:
    """Both sides are told, though by one list of actors."""
    doubting = replace(FITTED, trigger=replace(FITTED.trigger, least=1.1))
    doc = document(
        "Oslo/PROPN/nsubj/4 and/CCONJ/cc/3 Lima/PROPN/conj/1 talked/VERB/ROOT/0", ("Oslo", "LOC"), ("Lima", "LOC")
    )
    sides = [("talked", "actor", "Oslo"), ("talked", "actor", "Lima")]
    assert len(code(doc, {"talked": "COOPERATE"}, sides, calibration=doubting)) == 1


@pytest.mark.parametrize(("second", "told"), [("Lima", 1), ("Bergen", 0), ("workers", 0)])
def test_only_different_states_bear_out_a_trigger_in_deep_doubt(second: str, told: int) -> None:
    """Neither a city nor people of a state speak for it."""
    doubting = replace(FITTED, trigger=replace(FITTED.trigger, least=1.2))
    doc = document(f"Oslo/PROPN/nsubj/2 praised/VERB/ROOT/0 {second}/NOUN/obj/2", ("Oslo", "LOC"), (second, "LOC"))
    sides = [("praised", "actor", "Oslo"), ("praised", "recipient", second)]
    assert len(code(doc, {"praised": "SUPPORT"}, sides, calibration=doubting)) == told
