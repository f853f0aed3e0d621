"""Who stands on which side of an event: tree, heads and clusters are heard together."""

from dataclasses import replace

import numpy as np
import pytest

from service.enrich.aliases.clusters import Cluster, Mention
from service.enrich.events.reading.calibration import FEATURES, Calibration, Side
from tests.enrich.events.labelled import FITTED, code, texts
from tests.enrich.trees import document

ATTACK = (
    "Villages/NOUN/nsubj:pass/3 were/AUX/aux:pass/3 shelled/VERB/ROOT/0 by/ADP/case/5 troops/NOUN/obl:agent/3 "
    "./PUNCT/punct/3"
)
URGED = "Ruiz/PROPN/nsubj/2 urged/VERB/ROOT/0 {whom}/{part}/{relation}/2 to/PART/mark/5 act/VERB/xcomp/2"


def test_tree_decides_the_direction_where_the_heads_confuse_the_sides() -> None:
    """A passive is read as one even if the heads take everybody for both."""
    doc = document(ATTACK)
    everybody = [("shelled", role, word) for role in ("actor", "recipient") for word in ("Villages", "troops")]
    [event] = code(doc, {"shelled": "ASSAULT"}, everybody)
    assert texts(doc, event) == (["troops"], ["Villages"])


def test_sure_heads_decide_the_direction_where_the_tree_is_misread() -> None:
    """A participle taken for the past tense makes nobody act who undergoes it."""
    doc = document("Villages/NOUN/nsubj/2 shelled/VERB/ROOT/0 ./PUNCT/punct/2")
    [event] = code(doc, {"shelled": "ASSAULT"}, [("shelled", "recipient", "Villages")])
    assert [doc.text[slice(*party.span)] for party in event.recipients] == ["Villages"]


def test_subject_acts_where_the_heads_find_nobody() -> None:
    """Who a sentence names is not left out."""
    doc = document("Police/NOUN/nsubj/2 arrested/VERB/ROOT/0 miners/NOUN/obj/2 ./PUNCT/punct/2")
    [event] = code(doc, {"arrested": "COERCE"}, [("arrested", "recipient", "miners")])
    assert texts(doc, event)[0] == ["Police"]


def test_a_name_that_the_tree_puts_on_the_other_side_undergoes_the_act() -> None:
    """Where the heads find no recipient."""
    doc = document("Oslo/PROPN/nsubj/2 praised/VERB/ROOT/0 Lima/PROPN/obj/2", ("Lima", "LOC"), ("Oslo", "LOC"))
    [event] = code(doc, {"praised": "SUPPORT"}, [("praised", "actor", "Oslo")])
    assert texts(doc, event) == (["Oslo"], ["Lima"])


@pytest.mark.parametrize(
    ("whom", "part", "relation", "told"),
    [
        ("him", "PRON", "obj", ["him"]),
        ("talks", "NOUN", "iobj", ["talks"]),
        ("workers", "NOUN", "obj", ["workers"]),
        ("restraint", "NOUN", "obj", []),
    ],
)
def test_whom_the_tree_tells_is_believed_where_it_can_be_no_thing(
    whom: str, part: str, relation: str, told: list[str]
) -> None:
    """Though the heads find nobody."""
    doubting = replace(FITTED, recipient=replace(FITTED.recipient, threshold=1.1))
    doc = document(URGED.format(whom=whom, part=part, relation=relation), ("Ruiz", "PERSON"))
    [event] = code(
        doc, {"urged": "REQUEST"}, [("urged", "actor", "Ruiz"), ("urged", "recipient", whom)], calibration=doubting
    )
    assert texts(doc, event) == (["Ruiz"], told)


def test_nobody_is_both_sides_of_an_act() -> None:
    """A phrase for the actor is no recipient, whatever the heads say."""
    doc = document(
        "Morales/PROPN/nsubj/2 blamed/VERB/ROOT/0 police/NOUN/obj/2 "
        "who/PRON/nsubj/5 hit/VERB/acl:relcl/3 him/PRON/obj/5"
    )
    morales = [Mention(0, 7, "named", 0), Mention(30, 33, "pronoun", 5)]
    doc._.clusters = (Cluster("e1", "PERSON", "Morales", (), None, tuple(morales)),)
    roles = [("blamed", "actor", "Morales"), ("blamed", "recipient", "police"), ("blamed", "recipient", "him")]
    [event] = code(doc, {"blamed": "ACCUSE"}, roles)
    assert texts(doc, event) == (["Morales"], ["police"])


