"""Clean text from blocks: white space collapsed, paragraphs apart, every character mapped back."""

import re
from dataclasses import dataclass
from typing import Any

import xxhash

from service.clean.page import Page
from service.errors import Reason, Rejected, Stage

PARAGRAPH_BREAK = "\n\n"

# White space, control characters, lone surrogates and zero-width characters separate words.
_WORD = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2060\ufeff\ud800-\udfff]+")
_PUNCTUATION = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class CleanArticle:
    """An article's clean text and how it came to be; dictionaries have the shape of the record's fields.

    Attributes:
        text: the title, when there is one, as the first paragraph, then the body, one blank line
            between paragraphs.
    """

    title: str | None
    text: str
    paragraphs: list[dict[str, Any]]
    language: dict[str, Any]
    cleaning: dict[str, Any]
    exact_hash: str


class _Text:
    """Clean text as it grows, with its runs of characters that are identical in the raw text."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self.parts: list[str] = []
        self.length = 0
        self.segments: list[list[int]] = []
        self.paragraphs: list[dict[str, Any]] = []

    def add(self, words: list[tuple[str, int | None]], kind: str) -> None:
        """Add a paragraph of words, each with its offset in the raw text or None."""
        if self.parts:
            self._append(PARAGRAPH_BREAK, None)
        start = self.length
        after: int | None = None
        for index, (word, offset) in enumerate(words):
            if index:
                single = after is not None and offset == after + 1 and self._raw[after] == " "
                self._append(" ", after if single else None)
            self._append(word, offset)
            after = None if offset is None else offset + len(word)
        self.paragraphs.append({"start": start, "end": self.length, "kind": kind})

    def _append(self, text: str, offset: int | None) -> None:
        if offset is not None:
            last = self.segments[-1] if self.segments else None
            if last and last[0] + last[2] == self.length and last[1] + last[2] == offset:
                last[2] += len(text)
            else:
                self.segments.append([self.length, offset, len(text)])
        self.parts.append(text)
        self.length += len(text)


def assemble(page: Page, given_title: str | None, language: str | None) -> CleanArticle:
    """Make the record's text.

    Args:
        page: the blocks that are kept.
        given_title: the producer's title; it wins over the page's own.
        language: the producer's hint, BCP 47.

    Raises:
        Rejected: there is no word in any block.
    """
    paragraphs = [words for start, end in page.blocks if (words := _words(page.raw, start, end))]
    if not paragraphs:
        raise Rejected(Stage.CLEAN, Reason.EMPTY_TEXT, "no text is left after cleaning", "body")
    kept = sum(len(word) for words in paragraphs for word, _ in words)
    title = " ".join(_WORD.findall(given_title or page.title or "")) or None
    text = _Text(page.raw)
    if title is not None:
        if _same(title, paragraphs[0]):
            text.add(paragraphs.pop(0), "title")
        else:
            text.add([(word, None) for word in title.split(" ")], "title")
    for words in paragraphs:
        text.add(words, "body")
    whole = "".join(text.parts)
    return CleanArticle(
        title=title,
        text=whole,
        paragraphs=text.paragraphs,
        language={"code": _language_code(language), "score": None},
        cleaning={
            "input_kind": page.kind,
            "extractor": page.extractor,
            "removed": [],
            "segments": text.segments,
            "fallback": False,
            "kept_ratio": round(kept / max(1, sum(map(len, _WORD.findall(page.raw)))), 4),
            "warnings": [],
        },
        exact_hash=_hash(whole),
    )


def _hash(text: str) -> str:
    """Equal for texts that differ only in case, punctuation and white space."""
    return xxhash.xxh3_128_hexdigest(" ".join(_PUNCTUATION.split(text.casefold())).strip().encode())


def _words(raw: str, start: int, end: int) -> list[tuple[str, int | None]]:
    return [(match[0], match.start()) for match in _WORD.finditer(raw, start, end)]


def _same(title: str, words: list[tuple[str, int | None]]) -> bool:
    """Whether a paragraph only repeats the title."""
    return title.casefold() == " ".join(word for word, _ in words).casefold()


def _language_code(hint: str | None) -> str | None:
    code = (hint or "").replace("_", "-").split("-")[0].strip().lower()
    return code if code.isascii() and code.isalpha() and 2 <= len(code) <= 3 else None
