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
    readings = [list(_readings(text, mention)) for mention in mentions]
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


def _readings(text: str, mention: Mention) -> Iterator[str]:
    """Keys of what stands behind a mention, the longest first."""
    match = _BEHIND.match(text, mention.end, mention.end + LONGEST)
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
