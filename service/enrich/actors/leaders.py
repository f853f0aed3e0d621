"""Well-known leaders: the country, office and sector of persons whom news call by name alone.

What an article tells itself goes before this table, and the table before guesses: "Obama said he
would not support a strike on Iran" tells no country, and Iran is not his.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from service.enrich.actors.description import Actor
from service.enrich.actors.lexicon import FOLDER
from service.enrich.aliases.clusters import Cluster
from service.enrich.aliases.first_names import first_name_gender
from service.enrich.aliases.names import fold, take_apart
from service.enrich.words import word_set

_BEFORE, _AFTER = 2, 8
"""Years around a time in office in which news call someone by a name that others bear too."""

_EVER = 9999
"""Years after an office in which a name that only one person bears is still remembered."""

_NEAR = 1
"""Years around a time in office in which a surname that the table does not list means its only bearer in office."""

_LEAST_SURNAME = 4
"""Letters of such a surname."""

_COMMON = word_set(
    """
    adams ali allen anderson austin baker banks barrow black brown browne bush campbell carr carter castro chen
    christie clark clarke cohen cook cooper costa davis diaz douglas duarte english fernandez fischer fisher flores
    fox franco garcia gates gonzalez gore gray green griffiths hague hammond harper harris hassan hernandez herzog
    hill howard hunt hunter hussein hussain ibrahim ivanov johnson jones kennedy kern kerry key khan king klaus kumar
    lange lee levy lobo long lopez machado major malik marin martin may mendes mesa miller mitchell molina
    moore morales moreno morrison musa nano owen park patel patterson paul payne paz pavel pena perez perry peters
    phillips pierre ping powell power price rahman reynolds rice robertson robinson rodriguez russell ryan
    saleh salam salim sanchez santos scott shah shalom sharif short silva simon singh smith solis spencer
    stuart sullivan taylor thomas thompson toledo tong torres traore wallace walker ward white williams
    wilson wong wood young
    """
)
"""Surnames and words that are anyone's."""

_FAMILY_NAME_FIRST = frozenset(("CHN", "HKG", "TWN", "KOR", "PRK", "VNM", "SGP", "KHM", "MMR"))
"""Countries where the last word of a name is mostly no surname."""

_LEAVES_ELITE = frozenset(("GOV", "LEG"))
"""Sectors whose former members are ELI for PLOVER."""

PUBLIC = frozenset("GOV LEG JUD MIL COP SPY ELI OPP PTY REB PRM REL".split())
"""Sectors of what may be told of a leader; a shopkeeper of the same name is someone else."""

