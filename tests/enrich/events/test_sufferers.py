"""Who suffered violence, though they stand where who did it might."""

import pytest

from service.enrich.events.event import Event
from tests.enrich.events.labelled import code, texts
from tests.enrich.trees import document

IDENTIFIED = (
    "officers/NOUN/{noun} who/PRON/nsubj:pass/4 were/AUX/aux:pass/4 killed/VERB/acl:relcl/{above} were/AUX/cop/6 "
    "Ruiz/PROPN/ROOT/0 and/CCONJ/cc/8 Ortiz/PROPN/conj/6"
)
DEATH = "Ruiz/PROPN/nmod:poss/3 's/PART/case/1 shooting/NOUN/compound/4 {noun}/NOUN/ROOT/0"
PERSONS = ("Ruiz", "PERSON"), ("Ortiz", "PERSON")


@pytest.mark.parametrize("above", [1, 6])
def test_those_who_were_killed_killed_nobody(above: int) -> None:
    """Whether the tree hangs the clause on the noun before it or on the names behind."""
    doc = document(IDENTIFIED.format(noun="nsubj/6", above=above), *PERSONS)
    roles = [("killed", "recipient", "officers"), ("killed", "actor", "Ruiz"), ("killed", "actor", "Ortiz")]
    [event] = code(doc, {"killed": "ASSAULT"}, roles)
    assert texts(doc, event) == ([], ["officers"])


def test_those_who_killed_are_who_they_are_said_to_be() -> None:
    """In the active the names tell who did it."""
    text = "men/NOUN/nsubj/4 who/PRON/nsubj/3 killed/VERB/acl:relcl/1 are/AUX/cop/5 Ruiz/PROPN/ROOT/0"
    doc = document(text.replace("nsubj/4", "nsubj/5"), *PERSONS)
    [event] = code(doc, {"killed": "ASSAULT"}, [("killed", "actor", "Ruiz")])
    assert texts(doc, event)[0] == ["Ruiz"]


def _told(noun: str) -> Event:
    doc = document(DEATH.format(noun=noun), *PERSONS)
    [event] = code(doc, {"shooting": "ASSAULT"}, [("shooting", "actor", "Ruiz")])
    return event


def test_whose_death_it_was_suffered_it() -> None:
    """ "Ruiz's shooting spree" is what Ruiz did."""
    death, spree = _told("death"), _told("spree")
    assert [party.mention_type for party in death.recipients] == ["name"]
    assert [party.mention_type for party in spree.actors] == ["name"]
    assert not spree.recipients


def test_whose_violent_death_is_investigated_is_not_accused() -> None:
    """Though the heads take them for who is."""
    doc = document("Police/NOUN/nsubj/2 investigate/VERB/ROOT/0 Ruiz/PROPN/nmod:poss/6 's/PART/case/3 "
                   "shooting/NOUN/compound/6 death/NOUN/obj/2", *PERSONS)  # fmt: skip
    roles = [("investigate", "actor", "Police"), ("investigate", "recipient", "Ruiz")]
    [event] = code(doc, {"investigate": "ACCUSE"}, roles)
    assert texts(doc, event) == (["Police"], [])
