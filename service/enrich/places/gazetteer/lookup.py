"""From a name as it is written to the places it may mean."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from service.enrich.places.gazetteer.gazetteer import Gazetteer, NameKind
from service.enrich.places.gazetteer.keys import abbreviation_key, is_abbreviation, name_key
from service.enrich.places.gazetteer.safe import GENERIC

MAX_CANDIDATES = 40
"""Of one name. Nearly all names have fewer; a Santa Rosa that is not among the largest 40 is given up."""

LARGE_TOWN = 5.0
"""Decimal logarithm of the people of a town (100,000) that the second half of a name may mean."""

MIN_LETTERS = 4
"""Of a part of a name that is looked up alone."""

_IntArray = npt.NDArray[np.int64]

_BEFORE = re.compile(
    r"^(?:(?:north|south|east|west|central|mid|inner|outer|lower|upper|greater|downtown|uptown|upstate|metro|suburban|"
    r"rural|mainland|continental|northern|southern|eastern|western|northeastern|northwestern|southeastern|"
    r"southwestern|north ?east(?:ern)?|north ?west(?:ern)?|south ?east(?:ern)?|south ?west(?:ern)?|modern|former|"
    r"ancient|medieval|colonial|imperial|tsarist|soviet|communist|fascist|nazi|wartime|post-?war|divided|reunified|"
    r"occupied|city of|town of|village of|state of|province of|county of|republic of|kingdom of|district of|port of|"
    r"region of|governorate of|municipality of|department of|prefecture of|canton of|"
    r"island of|isle of|sultanate of|emirate of|principality of|grand duchy of|"
    r"(?:(?:arab|islamic|federal|democratic|socialist|bolivarian|plurinational|co ?operative|oriental|united|people ?s|"
    r"hashemite) )+(?:republic|kingdom|state) of(?: the)?|"
    r"greater|old|and|al|el|ash|ad|an|ar|as|at)\s+)+"
)
_AFTER = re.compile(
    r"(?:\s+(?:city|town|township|village|county|parish|district|province|state|region|area|prefecture|governorate|"
    r"municipality|oblast|island|islands|peninsula|metropolitan|metro|valley|proper|territory|department|borough|"
    r"suburb|(?<!ian )autonomous|international|regional|airport|harbou?r|port|river|bay|beach|co|republic|"
    r"dam|refugee|camp|prison))+$"
)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Places a name may mean: rows of the gazetteer, and for each the kind of the name."""

    rows: _IntArray
    kinds: _IntArray


_NONE = Candidates(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64))


def candidates(gazetteer: Gazetteer, names: Sequence[str]) -> list[Candidates]:
    """The places that names may mean, the most populous first; none for a name that is not in the gazetteer.

    A name that is not there as it is written is tried without words such as ``northern`` and ``province``.
    """
    attempts = [list(_keys(name)) for name in names]
    found = gazetteer.find([key for own in attempts for attempt in own for key in attempt.keys], MAX_CANDIDATES)
    starts = found.starts.tolist()
    read = 0
    told = []
    for name, own in zip(names, attempts, strict=True):
        best = _NONE
        for attempt in own:
            start, end = starts[read], starts[read + len(attempt.keys)]
            read += len(attempt.keys)
            if start < end and not len(best.rows):
                best = _one_sense(gazetteer, found.rows[start:end], found.kinds[start:end], are_parts=attempt.are_parts)
                if attempt.are_parts and starts[read - 1] == end:
                    best = _without_villages(gazetteer, best)  # nobody knows its first part
        told.append(best if name.isascii() else _with_accents(gazetteer, name, best))
    return told


@lru_cache(maxsize=16_384)
def bare_key(name: str) -> str:
    """The key of a name without words such as ``northern`` and ``province``; empty where it has no others."""
    return _AFTER.sub("", _BEFORE.sub("", name_key(name)))


class _Attempt(NamedTuple):
    """Keys to try together.

    Attributes:
        are_parts: whether they are parts of a name, which means no place that only others call so: no "Baru" is
            Johor Bahru, and "Sino" nothing.
    """

    keys: tuple[str, ...]
    are_parts: bool = False


def _keys(name: str) -> Iterator[_Attempt]:
    """What to try, best first."""
    key = name_key(name)
    short = is_abbreviation(name)
    if short:
        # Capitals may be an abbreviation or a heading: PERU is not, US is.
        yield _Attempt((abbreviation_key(name),))
        if "." in name:
            yield _Attempt((abbreviation_key(name.replace(".", "")),))
    if key in GENERIC:
        return
    if key and not (short and "." in name and len(key) < MIN_LETTERS):
        yield _Attempt((key,))
    bare = bare_key(name)
    if bare and bare != key:
        yield _Attempt((bare,))
    parts = (key.rpartition(" ")[2], key.partition(" ")[0]) if "-" in name or "/" in name else ()
    if long_parts := tuple(part for part in parts if len(part) >= MIN_LETTERS and part not in GENERIC):
        yield _Attempt(long_parts, are_parts=True)


def _without_villages(gazetteer: Gazetteer, found: Candidates) -> Candidates:
    """Places but for small towns, which the second half of an unknown name hardly ever means: "Zzyzx-Market"."""
    places = gazetteer.places[found.rows]
    kept = ~gazetteer.having("P.")[places["feature"]] | (places["population"] >= LARGE_TOWN)
    return Candidates(found.rows[kept], found.kinds[kept])


def _with_accents(gazetteer: Gazetteer, name: str, found: Candidates) -> Candidates:
    """Of places whose names differ by accents only those that have the accents written: San José is not San Jose."""
    shown = [gazetteer.name(row) for row in found.rows.tolist()]
    if name not in shown:
        return found
    kept = np.array([other == name or name_key(other) != name_key(name) for other in shown])
    return Candidates(found.rows[kept], found.kinds[kept])


def _one_sense(gazetteer: Gazetteer, rows: _IntArray, kinds: _IntArray, *, are_parts: bool) -> Candidates:
    """An adjective of a country is one, even where a village is written alike; see ``_Attempt`` for parts of names.

    The name of a country means none of its divisions, and no town that only some call so: Mexico is not Mexico City.
    """
    if are_parts:
        own = kinds != NameKind.ALTERNATE
        rows, kinds = rows[own], kinds[own]
    features = gazetteer.places["feature"][rows]
    countries = gazetteer.having("A.PCL")[features] & (kinds != NameKind.ALTERNATE)
    if countries.any():
        inside = np.isin(gazetteer.places["country"][rows], rows[countries]) & ~countries
        kept = ~inside | ((kinds != NameKind.ALTERNATE) & gazetteer.having("P.")[features])
        rows, kinds = rows[kept], kinds[kept]
    capitals = gazetteer.having("P.PPLC")[gazetteer.places["feature"][rows]] & (kinds != NameKind.ALTERNATE)
    if capitals.any():
        own = np.isin(gazetteer.places["country"][rows], gazetteer.places["country"][rows[capitals]])
        kept = ~(own & gazetteer.having("A.ADM1")[gazetteer.places["feature"][rows]])
        rows, kinds = rows[kept], kinds[kept]
    if NameKind.DEMONYM in kinds.tolist():
        demonyms = kinds == NameKind.DEMONYM
        rows, kinds = rows[demonyms], kinds[demonyms]
    return Candidates(rows, kinds)
