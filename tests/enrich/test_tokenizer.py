"""Where a text is cut into words."""

import pytest
import spacy

from service.enrich.tokenizer import cut_behind_initials


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U.S.-led", ["U.S.", "-", "led"]),
        ("a U.N.\u2013Iran deal", ["a", "U.N.", "\u2013", "Iran", "deal"]),
        ("US-led", ["US", "-", "led"]),
        ("J.-P. Marat", ["J.-P.", "Marat"]),
    ],
)
def test_a_hyphen_behind_initials_is_a_word(text: str, words: list[str]) -> None:
    """So that a country written as initials is seen as one written without full stops is."""
    nlp = spacy.blank("en")
    cut_behind_initials(nlp)
    assert [token.text for token in nlp(text)] == words
