"""The clean text as it grows, with a map of its characters to the raw text."""

from collections.abc import Iterable, Iterator
from typing import Any

from service.clean.repair import RepairedLine, Run

PARAGRAPH_BREAK = "\n\n"


class CleanText:
    """Clean text under construction.

    Attributes:
        length: code points so far.
        segments: runs ``[start in the clean text, start in the raw text, length]`` of identical
            characters, in order, neither overlapping nor touching.
        edits: ``[start in the clean text, length, start in the raw text, length]`` of characters that
            were repaired, and of what in the raw text they stand for.
        paragraphs: ``start``, ``end`` (exclusive) and ``kind`` of each paragraph.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.length = 0
        self.segments: list[list[int]] = []
        self.edits: list[list[int]] = []
        self.paragraphs: list[dict[str, Any]] = []

    def __str__(self) -> str:
        return "".join(self._parts)

    def add_unmapped(self, text: str, kind: str) -> None:
        """Add a paragraph that does not stand in the raw text."""
        start = self._begin()
        self._end([text], start, start + len(text), kind)

    def add(self, lines: Iterable[RepairedLine], kind: str) -> None:
        """Add a paragraph of lines; white space between two of them in the raw text becomes one space."""
        start = at = self._begin()
        parts: list[str] = []
        raw_end = None
        for text, raw_start, end, runs, _ in lines:
            if raw_end is not None and raw_start > raw_end:
                self.edits.append([at, 1, raw_end, raw_start - raw_end])
                parts.append(" ")
                at += 1
            for run_start, run_raw_start, length in runs:
                self._map(at + run_start, run_raw_start, length)
            if not runs or runs[0][2] < len(text):
                self.edits += [[at + edit, *rest] for edit, *rest in _edits(len(text), raw_start, end, runs)]
            parts.append(text)
            at += len(text)
            raw_end = end
        self._end(parts, start, at, kind)

    def _begin(self) -> int:
        """Where the next paragraph starts."""
        if not self._parts:
            return 0
        self._parts.append(PARAGRAPH_BREAK)
        return self.length + len(PARAGRAPH_BREAK)

    def _end(self, parts: list[str], start: int, end: int, kind: str) -> None:
        self._parts += parts
        self.length = end
        self.paragraphs.append({"start": start, "end": end, "kind": kind})

    def _map(self, start: int, raw_start: int, length: int) -> None:
        last = self.segments[-1] if self.segments else None
        if last is not None and last[0] + last[2] == start and last[1] + last[2] == raw_start:
            last[2] += length
        else:
            self.segments.append([start, raw_start, length])


def _edits(size: int, raw_start: int, raw_end: int, runs: Iterable[Run]) -> Iterator[tuple[int, int, int, int]]:
    """What stands between the runs of a line of such a size: (start, length, raw start, raw length)."""
    at, raw_at = 0, raw_start
    for start, raw_start, length in (*runs, (size, raw_end, 0)):
        if start > at:
            yield at, start - at, raw_at, raw_start - raw_at
        at, raw_at = start + length, raw_start + length
