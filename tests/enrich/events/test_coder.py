"""What an event's record tells, given what the heads say of the words."""

from dataclasses import replace
from typing import Any

import pytest

from service.config.processing import ArticleSettings
from service.enrich.actors.description import Actor
from service.enrich.aliases.clusters import Cluster, Mention
from service.enrich.events.event import Event
from service.enrich.events.fields import event_fields
from service.schemas import faults
from tests.enrich.events.labelled import FITTED, code
from tests.enrich.trees import document

ATTACK = (
    "Villages/NOUN/nsubj:pass/3 were/AUX/aux:pass/3 shelled/VERB/ROOT/0 by/ADP/case/5 troops/NOUN/obl:agent/3 "
    "./PUNCT/punct/3"
)
ARREST = (
    "Police/NOUN/nsubj/2 arrested/VERB/ROOT/0 at/ADP/case/4 least/ADJ/nummod/5 five/NUM/nummod/6 miners/NOUN/obj/2 "
    "./PUNCT/punct/2"
)


def texts(doc: Any, event: Event) -> tuple[list[str], list[str]]:
    actors = [doc.text[slice(*party.span)] for party in event.actors if party.mention_type != "implicit"]
    return actors, [doc.text[slice(*party.span)] for party in event.recipients]


def test_record_has_the_shape_of_the_schema() -> None:
    """Every field is there, in its form."""
    doc = document(ATTACK)
    doc._.events = code(
        doc, {"shelled": "ASSAULT"}, [("shelled", "actor", "troops"), ("shelled", "recipient", "Villages")]
    )
    [event] = event_fields(doc)
    message = {"schema": "newswire.event/1", "story": {"id": "a"}, "event": event, "versions": {}}
    assert not list(faults(message, "event.v1"))


def test_offsets_prove_what_is_told() -> None:
    """Each phrase stands where the record says."""
    doc = document(ATTACK)
    doc._.events = code(
        doc, {"shelled": "ASSAULT"}, [("shelled", "actor", "troops"), ("shelled", "recipient", "Villages")]
    )
    [event] = event_fields(doc)
    for part in (event["trigger"], *event["actors"], *event["recipients"]):
        assert doc.text[part["start"] : part["end"]] == part["text"]


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


def test_actor_left_out_is_implicit() -> None:
    """The schema wants an actor; the record says that none is told."""
    doc = document("Miners/NOUN/nsubj:pass/3 were/AUX/aux:pass/3 arrested/VERB/ROOT/0 ./PUNCT/punct/3")
    [event] = code(doc, {"arrested": "COERCE"}, [("arrested", "recipient", "Miners")])
    [actor] = event.actors
    assert (actor.mention_type, actor.country, actor.kind) == ("implicit", None, "unspecified")
    assert event.confidence.actors is None


def test_people_are_counted() -> None:
    """As what became of them."""
    doc = document(ARREST)
    [event] = code(doc, {"arrested": "COERCE"}, [("arrested", "actor", "Police"), ("arrested", "recipient", "miners")])
    assert event.magnitude is not None
    [(name, amount)] = event.magnitude.counts
    assert (name, amount[:2]) == ("arrested", (5, None))
    assert (event.modes, event.cameo) == (("arrest",), ("173", True))


def test_hypothetical_events_are_told_on_demand_only() -> None:
    """By default what only could happen is no event."""
    doc = document("Rebels/NOUN/nsubj/3 could/AUX/aux/3 attack/VERB/ROOT/0 Lima/PROPN/obj/3 ./PUNCT/punct/3")
    roles = [("attack", "actor", "Rebels"), ("attack", "recipient", "Lima")]
    assert code(doc, {"attack": "ASSAULT"}, roles) == ()
    [event] = code(doc, {"attack": "ASSAULT"}, roles, hypothetical=True)
    assert event.modality.auxiliary == ("hypothetical",)


def test_identifiers_depend_on_the_text_alone() -> None:
    """A copy of a text has the same; another sentence has others."""
    roles = [("shelled", "actor", "troops"), ("shelled", "recipient", "Villages")]
    first, second = (code(document(ATTACK), {"shelled": "ASSAULT"}, roles)[0] for _ in range(2))
    [other] = code(
        document(ATTACK.replace("Villages", "Towns")), {"shelled": "ASSAULT"}, [("shelled", "actor", "troops")]
    )
    assert first.id == second.id != other.id


