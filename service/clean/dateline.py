"""Datelines: the place, the date and the agency before a story's first sentence.

``LONDON, March 3 (Reuters) - ``; the dateline stays in the text, as readers of wires expect.
"""

import re
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

_NO_PLACES = frozenset(
    """
    WATCH BREAKING UPDATE UPDATED OPINION EXCLUSIVE ANALYSIS EXPLAINER EXPLAINED LIVE VIDEO PHOTOS PHOTO NOTE EDITORIAL
    CORRECTION READ LISTEN INTERVIEW REVIEW COMMENT FACTBOX NEWS TOP STORY SPOILER WARNING ADVERTISEMENT Q A QUESTION
    ANSWER COVID COVID-19 FAQ
    """.split()
)
_TIME_WORDS = re.compile(rf"{TITLED_MONTH}|[A-Z][a-z]+day")
LONGEST = 80  # characters


def find_dateline(text: str, start: int, end: int) -> dict[str, Any] | None:
    """The dateline at the head of a paragraph.

    Args:
        text: the clean text.
        start, end: of its first body paragraph, end exclusive.

    Returns:
        ``text``, ``start``, ``end`` (code points of the clean text, end exclusive, without the
        mark behind it), ``place``, ``agency``, ``date``; None when there is none.
    """
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
        return {
            "text": head[:last],
            "start": start,
            "end": start + last,
            "place": place,
            "agency": groups.get("agency"),
            "date": groups.get("date"),
        }
    return None
