"""Rows and names of the gazetteer, from the packages' facts and our own tables."""

import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field

from service.enrich.places.gazetteer.gazetteer import NameKind
from service.enrich.places.gazetteer.keys import abbreviation_key, name_key
from training.gazetteer import sources, tables

SMALL_TOWNS_OF = frozenset({"US", "CA", "GB", "IE", "AU", "NZ", "ZA"})
"""Countries whose places of 500 to 1,000 people are taken: local news in English names them."""

MIN_POPULATION = 1_000
MIN_LETTERS = 4
"""Shorter alternate names are mostly codes of airports and stations."""

WEIGHTS = {"L.CONT": 10**9, "H.OCN": 10**9, "L.RGN": 10**7, "L.ZN": 10**8, "H.SEA": 10**7}
WEIGHT = 10**6
"""In the place of people, who do not live in seas and buildings: how often a place is written about."""

SEAT, BEHIND_SEAT = 0.25, 10
"""A city with this share of the people of the division of its name is meant before the division: Lagos, Tokyo."""

CELL_DEGREES = 0.5


@dataclass(slots=True)
class Row:
    """A place as it is written to the table; ``country``, ``admin1``, ``admin2`` are numbers of rows."""

    name: str
    geonames_id: int
    point: tuple[float, float]
    population: int
    feature: str
    country: int = 0
    admin1: int = 0
    admin2: int = 0


@dataclass(slots=True)
class Tables:
    """All rows, all names, and what the small file of the gazetteer holds.

    ``names`` maps a key (see ``service.enrich.places.gazetteer.keys``) to the rows it may mean and their kinds of name.
    """

    rows: list[Row] = field(default_factory=lambda: [Row("", 0, (0.0, 0.0), 0, "")])
    names: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    countries: dict[int, tuple[str, str, str, int]] = field(default_factory=dict)

    def add(self, row: Row) -> int:
        """File a place; returns the number of its row."""
        self.rows.append(row)
        return len(self.rows) - 1

    def call(self, row: int, name: str, kind: int) -> None:
        """File a name for a row; the better of two kinds stays."""
        key = abbreviation_key(name) if kind == NameKind.ABBREVIATION else name_key(name)
        if key:
            self.names[key].setdefault(row, kind)


def build() -> Tables:
    """Everything: countries, divisions, cities, regions, buildings."""
    made = Tables()
    cities = [city for city in sources.cities() if _wanted(city)]
    first, second = sources.divisions()
    middle = _middles(cities)
    middle.update(
        {code: (float(latitude), float(longitude)) for code, latitude, longitude in tables.rows("middles.tsv")}
    )
    people = _people(cities)
    country_row: dict[str, int] = {}
    for country in sources.countries():
        point = country.point or middle.get(country.iso2, (0.0, 0.0))
        row = made.add(Row(country.name, country.geonames_id, point, country.population, "A.PCLI"))
        made.rows[row].country = country_row[country.iso2] = row
        made.countries[row] = (country.iso3, country.name, country.top_level_domain, 0)
        made.call(row, country.name, NameKind.NAME)
    division_row: dict[str, int] = {}
    for level, divisions in (("A.ADM1", first), ("A.ADM2", second)):
        for division in divisions:
            if division.code not in middle or division.code[:2] not in country_row:
                continue  # nobody lives there, so that it has neither a place on the map nor readers
            row = made.add(
                Row(division.names[0], division.geonames_id, middle[division.code], people[division.code], level)
            )
            division_row[division.code] = row
            made.rows[row].country = country_row[division.code[:2]]
            made.rows[row].admin1 = division_row.get(division.parent or "", row if level == "A.ADM1" else 0)
            made.rows[row].admin2 = row if level == "A.ADM2" else 0
            made.call(row, division.names[0], NameKind.NAME)
            for name in filter(_readable, division.names[1:]):
                made.call(row, name, NameKind.ALTERNATE)
    city_row = _add_cities(made, cities, country_row, division_row)
    _add_own_names(made, country_row, division_row, city_row)
    return made


def _wanted(city: sources.City) -> bool:
    return city.population >= MIN_POPULATION or city.country in SMALL_TOWNS_OF