def test_the_same_act_told_again_has_one_story_event() -> None:
    """Same type, same parties; the other way round it is another happening."""
    doc = document(
        "Oslo/PROPN/nsubj/2 praised/VERB/ROOT/0 Lima/PROPN/obj/2 ./PUNCT/punct/2\n"
        "Oslo/PROPN/nsubj/2 commended/VERB/ROOT/0 Lima/PROPN/obj/2 ./PUNCT/punct/2\n"
        "Lima/PROPN/nsubj/2 thanked/VERB/ROOT/0 Oslo/PROPN/obj/2 ./PUNCT/punct/2",
        ("Oslo", "LOC"), ("Lima", "LOC"),
    )  # fmt: skip
    sides = {"praised": ("Oslo", "Lima"), "commended": ("Oslo", "Lima"), "thanked": ("Lima", "Oslo")}
    roles = [(verb, *role) for verb, names in sides.items() for role in zip(("actor", "recipient"), names, strict=True)]
    first, second, third = code(doc, dict.fromkeys(sides, "SUPPORT"), roles)
    assert first.group == second.group != third.group


def test_documents_without_tree_or_vectors_have_no_events() -> None:
    """Nothing is raised."""
    doc = document("Oslo/PROPN/ROOT/0")
    assert code(doc, {}) == ()
    assert event_fields(doc) == []


def test_subject_acts_where_the_heads_find_nobody() -> None:
    """Who a sentence names is not left out."""
    doc = document(ARREST)
    [event] = code(doc, {"arrested": "COERCE"}, [("arrested", "recipient", "miners")])
    assert texts(doc, event)[0] == ["Police"]


def test_a_word_for_a_person_is_no_act() -> None:
    """The accused is somebody; that somebody was accused is not what the sentence tells."""
    doc = document("The/DET/det/2 accused/NOUN/nsubj/3 met/VERB/ROOT/0 lawyers/NOUN/obj/3")
    assert code(doc, {"accused": "ACCUSE"}, [("accused", "recipient", "lawyers")]) == ()


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


def test_a_weapon_is_no_party() -> None:
    """Whoever used it may be told or not; an owner's name makes it the owner's."""
    text = "A/DET/det/2 {} /NOUN/nsubj/3 killed/VERB/ROOT/0 miners/NOUN/obj/3".replace(" /", "/")
    roles = [("killed", "recipient", "miners"), ("killed", "actor", "bomb"), ("killed", "actor", "crowd")]
    told = []
    for thing in ("bomb", "crowd"):
        doc = document(text.format(thing))
        told.append(texts(doc, code(doc, {"killed": "ASSAULT"}, [role for role in roles if role[2] in doc.text])[0])[0])
    assert told == [[], ["A crowd"]]


def test_a_name_that_the_tree_puts_on_the_other_side_undergoes_the_act() -> None:
    """Where the heads find no recipient."""
    doc = document("Oslo/PROPN/nsubj/2 praised/VERB/ROOT/0 Lima/PROPN/obj/2", ("Lima", "LOC"), ("Oslo", "LOC"))
    [event] = code(doc, {"praised": "SUPPORT"}, [("praised", "actor", "Oslo")])
    assert texts(doc, event) == (["Oslo"], ["Lima"])


@pytest.mark.parametrize("names", [(("Kenyans", "NORP"),), ()])
def test_a_people_belongs_where_it_lives(names: tuple[tuple[str, str], ...]) -> None:
    """The Kurds of Turkey are a party of Turkey; also where nobody has read them as a name."""
    doc = document(
        "Kenyans/PROPN/nsubj/4 in/ADP/case/3 Peru/PROPN/nmod/1 praised/VERB/ROOT/0 Oslo/PROPN/obj/4",
        *names, ("Peru", "LOC"), ("Oslo", "LOC"),
    )  # fmt: skip
    [event] = code(doc, {"praised": "SUPPORT"}, [("praised", "actor", "Kenyans"), ("praised", "recipient", "Oslo")])
    assert event.actors[0].country == "PER"


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


def test_country_that_is_visited_is_the_host() -> None:
    """By the labelling guide it is more than the place; a city is only that."""
    tree = "Envoys/NOUN/nsubj/2 arrived/VERB/ROOT/0 in/ADP/case/4 {place}/PROPN/obl/2 ./PUNCT/punct/2"
    hosts = []
    for place in ("Peru", "Arequipa"):
        doc = document(tree.format(place=place), (place, "LOC"))
        [event] = code(doc, {"arrived": "CONSULT"}, [("arrived", "actor", "Envoys"), ("arrived", "location", place)])
        hosts.append(texts(doc, event)[1])
    assert hosts == [["Peru"], []]


