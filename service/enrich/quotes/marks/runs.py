"""Runs of text between quotation marks, from the characters alone: sentences are cut inside quotations."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

PAIRS = {"“": "”", "„": "“”", "«": "»", "\u2039": "\u203a", "``": "''", '"': '"', "‘‘": "’’"}
"""Opening mark -> the marks that close it."""

CLOSING = frozenset('”»\u203a"') | {"''", "’’"}
"""Marks that close a run which a paragraph before has opened."""

_MARKS = ('"', "“", "”", "„", "«", "»", "\u2039", "\u203a", "``", "''", "‘‘", "’’")
_ALWAYS_CLOSING = frozenset(("''", "’’", "»", "\u203a"))
_OPENING_SINGLE = tuple(re.compile(mark + r"(?<![\w’'.,!?].)(?=\w)") for mark in "‘'")
_SINGLE = re.compile(r"[‘’'](?:(?<=[‘'])(?<![\w’'.,!?].)(?=\w)|(?<=[’'])(?<=[\w.,!?…%)\]].)(?!\w))")
_ELISIONS = re.compile(r"['’‘](?:\d0s|em|til|twas|cause|n)\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"[^\n]+")
_SENTENCE_FINAL = (".", "!", "?", "…")
_LONGEST_SINGLE = 400
"""Code points of a run between single marks: an apostrophe far off is none of them."""


class Run(NamedTuple):
    """Text between two quotation marks.

    Attributes:
        start, end: code points of the text, with the marks, end exclusive.
        inner_start, inner_end: without them.
        closed: whether a closing mark was found before the paragraph ended.
        continues: whether it takes up the run before, which was left unclosed; then an opening mark may be missing,
            and it starts with the paragraph.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool
    continues: bool = False


class _Mark(NamedTuple):
    """A double quotation mark: code points of the text, end exclusive, and how it is written."""

    start: int
    end: int
    kind: str


@lru_cache(maxsize=1)  # several components ask for those of one document
def quotation_runs(text: str) -> tuple[Run, ...]:
    """The outermost runs of a text, in order and without overlap.

    A run ends at its paragraph's end at the latest. Any sequence of marks is read: a closing mark
    without an opening one stands for nothing. Single marks count where they stand at the edge of
    words, outside all other marks.
    """
    marks = _marks(text)
    has_single = any(mark.search(text) for mark in _OPENING_SINGLE)
    if not marks and not has_single:
        return ()
    found: list[Run] = []
    unclosed = False
    reached = 0
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        first = reached
        while reached < len(marks) and marks[reached].start < end:
            reached += 1
        runs: list[Run] = []
        if first < reached:
            runs = _paragraph_runs(text, start, end, marks[first:reached])
            if unclosed:
                runs = _taken_up(text, start, end, runs, marks[first:reached])
        unclosed = bool(runs) and not runs[-1].closed
        found += _with_single_runs(text, start, end, runs) if has_single else runs
    return tuple(found)


def _marks(text: str) -> list[_Mark]:
    """The double marks of a text; one kind after the other, for an expression takes ten times as long."""
    found = []
    for kind in _MARKS:
        # One letter is much faster to look for than two, and mostly not there.
        start = text.find(kind) if kind[0] in text else -1
        while start >= 0:
            end = start + len(kind)
            found.append(_Mark(start, end, kind))
            start = text.find(kind, end)
    return sorted(found)


def _paragraph_runs(text: str, start: int, end: int, marks: Sequence[_Mark]) -> list[Run]:
    """Runs between double marks, those of a paragraph."""
    runs: list[Run] = []
    opened: _Mark | None = None
    closing: str = ""
    continues = False
    for place, mark in enumerate(marks):
        kind = mark.kind
        if opened is None:
            if _opens(text, mark, start, end):
                opened, closing, continues = mark, PAIRS.get(kind, '"”'), False
        elif kind == '"' and closing == "”":
            # “He said." is closed by a mark of the wrong kind when no right one follows.
            if text.find("”", mark.end, end) < 0 and not _before_word(text, mark):
                runs.append(Run(opened.start, mark.end, opened.end, mark.start, closed=True))
                opened = None
        elif _opens_again(text, opened, mark) and place + 1 < len(marks):
            runs.append(_unclosed(text, opened, mark.start, continues=continues))
            opened, continues = mark, True
        elif _closes(text, opened, mark, closing):
            runs.append(Run(opened.start, mark.end, opened.end, mark.start, closed=True, continues=continues))
            opened = None
    if opened is not None and text[opened.end : end].strip():
        runs.append(_unclosed(text, opened, end, continues=continues))
    return runs


