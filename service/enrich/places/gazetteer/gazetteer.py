"""The gazetteer: places of GeoNames and our own tables in memory-mapped files.

Workers of one machine share the pages they read. ``python -m training.gazetteer`` writes the files
to service/data/gazetteer:

- ``places.npy``: one row a place (``PLACE``); row 0 is no place, countries come first;
- ``names.npy``: the names to be shown, UTF-8, one behind the other in the order of the rows;
- ``keys.npy``: hashes of names (see ``keys``), ascending; several rows may have one name;
- ``targets.npy``: for each key a row, with the kind of its name in the upper four bits; rows of
  one key by population, the largest first;
- ``gazetteer.json``: countries, feature codes, and what else is small;
- ``nations.tsv``: the names of countries and capitals once more, for who looks for no other places.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from service.enrich.places.gazetteer.keys import key_hash
from service.enrich.tables import DATA

FOLDER = DATA / "gazetteer"
NATIONS = "nations.tsv"

PLACE = np.dtype(
    [
        ("geonames_id", "<u4"),  # 0: not in GeoNames
        ("latitude", "<f4"),  # degrees
        ("longitude", "<f4"),
        ("name", "<u4"),  # where its name begins in names.npy; it ends where that of the next row begins
        ("admin1", "<u2"),  # row of the first level division; 0: none
        ("admin2", "<u2"),  # row of the second level division
        ("population", "<f2"),  # decimal logarithm of the number of people and one
        ("feature", "u1"),  # number of its feature code
        ("country", "u1"),  # row of its country
    ]
)

DIGITS = 5
"""Of degrees that are told: about a metre."""

KEPT = 50_000
"""Keys that are kept with what was found for them: several components ask for those of one article."""

KIND_SHIFT = 28
ROW_MASK = (1 << KIND_SHIFT) - 1


class NameKind:
    """What a name is to its place; plain numbers, for an enum is slow to ask and to compare with arrays."""

    NAME = 0
    ALTERNATE = 1
    ABBREVIATION = 2
    DEMONYM = 3
    USUAL = 4  # what most readers think of first, from our own tables: Washington is the capital


@dataclass(frozen=True, slots=True)
class Country:
    """ISO 3166-1 alpha-3 of a country, its English name, its top-level domain (``.fr``), and the row of its capital."""

    iso3: str
    name: str
    top_level_domain: str
    capital: int


class Described(NamedTuple):
    """One place of the gazetteer, as it is told; in the order of ``place.Place``.

    Attributes:
        geonames_id: None for regions of our own.
        feature_class, feature_code: GeoNames', such as ``P`` and ``PPLC``; empty for row 0.
        latitude, longitude: degrees.
        country: ISO 3166-1 alpha-3; admin1: name of the first level division.
    """

    name: str
    geonames_id: int | None
    feature_class: str
    feature_code: str
    latitude: float
    longitude: float
    country: str | None
    admin1: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """Answers to several keys, one behind the other: those to key ``i`` are ``starts[i]`` to ``starts[i + 1]``.

    Attributes:
        rows: of the places.
        kinds: ``NameKind`` of the name for the place.
    """

    rows: npt.NDArray[np.int64]
    kinds: npt.NDArray[np.int64]
    starts: npt.NDArray[np.int64]


_NO_TARGETS = np.empty(0, dtype=np.int64)

_NOWHERE = (0, 0)
"""Where the targets of a key begin and end that names no place."""


class Gazetteer:
    """Read-only access to the files in a folder.

    Raises:
        OSError: a file is missing.
        ValueError: a file is not what ``training.gazetteer`` writes.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        # Plain arrays over the mapped files: indexing a memmap object itself is many times slower.
        self.places: npt.NDArray[np.void] = np.asarray(np.load(folder / "places.npy", mmap_mode="r"))
        self._names: npt.NDArray[np.uint8] = np.asarray(np.load(folder / "names.npy", mmap_mode="r"))
        self._keys: npt.NDArray[np.uint64] = np.asarray(np.load(folder / "keys.npy", mmap_mode="r"))
        self._targets: npt.NDArray[np.uint32] = np.asarray(np.load(folder / "targets.npy", mmap_mode="r"))
        if self.places.dtype != PLACE or len(self._keys) != len(self._targets):
            raise ValueError(f"the tables in {folder} are of another version: build them anew")
        rest = json.loads((folder / "gazetteer.json").read_text(encoding="utf-8"))
        self.features: list[str] = rest["features"]
        self.countries: dict[int, Country] = {int(row): Country(*values) for row, values in rest["countries"].items()}
        self._domains = {country.top_level_domain: row for row, country in self.countries.items()}
        self._known: dict[str, tuple[int, int]] = {}
        self._having: dict[tuple[str, ...], npt.NDArray[np.bool_]] = {}
        self.country_rows: dict[str, int] = {country.iso3: row for row, country in self.countries.items()}
        self.described = lru_cache(maxsize=8_192)(self._described)
        """As ``_described``; articles name the same few places."""

    def find(self, keys: Sequence[str], most: int) -> "Found":
        """What the names behind some keys may mean, the most populous first and no more than ``most`` for each."""
        self.learn(keys)
        spans = [(first, min(end, first + most)) for first, end in map(self._known.__getitem__, keys)]
        targets = np.concatenate([_NO_TARGETS, *(self._targets[first:end] for first, end in spans if first < end)])
        sizes = np.array([0, *(end - first for first, end in spans)], dtype=np.int64)
        return Found(targets & ROW_MASK, targets >> KIND_SHIFT, sizes.cumsum())

    def present(self, keys: Collection[str]) -> list[str]:
        """Those of some keys that name a place: mostly few, and ``find`` need not be asked for the others."""
        self.learn(keys)
        return [key for key in keys if self._known[key] is not _NOWHERE]

    def meanings(self, key: str, most: int) -> list[tuple[int, int]]:
        """As ``find`` for one key: pairs of a row and a kind. Keys of one article are faster to learn at once."""
        if key not in self._known:
            self.learn((key,))
        first, end = self._known[key]
        if first == end:
            return []
        targets: list[int] = self._targets[first : min(end, first + most)].tolist()
        return [(target & ROW_MASK, target >> KIND_SHIFT) for target in targets]

    def learn(self, keys: Iterable[str]) -> None:
        """Look up those keys that are not known yet, all in one step."""
        if len(self._known) > KEPT:
            self._known = {}
        new = [key for key in keys if key not in self._known]
        if not new:
            return
        hashes = np.array(list(map(key_hash, new)), dtype=np.uint64)
        first = self._keys.searchsorted(hashes)
        self._known.update(dict.fromkeys(new, _NOWHERE))
        there = (self._keys.take(first, mode="clip") == hashes).nonzero()[0]  # few are
        ends = self._keys.searchsorted(hashes[there], side="right")
        for i, begin, end in zip(there.tolist(), first[there].tolist(), ends.tolist(), strict=True):
            self._known[new[i]] = begin, end

    def _described(self, row: int) -> Described:
        """What is told about the place of a row; a row of the table is slow to read cell by cell."""
        number, latitude, longitude, _, admin1, _, _, _, country = self.places[row].item()
        return Described(
            self.name(row),
            number or None,
            *self.feature(row),
            round(latitude, DIGITS),
            round(longitude, DIGITS),
            self.countries[country].iso3 if country else None,
            self.name(admin1) if admin1 else None,
        )

    def name(self, row: int) -> str:
        """The name of a place, as it is shown."""
        start = int(self.places[row]["name"])
        end = int(self.places[row + 1]["name"]) if row + 1 < len(self.places) else len(self._names)
        return bytes(self._names[start:end]).decode("utf-8")

    def feature(self, row: int) -> tuple[str, str]:
        """GeoNames' feature class and code, such as ``("P", "PPLC")``."""
        feature_class, _, code = self.features[self.places[row]["feature"]].partition(".")
        return feature_class, code

    def having(self, *beginnings: str) -> npt.NDArray[np.bool_]:
        """For each number of a feature whether its class and code begin so: ``P.``, ``A.ADM1``."""
        if beginnings not in self._having:
            self._having[beginnings] = np.array([feature.startswith(beginnings) for feature in self.features])
        return self._having[beginnings]

    def country_with_domain(self, domain: str | None) -> int:
        """Row of the country whose top-level domain ends a domain name; 0 when none does."""
        return self._domains.get("." + domain.rpartition(".")[2].lower(), 0) if domain else 0


@cache
def shared() -> Gazetteer:
    """The gazetteer the service ships, opened once in a process."""
    return Gazetteer()
