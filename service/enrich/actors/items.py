"""Wikidata's items of countries, capitals and large organisations: those of our table, and no others."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from service.enrich.actors.belonging.bodies import beside
from service.enrich.actors.description import Actor
from service.enrich.actors.reading.body_names import Body
from service.enrich.actors.reading.document import Reading
from service.enrich.actors.reading.lexicon import FOLDER, SUPRANATIONAL
from service.enrich.places.gazetteer import gazetteer
from service.enrich.places.gazetteer.gazetteer import Gazetteer
from service.enrich.tables import rows


class Items:
    """The table wikidata.tsv.

    Attributes:
        countries: item by ISO 3166-1 alpha-3.
        capitals: item by GeoNames' number.
        states: item by a name that is taken for a country's and means another state; None where it may mean two.
        organisations: item by the name in organisations.tsv.

    Raises:
        OSError: the table is missing.
        ValueError: a line has other columns than it must, or is of no kind there is.
    """

    def __init__(self, places: Gazetteer, folder: Path = FOLDER) -> None:
        self.countries: dict[str, str] = {}
        self.capitals: dict[int, str] = {}
        self.states: dict[str, str | None] = {}
        self.organisations: dict[str, str] = {}
        for kind, which, item in rows(folder / "wikidata.tsv", 3):
            if kind == "country":
                self.countries[which] = item
            elif kind == "capital":
                capital = places.countries[places.country_rows[which]].capital
                self.capitals[int(places.places[capital]["geonames_id"])] = item
            elif kind == "state":
                self.states[which] = None if item == "-" else item
            elif kind == "organisation":
                self.organisations[which] = item
            else:
                raise ValueError(f"wikidata.tsv: {kind!r} is no kind of item")


@cache
def shared() -> Items:
    """The table the service ships, read once in a process."""
    return Items(gazetteer.shared())


class Links:
    """Links the actors of one document to the table.

    Args:
        places: country of the place at a token.
        numbers: GeoNames' number by the code points of a place.
    """

    def __init__(self, reading: Reading, places: dict[int, str], numbers: Mapping[tuple[int, int], int | None]) -> None:
        self._items = shared()
        self._reading, self._places, self._numbers = reading, places, numbers

    def item(self, actor: Actor, spans: Sequence[tuple[int, int]]) -> str | None:
        """The item of an actor, by the tokens of its names; None where it has none or something speaks against it.

        The longest name must be one that the table has: what has a short form in common may be something else.
        """
        if not spans or actor.kind not in ("country", "place", "organization"):
            return None
        longest = max(spans, key=lambda span: span[1] - span[0])
        if actor.kind == "country" and actor.country is not None and self._is_country(longest):
            country = self._items.countries.get(actor.country)
            return self._items.states.get(self._reading.text(*longest), country)
        if actor.kind == "place":
            return self._capital(*longest)
        return self._organisation(spans, longest)

    def _is_country(self, span: tuple[int, int]) -> bool:
        """Whether a name is a country's and nothing more."""
        nation = self._reading.nation_at.get(span[0])
        return nation is not None and nation.kind == "name" and nation.end >= span[1]

    def _capital(self, start: int, end: int) -> str | None:
        """The item of the capital that a name is of: "Paris", "Washington, D.C.", not "Paris airport"."""
        name = self._reading.names[start]
        if name is None or name.type != "LOC":
            return None
        tree = self._reading.tree
        head = next((index for index in range(start, end) if tree.texts[index] == ","), end)
        number = self._numbers.get((tree.offsets[start], tree.ends[head - 1])) if head > start else None
        number = number or self._numbers.get((tree.offsets[start], tree.ends[end - 1]))
        return None if number is None else self._items.capitals.get(number)

    def _organisation(self, spans: Sequence[tuple[int, int]], longest: tuple[int, int]) -> str | None:
        """The item of the one body that the names are of; None where they are of two, or of another country's."""
        body = self._body(*longest)
        if body is None:
            return None
        others = (self._body(*span) for span in spans)
        if any(other is not None and other.name != body.name for other in others):
            return None
        name = self._reading.names[longest[0]]
        if body.sector == "BUS" and (name is None or name.type != "ORG"):
            return None
        owner = None if body.country in SUPRANATIONAL else beside(self._reading, longest[0], self._places)
        return self._items.organisations.get(body.name) if owner in (None, body.country) else None

    def _body(self, start: int, end: int) -> Body | None:
        """The body of the lexicon that a name is of, as a whole."""
        hit = self._reading.bodies.get(start)
        return hit[1] if hit is not None and hit[0] == end else None
