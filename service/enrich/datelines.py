"""Datelines in a document: where the story behind one begins, and what the names in one are.

A dateline tells where and by whom a story was written; neither of them does anything in it.
"""

import numpy as np
from spacy.attrs import IDX
from spacy.language import Language
from spacy.tokens import Doc, Span

from service.clean.offset_map import PARAGRAPH_BREAK
from service.enrich.context import ArticleContext, Dateline
from service.enrich.labels import entity_type

_MARKS = frozenset((":", "-", "--", "---", "–", "—", "―", ")", "."))
"""Tokens between a dateline and its story."""


def lead_paragraph(text: str, context: ArticleContext) -> tuple[int, int]:
    """(start, end) of the story's first paragraph, below the headline and a dateline that is a paragraph by itself."""
    start = context.title[1] if context.title else 0
    if context.dateline is not None:
        line = context.dateline
        start = line.end if text.startswith(PARAGRAPH_BREAK, line.end) else line.start
    while text.startswith("\n", start):
        start += 1
    end = text.find(PARAGRAPH_BREAK, start)
    return start, len(text) if end < 0 else end


def story_start(doc: Doc) -> int | None:
    """The token that follows the dateline and the mark behind it; None where no story follows it in its paragraph."""
    line = _dateline(doc)
    if line is None:
        return None
    start = _token_at(doc, line.end)
    if start < len(doc) and doc[start].is_space:
        return None
    while start < len(doc) and doc[start].text in _MARKS:
        start += 1
    return start if 0 < start < len(doc) else None


@Language.component("newswire_datelines", requires=["doc.ents"], assigns=["doc.ents"])
def settle_names_in_datelines(doc: Doc) -> Doc:
    """Let no name in the dateline be a person's: in brackets stands an agency, before them a place."""
    line = _dateline(doc)
    if line is None:
        return doc
    inside = doc[_token_at(doc, line.start) : _token_at(doc, line.end)].ents
    persons = [span for span in inside if entity_type(span.label_) == "PERSON"]
    wrong = {span.start: "ORG" if _in_brackets(line, span) else "LOC" for span in persons}
    if wrong:
        doc.ents = [
            Span(doc, span.start, span.end, label=wrong.get(span.start, span.label_), kb_id=span.kb_id)
            for span in doc.ents
        ]
    if line.place is not None and line.place.startswith(_SAINTS):
        town = line.place.partition(",")[0]
        first, end = _token_at(doc, line.start), _token_at(doc, line.start + len(town))
        doc.set_ents([Span(doc, first, end, label="LOC")], default="unmodified")
    return doc


_SAINTS = ("ST. ", "FT. ", "MT. ")
"""What begins the names of towns in capitals, where taggers see the end of a sentence: "ST. LOUIS"."""


def _in_brackets(line: Dateline, name: Span) -> bool:
    return "(" in name.doc.text[line.start : name.start_char]


def _token_at(doc: Doc, offset: int) -> int:
    """The first token that begins at a code point or behind it."""
    return int(np.searchsorted(doc.to_array(IDX), offset))


def _dateline(doc: Doc) -> Dateline | None:
    context: ArticleContext = doc._.context
    return context.dateline
