"""Names of which the gazetteer knows one place only, far from all that an article is about.

An Addis in Louisiana is the only one that bears the name alone, and of Debre in Ghana it knows a namesake in
Macedonia; the text means a place that the gazetteer lacks. News that leads to a small town abroad tells its country,
and so it does of a province whose name others have too: Plateau is one of Nigeria, San Juan one of Argentina.
"""

from collections import Counter
from collections.abc import Collection, Sequence

from service.enrich.places.gazetteer.columns import COLUMN
from service.enrich.places.gazetteer.keys import name_key
from service.enrich.places.gazetteer.lookup import bare_key
from service.enrich.places.gazetteer.safe import GENERIC
from service.enrich.places.ranking.features import Field

LARGE = 5.0
"""Decimal logarithm of the people of a town (100,000) that needs no country beside it."""

LARGEST = 6.0
"""The same (a million) of a town by a name that only some call it: "Lion" is a film before it is Lyon."""

SURE_DIVISION = 0.95
"""Chance of a division below which it may be a namesake of what the text means."""

MIN_OTHERS = 3
"""Names of other places, and the outlet, by which the countries of an article are known."""

_INITIALS = 2
_RIVER, _ISLAND = " River", " Island"


def strays(
    field: Field,
    names: Sequence[str],
    chosen: Sequence[int],
    chances: Sequence[float],
    told: Collection[int],
    denied: Collection[int],
    source: int,
) -> set[int]:
    """Numbers of the names of an article whose only place is none that it means.

    Args:
        field: the candidates of all names.
        names: of places.
        chosen: for each name the candidate that it means, -1 for none.
        chances: of each candidate among those of its name.
        told: numbers of names whose place the text tells.
        denied: numbers of names that the text puts where no place of that name lies: "San Pedro, California".
        source: row of the country of the outlet, 0 for none.
    """
    sizes = field.sizes.tolist()
    misplaced = {i for i in denied if sizes[i] == 1 and chosen[i] >= 0 and _is_small(field, names[i], chosen[i])}
    doubted = {
        i
        for i, at in enumerate(chosen)
        if at >= 0
        and i not in told
        and (_is_small(field, names[i], at) or _is_unsure_division(field, names[i], at, chances[at]))
    }
    lone = {i for i in doubted if sizes[i] == 1}
    others = [i for i, at in enumerate(chosen) if at >= 0 and i not in lone]
    doubted |= {i for i in others if i not in told and _is_by_another_name(field, chosen[i])}
    if not doubted or len(others) + (source > 0) < MIN_OTHERS:
        return misplaced
    countries, starts = field.country.tolist(), field.starts.tolist()
    homes = Counter(countries[chosen[i]] for i in others)
    homes[source] += 1

    def is_away(i: int) -> bool:
        own = countries[chosen[i]] if i not in lone else None
        return all(homes[country] <= (country == own) for country in countries[starts[i] : starts[i + 1]])

    dry = {
        i
        for i in doubted
        if _is_of_nature(field, names[i], chosen[i]) and homes[countries[chosen[i]]] <= (i not in lone)
    }
    return misplaced.union(dry, filter(is_away, doubted))


def _is_small(field: Field, name: str, candidate: int) -> bool:
    """Whether a candidate is a small town, a state that two letters mean, or a part of a country that many have."""
    if _is_of_nature(field, name, candidate):
        return True  # a place that bears its name alone may be anywhere
    static = field.static[candidate]
    if static[COLUMN["capital"]] > 0:
        return False  # lists of the world's cities name them alone
    if field.town[candidate]:
        return bool(static[COLUMN["population"]] < LARGE)
    if GENERIC.issuperset(name_key(name).split()):
        return True  # the East Coast or Central District of somewhere
    return bool(len(name) <= _INITIALS and name.isupper() and static[COLUMN["admin1"]] > 0)


def _is_unsure_division(field: Field, name: str, candidate: int, chance: float) -> bool:
    """Whether a candidate is a state or county of which nothing tells that others of the name are less likely.

    Nobody else is called Hall County, or Sicilian.
    """
    static = field.static[candidate]
    if chance >= SURE_DIVISION or static[COLUMN["demonym"]] > 0:
        return False
    if name_key(name).startswith(f"{bare_key(name)} ") and not name.endswith(_ISLAND):
        return False
    return bool(static[COLUMN["admin1"]] + static[COLUMN["admin2"]] > 0)


def _is_by_another_name(field: Field, candidate: int) -> bool:
    """Whether a candidate is a town that is not called so by most, and no capital."""
    static = field.static[candidate]
    named = static[COLUMN["alternate"]] > 0 and not static[COLUMN["capital"]]
    return bool(field.town[candidate] and named and static[COLUMN["population"]] < LARGEST)


def _is_of_nature(field: Field, name: str, candidate: int) -> bool:
    """Whether a river means whatever bears the rest of its name, or an island means a town that does."""
    return name.endswith(_RIVER) or (name.endswith(_ISLAND) and bool(field.town[candidate]))
