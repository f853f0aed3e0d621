"""The candidates of names as rows of numbers: what is the same in every article is kept for the next one.

Articles name the same few places, and to gather what the gazetteer has for them takes most of the time of ranking.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise

import numpy as np
import numpy.typing as npt

from service.enrich.places.gazetteer.gazetteer import Gazetteer, NameKind
from service.enrich.places.gazetteer.lookup import Candidates, candidates

Floats = npt.NDArray[np.float64]

KEPT = 4_096
"""Names whose candidates are kept."""

_BEGINNINGS = {
    "country": ("A.PCLI",),
    "capital": ("P.PPLC",),
    "admin1": ("A.ADM1",),
    "admin2": ("A.ADM2",),
    "nature": ("L.", "H.", "T."),
    "building": ("S.",),
}
"""How the feature codes begin that a feature tells of."""

STATIC = (
    "population",
    *_BEGINNINGS,
    "alternate",
    "usual",
    "demonym",
    "qualified",
    "unqualified",
    "source",
    "dateline",
    "county",
)
VOTED = ("country_votes", "admin1_votes", "closeness", "nearest")
NAMES = STATIC + VOTED
"""Features in the order of their columns and weights; articles fill in those that depend on them."""

OTHERS = (
    *("x", "y", "z", "wide", "town"),
    *("row", "country_row", "admin1_row", "admin2_row", "first_of_country", "first_of_admin1"),
)
"""Columns behind the features: a point of the unit sphere; whether an area lies near to nothing, and whether a place is
a town; rows of the gazetteer; and the first candidate of the name with the same country, and with the same division.
"""

COLUMN = {name: number for number, name in enumerate(NAMES + OTHERS)}

_WIDE = ("A.PCLI", "L.CONT", "L.RGN", "L.ZN", "H.OCN", "H.SEA")
"""How the feature codes of areas begin that lie near to nothing."""


class Columns:
    """The candidates of names, a row of all columns for each."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._known: dict[str, Floats] = {}

    def of(self, names: Sequence[str]) -> list[Floats]:
        """The candidates of each name, the most populous first; to be read only."""
        if len(self._known) > KEPT:
            self._known = {}
        new = [name for name in dict.fromkeys(names) if name not in self._known]
        if new:
            found = candidates(self._gazetteer, new)
            ends = accumulate((len(some.rows) for some in found), initial=0)
            read = self._read(found)
            self._known.update(zip(new, [read[start:end] for start, end in pairwise(ends)], strict=True))
        return list(map(self._known.__getitem__, names))

    def _read(self, found: Sequence[Candidates]) -> Floats:
        gazetteer = self._gazetteer
        rows, kinds = (np.concatenate([getattr(some, part) for some in found]) for part in ("rows", "kinds"))
        places = gazetteer.places[rows]
        feature, town = places["feature"], gazetteer.having("P.")
        columns = np.zeros((len(rows), len(COLUMN)))
        columns[:, 1 : 1 + len(_BEGINNINGS)] = _feature_columns(gazetteer)[feature]
        latitude, longitude = np.radians(places["latitude"]), np.radians(places["longitude"])
        level = np.cos(latitude)
        for name, values in {
            "population": places["population"],
            "alternate": kinds == NameKind.ALTERNATE,
            "usual": (kinds == NameKind.USUAL) & town[feature],
            "demonym": kinds == NameKind.DEMONYM,
            "x": level * np.cos(longitude),
            "y": level * np.sin(longitude),
            "z": np.sin(latitude),
            "wide": gazetteer.having(*_WIDE)[feature],
            "town": town[feature],
            "row": rows,
            "country_row": places["country"],
            "admin1_row": places["admin1"],
            "admin2_row": places["admin2"],
            "first_of_country": list(_firsts(found, places["country"].tolist())),
            "first_of_admin1": list(_firsts(found, places["admin1"].tolist())),
        }.items():
            columns[:, COLUMN[name]] = values
        return columns


@cache
def columns_of(gazetteer: Gazetteer) -> Columns:
    """The candidates in a gazetteer that this process has read."""
    return Columns(gazetteer)


def _firsts(found: Sequence[Candidates], areas: Sequence[int]) -> Iterator[int]:
    """For each candidate the first one of its name that lies in the same area."""
    start = 0
    for some in found:
        end = start + len(some.rows)
        first: dict[int, int] = {}
        for place, area in enumerate(areas[start:end]):
            yield first.setdefault(area, place)
        start = end


@cache
def _feature_columns(gazetteer: Gazetteer) -> npt.NDArray[np.bool_]:
    """The columns of ``_BEGINNINGS`` for each number of a feature code."""
    return np.column_stack([gazetteer.having(*beginnings) for beginnings in _BEGINNINGS.values()])