def test_country_that_will_be_visited_is_the_host() -> None:
    """An announced visit has the parties of a visit."""
    doc = document(
        "Envoys/NOUN/nsubj/3 will/AUX/aux/3 travel/VERB/ROOT/0 to/ADP/case/5 Peru/PROPN/obl/3", ("Peru", "LOC")
    )
    [event] = code(doc, {"travel": "CONSULT"}, [("travel", "actor", "Envoys"), ("travel", "location", "Peru")])
    assert (event.type, texts(doc, event)[1]) == ("AGREE", ["Peru"])


@pytest.mark.parametrize(
    ("who", "kind", "place", "told"),
    [
        ("Peruvian", "MOBILIZE", "Oslo", ["Oslo"]),
        ("Peruvian", "MOBILIZE", "Lima", []),
        ("Some", "MOBILIZE", "Oslo", []),
        ("Peruvian", "PROTEST", "Oslo", []),
    ],
)
def test_country_where_forces_of_another_are_moved_is_the_host(
    who: str, kind: str, place: str, told: list[str]
) -> None:
    """At home it is only the place, and of those who are of nowhere nobody knows whether they are at home."""
    doc = document(
        f"{who}/ADJ/amod/2 troops/NOUN/nsubj/3 gathered/VERB/ROOT/0 in/ADP/case/5 {place}/PROPN/obl/3",
        ("Peruvian", "NORP"), (place, "LOC"),
    )  # fmt: skip
    [event] = code(doc, {"gathered": kind}, [("gathered", "actor", "troops"), ("gathered", "location", place)])
    assert texts(doc, event)[1] == told


def test_nations_joined_in_one_phrase_are_parties_of_their_own() -> None:
    """Dyads are counted by country."""
    doc = document(
        "Hungarian/ADJ/amod/4 and/CCONJ/cc/3 Romanian/ADJ/conj/1 officials/NOUN/nsubj/5 met/VERB/ROOT/0",
        ("Hungarian", "NORP"), ("Romanian", "NORP"),
    )  # fmt: skip
    [event] = code(doc, {"met": "CONSULT"}, [("met", "actor", "officials")])
    assert [actor.country for actor in event.actors] == ["HUN", "ROU"]


def test_name_joined_with_a_party_is_a_party() -> None:
    """Labels know the second of "U.S. and Russian negotiators"."""
    doc = document(
        "Oslo/PROPN/nsubj/4 and/CCONJ/cc/3 negotiators/NOUN/conj/1 met/VERB/ROOT/0 ./PUNCT/punct/4", ("Oslo", "LOC")
    )
    [event] = code(doc, {"met": "CONSULT"}, [("met", "actor", "negotiators")])
    assert texts(doc, event)[0] == ["Oslo", "negotiators"]


def test_a_name_with_a_preposition_is_known_by_its_core() -> None:
    """Labels mark "Bank" of "Bank of Peru"; what follows it is only part of the name."""
    doc = document(
        "Bank/PROPN/nsubj/4 of/ADP/case/3 Peru/PROPN/nmod/1 praised/VERB/ROOT/0 Oslo/PROPN/obj/4",
        ("Bank of Peru", "ORG"), ("Oslo", "LOC"),
    )  # fmt: skip
    [event] = code(doc, {"praised": "SUPPORT"}, [("praised", "actor", "Bank"), ("praised", "recipient", "Oslo")])
    assert texts(doc, event) == (["Bank of Peru"], ["Oslo"])


def test_a_name_that_the_tree_takes_apart_is_one_party() -> None:
    """Both its words head a phrase of the same words."""
    doc = document(
        "Ana/PROPN/appos/4 Ruiz/PROPN/flat/4 today/NOUN/obl/4 praised/VERB/ROOT/0 Oslo/PROPN/obj/4",
        ("Ana Ruiz", "PERSON"), ("Oslo", "LOC"),
    )  # fmt: skip
    [event] = code(doc, {"praised": "SUPPORT"}, [("praised", "actor", "Ruiz"), ("praised", "recipient", "Oslo")])
    assert texts(doc, event)[0] == ["Ana Ruiz"]


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