def _unclosed(text: str, opened: _Mark, end: int, *, continues: bool) -> Run:
    """The run from a mark to the last letter before ``end``."""
    stop = opened.end + len(text[opened.end : end].rstrip())
    return Run(opened.start, stop, opened.end, stop, closed=False, continues=continues)


def _opens_again(text: str, opened: _Mark, mark: _Mark) -> bool:
    """Whether a mark begins the next paragraph of a quotation that stands in one line: '"It rains. "We left."'."""
    if (opened.kind, mark.kind) != ('"', '"') or mark.start <= opened.end:
        return False
    before, behind = text[opened.end : mark.start], text[mark.end : mark.end + 1]
    return before[-1].isspace() and before.rstrip()[-1:] in _SENTENCE_FINAL and behind.isupper()


def _taken_up(text: str, start: int, end: int, runs: list[Run], marks: Sequence[_Mark]) -> list[Run]:
    """The runs of a paragraph of which the one before left a run unclosed: does one go on here?"""
    before = runs[0].start if runs else end
    if runs and not text[start:before].strip():
        return [runs[0]._replace(continues=True), *runs[1:]]
    closing = next((mark for mark in marks if mark.start < before and mark.kind in CLOSING), None)
    said = text[start : closing.start].lstrip() if closing else ""
    if closing is None or not said:
        return runs
    first = closing.start - len(said)
    return [Run(first, closing.end, first, closing.start, closed=True, continues=True), *runs]


def _closes(text: str, opened: _Mark, mark: _Mark, closing: str) -> bool:
    """Whether a mark inside a run closes it."""
    kind = mark.kind
    if mark.start > opened.end and (kind in closing or kind == "”" or kind in _ALWAYS_CLOSING):
        return True
    # “He said.“ is closed by the mark that opened it, ”He said.“ by that which opens others.
    swapped = opened.kind == "”" and kind == "“"
    return (kind == opened.kind or swapped) and not text[mark.start - 1].isspace() and not _before_word(text, mark)


def _opens(text: str, mark: _Mark, start: int, end: int) -> bool:
    """Whether a mark outside all runs opens one."""
    if mark.kind in _ALWAYS_CLOSING:
        return False
    if mark.end >= end or not text[mark.end : end].strip():
        return False
    if mark.kind == "”":
        # Typed for an opening mark.
        return (mark.start == start or text[mark.start - 1].isspace()) and _before_word(text, mark)
    if mark.kind != '"':
        return True
    before, behind = text[mark.start - 1] if mark.start > start else " ", text[mark.end]
    if before.isspace() or before in "([{-–—/:=‘'“,;":
        return not behind.isspace() or before.isspace()
    # 6" is a measure; what else stands behind a word closes a run that nothing opened.
    return behind.isalnum() and not before.isdigit()


def _before_word(text: str, mark: _Mark) -> bool:
    following = text[mark.end : mark.end + 1]
    return following.isalnum() or following in ("'", "‘", "[", "(", "$", "£", "€", "…")


def _with_single_runs(text: str, start: int, end: int, runs: list[Run]) -> list[Run]:
    """The runs of a paragraph with those between single marks that lie outside them."""
    found: list[Run] = []
    reached = start
    for run in runs:
        found += _single_runs(text, reached, run.start)
        found.append(run)
        reached = run.end
    return found + _single_runs(text, reached, end)


def _single_runs(text: str, start: int, end: int) -> list[Run]:
    runs: list[Run] = []
    opened: int | None = None
    for mark in _SINGLE.finditer(text, start, end):
        place = mark.start()
        opening = place + 1 < len(text) and text[place + 1].isalnum()
        if opening:
            if not _ELISIONS.match(text, place):
                opened = place
        elif opened is not None:
            if place - opened <= _LONGEST_SINGLE:
                runs.append(Run(opened, place + 1, opened + 1, place, closed=True))
            opened = None
    return runs


def quoted_tokens(offsets: Sequence[int], runs: Sequence[Run]) -> list[int]:
    """For each token the index of the run it stands in, -1 for none.

    Args:
        offsets: code point where each token starts, ascending.
    """
    quoted = [-1] * len(offsets)
    for index, run in enumerate(runs):
        first, end = bisect_left(offsets, run.start), bisect_left(offsets, run.end)
        quoted[first:end] = [index] * (end - first)
    return quoted
