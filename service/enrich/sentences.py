"""Sentences: spans of the text, none across two paragraphs."""

from spacy.language import Language
from spacy.tokens import Doc

from service.clean.offset_map import PARAGRAPH_BREAK


@Language.component("newswire_paragraphs", assigns=["token.is_sent_start"])
def start_sentences_at_paragraphs(doc: Doc) -> Doc:
    """Let a sentence begin where a paragraph does; a headline has no full stop."""
    for token in doc[:-1]:
        if token.is_space and PARAGRAPH_BREAK in token.text:
            doc[token.i + 1].is_sent_start = True
    return doc


def sentence_spans(doc: Doc) -> list[list[int]]:
    """[start, end] of each sentence in code points, end exclusive, white space trimmed."""
    spans = []
    for sentence in doc.sents:
        text = sentence.text
        start = sentence.start_char + len(text) - len(text.lstrip())
        end = sentence.start_char + len(text.rstrip())
        if start < end:
            spans.append([start, end])
    return spans
