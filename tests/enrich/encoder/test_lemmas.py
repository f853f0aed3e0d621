"""Lemmas by rule and by table."""

import pytest

from service.enrich.encoder.lemmas import LemmaTable, apply_rule


@pytest.mark.parametrize(
    ("word", "rule", "lemma"),
    [
        ("Paris", "=", "Paris"),
        ("The", "L0+", "the"),
        ("Countries", "L3+y", "country"),
        ("Germans", "K1+", "German"),
        ("a", "L5+", "a"),
    ],
)
def test_a_rule_lowers_cuts_and_adds(word: str, rule: str, lemma: str) -> None:
    """A rule that would leave nothing leaves the word."""
    assert apply_rule(word, rule) == lemma


def test_the_table_goes_before_the_rule() -> None:
    """By tag: ``left`` the verb is not ``left`` the adjective."""
    table = LemmaTable({"VBD": {"left": "leave"}})
    assert table.lemma("Left", "VBD", "=") == "leave"
    assert table.lemma("Left", "JJ", "L0+") == "left"


def test_common_words_have_several_tags() -> None:
    """A word of one tag is one of very many."""
    table = LemmaTable({"VBD": {"left": "leave", "saw": "see"}, "JJ": {"left": "left"}})
    assert table.common_words() == {"left"}
