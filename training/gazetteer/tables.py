"""Our own tables beside this file: aliases, demonyms, regions and seas, buildings that stand for governments."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "tables"


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A place that the packages lack; ``country`` is ISO 3166-1 alpha-2, empty for several or none."""

    name: str
    aliases: list[str]
    demonyms: list[str]
    feature: str
    point: tuple[float, float]
    country: str
    geonames_id: int


def rows(name: str) -> Iterator[list[str]]:
    """The cells of a table's rows; comments and empty lines left out."""
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def words(cell: str) -> list[str]:
    """What a cell lists, separated by ``|``."""
    return [word for word in cell.split("|") if word]


def regions() -> list[OwnPlace]:
    """Continents, regions, seas, rivers, mountains, islands, blocs."""
    return [
        OwnPlace(
            name=name,
            aliases=words(aliases),
            demonyms=with_plurals(words(demonyms)),
            feature=f"{feature_class}.{code}",
            point=(float(latitude), float(longitude)),
            country=country,
            geonames_id=int(geonames_id or 0),
        )
        for name, aliases, demonyms, feature_class, code, latitude, longitude, country, geonames_id in rows(
            "regions.tsv"
        )
    ]


def buildings() -> list[OwnPlace]:
    """Buildings, streets and squares that stand for a government, an army, a market."""
    return [
        OwnPlace(name, words(aliases), [], f"S.{code}", (float(latitude), float(longitude)), country, 0)
        for name, aliases, code, latitude, longitude, country in rows("metonyms.tsv")
    ]


def with_plurals(adjectives: list[str]) -> list[str]:
    """Adjectives and the plural nouns that are made of some of them: Iranian, Iranians; French only."""
    plural = [
        word + "s" for word in adjectives if not word.endswith(("ese", "sh", "ch", "s", "ss", "men", "ic", "ern"))
    ]
    return adjectives + plural
