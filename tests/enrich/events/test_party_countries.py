"""The country and branch of a party: by its own words, by what it takes up, by the country of the story."""

from typing import Literal

import pytest

from service.enrich.actors.description import Actor
from service.enrich.aliases.clusters import Cluster, Mention
from tests.enrich.events.labelled import code
from tests.enrich.trees import document


@pytest.mark.parametrize("names", [(("Kenyans", "NORP"),), ()])
def test_a_people_belongs_where_it_lives(names: tuple[tuple[str, str], ...]) -> None:
    """The Kurds of Turkey are a party of Turkey; also where nobody has read them as a name."""
    doc = document(
        "Kenyans/PROPN/nsubj/4 in/ADP/case/3 Peru/PROPN/nmod/1 praised/VERB/ROOT/0 Oslo/PROPN/obj/4",
        *names, ("Peru", "LOC"), ("Oslo", "LOC"),
    )  # fmt: skip
    [event] = code(doc, {"praised": "SUPPORT"}, [("praised", "actor", "Kenyans"), ("praised", "recipient", "Oslo")])
    assert event.actors[0].country == "PER"


def test_a_count_is_of_those_whom_it_counts() -> None:
    """Country and sector are theirs."""
    doc = document(
        "Hundreds/NOUN/nsubj/5 of/ADP/case/4 Kenyan/ADJ/amod/4 soldiers/NOUN/nmod/1 withdrew/VERB/ROOT/0",
        ("Kenyan", "NORP"),
    )  # fmt: skip
    [event] = code(doc, {"withdrew": "RETREAT"}, [("withdrew", "actor", "Hundreds")])
    assert [(party.country, party.sector) for party in event.actors] == [("KEN", "MIL")]


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


def test_a_pronoun_for_several_is_not_one_person() -> None:
    """Who said it did not do it."""
    doc = document(
        "Ruiz/PROPN/nsubj/2 said/VERB/ROOT/0 that/SCONJ/mark/5 they/PRON/nsubj/5 attacked/VERB/ccomp/2 "
        "Oslo/PROPN/obj/5",
        ("Ruiz", "PERSON"), ("Oslo", "LOC"),
    )  # fmt: skip
    [event] = code(doc, {"attacked": "ASSAULT"}, [("attacked", "actor", "they"), ("attacked", "recipient", "Oslo")])
    assert [(party.entity_id, party.country) for party in event.actors] == [(None, None)]


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
    for who in ("police", "opposition", "gang"):
        doc = document(tree.format(who=who), ("Peru", "LOC"), ("Ruiz", "PERSON"))
        roles = [("arrested", "actor", who), ("arrested", "recipient", "Ruiz")]
        [event] = code(doc, {"arrested": "COERCE"}, roles)
        countries.append(event.actors[0].country)
    assert countries == ["PER", "PER", None]


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


@pytest.mark.parametrize(
    ("actor", "country"),
    [
        ("Peruvian/ADJ/amod/2 militias/NOUN/nsubj/3", "PER"),
        ("Peru/PROPN/compound/3 -/PUNCT/punct/1 backed/VERB/amod/4 militias/NOUN/nsubj/5", None),
        ("pro/ADJ/amod/3 -/PUNCT/punct/1 Peruvian/ADJ/amod/4 militias/NOUN/nsubj/5", None),
    ],
)
def test_who_is_helped_by_a_country_or_for_it_is_not_its_own(actor: str, country: str | None) -> None:
    """Nor is a country the story's whose help alone it tells of."""
    verb = len(actor.split()) + 1
    doc = document(f"{actor} shelled/VERB/ROOT/0 villages/NOUN/obj/{verb}", ("Peruvian", "NORP"), ("Peru", "LOC"))
    roles = [("shelled", "actor", "militias"), ("shelled", "recipient", "villages")]
    [event] = code(doc, {"shelled": "ASSAULT"}, roles)
    assert event.actors[0].country == country