def _add_cities(
    made: Tables, cities: list[sources.City], country_row: dict[str, int], division_row: dict[str, int]
) -> dict[int, int]:
    capitals = {(country.iso2, name_key(country.capital)) for country in sources.countries()}
    city_row = {}
    for city in sorted(cities, key=lambda city: (-city.population, city.geonames_id)):
        rows = [division_row.get(code, 0) for code in city.divisions] + [0, 0]
        key = (city.country, name_key(city.name))
        named = {key, *((city.country, name_key(name)) for name in city.alternate_names if city.population > 100_000)}
        capital = capitals & named
        capitals -= capital  # the most populous place of that name comes first and is it
        row = made.add(
            Row(
                city.name,
                city.geonames_id,
                city.point,
                city.population,
                "P.PPLC" if capital else "P.PPL",
                country_row[city.country],
                rows[0],
                rows[1],
            )
        )
        if capital:
            country = country_row[city.country]
            made.countries[country] = (*made.countries[country][:3], row)
        city_row[city.geonames_id] = row
        for number in {rows[0], rows[1]} - {0}:
            division = made.rows[number]
            if name_key(division.name) == name_key(city.name) and city.population >= SEAT * division.population:
                division.population //= BEHIND_SEAT
        made.call(row, city.name, NameKind.NAME)
        if city.population >= MIN_POPULATION:
            for name in filter(_readable, city.alternate_names):
                made.call(row, name, NameKind.ALTERNATE)
    return city_row


def _add_own_names(
    made: Tables, country_row: dict[str, int], division_row: dict[str, int], city_row: dict[int, int]
) -> None:
    for iso2, names, short in tables.rows("country_aliases.tsv"):
        _call_all(made, country_row[iso2], names, short, [])
    for iso2, adjectives, people in tables.rows("demonyms.tsv"):
        _call_all(made, country_row[iso2], "", "", tables.with_plurals(tables.words(adjectives)) + tables.words(people))
    for code, names, short, people in tables.rows("admin1_aliases.tsv"):
        if code in division_row:
            _call_all(made, division_row[code], names, short, tables.with_plurals(tables.words(people)))
    for geonames_id, names, short in tables.rows("city_aliases.tsv"):
        if int(geonames_id) in city_row:
            _call_all(made, city_row[int(geonames_id)], names, short, [])
    for place in (*tables.regions(), *tables.buildings()):
        row = city_row.get(place.geonames_id, 0)
        if not row:
            row = made.add(
                Row(
                    place.name,
                    place.geonames_id,
                    place.point,
                    WEIGHTS.get(place.feature, WEIGHT),
                    place.feature,
                    country_row.get(place.country, 0),
                )
            )
        _call_all(made, row, "|".join([place.name, *place.aliases]), "", place.demonyms)


def _call_all(made: Tables, row: int, names: str, short: str, demonyms: list[str]) -> None:
    for name in tables.words(names):
        if name.isupper():
            made.call(row, name, NameKind.ABBREVIATION)
        else:
            made.names[name_key(name)][row] = NameKind.USUAL
    for name in tables.words(short):
        made.call(row, name, NameKind.ABBREVIATION)
    for name in demonyms:
        made.call(row, name, NameKind.DEMONYM)


def _readable(name: str) -> bool:
    """Whether an alternate name is one that a reader of English may meet: Latin letters, not a code."""
    return (
        name[:1].isupper()
        and "," not in name
        and all(ord(c) < 0x250 or "LATIN" in unicodedata.name(c, "") or c in "’‘–" for c in name)
        and len(name_key(name)) >= MIN_LETTERS
    )


def _middles(cities: list[sources.City]) -> dict[str, tuple[float, float]]:
    """The middle of each division and country: the mean of the cells of half a degree where people live.

    Closer to the middle of the area, which gazetteers give, than the mean of the cities is.
    """
    cells: dict[str, dict[tuple[int, int], list[tuple[float, float]]]] = defaultdict(lambda: defaultdict(list))
    for city in cities:
        cell = (int(city.point[0] // CELL_DEGREES), int(city.point[1] // CELL_DEGREES))
        for code in (city.country, *city.divisions):
            cells[code][cell].append(city.point)
    middle = {}
    for code, points in cells.items():
        means = [(sum(p[0] for p in some) / len(some), sum(p[1] for p in some) / len(some)) for some in points.values()]
        middle[code] = (sum(p[0] for p in means) / len(means), sum(p[1] for p in means) / len(means))
    return middle


def _people(cities: list[sources.City]) -> dict[str, int]:
    people: dict[str, int] = defaultdict(int)
    for city in cities:
        for code in city.divisions:
            people[code] += city.population
    return people
