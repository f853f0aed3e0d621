"""Where sentences begin, whatever a parser thinks."""

import pytest
import spacy

import service.enrich.sentences

NLP = spacy.blank("en")
NLP.add_pipe("newswire_paragraphs")


def sure_starts(text: str) -> list[str]:
    """The words that begin a sentence for sure, the first one left out."""
    doc = NLP(text)
    return [token.text for token in doc[1:] if token.is_sent_start]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A headline\n\nThe text.", ["The"]),
        ("Ana Ruiz\nJon Holm\nthe mayor", ["Jon", "the"]),
        ("The road to the harbour, which the storm had\nclosed on Monday, was open again", []),
        ("It rained. Roads closed.", ["Roads"]),
        ('"It rained." Roads closed.', ["Roads"]),
        ('It rained. "Roads closed," he said.', ['"']),
        ("“It rained.” “Roads closed.”", ["“"]),
        ('"It rained," he said.', []),
        ("Gen. Holm met Dr. Reuss in the U.S. Senate.", []),
        ("J. Holm met No. 7 of St. Mark.", []),
        ("It cost 3.5 million. in all", []),
    ],
)
def test_a_sentence_surely_starts_behind_a_paragraph_or_full_stop(text: str, expected: list[str]) -> None:
    """Paragraphs, lines of lists, and full stops before a capital or quotation mark; abbreviations end nothing."""
    assert sure_starts(text) == expected


def test_no_white_space_stands_at_the_ends_of_a_sentence() -> None:
    """The white space between paragraphs belongs to no sentence."""
    doc = NLP("A headline\n\nThe text.")
    assert service.enrich.sentences.sentence_spans(doc) == [(0, 10), (12, 21)]
