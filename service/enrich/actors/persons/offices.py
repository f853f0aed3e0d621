"""Offices and the leaders who held them: which one counts in a year."""

from dataclasses import dataclass, replace

from service.enrich.actors.reading.lexicon import SUPRANATIONAL

EVER = 9999
"""Years after an office in which a name that only one person bears is still remembered."""

_LEAVES_ELITE = frozenset(("GOV", "LEG"))
"""Sectors whose former members are ELI for PLOVER."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office with its country and PLOVER sector; the year it ended in is None while it is held."""

    country: str
    sector: str
    first: int
    last: int | None

    def near(self, year: int, before: int, after: int) -> bool:
        """Whether it is held in a year, or within some years."""
        return self.first - before <= year and (self.last is None or year <= self.last + after)


@dataclass(frozen=True, slots=True)
class Leader:
    """A person by the fullest usual name, with every office the table knows."""

    name: str
    offices: tuple[Office, ...]

    def near(self, year: int, before: int, after: int) -> bool:
        """Whether one of the offices is held within some years of a year."""
        return any(office.near(year, before, after) for office in self.offices)

    def at(self, year: int | None) -> Office:
        """The office of a year, or the last before it as a former one; without a year the latest.

        Who holds none until later has the country alone: its sector is "".
        """
        latest = max(self.offices, key=lambda office: (office.last or EVER, office.first))
        if year is None:
            return latest
        held = [office for office in self.offices if office.near(year, 0, 0)]
        if held:
            return max(held, key=lambda office: office.first)
        left = [office for office in self.offices if office.last is not None and office.last < year]
        if not left:
            return replace(min(self.offices, key=lambda office: office.first), sector="")
        own = [office for office in left if office.country not in SUPRANATIONAL]  # an envoy of many is of a state again
        office = max(own or left, key=lambda office: office.last or 0)
        sector = "ELI" if office.sector in _LEAVES_ELITE else office.sector
        return replace(office, sector=sector)
