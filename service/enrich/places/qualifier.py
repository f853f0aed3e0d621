"""``Springfield, Ill.``: a division or a country named right behind a place tells which one it is."""

import re
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from service.enrich.places.gazetteer import Gazetteer
from service.enrich.places.keys import abbreviation_key, name_key
from service.enrich.places.mention import Mention

LONGEST = 48
"""Code points behind a mention in which its qualifier stands."""

_BEHIND = re.compile(
    r"(?:,\s+(?:(?:in|near|northern|southern|eastern|western|central|north|south|east|west)\s+){0,2}"
    r"|\s+\(|,?\s+in\s+(?:the\s+(?:US|U\.S\.)\s+state\s+of\s+)?)"
    r"((?:[A-Z][\w.'’-]*)(?:\s(?:of\s|and\s)?[A-Z][\w.'’-]*){0,3})"
)
_CLASSES = ("A.PCLI", "A.ADM1", "A.ADM2")

_Rows = npt.NDArray[np.int64]


def qualifiers(gazetteer: Gazetteer, text: str, mentions: Sequence[Mention]) -> list[_Rows]:
    """For each mention the rows of the divisions or countries that its qualifier may mean; none without one."""
    readings = [list(_readings(text, mention.end)) for mention in mentions]
    flat = sorted({key for keys in readings for key in keys})
    answers = dict(zip(flat, (rows for rows, _ in gazetteer.find(flat, 12)), strict=True))
    allowed = gazetteer.having(*_CLASSES)
    none = np.empty(0, dtype=np.int64)
    found = []
    for keys in readings:
        rows = none
        for key in keys:
            rows = answers[key]
            rows = rows[allowed[gazetteer.places["feature"][rows]]]
            if len(rows):
                break
        found.append(rows)
    return found


def qualifies(gazetteer: Gazetteer, text: str, end: int, rows: _Rows) -> bool:
    """Whether behind an offset stands a comma and a division or country that one of the places lies in."""
    if not text.startswith(", ", end):
        return False
    (areas,) = qualifiers(gazetteer, text, [Mention(end, end, "")])
    places = gazetteer.places[rows]
    return any(np.isin(places[column], areas).any() for column in ("country", "admin1", "admin2"))


def _readings(text: str, end: int) -> Iterator[str]:
    """Keys of what stands behind an offset, the longest first."""
    match = _BEHIND.match(text, end, end + LONGEST)
    if not match:
        return
    words = match.group(1).split()
    for length in range(len(words), 0, -1):
        phrase = " ".join(words[:length])
        yield name_key(phrase.removesuffix("'s").removesuffix("’s"))
        if length == 1:
            yield abbreviation_key(phrase)
            yield abbreviation_key(phrase.rstrip("."))
            yield abbreviation_key(phrase.upper() if len(phrase) > 2 and phrase.endswith(".") else phrase)