def test_nations_joined_behind_a_count_are_parties_of_their_own() -> None:
    """Whatever counts them: "hundreds of Hungarian and Romanian miners"."""
    doc = document(
        "Police/NOUN/nsubj/2 arrested/VERB/ROOT/0 hundreds/NOUN/obj/2 of/ADP/case/8 Hungarian/ADJ/amod/8 "
        "and/CCONJ/cc/7 Romanian/ADJ/conj/5 miners/NOUN/nmod/3",
        ("Hungarian", "NORP"), ("Romanian", "NORP"),
    )  # fmt: skip
    [event] = code(doc, {"arrested": "COERCE"}, [("arrested", "recipient", "hundreds")])
    assert [party.country for party in event.recipients] == ["HUN", "ROU"]


def test_a_count_of_counts_is_of_those_behind_the_last() -> None:
    """Tens of thousands of students are students."""
    doc = document(
        "Tens/NOUN/nsubj/6 of/ADP/case/3 thousands/NOUN/nmod/1 of/ADP/case/5 students/NOUN/nmod/3 marched/VERB/ROOT/0"
    )
    [event] = code(doc, {"marched": "PROTEST"}, [("marched", "actor", "Tens")])
    assert [(party.sector, party.kind) for party in event.actors] == [("EDU", "group")]


def test_a_thing_is_of_the_branch_of_those_whose_it_is() -> None:
    """An army's bulldozers are the military."""
    doc = document(
        "Danish/ADJ/amod/3 army/NOUN/compound/3 bulldozers/NOUN/nsubj/4 demolished/VERB/ROOT/0 homes/NOUN/obj/4",
        ("Danish", "NORP"),
    )
    [event] = code(doc, {"demolished": "COERCE"}, [("demolished", "actor", "bulldozers")])
    assert [(party.country, party.sector) for party in event.actors] == [("DNK", "MIL")]


def test_a_count_is_of_those_whom_it_counts() -> None:
    """Country and sector are theirs."""
    doc = document(
        "Hundreds/NOUN/nsubj/5 of/ADP/case/4 Kenyan/ADJ/amod/4 soldiers/NOUN/nmod/1 withdrew/VERB/ROOT/0",
        ("Kenyan", "NORP"),
    )  # fmt: skip
    [event] = code(doc, {"withdrew": "RETREAT"}, [("withdrew", "actor", "Hundreds")])
    assert [(party.country, party.sector) for party in event.actors] == [("KEN", "MIL")]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "Peru/PROPN/nsubj/2 said/VERB/ROOT/0 that/SCONJ/mark/6 it/PRON/nsubj/6 had/AUX/aux/6 "
            "attacked/VERB/ccomp/2 Oslo/PROPN/obj/6",
            "it",
        ),
        (
            "The/DET/det/3 Peruvian/ADJ/amod/3 ministry/NOUN/nsubj/4 met/VERB/ROOT/0\n"
            "The/DET/det/2 ministry/NOUN/nsubj/3 attacked/VERB/ROOT/0 Oslo/PROPN/obj/3",
            "ministry",
        ),
    ],
)
def test_what_takes_up_a_party_is_of_its_country(text: str, actor: str) -> None:
    """A pronoun its verb's speaker, a noun with only "the" the same noun told in full."""
    doc = document(text, ("Peru", "LOC"), ("Peruvian", "NORP"), ("Oslo", "LOC"))
    [event] = code(doc, {"attacked": "ASSAULT"}, [("attacked", "actor", actor), ("attacked", "recipient", "Oslo")])
    assert [party.country for party in event.actors] == ["PER"]


def test_a_person_is_not_of_the_country_of_another() -> None:
    """Articles tell of several teachers."""
    doc = document(
        "The/DET/det/3 Peruvian/ADJ/amod/3 teacher/NOUN/nsubj/4 met/VERB/ROOT/0\n"
        "The/DET/det/2 teacher/NOUN/nsubj/3 praised/VERB/ROOT/0 Oslo/PROPN/obj/3",
        ("Peruvian", "NORP"), ("Oslo", "LOC"),
    )  # fmt: skip
    [event] = code(doc, {"praised": "SUPPORT"}, [("praised", "actor", "teacher"), ("praised", "recipient", "Oslo")])
    assert [party.country for party in event.actors] == [None]


def test_a_states_arms_are_of_the_country_of_the_story() -> None:
    """Papers leave it out; others may be from anywhere."""
    tree = "Peru/PROPN/nsubj/2 grew/VERB/ROOT/0\nThe/DET/det/2 {who}/NOUN/nsubj/3 arrested/VERB/ROOT/0 Ruiz/PROPN/obj/3"
    countries = []
    for who in ("police", "gang"):
        doc = document(tree.format(who=who), ("Peru", "LOC"), ("Ruiz", "PERSON"))
        roles = [("arrested", "actor", who), ("arrested", "recipient", "Ruiz")]
        [event] = code(doc, {"arrested": "COERCE"}, roles)
        countries.append(event.actors[0].country)
    assert countries == ["PER", None]


