"""Who a party is called that its own words do not name."""

import pytest

from service.enrich.actors.description import Actor
from service.enrich.aliases.clusters import Cluster, Mention
from service.enrich.events.grammar.phrases import Phrase
from service.enrich.events.parties.mentions import Mentions
from service.enrich.events.parties.resolve import Parties
from service.enrich.quotes.quotations import Quotation, Speaker
from service.enrich.tree import Tree
from tests.enrich.events.labelled import code, texts
from tests.enrich.trees import document


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("envoy/NOUN/nsubj/4 ,/PUNCT/punct/3 Ruiz/PROPN/appos/1 praised/VERB/ROOT/0 Oslo/PROPN/obj/4", "envoy"),
        (
            "Minister/NOUN/nmod:desc/4 for/ADP/case/3 Trade/NOUN/nmod/1 Ruiz/PROPN/nsubj/5 praised/VERB/ROOT/0 "
            "Oslo/PROPN/obj/5",
            "Minister",
        ),
    ],
)
def test_a_description_is_called_by_the_name_beside_it(text: str, actor: str) -> None:
    """Behind a comma, or right behind its complement."""
    doc = document(text, ("Ruiz", "PERSON"), ("Oslo", "LOC"))
    at = doc.text.index("Ruiz")
    head = [token.text for token in doc].index("Ruiz")
    doc._.clusters = (Cluster("e1", "PERSON", "Ruiz", (), None, (Mention(at, at + 4, "named", head),)),)
    [event] = code(doc, {"praised": "SUPPORT"}, [("praised", "actor", actor), ("praised", "recipient", "Oslo")])
    assert [(party.name, party.mention_type) for party in event.actors] == [("Ruiz", "nominal")]


def test_a_noun_for_several_is_not_called_by_one_name() -> None:
    """One of the envoys is none of the others."""
    doc = document(
        "envoys/NOUN/nsubj/4 ,/PUNCT/punct/3 Ruiz/PROPN/appos/1 praised/VERB/ROOT/0 Oslo/PROPN/obj/4",
        ("Ruiz", "PERSON"), ("Oslo", "LOC"),
    )  # fmt: skip
    doc._.clusters = (Cluster("e1", "PERSON", "Ruiz", (), None, (Mention(9, 13, "named", 2),)),)
    [event] = code(doc, {"praised": "SUPPORT"}, [("praised", "actor", "envoys"), ("praised", "recipient", "Oslo")])
    assert event.actors[0].name is None


def test_a_description_is_not_called_by_where_somebody_is_of() -> None:
    """ "The teacher, of Ruiz Way," is not Ruiz, whatever the parse and the label of the name."""
    doc = document(
        "teacher/NOUN/nsubj/5 ,/PUNCT/punct/4 of/ADP/case/4 Ruiz/PROPN/appos/1 praised/VERB/ROOT/0 Oslo/PROPN/obj/5",
        ("Ruiz", "PERSON"), ("Oslo", "LOC"),
    )  # fmt: skip
    at = doc.text.index("Ruiz")
    doc._.clusters = (Cluster("e1", "PERSON", "Ruiz", (), None, (Mention(at, at + 4, "named", 3),)),)
    [event] = code(doc, {"praised": "SUPPORT"}, [("praised", "actor", "teacher"), ("praised", "recipient", "Oslo")])
    assert event.actors[0].name is None


def test_a_pronoun_is_called_by_what_it_takes_up() -> None:
    """Where no cluster tells whom it means."""
    doc = document(
        "The/DET/det/3 harbour/NOUN/compound/3 ministry/NOUN/nsubj/4 spoke/VERB/ROOT/0\n"
        "It/PRON/nsubj/2 praised/VERB/ROOT/0 Oslo/PROPN/obj/2",
        ("Oslo", "LOC"),
    )
    [event] = code(doc, {"praised": "SUPPORT"}, [("praised", "actor", "It"), ("praised", "recipient", "Oslo")])
    assert event.actors[0].name == "The harbour ministry"


NAMES = (("Peru", "LOC"), ("Chile", "LOC"), ("Oslo", "LOC"))
JOINED = "Peru/PROPN/nsubj/4 and/CCONJ/cc/3 Chile/PROPN/conj/1 spoke/VERB/ROOT/0"


def test_they_are_a_party_each_where_two_are_told_together() -> None:
    """Told in another sentence, they stand where the pronoun does."""
    doc = document(JOINED + "\nThey/PRON/nsubj/2 praised/VERB/ROOT/0 Oslo/PROPN/obj/2", *NAMES)
    [event] = code(doc, {"praised": "SUPPORT"}, [("praised", "actor", "They"), ("praised", "recipient", "Oslo")])
    assert [party.country for party in event.actors] == ["PER", "CHL"]
    assert texts(doc, event)[0] == ["They", "They"]


