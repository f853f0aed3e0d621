"""Where a text is cut into words."""

import pytest
import spacy

from service.enrich.tokenizer import adapt_tokenizer


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U.S.-led", ["U.S.", "-", "led"]),
        ("a U.N.\u2013Iran deal", ["a", "U.N.", "\u2013", "Iran", "deal"]),
        ("US-led", ["US", "-", "led"]),
        ("J.-P. Marat", ["J.-P.", "Marat"]),
        ("Guelph, Ont., has", ["Guelph", ",", "Ont.", ",", "has"]),
    ],
)
def test_countries_and_divisions_are_words_of_their_own(text: str, words: list[str]) -> None:
    """However they are abbreviated."""
    nlp = spacy.blank("en")
    adapt_tokenizer(nlp)
    assert [token.text for token in nlp(text)] == words


def test_a_rank_keeps_its_full_stop() -> None:
    """Else a sentence would end before the name of who bears it."""
    nlp = spacy.blank("en")
    adapt_tokenizer(nlp)
    assert [token.text for token in nlp("killed Sgt. Weber.")] == ["killed", "Sgt.", "Weber", "."]


@pytest.mark.parametrize("mark", ["!", "_", "=", "\U0001f600", "\"'"])
def test_a_line_that_somebody_drew_is_one_word(mark: str) -> None:
    """Taken off one by one, so many marks would take hours."""
    nlp = spacy.blank("en")
    adapt_tokenizer(nlp)
    drawn = mark * 200_000
    assert [token.text for token in nlp(f"Wait!!! {drawn} It rained.")] == [
        "Wait",
        "!",
        "!",
        "!",
        drawn,
        "It",
        "rained",
        ".",
    ]
