"""Countries by their names, and capitals that stand for their country's government, from the gazetteer."""

from functools import cache, lru_cache
from itertools import chain

from service.enrich.places.gazetteer import gazetteer
from service.enrich.places.gazetteer.gazetteer import NameKind
from service.enrich.places.gazetteer.keys import abbreviation_key, name_key

_ONLY_ABBREVIATED = 3
"""Letters up to which a name is an abbreviation only: US, UAE."""

_ABBREVIATED = 4
"""Letters up to which it may be one: DPRK."""

_KEPT = 16_384
"""Names whose meaning is kept for the next article."""

MAX_MEANINGS = 3
"""Meanings of a name that are looked at, the most populous first: a province may go before its capital."""

_OTHER_STATES = frozenset(("soviet union", "ussr", "korea", "congo", "zaire", "persia"))
"""Names that the gazetteer gives to a country of today and that may mean another one."""


@lru_cache(maxsize=_KEPT)
def country_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a country's usual name; of any other place the same words."""
    rows, countries = _rows(words), gazetteer.shared().countries
    return next((_words(countries[row].name) for row in rows if row in countries), words)


@lru_cache(maxsize=_KEPT)
def country_of_capital(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of the country that a capital may stand for; () for any other place."""
    rows, countries = _rows(words), _by_capital()
    if not any(row in countries for row in rows) or is_country(words):
        return ()
    return next(_words(countries[row]) for row in rows if row in countries)


@cache
def _by_capital() -> dict[int, str]:
    """Names of countries by the rows of their capitals."""
    return {country.capital: country.name for country in gazetteer.shared().countries.values()}


@lru_cache(maxsize=_KEPT)
def is_country(words: tuple[str, ...]) -> bool:
    """Whether a name may be a country's."""
    countries = gazetteer.shared().countries
    return any(row in countries for row in _rows(words))


@lru_cache(maxsize=_KEPT)
def is_place(words: tuple[str, ...]) -> bool:
    """Whether a name may be a place's."""
    return len(_rows(words)) > 0


@lru_cache(maxsize=_KEPT)
def _rows(words: tuple[str, ...]) -> tuple[int, ...]:
    """The places that have a name, as far as it is neither a demonym nor another state's."""
    name = " ".join(words)
    if not name or name in _OTHER_STATES:
        return ()
    keys = [name_key(name)] if len(name) > _ONLY_ABBREVIATED else []
    if len(name) <= _ABBREVIATED:
        keys.append(abbreviation_key(name.upper()))
    table = gazetteer.shared()
    pairs = chain.from_iterable(table.meanings(key, MAX_MEANINGS) for key in keys)
    return tuple([row for row, kind in pairs if kind != NameKind.DEMONYM])


def _words(name: str) -> tuple[str, ...]:
    return tuple(name.lower().split())