def test_a_states_arms_are_not_of_a_country_that_is_only_dealt_with() -> None:
    """Where a person of another is named as often, they may be of either."""
    doc = document(
        "Police/NOUN/nsubj/2 praised/VERB/ROOT/0 Ruiz/PROPN/obj/2 in/ADP/case/5 Peru/PROPN/obl/2",
        ("Ruiz", "PERSON"), ("Peru", "LOC"),
    )  # fmt: skip
    roles = [("praised", "actor", "Police"), ("praised", "recipient", "Ruiz")]
    ruiz = Cluster("e1", "PERSON", "Ruiz", (), None, (Mention(15, 19, "named", 2),))
    peru = Cluster("e2", "LOC", "Peru", (), None, (Mention(23, 27, "named", 4),))
    doc._.clusters = (ruiz, peru)
    countries = []
    for country in ("KEN", "PER"):
        doc._.actors = (Actor("e1", "person", country=country), Actor("e2", "country", country="PER"))
        [event] = code(doc, {"praised": "SUPPORT"}, roles)
        countries.append(event.actors[0].country)
    assert countries == [None, "PER"]


def test_a_pronoun_for_several_is_not_one_person() -> None:
    """Who said it did not do it."""
    doc = document(
        "Ruiz/PROPN/nsubj/2 said/VERB/ROOT/0 that/SCONJ/mark/5 they/PRON/nsubj/5 attacked/VERB/ccomp/2 "
        "Oslo/PROPN/obj/5",
        ("Ruiz", "PERSON"), ("Oslo", "LOC"),
    )  # fmt: skip
    [event] = code(doc, {"attacked": "ASSAULT"}, [("attacked", "actor", "they"), ("attacked", "recipient", "Oslo")])
    assert [(party.entity_id, party.country) for party in event.actors] == [(None, None)]


URGED = "Ruiz/PROPN/nsubj/2 urged/VERB/ROOT/0 {whom}/{part}/{relation}/2 to/PART/mark/5 act/VERB/xcomp/2"


@pytest.mark.parametrize(("whom", "told"), [("him", ["him"]), ("himself", [])])
def test_an_object_is_somebody_else_than_its_subject(whom: str, told: list[str]) -> None:
    """Grammar tells it, also where the clusters take them for one; but not of what refers back."""
    doc = document(URGED.format(whom=whom, part="PRON", relation="obj"), ("Ruiz", "PERSON"))
    at = doc.text.index(whom)
    pronoun = Mention(at, at + len(whom), "pronoun", 2)
    doc._.clusters = (Cluster("e1", "PERSON", "Ruiz", (), None, (Mention(0, 4, "named", 0), pronoun)),)
    [event] = code(doc, {"urged": "REQUEST"}, [("urged", "actor", "Ruiz"), ("urged", "recipient", whom)])
    assert texts(doc, event) == (["Ruiz"], told)


@pytest.mark.parametrize(
    ("whom", "part", "relation", "told"),
    [("him", "PRON", "obj", ["him"]), ("workers", "NOUN", "iobj", ["workers"]), ("workers", "NOUN", "obj", [])],
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


def test_states_have_their_item_and_people_have_none() -> None:
    """Also a state that is told by its adjective."""
    doc = document("Soldiers/NOUN/nsubj/2 attacked/VERB/ROOT/0 Peru/PROPN/obj/2", ("Peru", "LOC"))
    [event] = code(doc, {"attacked": "ASSAULT"}, [("attacked", "actor", "Soldiers"), ("attacked", "recipient", "Peru")])
    assert ([p.wikidata_id for p in event.actors], [p.wikidata_id for p in event.recipients]) == ([None], ["Q419"])


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


def test_counted_weapons_are_no_party() -> None:
    """Hundreds of drones are drones."""
    doc = document(
        "Oslo/PROPN/nsubj/2 praised/VERB/ROOT/0 hundreds/NOUN/obj/2 of/ADP/case/5 drones/NOUN/nmod/3", ("Oslo", "LOC")
    )
    [event] = code(doc, {"praised": "SUPPORT"}, [("praised", "actor", "Oslo"), ("praised", "recipient", "drones")])
    assert texts(doc, event) == (["Oslo"], [])
