"""The day that an article's URL tells: papers file their stories by it, "/2026/03/04/talks-in-lima"."""

import re
from datetime import date
from urllib.parse import urlsplit

from service.clean.months import MONTH_NAMES, MONTHS

_FIRST_YEAR = 1994  # of papers on the web

_SEGMENTS = re.compile(r"/((?:19|20)\d\d)/(\d{1,2}|[a-z]{3,9})/(\d{1,2})(?=[/-]|$)", re.IGNORECASE)
"""Year, month and day as parts of a path."""

_ONE_SEGMENT = re.compile(r"/((?:19|20)\d\d)(-?)(\d\d)\2(\d\d)(?=[/-]|$)")
"""The same in the beginning of one part: "/2026-03-04-talks", "/20260304/talks"."""

_NUMBERS = {name: number for names in (MONTHS, MONTH_NAMES) for number, name in enumerate(names, 1)} | {"sept": 9}
"""Of months by their names, whole or short: "/2026/markets/3" is a section of a paper, and no day in March."""


def day_of_url(url: str | None) -> date | None:
    """The day in the path of a URL, None where there is none, or none that a calendar has."""
    try:
        path = urlsplit(url).path if url else ""
    except ValueError:
        return None
    if found := _SEGMENTS.search(path):
        year, month, day = found.groups()
        return _day(year, month if month.isdigit() else _NUMBERS.get(month.lower(), 0), day)
    if found := _ONE_SEGMENT.search(path):
        return _day(found[1], found[3], found[4])
    return None


def _day(year: str, month: str | int, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year >= _FIRST_YEAR else None
