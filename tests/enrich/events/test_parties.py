"""How many parties a phrase tells, and what they are called."""

from tests.enrich.events.labelled import code, texts
from tests.enrich.trees import document


def test_nations_joined_in_one_phrase_are_parties_of_their_own() -> None:
    """Dyads are counted by country."""
    doc = document(
        "Hungarian/ADJ/amod/4 and/CCONJ/cc/3 Romanian/ADJ/conj/1 officials/NOUN/nsubj/5 met/VERB/ROOT/0",
        ("Hungarian", "NORP"), ("Romanian", "NORP"),
    )  # fmt: skip
    [event] = code(doc, {"met": "CONSULT"}, [("met", "actor", "officials")])
    assert [actor.country for actor in event.actors] == ["HUN", "ROU"]


def test_nations_joined_behind_a_count_are_parties_of_their_own() -> None:
    """Whatever counts them: "hundreds of Hungarian and Romanian miners"."""
    doc = document(
        "Police/NOUN/nsubj/2 arrested/VERB/ROOT/0 hundreds/NOUN/obj/2 of/ADP/case/8 Hungarian/ADJ/amod/8 "
        "and/CCONJ/cc/7 Romanian/ADJ/conj/5 miners/NOUN/nmod/3",
        ("Hungarian", "NORP"), ("Romanian", "NORP"),
    )  # fmt: skip
    [event] = code(doc, {"arrested": "COERCE"}, [("arrested", "recipient", "hundreds")])
    assert [party.country for party in event.recipients] == ["HUN", "ROU"]


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


def test_only_words_that_stand_for_a_noun_are_pronouns() -> None:
    """Whatever the tagger says of the first word of a sentence."""
    found = []
    for word in ("Police", "They"):
        doc = document(f"{word}/PRON/nsubj/2 arrested/VERB/ROOT/0 Ruiz/PROPN/obj/2", ("Ruiz", "PERSON"))
        [event] = code(doc, {"arrested": "COERCE"}, [("arrested", "actor", word), ("arrested", "recipient", "Ruiz")])
        found += [actor.mention_type for actor in event.actors]
    assert found == ["nominal", "pronoun"]


def test_a_name_that_runs_on_into_the_next_sentence_is_a_party() -> None:
    """Where a sentence was ended too early; what the heads say of it is read where the sentence ends."""
    doc = document(
        "Ruiz/PROPN/nsubj/2 praised/VERB/ROOT/0 San/PROPN/obj/2\nMarino/PROPN/nsubj/2 slept/VERB/ROOT/0",
        ("Ruiz", "PERSON"), ("San Marino", "LOC"),
    )  # fmt: skip
    [event] = code(doc, {"praised": "SUPPORT"}, [("praised", "actor", "Ruiz"), ("praised", "recipient", "San")])
    assert texts(doc, event)[1] == ["San Marino"]


def test_who_is_no_pronoun_where_it_is_a_name() -> None:
    """The World Health Organization writes itself like one."""
    doc = document("WHO/PRON/nsubj/2 praised/VERB/ROOT/0 Oslo/PROPN/obj/2", ("WHO", "ORG"), ("Oslo", "LOC"))
    [event] = code(doc, {"praised": "SUPPORT"}, [("praised", "actor", "WHO"), ("praised", "recipient", "Oslo")])
    assert texts(doc, event)[0] == ["WHO"]
