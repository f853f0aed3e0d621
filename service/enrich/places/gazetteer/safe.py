"""How far the gazetteer alone may call a name a place: some names hardly ever mean anything else."""

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import cache
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from service.enrich.days import MONTHS, WEEKDAYS
from service.enrich.places.gazetteer.gazetteer import PLACE, Found, Gazetteer, NameKind
from service.enrich.places.gazetteer.keys import abbreviation_key, is_abbreviation, name_key
from service.enrich.words import word_set

MAX_JUDGED = 12
"""Places of one name that are looked at to judge how far it can be trusted."""

KEPT = 20_000
"""Names whose trust is kept for the next article."""

LARGE_CITY = 5.7
"""Decimal logarithm of the people of a city whose name of one word is taken (500,000)."""
DIVISION = 5.5
"""The same of a division whose name of one word is taken (300,000)."""
TOWN = 4.2
"""The same of a place whose name of several words is taken (15,000), or whose name begins that of an institution."""

GENERIC = word_set(
    """
    central western eastern northern southern north south east west northeast northwest southeast southwest centre
    center capital union federal national republic territory region province district state county city town village
    coast valley upper lower new old great little grand port bank bay lake river island islands mountain mountains
    superior supreme high memorial community public international police hill hills beach park street road avenue
    house church school university college hospital airport station court general major continent downtown
    centro nacional norte nuevo nueva novo nova distrito municipio baru barat timur utara selatan
    """
)
"""Words for kinds and parts of places, in Spanish, Portuguese and Malay too, which towns somewhere bear as names."""

AMBIGUOUS = (
    WEEKDAYS
    | MONTHS
    | word_set(
        """
    young green brown white black gray grey king queen prince princess duke bishop minister president premier
    chancellor governor senator mayor secretary ambassador captain colonel commander judge justice
    van man men most many mary bath reading mobile nice split orange lincoln jackson madison hamilton clinton
    moore taylor cruz santiago hope liberty independence enterprise eagle phoenix surprise same male best
    date deal normal progress congress alpine victory temple spring springs summer winter fall sun star moon golden gold
    of as is in on at to by up us we he me my it no so or an and the for not but all any can our out who olympic
    """
    )
    | {"high level", "top level", "south east", "north east", "south west", "north west"}
)
"""Words, months, surnames and adjectives that towns bear as names; a tagger knows the towns, the gazetteer does not."""


class Trust(IntEnum):
    """How far a name can be trusted to be a place."""

    NONE = 0
    KNOWN = 1  # when the text says so: "in Ripley", "Ripley, Ohio"
    TOWN = 2  # when it begins or ends the name of an institution: Colchester Hospital
    ALONE = 3  # when no other capitalised word stands beside it
    SURE = 4
    DEMONYM = 5  # an adjective or a noun for people


class Judged(NamedTuple):
    """How far a name can be trusted, and the rows of the places it may mean; no rows without trust."""

    trust: Trust
    rows: npt.NDArray[np.int64]


NOTHING = Judged(Trust.NONE, np.empty(0, dtype=np.int64))


class Trusts:
    """How far names can be trusted: most words of an article with a capital stood in others before.

    Attributes:
        nothing: words of which is known by now that by themselves they name no place.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.nothing: set[str] = set()
        self._known: dict[str, Judged] = {}
        self._phrases: dict[tuple[str, str], tuple[Judged, Judged] | None] = {}

    def of(self, keys: Iterable[str]) -> dict[str, Judged]:
        """What is known of some keys, and maybe of others."""
        if len(self._known) > KEPT:
            self._known = {}
        new = set(keys).difference(self._known)
        if new:
            self._known.update(dict.fromkeys(new, NOTHING))
            there = self._gazetteer.present(new - {""})
            found = self._gazetteer.find(there, MAX_JUDGED)
            spans = pairwise(found.starts.tolist())
            for key, trust, (start, end) in zip(there, _trusts(self._gazetteer, there, found), spans, strict=True):
                if trust:
                    self._known[key] = Judged(trust, found.rows[start:end].copy())
        return self._known

    def of_phrases(self, phrases: Sequence[tuple[str, str]]) -> list[tuple[Judged, Judged] | None]:
        """How far phrases can be trusted, each given with the last of its words: as names, and as abbreviations.

        None for what is nothing either way, as most phrases.
        """
        if len(self._phrases) > KEPT:
            self._phrases = {}
            self.nothing.clear()
        new = list(set(phrases).difference(self._phrases))
        keyed = [_keys(*phrase) for phrase in new]
        known = self.of(chain.from_iterable(keyed))
        for phrase, (name, abbreviation) in zip(new, keyed, strict=True):
            long, short = known[name], known[abbreviation]
            self._phrases[phrase] = None if long is short is NOTHING else (long, short)
            if long is short is NOTHING and phrase[0] == phrase[1]:
                self.nothing.add(phrase[0])
        return list(map(self._phrases.__getitem__, phrases))


@cache
def trusts_of(gazetteer: Gazetteer) -> Trusts:
    """The names of a gazetteer that this process has judged."""
    return Trusts(gazetteer)


def _keys(name: str, last: str) -> tuple[str, str]:
    """The keys to look up for a phrase: as a name, and as an abbreviation; empty for what is none."""
    if last == ".":
        return "", abbreviation_key(name)
    return name_key(name), abbreviation_key(name) if last == name and is_abbreviation(name) else ""


def _trusts(gazetteer: Gazetteer, keys: Sequence[str], found: Found) -> Iterator[Trust]:
    """How far each key can be trusted, given what the gazetteer found for it: at least one place."""
    places, features = gazetteer.places[found.rows], _features(gazetteer)
    columns = places["feature"].tolist(), places["population"].tolist(), found.kinds.tolist()
    told = [(*features[feature], people, kind) for feature, people, kind in zip(*columns, strict=True)]
    for key, (start, end) in zip(keys, pairwise(found.starts.tolist()), strict=True):
        # They are few: the steps of numpy that tell the same take longer.
        demonym = sure = wide = large = settled = division = False
        for country, land, town, divided, people, kind in told[start:end]:
            wide = wide or country or land
            demonym = demonym or kind == NameKind.DEMONYM
            sure = sure or kind == NameKind.USUAL
            if kind in (NameKind.NAME, NameKind.USUAL):
                sure = sure or country
                division = division or divided
                if town or divided:
                    large = large or people >= (LARGE_CITY if town else DIVISION)
                    settled = settled or people >= _TOWN
        yield _trust(key, demonym=demonym, sure=sure, wide=wide, large=large, town=settled, division=division)


_TOWN = float(PLACE["population"].type(TOWN))
"""As the gazetteer's own numbers are rounded."""


@cache
def _features(gazetteer: Gazetteer) -> list[tuple[bool, bool, bool, bool]]:
    """For each number of a feature code whether countries have it, continents and regions, towns, and divisions."""
    masks = [gazetteer.having(beginning).tolist() for beginning in ("A.PCLI", "L.", "P.", "A.ADM")]
    return list(zip(*masks, strict=True))


def _trust(key: str, *, demonym: bool, sure: bool, wide: bool, large: bool, town: bool, division: bool) -> Trust:
    if demonym:
        return Trust.DEMONYM
    if key.startswith("="):
        return Trust.SURE if wide or (len(key) > 4 and key.endswith(".")) else Trust.KNOWN
    if key in GENERIC or key in AMBIGUOUS or key.isdigit():
        return Trust.NONE
    several = " " in key
    if sure or (several and (town or division)):
        return Trust.SURE
    if large:
        return Trust.ALONE
    return Trust.TOWN if town else Trust.KNOWN
