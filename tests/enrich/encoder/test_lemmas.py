"""Lemmas by rule and by table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("condemned", "VBD", "condemn"),
        ("accused", "VBN", "accuse"),
        ("ratified", "VBN", "ratify"),
        ("vowing", "VBG", "vow"),
        ("deplored", "VBD", "deplore"),
        ("barred", "VBD", "bar"),
        ("fleeing", "VBG", "flee"),
        ("overthrew", "VBD", "overthrow"),
        ("clashes", "VBZ", "clash"),
        ("envoys", "NNS", "envoy"),
        ("embassies", "NNS", "embassy"),
        ("gunmen", "NNS", "gunman"),
    ],
)
def test_spelling_tells_the_lemma_of_a_regular_form(word: str, tag: str, lemma: str) -> None:
    """Where the table has no word, its ending goes before the encoder's rule."""
    table = LemmaTable({"VBD": {"threw": "throw"}})
    assert table.lemma(word, tag, "L1+y") == lemma


def test_a_known_verb_goes_before_what_spelling_tells() -> None:
    """Also where it ends otherwise than most; and the past of a verb tells its participle."""
    table = LemmaTable({"VB": {"creat": "creat"}, "VBD": {"tolled": "toll"}})
    assert table.lemma("creating", "VBG", "=") == "creat"
    assert table.lemma("tolled", "VBN", "L3+") == "toll"


def test_a_past_that_is_tagged_as_a_present_is_read_as_a_past_where_its_verb_is_known() -> None:
    """Not "embed"."""
    table = LemmaTable({"VB": {"condemn": "condemn"}})
    assert table.lemma("condemned", "VBZ", "L2+e") == "condemn"
    assert table.lemma("embed", "VB", "L0+") == "embed"


def test_names_in_the_plural_keep_their_capital() -> None:
    """As the encoder's rule says."""
    assert LemmaTable({}).lemma("Arabists", "NNS", "K1+") == "Arabist"
    assert LemmaTable({}).lemma("Rebels", "NNS", "L1+") == "rebel"


@given(st.text(max_size=12), st.sampled_from(["VBD", "VBN", "VBG", "VBZ", "NNS"]))
def test_any_text_has_a_lemma(word: str, tag: str) -> None:
    """No word is too short or too odd."""
    assert LemmaTable({}).lemma(word, tag, "L3+") or not word
