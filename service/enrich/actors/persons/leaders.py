"""Well-known leaders: the country, office and sector of persons whom news call by name alone."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

from service.enrich.accents import PLAIN_LETTERS, without_accents
from service.enrich.actors.persons.common_names import is_anyones
from service.enrich.actors.persons.offices import EVER, Leader, Office
from service.enrich.actors.reading.lexicon import FOLDER
from service.enrich.aliases.names.names import take_apart
from service.enrich.tables import rows

_BEFORE, _AFTER = 2, 8
"""Years around a time in office in which news call someone by a name that others bear too."""

_NEAR = 1
"""Years around a time in office in which a surname that the table does not list means its only bearer in office."""

_MIN_SURNAME = 4
"""Letters of such a surname."""

_FAMILY_NAME_FIRST = frozenset(("CHN", "HKG", "TWN", "KOR", "PRK", "VNM", "SGP", "KHM", "MMR"))
"""Countries where the last word of a name is mostly no surname."""

_LETTERS = str.maketrans(PLAIN_LETTERS | {"’": "'"})

_ARTICLE = re.compile(r"\b(?:Al|El)-")


class Leaders:
    """Look-up in service/data/actors/leaders.tsv; reads it once and changes nothing later.

    Raises:
        OSError: there is no table.
        ValueError: a line has other columns than it must.
    """

    def __init__(self, path: Path = FOLDER / "leaders.tsv") -> None:
        offices: defaultdict[str, list[Office]] = defaultdict(list)
        forms: defaultdict[str, set[str]] = defaultdict(set)
        for name, others, office in _rows(path):
            offices[name].append(office)
            bare = (take_apart(form, True).bare for form in (name, *others))
            forms[name].update(map(key, (name, *others, *(form for form in bare if " " in form))))
        self._listed: defaultdict[str, list[Leader]] = defaultdict(list)
        self._surnames: defaultdict[str, list[Leader]] = defaultdict(list)
        for name, held in offices.items():
            leader = Leader(name, tuple(held))
            for form in forms[name]:
                self._listed[form].append(leader)
            # "Francis" of "Pope Francis" is no surname.
            surname = key(name).rpartition(" ")[2]
            if (
                len(surname) >= _MIN_SURNAME
                and held[0].country not in _FAMILY_NAME_FIRST
                and all(" " in form for form in forms[name])
                and not is_anyones(surname)
                and take_apart(name, True).bare == name
            ):
                self._surnames[surname].append(leader)

    def named(self, name: str, year: int | None, countries: Sequence[str] = ()) -> Leader | None:
        """The leader of a name that the table lists (case counts, accents do not).

        Args:
            countries: of two of a name that of the first of these is meant: King Abdullah of Jordan, or another one.
        """
        found = self._listed.get(key(name))
        if found is None:
            return None
        if year is not None:
            known = len(found) == 1 and not is_anyones(key(name).rpartition(" ")[2])
            found = [
                leader
                for leader in found
                if leader.near(year, _BEFORE, EVER if known else _AFTER) or (known and " " in name)
            ]
            found = [leader for leader in found if leader.near(year, 0, 0)] or found
        if len(found) > 1:
            own = [code for code in countries if any(code == leader.at(year).country for leader in found)]
            found = [leader for leader in found if leader.at(year).country in own[:1]] or found
        return max(found, key=lambda leader: leader.offices[-1].first, default=None)

    def is_another_of(self, surname: str, full: str) -> bool:
        """Whether news call a leader by a surname alone, and somebody of that full name is another person."""
        known = self._listed.get(key(surname), ())
        return bool(known) and not any(leader in known for leader in self._listed.get(key(full), ()))

    def surnamed(self, surname: str, year: int | None) -> Leader | None:
        """The only leader in office around a year who bears a surname that the table does not list."""
        if year is None:
            return None
        found = [each for each in self._surnames.get(key(surname), ()) if each.near(year, _NEAR, _NEAR)]
        return found[0] if len(found) == 1 else None


@cache
def shared() -> Leaders:
    """The table the service ships, read once in a process."""
    return Leaders()


@lru_cache(maxsize=16_384)
def key(name: str) -> str:
    """A name as it is looked up: without accents, its capitals kept."""
    plain = name if name.isascii() else without_accents(name.translate(_LETTERS))
    return _ARTICLE.sub(lambda found: found[0].lower(), plain) if "-" in plain else plain


def _rows(path: Path) -> Iterator[tuple[str, list[str], Office]]:
    for name, others, country, _, sector, first, last in rows(path, 7):
        office = Office(country, sector, int(first), int(last) if last else None)
        yield name, [other for other in others.split("|") if other], office
