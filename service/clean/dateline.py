"""Datelines: the place, the date and the agency before a story's first sentence.

``LONDON, March 3 (Reuters) - ``, or a line of its own below the headline, ``Tuesday, March 3, 2026``; the dateline
stays in the text, as readers of wires expect. Pages put headlines, captions and names of writers in one line with it.
"""

import re
from collections.abc import Sequence
from typing import Any

from service.clean.months import TITLED_MONTH

_DATE = rf"(?:{TITLED_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}} {TITLED_MONTH}(?:,? \d{{4}})?)"
_CAPITAL, _OR_MARK = r"[A-ZÀ-ÖØ-Þ]", r"[A-ZÀ-ÖØ-Þ.'’\-]"
_CAPITALS = rf"(?:(?:ST|STE|FT|MT)\. )?{_CAPITAL}{_OR_MARK}+{_CAPITAL}(?:[ /]+(?:{_CAPITAL}{_OR_MARK}*|de|la|al|el))*"
_TITLED = r"[A-Z][a-zà-ÿ.'’\-]+(?:[ /\-](?:[A-Z][a-zà-ÿ.'’\-]+|de|la|al|el|of)){0,3}"
_REGION = r"(?:, [A-Z][\w.'’\-]*(?: [A-Z][\w.'’\-]*){0,3})?"
_WIRE = r"\((?P<agency>[A-Z]{2,8}|Reuters|Xinhua|Bloomberg)\)"
_SLASHED = r"/(?P<agency>[A-Z]{2,12})/\.?\s+(?=\S)"
_AGENCY = r"\((?P<agency>[A-Z][\w .&/'’\-]{1,40})\)"
_BREAK = r"\s*(?::|[-–—―]{1,3})\s+(?=\S)"

# A place in capitals needs no more; one in common letters needs a date, an agency, or its country and a long dash.
# Without a mark behind it, there is none but a place in capitals with a wire's name.
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<place>{_CAPITALS}{_REGION})(?:\s*[-–—]\s*(?P<date>{_DATE}):\s+(?=\S)| \((?P<day>{_DATE})\){_BREAK})",
        rf"(?P<place>{_CAPITALS}{_REGION})(?:,? (?P<date>{_DATE}))?(?:,? ?{_AGENCY})?{_BREAK}",
        rf"(?P<place>{_TITLED}{_REGION}),? (?P<date>{_DATE})(?:,? ?{_AGENCY})?{_BREAK}",
        rf"(?P<place>{_TITLED}{_REGION}) ?{_AGENCY}{_BREAK}",
        rf"(?P<place>(?:{_CAPITALS}|{_TITLED}){_REGION})(?:,? (?P<date>{_DATE}))?,? {_SLASHED}",
        rf"(?P<place>{_TITLED}, {_TITLED})\s+[–—]\s+(?=[\"“A-ZÀ-ÖØ-Þ])",
        rf"(?P<place>{_CAPITALS}{_REGION})(?:,? (?P<date>{_DATE}))? {_WIRE} (?=[A-Z“\"‘'])",
        rf"(?P<place>){_AGENCY}{_BREAK}",
    )
)
_YEAR = re.compile(r"\d{4}")
_DATE_ALONE = re.compile(rf"(?:[A-Z][a-z]+day,? )?(?P<date>{_DATE})\.?")

_INSIDE = re.compile(rf"\b(?P<place>{_CAPITALS}{_REGION})(?:,? (?P<date>{_DATE}))?,? ?{_AGENCY}{_BREAK}")
"""What is a dateline behind other words, too: a place in capitals, with an agency."""

_NO_PLACES = frozenset(
    """
    WATCH BREAKING UPDATE UPDATED OPINION EXCLUSIVE ANALYSIS EXPLAINER EXPLAINED LIVE VIDEO PHOTOS PHOTO NOTE EDITORIAL
    CORRECTION READ LISTEN INTERVIEW REVIEW COMMENT FACTBOX NEWS TOP STORY SPOILER WARNING ADVERTISEMENT Q A QUESTION
    ANSWER COVID COVID-19 FAQ
    """.split()
)
_TIME_WORDS = re.compile(rf"{TITLED_MONTH}|[A-Z][a-z]+day")
MAX_DATELINE_CHARACTERS = 80  # characters
MAX_CHARACTERS_BEFORE = 400  # characters before one that stands behind other words


def line_of_date(texts: Sequence[str], reasons: Sequence[str | None], headline: int | None) -> int | None:
    """The line right below the headline that is nothing but the day of the story; None when there is none.

    Among names of authors and buttons such a line is the page's; it is the story's where the story follows, or a
    picture that stands before it.

    Args:
        texts: the lines, repaired.
        reasons: why each is removed, None where it is kept.
        headline: the line that holds it; None when no line does, and the first one may be the date.
    """
    line = 0 if headline is None else headline + 1
    dated = line + 1 < len(texts) and reasons[line + 1] in (None, "caption") and _whole_day(texts[line])
    return line if dated else None


def _whole_day(text: str) -> re.Match[str] | None:
    """What says the day of a story, with its year, and nothing else."""
    found = _DATE_ALONE.fullmatch(text) if len(text) <= MAX_DATELINE_CHARACTERS else None
    return found if found and _YEAR.search(found["date"]) else None


def find_dateline(text: str, start: int, end: int) -> dict[str, Any] | None:
    """Find the dateline of a story: at the head of its first paragraph, as all of it, or behind a headline, captions
    and a byline in it.

    Args:
        text: the clean text.
        start, end: of its first body paragraph, end exclusive.

    Returns:
        ``text``, ``start``, ``end`` (code points of the clean text, end exclusive, without the
        mark behind it), ``place``, ``agency``, ``date``; None when there is none.
    """
    if alone := _whole_day(text[start:end]):
        return _fields(alone, start)
    head = text[start : min(end, start + MAX_DATELINE_CHARACTERS)]
    match = next(filter(None, (pattern.match(head) for pattern in _PATTERNS)), None)
    if match is not None:
        return _fields(match, start)
    return _inside(text[start : min(end, start + MAX_CHARACTERS_BEFORE)], start)


def _inside(head: str, start: int) -> dict[str, Any] | None:
    """The first dateline behind other words, which are not in capitals themselves."""
    match = _INSIDE.search(head)
    if match is None or not any(letter.islower() for letter in head[: match.start()]):
        return None
    return _fields(match, start)


def _fields(match: re.Match[str], start: int) -> dict[str, Any] | None:
    """The fields of a match in a text that begins at ``start``; None where its place is none."""
    groups = match.groupdict()
    place = groups.get("place") or None
    if place is not None and (set(place.split()) <= _NO_PLACES or _TIME_WORDS.fullmatch(place)):
        return None
    last = max(match.end(name) for name, value in groups.items() if value)
    last += match.string[last : last + 1] in (")", "/")
    return {
        "text": match.string[match.start() : last],
        "start": start + match.start(),
        "end": start + last,
        "place": place,
        "agency": groups.get("agency"),
        "date": groups.get("date") or groups.get("day"),
    }
