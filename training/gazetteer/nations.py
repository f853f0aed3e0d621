"""The names of countries, their people and their capitals, for who reads a text's countries alone."""

from collections.abc import Iterator

from service.enrich.aliases.names.countries import MAX_MEANINGS
from service.enrich.places.gazetteer.gazetteer import NameKind
from training.gazetteer.build import Tables


def nations(made: Tables) -> Iterator[tuple[str, str, str]]:
    """(key, ISO 3166-1 alpha-3, kind) of the names that mean a country or its capital, by key."""
    capital_of = {capital: iso3 for iso3, _, _, capital in made.countries.values() if capital}
    for key, targets in sorted(made.names.items()):
        by_population = sorted(targets, key=lambda row: (-made.rows[row].population, row))[:MAX_MEANINGS]
        if countries := [row for row in by_population if row in made.countries]:
            kind = "demonym" if targets[countries[0]] == NameKind.DEMONYM else "name"
            yield key, made.countries[countries[0]][0], kind
        elif capitals := [row for row in by_population if row in capital_of]:
            yield key, capital_of[capitals[0]], "capital"
