"""Acts that are only asked for."""

import pytest

from service.enrich.events.triggers.asked_for import is_asked_for
from service.enrich.tree import Tree
from tests.enrich.trees import document

CLAUSE = "Council/NOUN/nsubj/2 {}/VERB/ROOT/0 king/NOUN/nsubj/4 suspend/VERB/ccomp/2 her/PRON/obj/4"
NOUN = "Council/NOUN/nsubj/2 {}/VERB/ROOT/0 suspension/NOUN/obj/2"
BEHIND = "Letters/NOUN/ROOT/0 and/CCONJ/cc/3 {}/NOUN/conj/1 for/ADP/case/5 suspension/NOUN/nmod/3"


@pytest.mark.parametrize(("verb", "asked_for"), [("recommend", True), ("say", False)])
def test_what_a_verb_asks_for_is_not_done(verb: str, asked_for: bool) -> None:
    """Told in a clause that names no time, or by a noun."""
    clause = document(CLAUSE.format(verb))
    clause[3].tag_ = "VB"
    assert is_asked_for(Tree.of(clause), 3, "SANCTION") == asked_for
    assert is_asked_for(Tree.of(document(NOUN.format(verb))), 2, "SANCTION") == asked_for


@pytest.mark.parametrize(("noun", "asked_for"), [("request", True), ("reason", False)])
def test_what_is_asked_for_behind_a_noun_is_not_done(noun: str, asked_for: bool) -> None:
    """ "Requests for her suspension", not "reasons for it"."""
    assert is_asked_for(Tree.of(document(BEHIND.format(noun))), 4, "SANCTION") == asked_for


def test_a_clause_that_names_a_time_tells_what_was() -> None:
    """ "Urged that they had left" is somebody's claim."""
    doc = document(CLAUSE.format("urge"))
    doc[3].tag_ = "VBD"
    assert not is_asked_for(Tree.of(doc), 3, "SANCTION")


def test_what_asks_or_promises_itself_is_an_act() -> None:
    """ "Requested an appeal" tells of two who speak."""
    assert not is_asked_for(Tree.of(document(NOUN.format("request"))), 2, "REQUEST")
