"""The leaders of one article.

What an article tells itself goes before the table of leaders, and the table before guesses: "Obama said he
would not support a strike on Iran" tells no country, and Iran is not his.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from service.enrich.actors.description import Actor
from service.enrich.actors.persons.common_names import is_anyones
from service.enrich.actors.persons.leaders import key, shared
from service.enrich.actors.persons.offices import Leader, Office
from service.enrich.actors.reading.lexicon import SUPRANATIONAL
from service.enrich.aliases.clusters import Cluster
from service.enrich.aliases.names.names import take_apart
from service.enrich.words import word_set

_PUBLIC = word_set("GOV LEG JUD MIL COP SPY ELI OPP PTY REB PRM REL LAB")
"""Sectors of what may be told of a leader; a shopkeeper of the same name is someone else."""


class ArticleLeaders:
    """Finds the leaders of one article.

    Args:
        clusters: the article's.
        year: of publication.
        countries: that it names, those first that it is most about.
    """

    def __init__(self, clusters: Sequence[Cluster], year: int | None, countries: Sequence[str] = ()) -> None:
        self._clusters, self._year, self._table = clusters, year, shared()
        self._countries = tuple(dict.fromkeys(countries))

    @cached_property
    def _bearers(self) -> dict[str, set[str]]:
        """The full names of the article's persons by their last word."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for cluster in self._clusters:
            for name in (cluster.name, *cluster.aliases) if cluster.type == "PERSON" else ():
                bare = take_apart(name, True).bare
                if " " in bare:
                    found[key(bare).rpartition(" ")[2]].add(bare)
        return found

    def office(self, cluster: Cluster, role: str | None, sector: str | None) -> Office | None:
        """The office of a person by the table; None for who is not in it.

        Args:
            role, sector: what the article tells of the person.
        """
        leader = self._of(cluster, role.rpartition(" ")[2] if role else "", sector is None or sector in _PUBLIC)
        return None if leader is None else leader.at(self._year)

    def _of(self, cluster: Cluster, title: str, public: bool) -> Leader | None:
        names = (cluster.name, *cluster.aliases)
        for name in _full(names, title):
            if (leader := self._table.named(name, self._year, self._countries)) is not None:
                return leader if public or not is_anyones(key(name).rpartition(" ")[2]) else None
        for name in names:
            leader = None
            if " " not in name:
                leader = self._table.named(name, self._year, self._countries) or (
                    self._table.surnamed(name, self._year) if public else None
                )
            if leader is None or any(name in take_apart(other, True).bare.split()[:-1] for other in names):
                continue  # "Kerry" of Kerry Sculthorn
            others = self._bearers.get(key(name), ())
            if all(self._table.named(other, self._year, self._countries) is leader for other in others):
                return leader
        return None


def own_country(told: str | None, role: str | None, office: Office | None) -> str | None:
    """The country of a person: that of the office in the table where none is told.

    The same where a state's own, who governs it, chairs a body of many states.

    Args:
        told: the country that the article tells.
        role: that it tells.
    """
    if office is None:
        return told
    chairs = role is not None and not _CHAIRS.isdisjoint(role.lower().replace("-", " ").split())
    governs = office.sector == "GOV" and office.country not in SUPRANATIONAL
    return office.country if told is None or (told in SUPRANATIONAL and chairs and governs) else told


_CHAIRS = word_set("chair chairman chairperson chairwoman president head")
"""Nouns for those who preside over a body."""


def completed(actor: Actor, office: Office | None) -> Actor:
    """The same actor, with country and sector of the table where the article tells none.

    A role is told by the article alone: it can be shown there.
    """
    if office is None:
        return actor
    # A party to politics stays one, whatever union or board a text remembers with the name.
    once = actor.sector == "LAB" and office.sector in ("GOV", "ELI", "LEG")
    sector = office.sector if once else actor.sector or office.sector or None
    return actor._replace(country=actor.country or office.country, sector=sector)


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