@pytest.mark.parametrize(("whom", "told"), [("him", ["him"]), ("himself", [])])
def test_an_object_is_somebody_else_than_its_subject(whom: str, told: list[str]) -> None:
    """Grammar tells it, also where the clusters take them for one; but not of what refers back."""
    doc = document(URGED.format(whom=whom, part="PRON", relation="obj"), ("Ruiz", "PERSON"))
    at = doc.text.index(whom)
    pronoun = Mention(at, at + len(whom), "pronoun", 2)
    doc._.clusters = (Cluster("e1", "PERSON", "Ruiz", (), None, (Mention(0, 4, "named", 0), pronoun)),)
    [event] = code(doc, {"urged": "REQUEST"}, [("urged", "actor", "Ruiz"), ("urged", "recipient", whom)])
    assert texts(doc, event) == (["Ruiz"], told)


def test_who_is_named_twice_on_a_side_is_one_party() -> None:
    """By its name and by the pronoun that stands before the verb."""
    doc = document(
        "Oslo/PROPN/nsubj/2 promised/VERB/ROOT/0 that/SCONJ/mark/6 it/PRON/nsubj/6 will/AUX/aux/6 free/VERB/ccomp/2 "
        "miners/NOUN/obj/6",
        ("Oslo", "LOC"),
    )  # fmt: skip
    oslo = [Mention(0, 4, "named", 0), Mention(19, 21, "pronoun", 3)]
    doc._.clusters = (Cluster("e1", "LOC", "Oslo", (), None, tuple(oslo)),)
    roles = [("free", "actor", "Oslo"), ("free", "actor", "it"), ("free", "recipient", "miners")]
    [event] = code(doc, {"free": "RETREAT"}, roles)
    assert len(event.actors) == 1


def test_what_undergoes_violence_is_not_where_it_happened() -> None:
    """Of aid that is cut the place stands for its people."""
    tree = "Troops/NOUN/nsubj/2 {act}/VERB/ROOT/0 planes/NOUN/obj/2 over/ADP/case/5 Peru/PROPN/obl/2"
    undergoing = []
    for act, kind in (("shot", "ASSAULT"), ("cut", "SANCTION")):
        doc = document(tree.format(act=act), ("Peru", "LOC"))
        roles = [(act, "actor", "Troops"), (act, "recipient", "Peru"), (act, "location", "Peru")]
        [event] = code(doc, {act: kind}, roles)
        undergoing.append(texts(doc, event)[1])
    assert undergoing == [[], ["Peru"]]


def test_who_is_talked_about_takes_no_part_in_the_talk() -> None:
    """Of an accusation it is the one accused."""
    tree = (
        "Lima/PROPN/nsubj/2 discussed/VERB/ROOT/0 Oslo/PROPN/nmod:poss/5 's/PART/case/3 ban/NOUN/obj/2 with/ADP/case/7 "
        "Quito/PROPN/obl/2"
    )
    told = []
    for kind in ("CONSULT", "ACCUSE"):
        doc = document(tree, ("Lima", "LOC"), ("Oslo", "LOC"), ("Quito", "LOC"))
        roles = [
            ("discussed", "actor", "Lima"),
            ("discussed", "recipient", "Oslo"),
            ("discussed", "recipient", "Quito"),
        ]
        [event] = code(doc, {"discussed": kind}, roles)
        told.append(texts(doc, event)[1])
    assert told == [["Quito"], ["Oslo", "Quito"]]


def test_several_who_cooperate_with_nobody_else_do_so_with_each_other() -> None:
    """Though one phrase names them."""
    doc = document(
        "Hungarian/ADJ/amod/4 and/CCONJ/cc/3 Romanian/ADJ/conj/1 ships/NOUN/nsubj/5 patrolled/VERB/ROOT/0",
        ("Hungarian", "NORP"), ("Romanian", "NORP"),
    )  # fmt: skip
    [event] = code(doc, {"patrolled": "COOPERATE"}, [("patrolled", "actor", "ships")])
    assert event.reciprocal


