"""``Springfield, Ill.``: a division or a country named right behind a place tells which one it is."""

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from service.enrich.places.gazetteer.gazetteer import Gazetteer
from service.enrich.places.gazetteer.keys import abbreviation_key, name_key
from service.enrich.places.gazetteer.safe import GENERIC

LONGEST = 48
"""Code points behind a mention in which its qualifier stands."""

_BEHIND = re.compile(
    r"(?:,\s+(?:(?:in|near|northern|southern|eastern|western|central|north|south|east|west)\s+){0,2}"
    r"|\s+\(|,?\s+in\s+(?:the\s+(?:US|U\.S\.)\s+state\s+of\s+)?)"
    r"((?:[A-Z][\w.'’-]*)(?:\s(?:of\s|and\s)?[A-Z][\w.'’-]*){0,3})"
)
_CLASSES = ("A.PCLI", "A.ADM1", "A.ADM2")

MAX_AREAS = 12
"""Divisions or countries of one name that are looked at."""

KEPT = 20_000
"""Names that are kept for the next article."""

_Rows = npt.NDArray[np.int64]
_NONE: _Rows = np.empty(0, dtype=np.int64)


def qualifiers(gazetteer: Gazetteer, text: str, ends: Sequence[int]) -> list[_Rows]:
    """For each end of a mention the rows of the divisions or countries its qualifier may mean; none without one."""
    readings = [list(_readings(text, end)) for end in ends]
    known = _areas_of(gazetteer).of({key for keys in readings for key in keys})
    return [next((known[key] for key in keys if len(known[key])), _NONE) for keys in readings]


class _Areas:
    """Divisions and countries by name: what stands behind places is mostly the same in all articles."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._known: dict[str, _Rows] = {}

    def of(self, keys: Set[str]) -> dict[str, _Rows]:
        """The rows of what some keys may mean, and maybe those of others."""
        if len(self._known) > KEPT:
            self._known = {}
        new = sorted(key for key in keys if key not in self._known)  # no step for each of the known ones
        if new:
            found = self._gazetteer.find(new, MAX_AREAS)
            areas = self._gazetteer.having(*_CLASSES)[self._gazetteer.places["feature"][found.rows]]
            for key, (start, end) in zip(new, pairwise(found.starts.tolist()), strict=True):
                self._known[key] = found.rows[start:end][areas[start:end]] if start < end else _NONE
        return self._known


@cache
def _areas_of(gazetteer: Gazetteer) -> _Areas:
    return _Areas(gazetteer)


def lies_in(gazetteer: Gazetteer, rows: _Rows, areas: _Rows) -> bool:
    """Whether one of some places lies in one of some divisions or countries."""
    places = gazetteer.places[rows]
    return any(bool(among(places[column], areas).any()) for column in ("country", "admin1", "admin2"))


def among(values: npt.NDArray[np.integer[Any]], few: _Rows) -> npt.NDArray[np.bool_]:
    """Whether each value is one of a few others (what ``np.isin`` prepares takes longer than comparing them all)."""
    found: npt.NDArray[np.bool_] = (values[:, None] == few).any(axis=1)
    return found


def _readings(text: str, end: int) -> Iterator[str]:
    """Keys of what stands behind an offset, the longest first."""
    if text[end : end + 1] == " " and (following := text[end + 1 : end + 2]).isalnum() and following != "i":
        return  # as mostly: only "in" may follow without a mark
    match = _BEHIND.match(text, end, end + LONGEST)
    if not match:
        return
    words = match.group(1).rstrip("-").split()
    for length in range(len(words), 0, -1):
        phrase = " ".join(words[:length])
        key = name_key(phrase.removesuffix("'s").removesuffix("’s"))
        if key not in GENERIC:  # "in South Dover" is not in the South
            yield key
        if length == 1:
            yield abbreviation_key(phrase)
            yield abbreviation_key(phrase.rstrip("."))
            yield abbreviation_key(phrase.upper() if len(phrase) > 2 and phrase.endswith(".") else phrase)
