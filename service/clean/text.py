"""Text bodies as lines; a line that is too long for a paragraph, as sentences."""

import re
from collections.abc import Iterator

from service.clean.page import Page, Span
from service.clean.warnings import CleaningWarning

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_SPLIT_OTHERWISE = "\r\x1c\x1d\x1e"
"""What ``splitlines`` reads otherwise: a break of two characters, and breaks that are none here."""
# The look behind keeps it linear in a text of nothing but end marks.
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+(?=\s)\s*+")

MAX_PARAGRAPH_CHARACTERS = 2000
"""Characters: a longer line has lost its line breaks, and what does not belong stands between sentences."""
MIN_SENTENCE_CHARACTERS = 25  # characters: shorter pieces are abbreviations, "U.S." and the like


def read_text(body: str) -> Page:
    """The lines of a text."""
    spans = _line_spans(body)
    if all(end - start <= MAX_PARAGRAPH_CHARACTERS for start, end in spans):
        return Page("text", "lines", body, tuple(spans))
    lines: list[Span] = []
    for span in spans:
        lines += split_sentences(body, *span) if span[1] - span[0] > MAX_PARAGRAPH_CHARACTERS else [span]
    return Page("text", "sentences", body, tuple(lines), warnings=(CleaningWarning.LINE_BREAKS_LOST,))


def _line_spans(body: str) -> list[Span]:
    """The lines that are not blank."""
    if any(map(body.__contains__, _SPLIT_OTHERWISE)):
        return [match.span() for match in _LINE.finditer(body) if not match[0].isspace()]
    found: list[Span] = []
    start = 0
    for line in body.splitlines():  # the same, and faster
        end = start + len(line)
        if line and not line.isspace():
            found.append((start, end))
        start = end + 1
    return found


def split_sentences(raw: str, start: int, end: int) -> list[Span]:
    """Roughly the sentences of ``raw[start:end]``, without the spaces between them."""
    found: list[Span] = []
    begin = start
    for match in _SENTENCE_END.finditer(raw, start, end):
        if match.end() - begin >= MIN_SENTENCE_CHARACTERS:
            found += _pieces(raw, begin, match.end())
            begin = match.end()
    return [*found, *_pieces(raw, begin, end)]


def _pieces(raw: str, start: int, end: int) -> Iterator[Span]:
    """A sentence, or what has no end mark cut at spaces, or where it must be."""
    while end - start > MAX_PARAGRAPH_CHARACTERS:
        cut = raw.rfind(" ", start + MAX_PARAGRAPH_CHARACTERS // 2, start + MAX_PARAGRAPH_CHARACTERS)
        cut = start + MAX_PARAGRAPH_CHARACTERS if cut < 0 else cut
        yield from _visible(raw, start, cut)
        start = cut
    yield from _visible(raw, start, end)


def _visible(raw: str, start: int, end: int) -> Iterator[Span]:
    piece = raw[start:end]
    if stripped := piece.strip():
        start += len(piece) - len(piece.lstrip())
        yield start, start + len(stripped)
