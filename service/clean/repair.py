"""Repair of one line: entities, mojibake, invisible characters, white space, canonical form.

Every character that stays the same is mapped to where it stood, so that offsets into the clean text
lead back to the raw text. A sound line costs one look.
"""

import html
import re
import unicodedata
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher

import ftfy

Run = tuple[int, int, int]
"""(start in the repaired line, start in the raw text, length) of identical characters."""

_INVISIBLE = r"\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\ud800-\udfff"
_CONTROL = r"\x00-\x1f\x7f-\x9f\u2028\u2029"
_UNSOUND = re.compile(rf"[{_INVISIBLE}{_CONTROL}\ufffd]|[^\S ]|  |^ | $")
_DROPPED = re.compile(rf"[{_INVISIBLE}]+")
_BLANK = re.compile(rf"(?:[{_CONTROL}]|\s)+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
# UTF-8 that was read as a single-byte encoding: a lead byte as a letter, a continuation byte behind it.
_MOJIBAKE = re.compile(r"[ÂÃÅÄÐÑØÙ×ãåæäçèéïðâ][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2010-\u203a\u20ac\u2122]")

MOST_REPAIRED = 20_000
"""Characters of a line that an alignment is sought for; in a longer one a changed line maps as a whole."""


@dataclass(frozen=True, slots=True)
class RepairedLine:
    """A line as it is published.

    Attributes:
        start, end: of the raw line, end exclusive.
        runs: in order, not touching where the raw text does not; empty when nothing is the same.
    """

    text: str
    start: int
    end: int
    runs: tuple[Run, ...]


class _Line:
    """A line under repair: its characters, and where each stood in the raw text (-1: nowhere)."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.places = array("q", range(start, start + len(text)))

    def replace(self, pattern: re.Pattern[str], new: Callable[[str], str]) -> None:
        """Replace what matches; characters of a replacement that are the same stay mapped."""
        pieces: list[str] = []
        places = array("q")
        done = 0
        for match in pattern.finditer(self.text):
            replacement = new(match[0])
            pieces += [self.text[done : match.start()], replacement]
            places += self.places[done : match.start()]
            same = replacement == match[0][: len(replacement)] and bool(replacement)
            length = len(replacement)
            places += self.places[match.start() : match.start() + length] if same else array("q", [-1]) * length
            done = match.end()
        if done:
            self.text = "".join([*pieces, self.text[done:]])
            self.places = places + self.places[done:]

    def become(self, text: str) -> None:
        """Take another text, keeping what a comparison finds the same."""
        if text == self.text:
            return
        places = array("q", [-1]) * len(text)
        if len(self.text) <= MOST_REPAIRED:
            matcher = SequenceMatcher(None, self.text, text, autojunk=False)
            for block in matcher.get_matching_blocks():
                places[block.b : block.b + block.size] = self.places[block.a : block.a + block.size]
        self.text, self.places = text, places

    def strip(self) -> None:
        """Cut spaces at both ends."""
        start = len(self.text) - len(self.text.lstrip(" "))
        end = len(self.text.rstrip(" "))
        self.text, self.places = self.text[start:end], self.places[start : max(start, end)]

    def runs(self) -> tuple[Run, ...]:
        """Runs of characters that stand side by side in both texts."""
        found: list[Run] = []
        start = 0
        for index in range(1, len(self.places) + 1):
            if index == len(self.places) or self.places[index] != self.places[index - 1] + 1 or self.places[index] < 0:
                if start < len(self.places) and self.places[start] >= 0:
                    found.append((start, self.places[start], index - start))
                start = index
        return tuple(found)


def repair(raw: str, start: int, end: int) -> RepairedLine:
    """Repair ``raw[start:end]``, one line of a text."""
    text = raw[start:end]
    encoded = "&" in text and _ENTITY.search(text) is not None
    broken = not text.isascii() and _MOJIBAKE.search(text) is not None
    if not encoded and not broken and unicodedata.is_normalized("NFC", text) and _UNSOUND.search(text) is None:
        return RepairedLine(text, start, end, ((0, start, len(text)),) if text else ())
    line = _Line(text, start)
    if encoded:
        line.replace(_ENTITY, html.unescape)
    if not line.text.isascii() and _MOJIBAKE.search(line.text):
        # Quotes are left curly: they are the author's, and a reader of quotations needs them.
        line.become(ftfy.fix_encoding(line.text))
    line.replace(_DROPPED, lambda _: "")
    line.replace(_BLANK, lambda _: " ")
    if not unicodedata.is_normalized("NFC", line.text):
        line.become(unicodedata.normalize("NFC", line.text))
    line.strip()
    return RepairedLine(line.text, start, end, line.runs())
