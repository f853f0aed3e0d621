"""Datelines: the place, the date and the agency before a story's first sentence.

``LONDON, March 3 (Reuters) - ``, or a line of its own below the headline, ``Tuesday, March 3, 2026``; the dateline
stays in the text, as readers of wires expect.
"""

import re
from collections.abc import Sequence
from typing import Any

from service.clean.months import TITLED_MONTH

_DATE = rf"(?:{TITLED_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}} {TITLED_MONTH}(?:,? \d{{4}})?)"
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’\-]+[A-ZÀ-ÖØ-Þ](?:[ /]+(?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’\-]*|de|la|al|el))*"
_TITLED = r"[A-Z][a-zà-ÿ.'’\-]+(?:[ /\-](?:[A-Z][a-zà-ÿ.'’\-]+|de|la|al|el|of)){0,3}"
_REGION = r"(?:, [A-Z][\w.'’\-]*(?: [A-Z][\w.'’\-]*){0,3})?"
_AGENCY = r"\((?P<agency>[A-Z][\w .&/'’\-]{1,40})\)"
_BREAK = r"\s*(?::|[-–—―]{1,3})\s+(?=\S)"

# A place in capitals needs no more; one in common letters needs a date or an agency beside it.
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<place>{_CAPITALS}{_REGION})(?:,? (?P<date>{_DATE}))?(?:,? ?{_AGENCY})?{_BREAK}",
        rf"(?P<place>{_TITLED}{_REGION}),? (?P<date>{_DATE})(?:,? ?{_AGENCY})?{_BREAK}",
        rf"(?P<place>{_TITLED}{_REGION}) ?{_AGENCY}{_BREAK}",
        rf"(?P<place>){_AGENCY}{_BREAK}",
    )
)
_YEAR = re.compile(r"\d{4}")
_DATE_ALONE = re.compile(rf"(?:[A-Z][a-z]+day,? )?(?P<date>{_DATE})\.?")

_NO_PLACES = frozenset(
    """
    WATCH BREAKING UPDATE UPDATED OPINION EXCLUSIVE ANALYSIS EXPLAINER EXPLAINED LIVE VIDEO PHOTOS PHOTO NOTE EDITORIAL
    CORRECTION READ LISTEN INTERVIEW REVIEW COMMENT FACTBOX NEWS TOP STORY SPOILER WARNING ADVERTISEMENT Q A QUESTION
    ANSWER COVID COVID-19 FAQ
    """.split()
)
_TIME_WORDS = re.compile(rf"{TITLED_MONTH}|[A-Z][a-z]+day")
LONGEST = 80  # characters


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
    found = _DATE_ALONE.fullmatch(text) if len(text) <= LONGEST else None
    return found if found and _YEAR.search(found["date"]) else None


def find_dateline(text: str, start: int, end: int) -> dict[str, Any] | None:
    """The dateline at the head of a paragraph, or that is one.

    Args:
        text: the clean text.
        start, end: of its first body paragraph, end exclusive.

    Returns:
        ``text``, ``start``, ``end`` (code points of the clean text, end exclusive, without the
        mark behind it), ``place``, ``agency``, ``date``; None when there is none.
    """
    if alone := _whole_day(text[start:end]):
        return _fields(alone, start, alone.end())
    head = text[start : min(end, start + LONGEST)]
    for pattern in _PATTERNS:
        match = pattern.match(head)
        if match is None:
            continue
        place = match["place"] or None
        if place is not None and (set(place.split()) <= _NO_PLACES or _TIME_WORDS.fullmatch(place)):
            return None
        groups = match.groupdict()
        last = max(match.end(name) for name, value in groups.items() if value)
        last += head[last : last + 1] == ")"
        return _fields(match, start, last)
    return None


def _fields(match: re.Match[str], start: int, length: int) -> dict[str, Any]:
    told = match.groupdict()
    return {
        "text": match.string[:length],
        "start": start,
        "end": start + length,
        "place": told.get("place") or None,
        "agency": told.get("agency"),
        "date": told.get("date"),
    }
