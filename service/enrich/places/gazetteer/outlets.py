"""The country of an outlet by its domain: a table of outlets, its top level, or a country or capital in its name.

Else the town whose name a local paper bears.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from service.enrich.places.gazetteer.gazetteer import Gazetteer
from service.enrich.places.gazetteer.keys import name_key
from service.enrich.places.gazetteer.safe import TOWN, Judged, Trust, trusts_of
from service.enrich.tables import DATA, rows
from service.enrich.words import word_set

_PRESS = word_set(
    """
    the of in my our for today daily weekly online news newspaper times time post press herald tribune gazette mail
    standard star sun sunday observer journal chronicle mirror independent express telegraph guardian examiner
    reporter review report reports monitor mercury leader national nation people voice tv radio live now info
    newsline wire dispatch record sentinel echo argus advertiser business local state register advocate beacon
    telegram enquirer inquirer courier dealer item citizen ledger
    """
)
"""What the names of papers are made of, beside a country's or capital's."""

_SHORTEST = 4
"""Letters of a country in a domain."""

_SHORTEST_TOWN, _INITIALS = 5, 2
"""Letters of a town in a domain, and of the initials behind it."""

_ENGLISH = ("AUS", "CAN", "GBR", "IRL", "NZL", "USA")
"""Countries whose local papers are in English."""

_ANYONES = frozenset(("ai", "cc", "co", "fm", "gg", "io", "la", "me", "nu", "tv", "ws"))
"""Top levels of countries that outlets anywhere take, straight behind their name."""

_SECOND_LEVEL = frozenset(("co", "com", "org", "net", "gov", "ac", "edu"))
"""What stands between a name and the top level of a country: ``example.co.uk``."""

_MOST = 8
"""Places of one name that are looked at, the most populous first."""


def country_of_outlet(gazetteer: Gazetteer, country: str | None, domain: str | None) -> int:
    """Row of the country of an outlet, given its code (ISO 3166-1 alpha-3) or its domain; 0 when neither tells."""
    return gazetteer.country_rows.get(country or "", 0) or country_of_domain(gazetteer, domain)


def country_of_domain(gazetteer: Gazetteer, domain: str | None) -> int:
    """Row of the country of an outlet; 0 when its domain does not tell."""
    return _country(gazetteer, domain.lower().strip(".")) if domain else 0


@lru_cache(maxsize=4_096)
def _country(gazetteer: Gazetteer, domain: str) -> int:
    labels = domain.split(".")
    for start in range(len(labels) - 1):
        if (code := _listed().get(".".join(labels[start:]))) is not None:
            return gazetteer.country_rows.get(code, 0)
    own = labels[-1] not in _ANYONES or (len(labels) > 2 and labels[-2] in _SECOND_LEVEL)
    return (gazetteer.country_with_domain(domain) if own else 0) or _country_in_name(gazetteer, domain)


@cache
def _listed() -> dict[str, str]:
    """The country of each domain of the table; read once in a process."""
    return {domain: code for code, domains in rows(DATA / "outlets.tsv", 2) for domain in domains.split(", ")}


def _country_in_name(gazetteer: Gazetteer, domain: str) -> int:
    """The country in a name such as ``bangkokpost`` or ``koreaherald``, whose other words are those of papers."""
    keys = sorted({name_key(part) for part in _others(_name_in(domain))})
    found = gazetteer.find(keys, _MOST)
    capitals = {country.capital for country in gazetteer.countries.values()}
    for first, end in pairwise(found.starts.tolist()):
        rows = found.rows[first:end]
        towns = gazetteer.places[rows]
        countries = set(towns["country"][towns["population"] >= TOWN].tolist())
        # Athens and Palestine have papers in America.
        if len(countries) == 1 and any(row in gazetteer.countries or row in capitals for row in rows.tolist()):
            return int(countries.pop())
    return 0


@lru_cache(maxsize=4_096)
def town_of_domain(gazetteer: Gazetteer, domain: str) -> str:
    """Key of the town that a paper bears in its domain, such as ``doverherald``; empty for none.

    There is such a town where English is spoken: whose domain tells nothing else is a local paper there. Initials of
    the paper's other words may end the name: ``doverpi`` is the Post-Intelligencer of Dover.
    """
    name = _name_in(domain.lower().strip("."))
    short = name[:-_INITIALS]
    keys = [name_key(part) for part in (*_others(name), name, *_others(short), short) if len(part) >= _SHORTEST_TOWN]
    known = trusts_of(gazetteer).of(keys)
    return max((key for key in keys if _is_home(gazetteer, known[key])), key=len, default="")


def _is_home(gazetteer: Gazetteer, judged: Judged) -> bool:
    """Whether a name is that of a town where English is spoken, and of no country: its exiles have papers too."""
    if judged.trust < Trust.TOWN:
        return False
    places = gazetteer.places[judged.rows]
    english = np.isin(places["country"], english_countries(gazetteer))
    return bool((english & gazetteer.having("P.")[places["feature"]]).any())


@cache
def english_countries(gazetteer: Gazetteer) -> npt.NDArray[np.int64]:
    """Rows of the countries whose local papers are in English."""
    return np.array([gazetteer.country_rows[code] for code in _ENGLISH])


def _name_in(domain: str) -> str:
    """The name that stands in a domain before its end; empty without one."""
    labels = [label for label in domain.split(".")[:-1] if label not in _SECOND_LEVEL]
    return labels[-1].replace("-", "") if labels else ""


def _others(name: str) -> Iterator[str]:
    """What is left of a name when words of papers are taken from both its ends."""
    for start in range(len(name)):
        if start and not _is_press(name[:start]):
            continue
        for end in range(start + _SHORTEST, len(name) + 1):
            if (start or end < len(name)) and (end == len(name) or _is_press(name[end:])):
                yield name[start:end]


def _is_press(text: str) -> bool:
    """Whether a text is made of words of papers, one behind the other."""
    return not text or any(text.startswith(word) and _is_press(text[len(word) :]) for word in _PRESS)
