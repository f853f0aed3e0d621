"""The clean text as it grows, with a map of its characters to the raw text."""

from collections.abc import Iterable
from typing import Any

from service.clean.repair import RepairedLine

PARAGRAPH_BREAK = "\n\n"


class CleanText:
    """Clean text under construction.

    Attributes:
        length: code points so far.
        segments: runs ``[start in the clean text, start in the raw text, length]`` of identical
            characters, in order, neither overlapping nor touching.
        paragraphs: ``start``, ``end`` (exclusive) and ``kind`` of each paragraph.

    Args:
        raw: the text that runs point into.
    """

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._parts: list[str] = []
        self.length = 0
        self.segments: list[list[int]] = []
        self.paragraphs: list[dict[str, Any]] = []

    def __str__(self) -> str:
        return "".join(self._parts)

    def add_unmapped(self, text: str, kind: str) -> None:
        """Add a paragraph that does not stand in the raw text."""
        self._begin(kind)
        self._append(text)
        self._end()

    def add(self, lines: Iterable[RepairedLine], kind: str) -> None:
        """Add a paragraph of lines, one space between two of them."""
        self._begin(kind)
        before: RepairedLine | None = None
        for line in lines:
            if before is not None:
                self._space_between(before, line)
            for start, raw_start, length in line.runs:
                self._map(self.length + start, raw_start, length)
            self._append(line.text)
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

    def _space_between(self, before: RepairedLine, line: RepairedLine) -> None:
        """One space; it is mapped when a space follows the last run in the raw text."""
        if before.runs:
            start, raw_start, length = before.runs[-1]
            place = raw_start + length
            if start + length == len(before.text) and place < line.end and self._raw[place] == " ":
                self._map(self.length, place, 1)
        self._append(" ")

    def _map(self, start: int, raw_start: int, length: int) -> None:
        last = self.segments[-1] if self.segments else None
        if last is not None and last[0] + last[2] == start and last[1] + last[2] == raw_start:
            last[2] += length
        else:
            self.segments.append([start, raw_start, length])
