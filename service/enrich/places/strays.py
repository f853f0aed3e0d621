"""Names of which the gazetteer knows one place only, far from all that an article is about.

An Addis in Louisiana is the only one that bears the name alone, and of Debre in Ghana it knows a namesake in
Macedonia; the text means a place that the gazetteer lacks. News that leads to a small town abroad tells its country.
"""

from collections.abc import Collection, Sequence

from service.enrich.places.gazetteer import Gazetteer

LARGE = 5.0
"""Decimal logarithm of the people of a town (100,000) that needs no country beside it."""

LEAST_OTHERS = 3
"""Names of other places by which the countries of an article are known."""

_INITIALS = 2


def strays(
    gazetteer: Gazetteer, names: Sequence[str], rows: Sequence[int], choices: Sequence[int], told: Collection[int]
) -> set[int]:
    """Numbers of the names of an article whose only place is none that it means.

    Args:
        names: of places.
        rows: of the place of each in the gazetteer, 0 for none.
        choices: how many places the gazetteer has for each.
        told: numbers of names whose place the text tells.
    """
    places = gazetteer.places[list(rows)]
    countries = places["country"].tolist()
    towns = (gazetteer.having("P.")[places["feature"]] & (places["population"] < LARGE)).tolist()
    states = gazetteer.having("A.ADM1")[places["feature"]].tolist()
    doubted = {
        i
        for i, name in enumerate(names)
        if choices[i] == 1 and i not in told and (towns[i] or (states[i] and len(name) <= _INITIALS and name.isupper()))
    }
    others = [country for i, country in enumerate(countries) if rows[i] and i not in doubted]
    return {i for i in doubted if countries[i] not in others} if len(others) >= LEAST_OTHERS else set()
