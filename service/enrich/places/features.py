"""What speaks for a candidate: one row of numbers for every place that a name of the article may mean.

All arrays have one element a candidate ("flat"), whatever name it belongs to; ``group`` tells the name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from service.enrich.places.gazetteer import Gazetteer, NameKind
from service.enrich.places.lookup import Candidates
from service.enrich.places.qualifier import among

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

EARTH_RADIUS_KM = 6371.0
NEAR_KM = 100.0
"""Distance at which another place of the article speaks half as strongly as from the same spot."""

MOST_ANCHORS = 64
"""Places of the article that distances are measured to: the most frequent names."""

_FEATURES = {
    "country": ("A.PCLI",),
    "capital": ("P.PPLC",),
    "admin1": ("A.ADM1",),
    "admin2": ("A.ADM2",),
    "nature": ("L.", "H.", "T."),
    "building": ("S.",),
}
"""How the feature codes begin that a column tells of."""

STATIC = (
    "population",
    *_FEATURES,
    "alternate",
    "usual",
    "demonym",
    "qualified",
    "unqualified",
    "source",
    "dateline",
)
VOTED = ("country_votes", "admin1_votes", "closeness", "nearest")
NAMES = STATIC + VOTED
"""Features in the order of their columns and weights."""

_COLUMN = {name: number for number, name in enumerate(NAMES)}

_WIDE = ("A.PCLI", "L.CONT", "L.RGN", "L.ZN", "H.OCN", "H.SEA")
"""How the feature codes of areas begin that lie near to nothing."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known before the first vote.

    Attributes:
        weights: of each name, more for a name that is repeated or stands in the headline.
        qualifiers: rows of divisions or countries that are named behind a name; empty for most.
        source_country: row of the outlet's country; 0 when it is not known.
        dateline: number of the name the dateline gives, -1 without one; it is a town.
    """

    weights: Floats
    qualifiers: Sequence[Integers]
    source_country: int
    dateline: int


class Field:
    """The candidates of all names of an article, with the columns the gazetteer has for them.

    Args:
        found: at least one name's.
    """

    def __init__(self, gazetteer: Gazetteer, found: Sequence[Candidates], circumstances: Circumstances) -> None:
        self.names = len(found)
        self.sizes = np.array([len(some.rows) for some in found], dtype=np.int64)
        self.group = np.repeat(np.arange(self.names), self.sizes)
        self.starts = np.concatenate(([0], self.sizes.cumsum()))
        self.rows = np.concatenate([some.rows for some in found])
        places = gazetteer.places[self.rows]
        self.country, self.admin1, self.admin2 = (
            places[column].astype(np.int64) for column in ("country", "admin1", "admin2")
        )
        latitude, longitude = np.radians(places["latitude"]), np.radians(places["longitude"])
        self.points = np.empty((len(self.rows), 3))
        self.points[:, 0] = np.cos(latitude) * np.cos(longitude)
        self.points[:, 1] = np.cos(latitude) * np.sin(longitude)
        self.points[:, 2] = np.sin(latitude)
        self.wide = gazetteer.having(*_WIDE)[places["feature"]]
        self.static = np.zeros((len(self.rows), len(STATIC)))
        self._tell(gazetteer, places, np.concatenate([some.kinds for some in found]))
        self._tell_here(circumstances, gazetteer.having("P.")[places["feature"]])
        # What every round of votes needs again.
        self._filled = self.sizes > 0
        self._first = self.starts[:-1][self._filled]
        self._known = (self._filled.cumsum() - 1)[self.group]
        self._weights = circumstances.weights[self.group]
        self._others = circumstances.weights[self._filled].sum() - self._weights
        self._areas = [_Areas(self.group, area, self._others) for area in (self.country, self.admin1)]
        self._columns = np.empty((len(self.rows), len(NAMES)))
        self._columns[:, : len(STATIC)] = self.static
        self._near: dict[bytes, Floats] = {}

    def _tell(self, gazetteer: Gazetteer, places: npt.NDArray[np.void], kinds: Integers) -> None:
        """Fill the static columns that are the same in every article."""
        static, number = self.static, places["feature"]
        static[:, 1 : 1 + len(_FEATURES)] = _feature_columns(gazetteer)[number]
        static[:, _COLUMN["population"]] = places["population"]
        static[:, _COLUMN["alternate"]] = kinds == NameKind.ALTERNATE
        static[:, _COLUMN["usual"]] = (kinds == NameKind.USUAL) & gazetteer.having("P.")[number]
        static[:, _COLUMN["demonym"]] = kinds == NameKind.DEMONYM

    def _tell_here(self, circumstances: Circumstances, town: npt.NDArray[np.bool_]) -> None:
        """Fill the static columns that depend on the article."""
        static = self.static
        static[:, _COLUMN["qualified"]], static[:, _COLUMN["unqualified"]] = self._qualified(circumstances.qualifiers)
        if circumstances.source_country:
            static[:, _COLUMN["source"]] = self.country == circumstances.source_country
        if circumstances.dateline >= 0:
            static[:, _COLUMN["dateline"]] = (self.group == circumstances.dateline) & town

    def _qualified(self, qualifiers: Sequence[Integers]) -> tuple[Floats, Floats]:
        """Whether the place lies in what is named behind it, and whether it is the only reading that does not."""
        inside = np.zeros(len(self.rows))
        outside = np.zeros(len(self.rows))
        for name, rows in enumerate(qualifiers):
            if not len(rows):
                continue
            own = slice(self.starts[name], self.starts[name + 1])
            within = among(self.country[own], rows) | among(self.admin1[own], rows) | among(self.admin2[own], rows)
            within &= ~among(self.rows[own], rows)
            if within.any():
                inside[own] = within
                outside[own] = ~within
        return inside, outside

    def probabilities(self, scores: Floats) -> Floats:
        """Of each candidate among those of its name (softmax)."""
        if not len(scores):
            return scores
        top = np.maximum.reduceat(scores, self._first)
        powers = np.exp(scores - top[self._known])
        chances: Floats = powers / np.bincount(self.group, powers, self.names)[self.group]
        return chances

    def features(self, chances: Floats) -> Floats:
        """All columns (``NAMES``), given how probable each candidate is so far; the next call writes over them."""
        weighted = chances * self._weights
        voted = self._columns[:, len(STATIC) :]
        voted[:, 0], voted[:, 1] = (areas.votes(weighted) for areas in self._areas)
        voted[:, 2], voted[:, 3] = self._closeness(weighted)
        return self._columns

    def _closeness(self, weighted: Floats) -> tuple[Floats | float, Floats | float]:
        """How near the other places are: 1 is the same spot, 1/2 ``NEAR_KM``; the mean, and the nearest one."""
        if not len(self._first):
            return 0.0, 0.0
        local = np.where(self.wide, 0.0, weighted)
        best = np.maximum.reduceat(local, self._first)
        order = np.argsort(-best, kind="stable")[:MOST_ANCHORS]
        order = order[best[order] > 0]
        if len(order) < 2:
            return 0.0, 0.0
        chosen = (local == best[self._known]).nonzero()[0][::-1]
        first = np.empty_like(self._first)
        first[self._known[chosen]] = chosen
        near, weights = self._near_to(first[order]), best[order]
        return near @ weights / weights.sum(), (near * np.minimum(weights, 1.0)).max(axis=1)

    def _near_to(self, anchors: Integers) -> Floats:
        """How near each candidate is to some of them, 0 to one of its own name; mostly the same ones in each round."""
        key = anchors.tobytes()
        if key not in self._near:
            squared_km = (2.0 - 2.0 * (self.points @ self.points[anchors].T)) * EARTH_RADIUS_KM**2
            near = 1.0 / (1.0 + np.maximum(squared_km, 0.0) / NEAR_KM**2)
            self._near[key] = near * (self.group[:, None] != self.group[anchors])
        return self._near[key]


@cache
def _feature_columns(gazetteer: Gazetteer) -> npt.NDArray[np.bool_]:
    """The columns of ``_FEATURES`` for each number of a feature code."""
    return np.column_stack([gazetteer.having(*beginnings) for beginnings in _FEATURES.values()])


class _Areas:
    """The candidates' countries, or their divisions.

    Args:
        group: number of each candidate's name.
        area: row of its country or division, 0 for none.
        others: the votes that all other names have.
    """

    def __init__(self, group: Integers, area: Integers, others: Floats) -> None:
        self._pair, self._number = _numbered(group * (1 << 17) + area), _numbered(area)
        self._voted = (area > 0) & (others > 0)
        self._others = np.maximum(others, 1.0)

    def votes(self, weighted: Floats) -> Floats:
        """The share of the other names' votes that the candidate's area has."""
        own = np.bincount(self._pair, weighted)[self._pair]
        everybody = np.bincount(self._number, weighted)[self._number]
        return np.where(self._voted, (everybody - own) / self._others, 0.0)


def _numbered(values: Integers) -> Integers:
    """Numbers from 0 on without gaps for some values, equal where they are equal."""
    # They are few: what np.unique prepares takes longer.
    numbers: dict[int, int] = {}
    return np.array([numbers.setdefault(value, len(numbers)) for value in values.tolist()], dtype=np.int64)