def test_they_of_the_same_sentence_are_told_by_their_own_words() -> None:
    """ "Peru and Chile said that they praised Oslo"."""
    doc = document(JOINED + " that/SCONJ/mark/7 they/PRON/nsubj/7 praised/VERB/ccomp/4 Oslo/PROPN/obj/7", *NAMES)
    [event] = code(doc, {"praised": "SUPPORT"}, [("praised", "actor", "they"), ("praised", "recipient", "Oslo")])
    assert texts(doc, event)[0] == ["Peru", "Chile"]


def test_they_are_people_told_in_the_plural_rather_than_a_body() -> None:
    """ "Miners told the bank that they ...", though the clusters take them for the bank."""
    doc = document(
        "Miners/NOUN/nsubj/2 told/VERB/ROOT/0 Orlo/PROPN/iobj/2 that/SCONJ/mark/6 they/PRON/nsubj/6 "
        "praised/VERB/ccomp/2 Oslo/PROPN/obj/6",
        ("Orlo", "ORG"), ("Oslo", "LOC"),
    )  # fmt: skip
    bank = (Mention(12, 16, "named", 2), Mention(22, 26, "pronoun", 4))
    doc._.clusters = (Cluster("e1", "ORG", "Orlo", (), None, bank),)
    doc._.actors = (Actor("e1", "organization"),)
    [event] = code(doc, {"praised": "SUPPORT"}, [("praised", "actor", "they"), ("praised", "recipient", "Oslo")])
    assert [(party.name, party.entity_id) for party in event.actors] == [("Miners", None)]


@pytest.mark.parametrize(("tag", "told"), [("NN", ["Peru", "Chile"]), ("NNS", ["they"])])
def test_they_are_both_though_the_clusters_tell_one_of_them(tag: str, told: list[str]) -> None:
    """ "The government and the rebels said they ...": not the government alone; the rebels alone may be."""
    doc = document(JOINED + " that/SCONJ/mark/7 they/PRON/nsubj/7 praised/VERB/ccomp/4 Oslo/PROPN/obj/7", *NAMES)
    doc[0].tag_ = tag
    peru = (Mention(0, 4, "nominal", 0), Mention(26, 30, "pronoun", 5))
    doc._.clusters = (Cluster("e1", "GROUP", "Peru", (), None, peru),)
    [event] = code(doc, {"praised": "SUPPORT"}, [("praised", "actor", "they"), ("praised", "recipient", "Oslo")])
    assert texts(doc, event)[0] == told


@pytest.mark.parametrize(("pronoun", "told"), [("he", None), ("I", "e1")])
def test_a_speaker_is_not_he_in_his_own_words(pronoun: str, told: str | None) -> None:
    """Whatever the clusters say: speakers call themselves "I"."""
    doc = document(
        f'“/PUNCT/punct/3 {pronoun}/PRON/nsubj/3 attacked/VERB/ccomp/7 Oslo/PROPN/obj/3 ”/PUNCT/punct/3 '
        "Ruiz/PROPN/nsubj/7 said/VERB/ROOT/0",
        ("Ruiz", "PERSON"), ("Oslo", "LOC"),
    )  # fmt: skip
    end = doc.text.index("”") + 1
    at = doc.text.index("Ruiz")
    mentions = (Mention(1, 1 + len(pronoun), "pronoun", 1), Mention(at, at + 4, "named", 5))
    doc._.clusters = (Cluster("e1", "PERSON", "Ruiz", (), "m", mentions),)
    doc._.actors = (Actor("e1", "person"),)
    doc._.quotes = (
        Quotation("q1", "direct", ((0, end),), None, "say", (at, at + 4), Speaker("e1", "Ruiz"), 0.9, "trailing"),
    )
    [event] = code(doc, {"attacked": "ASSAULT"}, [("attacked", "actor", pronoun), ("attacked", "recipient", "Oslo")])
    assert [party.entity_id for party in event.actors] == [told]


