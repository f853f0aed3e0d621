"""The clean text as it grows, with a map of its characters to the raw text."""

from collections.abc import Iterator, Sequence
from typing import Any

from service.clean.repair import RepairedLine

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
        self._begin(kind)
        self._append(text)
        self._end()

    def add(self, lines: Sequence[RepairedLine], kind: str) -> None:
        """Add a paragraph of lines; white space between two of them in the raw text becomes one space."""
        self._begin(kind)
        before: RepairedLine | None = None
        for line in lines:
            if before is not None and line.start > before.end:
                self.edits.append([self.length, 1, before.end, line.start - before.end])
                self._append(" ")
            text, runs = line.text, line.runs
            for start, raw_start, length in runs:
                self._map(self.length + start, raw_start, length)
            if not runs or runs[0][2] < len(text):
                self.edits += [[self.length + start, *rest] for start, *rest in _edits(line)]
            self._append(text)
            before = line
        self._end()

    def _begin(self, kind: str) -> None:
        if self._parts:
            self._append(PARAGRAPH_BREAK)
        self.paragraphs.append({"start": self.length, "end": self.length, "kind": kind})

    def _end(self) -> None:
        self.paragraphs[-1]["end"] = self.length

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)

    def _map(self, start: int, raw_start: int, length: int) -> None:
        last = self.segments[-1] if self.segments else None
        if last is not None and last[0] + last[2] == start and last[1] + last[2] == raw_start:
            last[2] += length
        else:
            self.segments.append([start, raw_start, length])


def _edits(line: RepairedLine) -> Iterator[tuple[int, int, int, int]]:
    """What stands between the runs of a line: (start, length, raw start, raw length)."""
    at, raw_at = 0, line.start
    for start, raw_start, length in (*line.runs, (len(line.text), line.end, 0)):
        if start > at:
            yield at, start - at, raw_at, raw_start - raw_at
        at, raw_at = start + length, raw_start + length