def test_a_states_arms_are_not_of_a_country_where_somebody_only_sits() -> None:
    """A group in Peru may speak of the police of any state."""
    doc = document(
        "A/DET/det/5 Peru/PROPN/compound/4 -/PUNCT/punct/4 based/VERB/amod/5 group/NOUN/nsubj/6 said/VERB/ROOT/0 "
        "police/NOUN/nsubj/8 arrested/VERB/ccomp/6 Ruiz/PROPN/obj/8",
        ("Peru", "LOC"), ("Ruiz", "PERSON"),
    )  # fmt: skip
    roles = [("arrested", "actor", "police"), ("arrested", "recipient", "Ruiz")]
    [event] = code(doc, {"arrested": "COERCE"}, roles)
    assert event.actors[0].country is None


def test_whose_forces_they_are_tells_their_country() -> None:
    """A pronoun's, and not the country that the story is mostly about."""
    doc = document(
        "Chile/PROPN/nsubj/2 praised/VERB/ROOT/0 Chile/PROPN/obj/2\n"
        "Peru/PROPN/nsubj/2 said/VERB/ROOT/0 its/PRON/nmod:poss/4 troops/NOUN/nsubj/5 attacked/VERB/ccomp/2 "
        "Oslo/PROPN/obj/5",
        ("Peru", "LOC"), ("Chile", "LOC"), ("Oslo", "LOC"),
    )  # fmt: skip
    mentions = [Mention(doc[at].idx, doc[at].idx + len(doc[at]), kind, at) for at, kind in _PERU]
    doc._.clusters = (Cluster("e1", "LOC", "Peru", (), None, tuple(mentions)),)
    doc._.actors = (Actor("e1", "country", country="PER"),)
    [event] = code(doc, {"attacked": "ASSAULT"}, [("attacked", "actor", "troops"), ("attacked", "recipient", "Oslo")])
    assert [party.country for party in event.actors] == ["PER"]


_PERU: tuple[tuple[int, Literal["named", "pronoun"]], ...] = ((3, "named"), (5, "pronoun"))


def test_a_noun_that_a_state_is_called_by_is_that_state() -> None:
    """ "Thanked Peru, a country that helped Oslo"."""
    doc = document(
        "We/PRON/nsubj/2 thanked/VERB/ROOT/0 Peru/PROPN/obj/2 ,/PUNCT/punct/6 a/DET/det/6 country/NOUN/appos/3 "
        "that/PRON/nsubj/8 helped/VERB/acl:relcl/6 Oslo/PROPN/obj/8",
        ("Peru", "LOC"), ("Oslo", "LOC"),
    )  # fmt: skip
    at = doc.text.index("Peru")
    doc._.clusters = (Cluster("e1", "LOC", "Peru", (), None, (Mention(at, at + 4, "named", 2),)),)
    doc._.actors = (Actor("e1", "country", country="PER", sector="GOV"),)
    [event] = code(doc, {"helped": "AID"}, [("helped", "actor", "country"), ("helped", "recipient", "Oslo")])
    assert [(party.name, party.country) for party in event.actors] == [("Peru", "PER")]


def test_ministers_of_both_countries_are_of_those_told_before() -> None:
    """One party of each."""
    doc = document(
        "Peru/PROPN/nsubj/4 and/CCONJ/cc/3 Chile/PROPN/conj/1 spoke/VERB/ROOT/0\n"
        "Ministers/NOUN/nsubj/5 of/ADP/case/4 both/DET/det/4 countries/NOUN/nmod/1 met/VERB/ROOT/0",
        ("Peru", "LOC"), ("Chile", "LOC"),
    )  # fmt: skip
    for token in doc:
        token.tag_ = {"Ministers": "NNS", "countries": "NNS"}.get(token.text, token.tag_)
        token.lemma_ = {"Ministers": "minister", "countries": "country"}.get(token.text, token.lemma_)
    [event] = code(doc, {"met": "CONSULT"}, [("met", "actor", "Ministers")])
    assert [party.country for party in event.actors] == ["PER", "CHL"]
