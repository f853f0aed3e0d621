"""Repair of one line: entities, mojibake, invisible characters, white space, canonical form.

Every character that stays the same is mapped to where it stood, so that offsets into the clean text
lead back to the raw text. A sound line costs one look.
"""

import html
import re
import unicodedata
from array import array
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import ftfy

Run = tuple[int, int, int]
"""(start in the repaired line, start in the raw text, length) of identical characters."""

_INVISIBLE = r"\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\ud800-\udfff"
_CONTROL = r"\x00-\x1f\x7f-\x9f\u2028\u2029"
# Behind letters of the scripts from Arabic to Mongolian these two are spelling (a Persian word is another one without);
# behind an emoji they make one of several.
_JOINERS = r"(?<![\u0600-\u18af\ufb50-\ufdff\ufe70-\ufefc\U0001f000-\U0001faff])[\u200c\u200d]"
_DROPPED = re.compile(rf"(?:[{_INVISIBLE}]|{_JOINERS})+")
# White space and controls, but for a single space, which stays as it is.
_BLANK = re.compile(rf"(?:[{_CONTROL}]|[^\S ])[{_CONTROL}\s]*| [{_CONTROL}\s]+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
# UTF-8 that was read as a single-byte encoding: a lead byte as a letter, a continuation byte behind it.
_MOJIBAKE = re.compile(r"[ÂÃÅÄÐÑØÙ×ãåæäçèéïðâ][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2010-\u203a\u20ac\u2122]")
_ASCII = re.compile(r"[!-~]+")
_COMMON_BYTES = b"\n" + bytes(range(ord(" "), ord("~") + 1))
_HARMLESS = frozenset("‘’“”–—…•·£€©®™°½«»")
"""Beside ASCII: canonical, and joined by no mark."""
_FIRST_MARK = "\u0300"  # all characters before it are canonical
# One letter before, since a combining mark joins it.
_NOT_ASCII = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")

_MAX_SUSPECTS = 8
_ALL = ("",)
"""What stands in every line: where suspects are many, a closer look at each line takes less time."""

MAX_DECODED_CHARACTERS = 20_000
"""Characters of a line in which mojibake is sought: longer ones are no text, and it takes time."""


class RepairedLine(NamedTuple):
    """A line as it is published.

    Attributes:
        start, end: of the raw line, end exclusive.
        runs: in order, not touching where the raw text does not; empty when nothing is the same.
        decoded: whether mojibake was put right.
    """

    text: str
    start: int
    end: int
    runs: tuple[Run, ...]
    decoded: bool = False


class _Line:
    """A line under repair: its characters, and where each stood in the raw text (-1: nowhere)."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.places = array("q", range(start, start + len(text)))

    def replace(self, pattern: re.Pattern[str], new: Callable[[str], str], *, whole: bool = False) -> None:
        """Replace what matches; what a replacement begins or ends with as before stays mapped, unless ``whole``."""
        pieces: list[str] = []
        places = array("q")
        done = 0
        for match in pattern.finditer(self.text):
            replacement = new(match[0])
            pieces += [self.text[done : match.start()], replacement]
            places += self.places[done : match.start()]
            if whole:
                places += array("q", [-1]) * len(replacement)
            else:
                places += _aligned(match[0], replacement, self.places[match.start() : match.end()])
            done = match.end()
        if done:
            self.text = "".join([*pieces, self.text[done:]])
            self.places = places + self.places[done:]

    def become(self, text: str) -> None:
        """Take another text; its words of ASCII letters stay mapped when they are still all there."""
        old, new = list(_ASCII.finditer(self.text)), list(_ASCII.finditer(text))
        if [match[0] for match in old] != [match[0] for match in new]:
            old, new = [], []
        places = array("q")
        before = at = 0
        for was, now in zip(old, new, strict=True):
            places += _aligned(
                self.text[before : was.start()], text[at : now.start()], self.places[before : was.start()]
            )
            places += self.places[was.start() : was.end()]
            before, at = was.end(), now.end()
        places += _aligned(self.text[before:], text[at:], self.places[before:])
        self.text, self.places = text, places

    def strip(self) -> None:
        """Cut spaces at both ends."""
        start = len(self.text) - len(self.text.lstrip(" "))
        end = max(start, len(self.text.rstrip(" ")))
        self.text, self.places = self.text[start:end], self.places[start:end]

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


def _aligned(old: str, new: str, places: "array[int]") -> "array[int]":
    """Places of a replacement: of what it begins and ends with like the original, -1 between."""
    most = min(len(old), len(new))
    head = 0
    while head < most and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < most - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return places[:head] + array("q", [-1]) * (len(new) - head - tail) + places[len(old) - tail :]


@lru_cache(maxsize=4096)
def _is_suspect(letter: str) -> bool:
    """Whether a line may need repair for a letter that is not ASCII, if it is no mojibake."""
    joins_none = letter < _FIRST_MARK or letter in _HARMLESS
    return not (joins_none and letter.isprintable()) or _DROPPED.match(letter) is not None


def _suspects(raw: str) -> Sequence[str]:
    """Strings, one of which stands in every line of a text that needs repair for more than spaces at its ends."""
    uncommon = raw.encode("utf-8", "surrogatepass").translate(None, _COMMON_BYTES).decode("utf-8", "surrogatepass")
    found = list(filter(_is_suspect, set(uncommon)))
    # What stands side by side in the text does so in these letters, too, and they are soon searched.
    if _MOJIBAKE.search(uncommon):
        found += {match[0][0] for match in _MOJIBAKE.finditer(raw)}
    if "&" in raw and _ENTITY.search(raw):
        found.append("&")
    if "\n" in raw:
        found.append("\n")
    if "  " in raw:
        found.append("  ")
    return found if len(found) <= _MAX_SUSPECTS else _ALL


def _needs_no_repair(text: str) -> bool:
    """Whether a line is sound but for spaces at its ends, by a closer look."""
    if not text.isprintable() or "  " in text or ("&" in text and _ENTITY.search(text)):
        return False
    if text.isascii():
        return True
    return not (_MOJIBAKE.search(text) or _DROPPED.search(text)) and unicodedata.is_normalized("NFC", text)


def repair_lines(raw: str, lines: Iterable[tuple[int, int]]) -> list[RepairedLine]:
    """Repair the lines of a text, by their spans."""
    suspects = _suspects(raw)
    found: list[RepairedLine] = []
    for start, end in lines:
        text = raw[start:end]
        sound = text[:1] != " " != text[-1:]
        for suspect in suspects:
            if suspect in text:
                sound = sound and _needs_no_repair(text)
                break
        if sound:
            runs = ((0, start, end - start),) if text else ()
            found.append(_new_line(RepairedLine, (text, start, end, runs, False)))
        else:
            found.append(_mended(text, start, end))
    return found


_new_line = tuple.__new__  # which is what ``RepairedLine`` calls, for many lines


def repair(raw: str, start: int, end: int) -> RepairedLine:
    """Repair ``raw[start:end]``, one line of a text."""
    (found,) = repair_lines(raw, [(start, end)])
    return found


def _mended(text: str, start: int, end: int) -> RepairedLine:
    """A line that may need repair."""
    line = _Line(text, start)
    if "&" in text:
        line.replace(_ENTITY, html.unescape, whole=True)
    decoded = _decode_again(line)
    line.replace(_DROPPED, lambda _: "")
    line.replace(_BLANK, lambda _: " ")
    if not unicodedata.is_normalized("NFC", line.text):
        line.replace(_NOT_ASCII, lambda piece: unicodedata.normalize("NFC", piece))
    line.strip()
    return RepairedLine(line.text, start, end, line.runs(), decoded)


def _decode_again(line: _Line) -> bool:
    """Put mojibake right; whether there was any."""
    if line.text.isascii() or len(line.text) > MAX_DECODED_CHARACTERS or not _MOJIBAKE.search(line.text):
        return False
    # Quotes are left curly: they are the author's, and a reader of quotations needs them.
    decoded = ftfy.fix_encoding(line.text)
    if decoded == line.text:
        return False
    line.become(decoded)
    return True