def test_an_act_on_one_who_is_named_is_not_mutual() -> None:
    """Two who meet a third do not meet each other."""
    doc = document(
        "Oslo/PROPN/nsubj/4 and/CCONJ/cc/3 Lima/PROPN/conj/1 met/VERB/ROOT/0 Quito/PROPN/obj/4",
        ("Oslo", "LOC"), ("Lima", "LOC"), ("Quito", "LOC"),
    )  # fmt: skip
    [event] = code(doc, {"met": "CONSULT"}, [("met", "actor", "Oslo"), ("met", "recipient", "Quito")])
    assert not event.reciprocal


@pytest.mark.parametrize("weapon", ["bomb", "raid"])
def test_a_weapon_or_an_attack_is_no_party(weapon: str) -> None:
    """Whoever used it may be told or not; an owner's name makes it the owner's."""
    text = "A/DET/det/2 {} /NOUN/nsubj/3 killed/VERB/ROOT/0 miners/NOUN/obj/3".replace(" /", "/")
    roles = [("killed", "recipient", "miners"), ("killed", "actor", weapon), ("killed", "actor", "crowd")]
    told = []
    for thing in (weapon, "crowd"):
        doc = document(text.format(thing))
        told.append(texts(doc, code(doc, {"killed": "ASSAULT"}, [role for role in roles if role[2] in doc.text])[0])[0])
    assert told == [[], ["A crowd"]]


def test_counted_weapons_are_no_party() -> None:
    """Hundreds of drones are drones."""
    doc = document(
        "Oslo/PROPN/nsubj/2 praised/VERB/ROOT/0 hundreds/NOUN/obj/2 of/ADP/case/5 drones/NOUN/nmod/3", ("Oslo", "LOC")
    )
    [event] = code(doc, {"praised": "SUPPORT"}, [("praised", "actor", "Oslo"), ("praised", "recipient", "drones")])
    assert texts(doc, event) == (["Oslo"], [])


def _doubting() -> Calibration:
    """By which a subject that the heads take for nobody has a probability of .036, named or not."""
    shift = np.array([{"bias": -0.8, "name": -0.5}.get(feature, 0.0) for feature in FEATURES])
    return replace(FITTED, actor=Side(FITTED.actor.weights + shift, threshold=0.5))


@pytest.mark.parametrize(("subject", "part", "told"), [("strikes", "NOUN", []), ("Ruiz", "PROPN", ["Ruiz"])])
def test_the_tree_alone_makes_no_actor_of_a_thing(subject: str, part: str, told: list[str]) -> None:
    """A name is one where nobody else is: things are subjects as often as those who act."""
    doc = document(f"{subject}/{part}/nsubj/2 hit/VERB/ROOT/0 Lima/PROPN/obj/2", ("Ruiz", "PERSON"), ("Lima", "LOC"))
    [event] = code(doc, {"hit": "ASSAULT"}, [("hit", "recipient", "Lima")], calibration=_doubting())
    assert texts(doc, event) == (told, ["Lima"])


def test_who_is_called_guilty_is_the_actor_and_no_recipient() -> None:
    """Whatever the heads take him for."""
    doc = document(
        "Ruiz/PROPN/nsubj/3 was/AUX/cop/3 involved/ADJ/ROOT/0 in/ADP/case/5 murder/NOUN/obl/3 of/ADP/case/7 "
        "miners/NOUN/nmod/5",
        ("Ruiz", "PERSON"),
    )
    roles = [("murder", "recipient", "Ruiz"), ("murder", "recipient", "miners")]
    [event] = code(doc, {"murder": "ASSAULT"}, roles)
    assert texts(doc, event) == (["Ruiz"], ["miners"])


def test_an_aside_does_nothing_to_whom_it_explains() -> None:
    """ "Ties with Lima, a port that helped": the port is Lima."""
    doc = document(
        "Lima/PROPN/ROOT/0 ,/PUNCT/punct/4 a/DET/det/4 port/NOUN/appos/1 that/PRON/nsubj/6 attacked/VERB/acl:relcl/4"
    )
    sides = [("attacked", "actor", "port"), ("attacked", "recipient", "Lima")]
    [event] = code(doc, {"attacked": "ASSAULT"}, sides)
    assert event.recipients == ()
