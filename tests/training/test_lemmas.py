"""Lemma rules: made of a word and its lemma, they give that lemma again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.enrich.encoder.lemmas import apply_rule
from training.lemmas import lemma_table, rule
from training.treebanks import Tree

WORDS = st.text(st.characters(codec="ascii", categories=("Lu", "Ll", "Nd")), min_size=1, max_size=12)


@given(WORDS, WORDS)
def test_rule_of_a_pair_makes_its_lemma(word: str, lemma: str) -> None:
    """Whatever the two words are."""
    assert apply_rule(word, rule(word, lemma)) == lemma


@pytest.mark.parametrize(("word", "lemma"), [("the", "the"), ("The", "the"), ("THE", "the")])
def test_rule_of_a_lower_case_lemma_knows_no_case(word: str, lemma: str) -> None:
    """One class serves a word at the start of a sentence, in a headline and elsewhere."""
    assert rule(word, lemma) == "L0+"


def test_table_holds_what_the_treebank_leaves_no_doubt_of() -> None:
    """A word with two lemmas for one tag stays with the rules; names are none of the table's business."""
    trees = [
        _tree("saw", "see", "VBD"),
        _tree("Found", "find", "VBD"),
        _tree("found", "found", "VB"),
        _tree("Uganda", "Uganda", "NNP"),
    ]
    trees += [_tree("lay", "lie", "VBD"), _tree("lay", "lay", "VBD")]
    assert lemma_table(trees) == {"VBD": {"saw": "see", "found": "find"}, "VB": {"found": "found"}}


def _tree(word: str, lemma: str, xpos: str) -> Tree:
    return Tree([word], [lemma], ["X"], [xpos], [""], [0], ["root"], [True])
