"""What speaks for a candidate: one row of numbers for every place that a name of the article may mean.

All arrays have one element a candidate ("flat"), whatever name it belongs to; ``group`` tells the name.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from service.enrich.places.gazetteer.columns import COLUMN, NAMES, STATIC, Floats
from service.enrich.places.recognition.qualifier import among

Integers = npt.NDArray[np.int64]

EARTH_RADIUS_KM = 6371.0
NEAR_KM = 100.0
"""Distance at which another place of the article speaks half as strongly as from the same spot."""

MAX_ANCHORS = 64
"""Places of the article that distances are measured to: the most frequent names."""


MAX_COUNTRIES = 256
"""Rows of countries are smaller."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known before the first vote.

    Attributes:
        weights: of each name, more for a name that is repeated or stands in the headline.
        qualifiers: rows of divisions or countries that are named behind a name; empty for most.
        source_country: row of the outlet's country; 0 when it is not known.
        dateline: number of the name the dateline gives, -1 without one; it is a town.
        home: number of the name that the paper bears, -1 for none; its country is not known then.
        english: rows of the countries in one of which that town lies.
        kin: of each name a number that it has in common with those that differ by words such as "County" alone.
    """

    weights: Floats
    qualifiers: Sequence[Integers]
    source_country: int
    dateline: int
    home: int
    english: Integers
    kin: Integers


_STATIC, _FEATURES = slice(len(STATIC)), slice(len(NAMES))
_POINT = slice(COLUMN["x"], COLUMN["z"] + 1)
_NUMBERS = slice(COLUMN["row"], None)


class Field:
    """The candidates of all names of an article.

    Args:
        found: for each name its candidates (see ``columns``); at least one name's. Without any candidate there are no
            probabilities to ask for.
    """

    def __init__(self, found: Sequence[Floats], circumstances: Circumstances) -> None:
        self.names = len(found)
        self.sizes = np.array(list(map(len, found)), dtype=np.int64)
        self.group = np.repeat(np.arange(self.names), self.sizes)
        self.starts = np.concatenate(([0], self.sizes.cumsum()))
        own = np.concatenate(found)
        self.static, self._columns, self._points = own[:, _STATIC], own[:, _FEATURES], own[:, _POINT]
        numbers = own[:, _NUMBERS].T.astype(np.int64)
        self.rows, self.country, self.admin1, self.admin2 = numbers[:4]
        self._local, self.town = 1.0 - own[:, COLUMN["wide"]], own[:, COLUMN["town"]] > 0
        self._tell_here(circumstances, self.town)
        # What every round of votes needs again.
        self._filled = self.sizes > 0
        self._first = self.starts[:-1][self._filled]
        self._known = (self._filled.cumsum() - 1)[self.group]
        self._weights = circumstances.weights[self.group]
        others = circumstances.weights[self._filled].sum() - self._weights
        self._areas = _Areas(numbers[1:3], numbers[4:] + self.starts[self.group], others)
        self._near: dict[bytes, Floats] = {}

    def _tell_here(self, circumstances: Circumstances, town: npt.NDArray[np.bool_]) -> None:
        """Fill the static columns that depend on the article."""
        static = self.static
        self._tell_qualified(circumstances.qualifiers)
        if circumstances.source_country:
            static[:, COLUMN["source"]] = self.country == circumstances.source_country
        if circumstances.home >= 0:
            own = slice(self.starts[circumstances.home], self.starts[circumstances.home + 1])
            # A paper of exiles may bear the name of a country.
            local = np.isin(self.country[own], circumstances.english) & town[own]
            static[own, COLUMN["source"]] = np.where(local, 1.0, static[own, COLUMN["country"]] - 1.0)
        if circumstances.dateline >= 0:
            static[:, COLUMN["dateline"]] = (self.group == circumstances.dateline) & town
        shared = self._shared_divisions(circumstances.kin[self.group])
        if len(shared):
            static[:, COLUMN["county"]] = among(self.admin2, shared)

    def _shared_divisions(self, kin: Integers) -> Integers:
        """Rows of second level divisions that places lie in, or are, which two names at least may mean.

        Of the towns called Dover and the counties called Kent the article means those that lie together; which of them
        are famous tells little then.
        """
        order = self.admin2.argsort(kind="stable")
        divisions, names = self.admin2[order], kin[order]
        twice = (divisions[1:] == divisions[:-1]) & (names[1:] != names[:-1])
        shared: Integers = divisions[1:][twice]
        return shared[shared > 0]

    def _tell_qualified(self, qualifiers: Sequence[Integers]) -> None:
        """Whether the place lies in what is named behind it, and whether it is the only reading that does not."""
        for name, rows in enumerate(qualifiers):
            if not len(rows):
                continue
            own = slice(self.starts[name], self.starts[name + 1])
            within = among(self.country[own], rows) | among(self.admin1[own], rows) | among(self.admin2[own], rows)
            within &= ~among(self.rows[own], rows)
            if within.any():
                self.static[own, COLUMN["qualified"]] = within
                self.static[own, COLUMN["unqualified"]] = ~within

    def is_qualified(self, name: int) -> bool:
        """Whether any place of a name lies in what is named behind it."""
        own = slice(self.starts[name], self.starts[name + 1])
        return bool(self.static[own, COLUMN["qualified"]].any())

    def probabilities(self, scores: Floats) -> Floats:
        """Of each candidate among those of its name (softmax)."""
        top = np.maximum.reduceat(scores, self._first)
        powers = np.exp(scores - top[self._known])
        chances: Floats = powers / np.bincount(self.group, powers, self.names)[self.group]
        return chances

    def features(self, chances: Floats) -> Floats:
        """All columns (``NAMES``), given how probable each candidate is so far; the next call writes over them."""
        weighted = chances * self._weights
        voted = self._columns[:, len(STATIC) :]
        voted[:, :2] = self._areas.votes(weighted).T
        voted[:, 2], voted[:, 3] = self._closeness(weighted)
        return self._columns

    def _closeness(self, weighted: Floats) -> tuple[Floats | float, Floats | float]:
        """How near the other places are: 1 is the same spot, 1/2 ``NEAR_KM``; the mean, and the nearest one."""
        local = weighted * self._local
        best = np.maximum.reduceat(local, self._first)
        order = (-best).argsort(kind="stable")[:MAX_ANCHORS]
        order = order[best[order] > 0]
        if len(order) < 2:
            return 0.0, 0.0
        chosen = (local == best[self._known]).nonzero()[0][::-1]
        first = np.empty_like(self._first)
        first[self._known[chosen]] = chosen
        near, weights = self._near_to(first[order]), best[order]
        # A copy: the greatest along short rows takes numpy several times as long as that of long ones.
        nearest: Floats = (near * np.minimum(weights, 1.0)).T.copy().max(axis=0)
        return near @ weights / weights.sum(), nearest

    def _near_to(self, anchors: Integers) -> Floats:
        """How near each candidate is to some of them, 0 to one of its own name; mostly the same ones in each round."""
        key = anchors.tobytes()
        if key not in self._near:
            squared_km = (2.0 - 2.0 * (self._points @ self._points[anchors].T)) * EARTH_RADIUS_KM**2
            near = 1.0 / (1.0 + np.maximum(squared_km, 0.0) / NEAR_KM**2)
            self._near[key] = near * (self.group[:, None] != self.group[anchors])
        return self._near[key]


class _Areas:
    """The candidates' countries, and their divisions: two rows of every array.

    Args:
        areas: rows of the gazetteer, 0 for none.
        pairs: a number for each name in each area.
        others: the votes that all other names have.
    """

    def __init__(self, areas: Integers, pairs: Integers, others: Floats) -> None:
        width = areas.shape[1]
        self._shape = areas.shape
        self._pairs = np.concatenate((pairs[0], pairs[1] + width))
        self._numbers = np.concatenate((areas[0], MAX_COUNTRIES + _numbered(areas[1].tolist())))
        self._voted = (areas > 0) & (others > 0)
        self._others = np.maximum(others, 1.0)

    def votes(self, weighted: Floats) -> Floats:
        """The share of the other names' votes that the candidate's country has, and its division."""
        twice = np.concatenate((weighted, weighted))
        own = np.bincount(self._pairs, twice)[self._pairs]
        everybody = np.bincount(self._numbers, twice)[self._numbers]
        shares: Floats = np.where(self._voted, (everybody - own).reshape(self._shape) / self._others, 0.0)
        return shares


def _numbered(values: Iterable[int]) -> Integers:
    """Numbers from 0 on without gaps for some values, equal where they are equal."""
    # They are few: what np.unique prepares takes longer.
    numbers: dict[int, int] = {}
    return np.array([numbers.setdefault(value, len(numbers)) for value in values], dtype=np.int64)
