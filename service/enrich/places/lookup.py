"""From a name as it is written to the places it may mean."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from service.enrich.places.gazetteer import Gazetteer, NameKind
from service.enrich.places.keys import abbreviation_key, name_key
from service.enrich.places.safe import GENERIC

MOST_CANDIDATES = 40
"""Of one name. Nearly all names have fewer; a Santa Rosa that is not among the largest 40 is given up."""

LEAST_LETTERS = 4
"""Of a part of a name that is looked up alone."""

_IntArray = npt.NDArray[np.int64]

_BEFORE = re.compile(
    r"^(?:(?:north|south|east|west|central|mid|inner|outer|lower|upper|greater|downtown|uptown|upstate|metro|suburban|"
    r"rural|mainland|continental|northern|southern|eastern|western|northeastern|northwestern|southeastern|"
    r"southwestern|north ?east(?:ern)?|north ?west(?:ern)?|south ?east(?:ern)?|south ?west(?:ern)?|modern|former|"
    r"occupied|city of|town of|village of|state of|province of|county of|republic of|kingdom of|district of|port of|"
    r"region of|island of|isle of|greater|old|and|al|el|ash|ad|an|ar|as|at)\s+)+"
)
_AFTER = re.compile(
    r"(?:\s+(?:city|town|township|village|county|parish|district|province|state|region|area|prefecture|governorate|"
    r"municipality|oblast|island|islands|peninsula|metropolitan|metro|valley|proper|territory|department|borough|"
    r"suburb|international|regional|airport|harbou?r|port|river|bay|beach|co|republic))+$"
)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Places a name may mean: rows of the gazetteer, and for each the kind of the name."""

    rows: _IntArray
    kinds: _IntArray


def candidates(gazetteer: Gazetteer, names: Sequence[str]) -> list[Candidates]:
    """The places each name may mean, the most populous first; none for a name that is not in the gazetteer.

    A name that is not there as it is written is tried without words such as ``northern`` and ``province``.
    """
    found: list[Candidates | None] = [None] * len(names)
    attempts = [_keys(name) for name in names]
    while waiting := [
        (i, keys) for i, some in enumerate(found) if some is None and (keys := next(attempts[i], None)) is not None
    ]:
        answers = gazetteer.find([key for _, keys in waiting for key in keys], MOST_CANDIDATES)
        starts = answers.starts.tolist()
        key = 0
        for i, keys in waiting:
            first, key = starts[key], key + len(keys)
            if starts[key] > first:
                found[i] = _one_sense(answers.rows[first : starts[key]], answers.kinds[first : starts[key]])
    empty = np.empty(0, dtype=np.int64)
    return [some or Candidates(empty, empty) for some in found]


def _keys(name: str) -> Iterator[tuple[str, ...]]:
    """Keys to try, best first; those of one tuple together."""
    key = name_key(name)
    short = is_abbreviation(name)
    if short:
        # Capitals may be an abbreviation or a heading: PERU is not, US is.
        yield (abbreviation_key(name),)
        if "." in name:
            yield (abbreviation_key(name.replace(".", "")),)
    if key in GENERIC:
        return
    if key and not (short and "." in name and len(key) < LEAST_LETTERS):
        yield (key,)
    bare = _AFTER.sub("", _BEFORE.sub("", key))
    if bare and bare != key:
        yield (bare,)
    parts = (key.rpartition(" ")[2], key.partition(" ")[0]) if "-" in name or "/" in name else ()
    if long_parts := tuple(part for part in parts if len(part) >= LEAST_LETTERS):
        yield long_parts


def is_abbreviation(name: str) -> bool:
    """Whether a name looks like one: ``US``, ``Calif.``, ``N.S.W.``."""
    return len(name) <= 8 and (name.isupper() or name.endswith("."))


def _one_sense(rows: _IntArray, kinds: _IntArray) -> Candidates:
    """An adjective of a country is one, even where a village is written alike."""
    demonyms = kinds == NameKind.DEMONYM
    if demonyms.any():
        rows, kinds = rows[demonyms], kinds[demonyms]
    return Candidates(rows, kinds)
