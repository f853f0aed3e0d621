"""The clean article: kept lines joined into its text, and fields read out of all lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from service.clean.bylines import byline_authors
from service.clean.dateline import find_dateline, line_of_date
from service.clean.headline import Headline
from service.clean.language import Language
from service.clean.lines.decision.decide import Decision
from service.clean.lines.decision.reasons import RELATED, listed_headline
from service.clean.offset_map import CleanText
from service.clean.page import Page
from service.clean.repair import RepairedLine
from service.clean.repaired_page import RepairedPage
from service.clean.warnings import CleaningWarning
from service.errors import Reason, Rejected, Stage

_LINE_BREAK = re.compile(r"[\r\n\u2028\u2029\x0b\x0c\x85]")


@dataclass(frozen=True, slots=True)
class CleanArticle:
    """An article's clean text and how it came to be.

    Dictionaries have the shape of the fields of the same names in ``schemas/enriched-article.v1.json``; all offsets
    are code points, ends exclusive. What the producer gave wins over what the page says.

    Attributes:
        text: the title, when there is one, as the first paragraph, then the body, one blank line
            between paragraphs.
        published_at, updated_at: RFC 3339.
        raw: what ``cleaning`` points into: the body of a text, the rendered blocks of a page.
    """

    title: str | None
    text: str
    paragraphs: list[dict[str, Any]]
    language: dict[str, Any]
    published_at: str | None
    updated_at: str | None
    authors: list[str]
    source: dict[str, Any] | None
    section: str | None
    dateline: dict[str, Any] | None
    captions: list[str]
    related_headlines: list[str]
    cleaning: dict[str, Any]
    raw: str


def assemble(
    article: dict[str, Any],
    page: Page,
    repaired: RepairedPage,
    headline: Headline,
    language: Language,
    decision: Decision,
) -> CleanArticle:
    """Make the clean article.

    Args:
        article: as its producer gave it.
        page: as it was read.
        repaired: its lines.
        headline: of the story.
        language: of the lines.
        decision: what becomes of each line.

    Raises:
        Rejected: no line is kept.
    """
    reasons = _final_reasons(page, repaired, headline, decision)
    body = [i for i, reason in enumerate(reasons) if reason is None and i != headline.line]
    if not body and headline.line is None:
        raise Rejected(Stage.CLEAN, Reason.EMPTY_TEXT, "no text is left after cleaning", "body")
    text = _joined(page.raw, repaired.lines, headline, body)
    whole = str(text)
    removed = [(i, reason) for i, reason in enumerate(reasons) if reason is not None]
    metadata = page.metadata
    return CleanArticle(
        title=headline.text,
        text=whole,
        paragraphs=text.paragraphs,
        language={"code": language.code, "score": language.score},
        published_at=article.get("published_at") or metadata.published_at,
        updated_at=article.get("updated_at") or metadata.updated_at,
        authors=article.get("authors") or list(metadata.authors) or _bylines(repaired, removed),
        source=_source(article.get("source"), metadata.publisher),
        section=article.get("section") or metadata.section,
        dateline=_dateline(whole, text.paragraphs),
        captions=_distinct(repaired.texts[i] for i, reason in removed if reason == "caption"),
        related_headlines=_distinct(listed_headline(repaired.texts[i]) for i, reason in removed if reason == RELATED),
        cleaning=_cleaning(page, repaired, language, decision, text, removed),
        raw=page.raw,
    )


def _final_reasons(page: Page, repaired: RepairedPage, headline: Headline, decision: Decision) -> list[str | None]:
    """The reason of each line's removal, None where it is kept: the headline and the day of the story always are."""
    reasons = list(decision.reasons)
    if headline.line is not None:
        reasons[headline.line] = None
    if page.kind == "text" and (dated := line_of_date(repaired.texts, reasons, headline.line)) is not None:
        reasons[dated] = None  # a page says its day in its markup
    return reasons


def _joined(raw: str, lines: Sequence[RepairedLine], headline: Headline, body: list[int]) -> CleanText:
    """The text of the headline and of the lines of the body, by their numbers."""
    text = CleanText()
    if headline.line is not None:
        text.add([lines[headline.line]], "title")
    elif headline.text is not None:
        text.add_unmapped(headline.text, "title")
    for paragraph in _paragraphs(raw, [lines[i] for i in body]):
        text.add(paragraph, "body")
    return text


def _cleaning(
    page: Page,
    repaired: RepairedPage,
    language: Language,
    decision: Decision,
    text: CleanText,
    removed: list[tuple[int, str]],
) -> dict[str, Any]:
    """How the text came to be: what was left out and why, and where each piece was."""
    return {
        "input_kind": page.kind,
        "extractor": page.extractor,
        "removed": [
            {
                "raw_start": repaired.lines[i].start,
                "raw_end": repaired.lines[i].end,
                "reason": reason,
                "score": round(1 - decision.scores[i], 3),
            }
            for i, reason in removed
        ],
        "segments": text.segments,
        "edits": text.edits,
        "fallback": decision.fallback,
        "kept_ratio": _kept_ratio(repaired.texts, [repaired.texts[i] for i, _ in removed]),
        "warnings": _warnings(page, repaired, language, decision, str(text)),
    }


def _paragraphs(raw: str, lines: list[RepairedLine]) -> list[list[RepairedLine]]:
    """Lines with nothing but spaces between them are pieces of one paragraph."""
    found = [lines[:1]] if lines else []
    for before, line in pairwise(lines):
        between = raw[before.end : line.start]
        if "\n" in between or _LINE_BREAK.search(between) or between.strip():
            found.append([line])
        else:
            found[-1].append(line)
    return found


def _dateline(text: str, paragraphs: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The first paragraph's; where that is nothing but a day, rather the second's."""
    body = [paragraph for paragraph in paragraphs if paragraph["kind"] == "body"][:2]
    lines = [find_dateline(text, paragraph["start"], paragraph["end"]) for paragraph in body]
    if len(lines) > 1 and lines[0] is not None and lines[0]["end"] == body[0]["end"]:
        return lines[1] or lines[0]
    return lines[0] if lines else None


def _bylines(repaired: RepairedPage, removed: list[tuple[int, str]]) -> list[str]:
    lines = (repaired.texts[i] for i, reason in removed if reason == "byline")
    return next((names for line in lines if (names := byline_authors(line))), [])


def _source(given: dict[str, Any] | None, publisher: str | None) -> dict[str, Any] | None:
    if publisher is None or (given and given.get("name")):
        return given
    return {**(given or {}), "name": publisher}


def _kept_ratio(texts: Sequence[str], removed: Sequence[str]) -> float:
    every = _letters(texts)
    return round((every - _letters(removed)) / max(1, every), 4)


def _letters(texts: Sequence[str]) -> int:
    """Characters but for spaces."""
    joined = "".join(texts)
    return len(joined) - joined.count(" ")


def _warnings(page: Page, repaired: RepairedPage, language: Language, decision: Decision, text: str) -> list[str]:
    found = [*page.warnings, *decision.warnings]
    if any(line.decoded for line in repaired.lines):
        found.append(CleaningWarning.MOJIBAKE_REPAIRED)
    if "\ufffd" in text:
        found.append(CleaningWarning.CHARACTERS_LOST)
    if language.differs:
        found.append(CleaningWarning.LANGUAGE_DIFFERS)
    return list(map(str, found))


def _distinct(texts: Any) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))