_LETTERS = str.maketrans({"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "’": "'"})
"""Letters that have no accent to leave out."""

_ARTICLE = re.compile(r"\b(?:Al|El)-")


@dataclass(frozen=True, slots=True)
class Office:
    """An office with its country and PLOVER sector; the year it ended in is None while it is held."""

    country: str
    sector: str
    first: int
    last: int | None

    def near(self, year: int, before: int, after: int) -> bool:
        """Whether it is held in a year, or within some years."""
        return self.first - before <= year and (self.last is None or year <= self.last + after)


@dataclass(frozen=True, slots=True)
class Leader:
    """A person by the fullest usual name, with every office the table knows."""

    name: str
    offices: tuple[Office, ...]

    def near(self, year: int, before: int, after: int) -> bool:
        """Whether one of the offices is held within some years of a year."""
        return any(office.near(year, before, after) for office in self.offices)

    def at(self, year: int | None) -> Office:
        """The office of a year, or the last before it as a former one; without a year the latest.

        Who holds none until later has the country alone: its sector is "".
        """
        latest = max(self.offices, key=lambda office: (office.last or _EVER, office.first))
        if year is None:
            return latest
        held = [office for office in self.offices if office.near(year, 0, 0)]
        if held:
            return max(held, key=lambda office: office.first)
        left = [office for office in self.offices if office.last is not None and office.last < year]
        if not left:
            return replace(min(self.offices, key=lambda office: office.first), sector="")
        office = max(left, key=lambda office: office.last or 0)
        sector = "ELI" if office.sector in _LEAVES_ELITE else office.sector
        return replace(office, sector=sector)


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
            forms[name].update(map(key, (name, *others)))
        self._listed: defaultdict[str, list[Leader]] = defaultdict(list)
        self._surnames: defaultdict[str, list[Leader]] = defaultdict(list)
        for name, held in offices.items():
            leader = Leader(name, tuple(held))
            for form in forms[name]:
                self._listed[form].append(leader)
            # "Francis" of "Pope Francis" is no surname.
            surname = key(name).rpartition(" ")[2] if take_apart(name, True).bare == name else ""
            if (
                not any(" " not in form for form in forms[name])
                and len(surname) >= _LEAST_SURNAME
                and not _is_anyones(surname)
                and held[0].country not in _FAMILY_NAME_FIRST
            ):
                self._surnames[surname].append(leader)

    def named(self, name: str, year: int | None) -> Leader | None:
        """The leader of a name that the table lists (case counts, accents do not)."""
        found = self._listed.get(key(name), [])
        if year is not None:
            known = len(found) == 1 and not _is_anyones(key(name).rpartition(" ")[2])
            found = [
                leader
                for leader in found
                if leader.near(year, _BEFORE, _EVER if known else _AFTER) or (known and " " in name)
            ]
            found = [leader for leader in found if leader.near(year, 0, 0)] or found
        return max(found, key=lambda leader: leader.offices[-1].first, default=None)

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


class ArticleLeaders:
    """Finds the leaders of one article.

    Args:
        clusters: the article's.
        year: of publication.
    """

    def __init__(self, clusters: Iterable[Cluster], year: int | None) -> None:
        self._year, self._table = year, shared()
        self._bearers: defaultdict[str, set[str]] = defaultdict(set)
        for cluster in clusters:
            for name in (cluster.name, *cluster.aliases) if cluster.type == "PERSON" else ():
                bare = take_apart(name, True).bare
                if " " in bare:
                    self._bearers[key(bare).rpartition(" ")[2]].add(bare)

    def office(self, cluster: Cluster, role: str | None, sector: str | None) -> Office | None:
        """The office of a person by the table; None for who is not in it.

        Args:
            role, sector: what the article tells of the person.
        """
        leader = self._of(cluster, role.rpartition(" ")[2] if role else "", sector is None or sector in PUBLIC)
        return None if leader is None else leader.at(self._year)

    def _of(self, cluster: Cluster, title: str, public: bool) -> Leader | None:
        names = (cluster.name, *cluster.aliases)
        for name in _full(names, title):
            if (leader := self._table.named(name, self._year)) is not None:
                return leader if public or not _is_anyones(key(name).rpartition(" ")[2]) else None
        for name in names:
            leader = None
            if " " not in name:
                leader = self._table.named(name, self._year) or (
                    self._table.surnamed(name, self._year) if public else None
                )
            if leader is not None and all(
                self._table.named(other, self._year) is leader for other in self._bearers.get(key(name), ())
            ):
                return leader
        return None


def completed(actor: Actor, office: Office | None) -> Actor:
    """The same actor, with country and sector of the table where the article tells none.

    A role is told by the article alone: it can be shown there.
    """
    if office is None:
        return actor
    return replace(
        actor,
        country=actor.country or office.country,
        sector=actor.sector or office.sector or None,
    )


@lru_cache(maxsize=16_384)
def key(name: str) -> str:
    """A name as it is looked up: without accents, its capitals kept."""
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _ARTICLE.sub(lambda found: found[0].lower(), plain)


def _full(names: Sequence[str], title: str) -> Iterator[str]:
    """Names of several words, with the title the article has before them, and without middle names."""
    for name in names:
        words = name.split()
        if title[:1].isupper():
            yield f"{title} {name}"
        if len(words) > 1:
            yield name
        if len(words) > 2:
            yield f"{words[0]} {words[-1]}"


@lru_cache(maxsize=16_384)
def _is_anyones(word: str) -> bool:
    """Whether a word is a first name or a common surname."""
    plain = fold(word)
    return plain in _COMMON or first_name_gender(plain) is not None


def _rows(path: Path) -> Iterator[tuple[str, list[str], Office]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        row = line.split("\t")
        if len(row) != 7:
            raise ValueError(f"{path}, line {number}: 7 columns wanted, not {len(row)}")
        name, others, country, _, sector, first, last = row
        office = Office(country, sector, int(first), int(last) if last else None)
        yield name, [other for other in others.split("|") if other], office
