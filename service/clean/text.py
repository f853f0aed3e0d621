"""Text bodies as lines; a text whose line breaks are lost, as sentences."""

import re

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_SENTENCE = re.compile(r"[^.!?…]*(?:[.!?…]+[\"'”’)\]]*(?=\s|$)\s*|[.!?…]+|$)", re.DOTALL)

LOST_BREAKS_CHARACTERS = 1200
"""A line longer than this, and holding most of a text, is no paragraph of a news article."""
LOST_BREAKS_SHARE = 0.6
SHORTEST_SENTENCE = 25  # characters: shorter pieces are abbreviations, "U.S." and the like
LONGEST_SENTENCE = 2000


def split_lines(raw: str) -> list[tuple[int, int]]:
    """(start, end) of every line that has a visible character, end exclusive."""
    spans = [match.span() for match in _LINE.finditer(raw) if not match[0].isspace()]
    longest = max((end - start for start, end in spans), default=0)
    if longest < LOST_BREAKS_CHARACTERS or longest < LOST_BREAKS_SHARE * sum(end - start for start, end in spans):
        return spans
    return [sentence for span in spans for sentence in split_sentences(raw, *span)]


def split_sentences(raw: str, start: int, end: int) -> list[tuple[int, int]]:
    """Roughly the sentences of ``raw[start:end]``, without a gap."""
    found: list[tuple[int, int]] = []
    begin = start
    for match in _SENTENCE.finditer(raw, start, end):
        here = min(match.end(), end)
        if here - begin >= SHORTEST_SENTENCE or here >= end:
            # A run without an end mark, a table or noise, is cut where it must be.
            found += [(at, min(at + LONGEST_SENTENCE, here)) for at in range(begin, here, LONGEST_SENTENCE)]
            begin = here
    return found