@pytest.mark.timeout(20)
def test_who_speaks_in_every_sentence_takes_no_longer_for_each() -> None:
    """A pronoun is not looked for in each of all that its speaker said: of 40,000 that took minutes."""
    count = 40_000
    doc = document("he/PRON/nsubj/2 spoke/VERB/ROOT/0")
    doc._.clusters = (Cluster("e1", "PERSON", "Ruiz", (), "m", (Mention(0, 2, "pronoun", 0),) * count),)
    said = Quotation("q1", "direct", ((10, 20),), None, "say", None, Speaker("e1", "Ruiz"), 0.9, "trailing")
    doc._.quotes = tuple(said._replace(content=((10 + 9 * n, 18 + 9 * n),)) for n in range(count))
    assert not Mentions(doc, Tree.of(doc)).others


@pytest.mark.timeout(20)
def test_the_names_of_a_text_are_not_read_anew_for_each_party() -> None:
    """Of 10,000 names and 10,000 times "they" that took minutes."""
    doc = document(
        "Peru/PROPN/nsubj/2 spoke/VERB/ROOT/0\n" * 10_000 + "they/PRON/nsubj/2 spoke/VERB/ROOT/0", ("Peru", "LOC")
    )
    they = len(doc) - 2
    mentions = (Mention(0, 4, "nominal", 0), Mention(doc[they].idx, len(doc.text), "pronoun", they))
    doc._.clusters = (Cluster("e1", "GROUP", "Peru", (), None, mentions),)
    parties = Parties(doc, Tree.of(doc))
    assert len(parties.side([(Phrase(they, they, they, they + 1), 0.9)] * 10_000)) == 10_000


def test_they_are_of_each_nation_that_their_group_joins() -> None:
    """ "The ministers of Peru and Chile spoke. They ..."."""
    doc = document(
        "ministers/NOUN/nsubj/6 of/ADP/case/3 Peru/PROPN/nmod/1 and/CCONJ/cc/5 Chile/PROPN/conj/3 spoke/VERB/ROOT/0\n"
        "They/PRON/nsubj/2 praised/VERB/ROOT/0 Oslo/PROPN/obj/2",
        *NAMES,
    )
    at = doc.text.index("They")
    group = (Mention(0, 27, "nominal", 0), Mention(at, at + 4, "pronoun", 6))
    doc._.clusters = (Cluster("e1", "GROUP", "ministers of Peru and Chile", (), None, group),)
    doc._.actors = (Actor("e1", "group"),)
    [event] = code(doc, {"praised": "SUPPORT"}, [("praised", "actor", "They"), ("praised", "recipient", "Oslo")])
    assert [party.country for party in event.actors] == ["PER", "CHL"]


def test_a_noun_takes_up_each_nation_of_the_same_noun() -> None:
    """ "The miners" behind "Peruvian and Chilean miners"."""
    doc = document(
        "Peruvian/ADJ/amod/4 and/CCONJ/cc/3 Chilean/ADJ/conj/1 miners/NOUN/nsubj/5 spoke/VERB/ROOT/0\n"
        "The/DET/det/2 miners/NOUN/nsubj/3 praised/VERB/ROOT/0 Oslo/PROPN/obj/3",
        ("Peruvian", "NORP"), ("Chilean", "NORP"), ("Oslo", "LOC"),
    )  # fmt: skip
    [event] = code(doc, {"praised": "SUPPORT"}, [("praised", "actor", "miners"), ("praised", "recipient", "Oslo")])
    assert [party.country for party in event.actors] == ["PER", "CHL"]


def test_an_office_before_a_name_is_the_bearer_of_the_name() -> None:
    """Also where the tree takes its noun for whom something is done to: "met Member of the Water Council Ruiz"."""
    doc = document(
        "Oslo/PROPN/nsubj/2 praised/VERB/ROOT/0 Member/PROPN/obj/2 of/ADP/case/6 Water/PROPN/compound/6 "
        "Council/PROPN/nmod/3 Ruiz/PROPN/flat/6",
        ("Oslo", "LOC"), ("Water Council", "ORG"), ("Ruiz", "PERSON"),
    )  # fmt: skip
    at, office = doc.text.index("Ruiz"), doc.text.index("Member")
    doc._.clusters = (Cluster("e1", "PERSON", "Ruiz", (), None, (Mention(at, at + 4, "named", 6),)),)
    doc._.actors = (
        Actor("e1", "person", role="Member of Water Council", country="PER", sector="GOV", role_span=(office, at - 1)),
    )
    [event] = code(doc, {"praised": "SUPPORT"}, [("praised", "recipient", "Member"), ("praised", "actor", "Oslo")])
    [ruiz] = event.recipients
    assert (ruiz.name, ruiz.country, ruiz.mention_type) == ("Ruiz", "PER", "name")
    assert texts(doc, event)[1] == ["Member of Water Council Ruiz"]
