"""Text bodies as lines; a line that is too long for a paragraph, as sentences."""

import re

from service.clean.page import Page, Span
from service.clean.warnings import Warning

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s)\s*")

LONGEST_PARAGRAPH = 2000
"""Characters: a longer line has lost its line breaks, and what does not belong stands between sentences."""
SHORTEST_SENTENCE = 25  # characters: shorter pieces are abbreviations, "U.S." and the like


def read_text(body: str) -> Page:
    """The lines of a text."""
    spans = [match.span() for match in _LINE.finditer(body) if not match[0].isspace()]
    if all(end - start <= LONGEST_PARAGRAPH for start, end in spans):
        return Page("text", "lines", body, tuple(spans))
    lines: list[Span] = []
    for span in spans:
        lines += split_sentences(body, *span) if span[1] - span[0] > LONGEST_PARAGRAPH else [span]
    return Page("text", "sentences", body, tuple(lines), warnings=(Warning.LINE_BREAKS_LOST,))


def split_sentences(raw: str, start: int, end: int) -> list[Span]:
    """Roughly the sentences of ``raw[start:end]``, without a gap; a piece without an end mark is cut where it must be."""
    found: list[Span] = []
    begin = start
    for match in _SENTENCE_END.finditer(raw, start, end):
        if match.end() - begin >= SHORTEST_SENTENCE:
            found += _pieces(begin, match.end())
            begin = match.end()
    return found + _pieces(begin, end)


def _pieces(start: int, end: int) -> list[Span]:
    return [(at, min(at + LONGEST_PARAGRAPH, end)) for at in range(start, end, LONGEST_PARAGRAPH)]
