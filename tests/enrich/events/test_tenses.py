"""The tense of an event's clause."""

import pytest

from service.enrich.events.circumstances.tenses import is_past, tense_of
from service.enrich.tree import Tree
from tests.enrich.trees import document


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Police/NOUN/nsubj/2 arrested/VERB/ROOT/0 miners/NOUN/obj/2", "arrested", "past"),
        ("Miners/NOUN/nsubj:pass/4 has/AUX/aux/4 been/AUX/aux:pass/4 arrested/VERB/ROOT/0", "arrested", "present"),
        ("Miners/NOUN/nsubj/3 will/AUX/aux/3 march/VERB/ROOT/0", "march", "future"),
        ("Miners/NOUN/nsubj/3 is/AUX/aux/3 marching/VERB/ROOT/0", "marching", "present"),
        ("Miners/NOUN/nsubj/2 marched/VERB/ROOT/0 accusing/VERB/advcl/2 Lima/PROPN/obj/3", "accusing", "past"),
        ("Miners/NOUN/nsubj/2 marches/VERB/ROOT/0 accusing/VERB/advcl/2 Lima/PROPN/obj/3", "accusing", "present"),
    ],
)
def test_a_verb_has_the_tense_of_its_clause(text: str, verb: str, expected: str) -> None:
    """By its first auxiliary with a tense; an "-ing" form without one by the clause above it."""
    tree = Tree.of(document(text))
    assert tense_of(tree, tree.texts.index(verb)) == expected


def test_a_word_in_ed_is_past_whatever_the_tagger_says() -> None:
    """No third person of the present ends so."""
    doc = document("Lima/PROPN/nsubj/2 condemned/VERB/ROOT/0 raids/NOUN/obj/2")
    doc[1].tag_ = "VBZ"
    tree = Tree.of(doc)
    assert is_past(tree, 1)
    assert tense_of(tree, 1) == "past"


def test_what_would_be_done_is_not_past() -> None:
    """ "He said it would act, arresting miners" tells no arrest of the past."""
    doc = document(
        "He/PRON/nsubj/2 said/VERB/ROOT/0 it/PRON/nsubj/5 would/AUX/aux/5 act/VERB/ccomp/2 arresting/VERB/advcl/5"
    )
    doc[3].tag_, doc[4].tag_ = "MD", "VB"
    assert tense_of(Tree.of(doc), 5) == "present"
