"""Points in time as publishers write them, as RFC 3339."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from service.clean.months import MONTH, MONTHS

_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)}
_MONTH = rf"(?P<month>{MONTH})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_TIME = r"(?:\D{1,6}(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d)?\s*(?P<half>[ap]\.?m)?)?"
_WRITTEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}}){_TIME}",
        rf"\b{_DAY}\s+{_MONTH},?\s+(?P<year>\d{{4}}){_TIME}",
        r"(?P<year>\d{4})[/.-](?P<month>\d{1,2})[/.-](?P<day>\d{1,2})"
        r"(?:[T ]+(?P<hour>\d{1,2}):(?P<minute>\d\d)(?P<half>))?",
    )
)
_LOOSE_OFFSET = re.compile(r"\s*(?:(?P<zulu>Z|UTC|GMT)|(?P<offset>[+-]\d\d:?\d\d))\s*$", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:(?:(?:first|originally)\s+)?(?:published|posted)\b(?:\s+on\b)?\W*)?"
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\W{1,2})?",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s*(?:\(?[A-Z]{1,5}\)?|[+-]\d\d:?\d\d)?")
"""What may stand about a written date and time: what it is the date of, the day of the week; the time zone."""
_SECONDS, _MILLISECONDS = re.compile(r"\d{10}"), re.compile(r"\d{13}")
FIRST_YEAR, END_YEAR = 1990, 2100
"""Years of news on the web; a moment outside is an error of its page (an epoch's begin, a founding year)."""
MAX_CHARACTERS = 80  # characters


def timestamp(value: str | None) -> str | None:
    """A point in time as RFC 3339, with the offset from UTC that it was written with.

    A time without an offset is taken for UTC, a bare day for its midnight there.

    Returns:
        None when the value tells no day of 1990 to 2100.
    """
    found = _read(value.strip()) if value and len(value) <= MAX_CHARACTERS else None
    if found is None or not FIRST_YEAR <= found.year < END_YEAR:
        return None
    found = found if found.tzinfo else found.replace(tzinfo=UTC)
    return found.isoformat(timespec="seconds").replace("+00:00", "Z")


def lone_timestamp(line: str) -> str | None:
    """The point in time of a line, or of a part of a page, that holds nothing else, as RFC 3339.

    Returns:
        None when anything but a whole date, and perhaps its time, stands in the line.
    """
    for pattern in _WRITTEN if len(line) <= MAX_CHARACTERS else ():
        match = pattern.search(line)
        if match and _BEFORE.fullmatch(line, 0, match.start()) and _AFTER.fullmatch(line, match.end()):
            return timestamp(line)
    return None


def _read(value: str) -> datetime | None:
    if _MILLISECONDS.fullmatch(value) or _SECONDS.fullmatch(value):
        return datetime.fromtimestamp(int(value[:10]), UTC)
    if value[:4].isdigit() and value[4:5] == "-":
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            pass
    if value[:3].isalpha() and ":" in value:
        try:
            return parsedate_to_datetime(value)
        except (ValueError, TypeError, IndexError, OverflowError):
            pass
    return _written(value)


def _written(value: str) -> datetime | None:
    for pattern in _WRITTEN:
        match = pattern.search(value)
        if match is None:
            continue
        month = match["month"]
        hour, minute = int(match["hour"] or 0), int(match["minute"] or 0)
        if match["half"]:
            hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
        offset = _LOOSE_OFFSET.search(value, match.end()) if match["hour"] else None
        try:
            day = datetime(
                int(match["year"]),
                int(month) if month.isdigit() else _NUMBERS[month[:3].lower()],
                int(match["day"]),
                hour,
                minute,
            )
            return (
                day if offset is None or offset["zulu"] else datetime.fromisoformat(day.isoformat() + offset["offset"])
            )
        except ValueError:
            return None
    return None
