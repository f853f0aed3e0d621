"""Sentences: spans of the text, none across two paragraphs."""

from itertools import pairwise

import numpy as np
from spacy.attrs import IS_SPACE, ORTH, SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Token

from service.clean.offset_map import PARAGRAPH_BREAK
from service.enrich.datelines import story_start
from service.enrich.tree import Tree
from service.enrich.words import word_set

QUOTATION_MARKS = frozenset("\"“”„«»'‘’")

SHORT_LINE = 40
"""Characters of a line that nobody wrapped."""

ABBREVIATIONS = word_set(
    """
    adm capt cmdr col cpl det dr gen gov hon insp lt maj mr mrs ms no nos prof pvt rep reps rev sen sens sgt sr st supt
    approx ca cf dept ed est etc fig op vol al mt ft vs
    """
)
"""What a full stop may stand behind without ending a sentence, where the tokenizer parts the two."""


@Language.component("newswire_paragraphs", assigns=["token.is_sent_start"])
def start_sentences_at_paragraphs(doc: Doc) -> Doc:
    """Let sentences begin with paragraphs and lines of lists, behind a dateline, and behind full stops that are sure.

    A headline has no full stop, full stops inside quotation marks are what parsers overlook, and the place of a
    dateline is taken for who acts where it is read as a part of the sentence behind it.
    """
    story = story_start(doc)
    columns = doc.to_array([ORTH, IS_SPACE, SENT_START])
    full_stop, starts = columns[:, 0] == doc.vocab.strings["."], columns[:, 2].copy()
    if story is not None:
        starts[story] = 1
    text = doc.text
    for index in np.flatnonzero((full_stop | (columns[:, 1] != 0))[:-1]).tolist():
        if not full_stop[index]:
            if PARAGRAPH_BREAK in doc[index].text or _ends_short_line(doc[index], text):
                starts[index + 1] = 1
        elif (start := _start_behind(doc, index)) is not None and not starts[start]:  # else somebody knows better
            starts[start] = 1
    # All at once: spaCy walks through the document whenever a token is told that it begins a sentence.
    return doc.from_array(SENT_START, starts)  # type: ignore[arg-type]


def _ends_short_line(space: Token, text: str) -> bool:
    """Whether white space ends a line of a list, not one that was wrapped: those are about as long as they may be."""
    if "\n" not in space.text:
        return False
    end = space.idx
    return end - text.rfind("\n", 0, end) <= SHORT_LINE


def _start_behind(doc: Doc, full_stop: int) -> int | None:
    """The token that begins a sentence behind a full stop; None where that is not sure."""
    before = doc[full_stop - 1].text.lower() if full_stop else ""
    if len(before) < 2 or before in ABBREVIATIONS:
        return None
    start = full_stop + 1
    while start < len(doc) and doc[start].text in QUOTATION_MARKS and not doc[start - 1].whitespace_:
        start += 1
    if start == len(doc) or not doc[start - 1].whitespace_:
        return None
    first = doc[start].text
    return start if first[0].isupper() or first in QUOTATION_MARKS else None


def sentence_spans(doc: Doc) -> list[tuple[int, int]]:
    """(start, end) of each sentence in code points, end exclusive, white space trimmed.

    A dateline belongs to the sentence behind it.
    """
    tree, story = Tree.of(doc), story_start(doc)
    starts = [
        index
        for index, number in enumerate(tree.sentence)
        if not index or (number != tree.sentence[index - 1] and index != story)
    ]
    spans = []
    for first, behind in pairwise([*starts, len(tree.texts)]):
        offset, end = tree.offsets[first], tree.ends[behind - 1]
        told = tree.text[offset:end]
        if not told.isspace():
            spans.append((offset + len(told) - len(told.lstrip()), offset + len(told.rstrip())))
    return spans
