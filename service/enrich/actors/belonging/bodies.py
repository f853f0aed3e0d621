"""What organisations, countries and groups are, by their names and what stands beside them."""

from collections.abc import Iterable
from typing import NamedTuple

from service.enrich.actors.belonging.international import is_international
from service.enrich.actors.belonging.organisation import name_sector
from service.enrich.actors.phrases.function_words import DETERMINERS
from service.enrich.actors.phrases.modifiers import may_modify
from service.enrich.actors.reading.document import POSSESSIVE, Reading

STATE_SECTORS = frozenset(("GOV", "LEG", "JUD", "MIL", "COP", "SPY"))
"""Sectors of bodies that every country has: without a country told they are those of the article's country."""

NATIONAL_SECTORS = STATE_SECTORS | {"PTY", "OPP", "ELI"}
"""These and parties, the opposition and former officials, who are a country's own, too, though not its state."""


_LEAGUES = frozenset(("UNO", "EUR", "IGO"))
"""Countries of bodies whose missions and agencies are theirs, whatever country their names tell."""


class Standing(NamedTuple):
    """Country (only when told) and PLOVER sector of a body."""

    country: str | None = None
    sector: str | None = None


def standing(reading: Reading, start: int, end: int, places: dict[int, str]) -> Standing:
    """Where a named body stands; tokens, end exclusive.

    Args:
        places: country of the place at a token.
    """
    hit = reading.bodies.get(start)
    if hit is not None and hit[0] >= end:
        return Standing(hit[1].country, hit[1].sector)
    sector = name_sector(reading, start, end)
    if hit is not None and sector is None:
        sector = hit[1].sector
    if hit is not None and hit[1].country in _LEAGUES:
        return Standing(hit[1].country, hit[1].sector if sector == "PTY" else sector)  # their Parties are states
    if sector is None:
        sector = _called(reading, start, end)
    if hit is None and end - start > 2 and is_international(reading.tree.lowers[start:end]):
        return Standing("NGO", sector or "SOC")
    for index in range(start, end):
        if index in reading.nation_at:
            return Standing(reading.nation_at[index].country, sector)
    code = beside(reading, start, places) or (hit[1].country if hit is not None else None)
    return Standing(code or next((places[index] for index in range(start, end) if index in places), None), sector)


def fights(reading: Reading, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a party is the movement of rebels that it once was: "Orlan gunmen", "the guerrilla group Orlan"."""
    lowers = reading.tree.lowers
    for start, end in spans:
        behind = end + 1 if end < len(lowers) and (lowers[end] in POSSESSIVE or lowers[end] == "-") else end
        before = start - 2 if start > 1 and lowers[start - 1] in _REBEL_BODIES else start - 1
        armed = tuple(lowers[behind : behind + 2]) in _WINGS or (before >= 0 and lowers[before] in _REBELS)
        if armed or not _FIGHTERS.isdisjoint(lowers[behind : behind + 1]):
            return True
    return False


_REBELS = frozenset(("rebel", "rebels", "guerrilla", "guerrillas", "insurgent", "insurgents"))
_FIGHTERS = _REBELS | {"fighters", "gunmen", "combatants", "troops", "attack", "attacks", "ambush"}
_REBEL_BODIES = frozenset(("group", "movement", "army", "organisation", "organization"))
_WINGS = (("armed", "wing"), ("military", "wing"))
"""What stands beside the name of a movement that fights."""


def _called(reading: Reading, start: int, end: int) -> str | None:
    """The sector that the noun beside a name tells: "the news agency Orlan", "Orlan, a state-owned airline,"."""
    name, tree = reading.names[start], reading.tree
    if name is None or name.type != "ORG":
        return None
    if start and tree.parts[start - 1] == "NOUN":
        before = reading.body_ending(start - 1, reading.sentence_start(start))
        if before is not None and before[1] not in _LOOSE:
            return before[1]
    if (party := _called_party(reading, end)) is not None:
        return party
    if end + 2 >= len(tree.texts) or tree.texts[end] not in _ASIDE:
        return None
    nation = reading.nation_at.get(end + 1)
    owned = nation is not None and not POSSESSIVE.isdisjoint(tree.lowers[nation.end : nation.end + 1])
    if tree.lowers[end + 1] not in DETERMINERS and not owned:
        return None
    last = nation.end + 1 if nation is not None and owned else end + 2
    if last >= len(tree.texts):
        return None
    while last + 1 < len(tree.texts) and last < end + _LONGEST_NOUN and may_modify(reading, last + 1):
        last += 1
    behind = reading.body_ending(last, end + 1)
    apposed = tree.lowers[end + 1] in ("a", "an") or tree.texts[last + 1 : last + 2] in ([tree.texts[end]], ["."])
    return None if behind is None or behind[1] in _LOOSE or not apposed else behind[1]


def _called_party(reading: Reading, end: int) -> str | None:
    """The sector of a party that is called so right behind its name: "the Lunar Unity (LU) opposition party"."""
    tree = reading.tree
    if tree.texts[end : end + 1] == ["("] and tree.texts[end + 2 : end + 3] == [")"]:
        end += 3
    last = end
    while last + 1 < len(tree.texts) and last < end + 1 and tree.parts[last + 1] == "NOUN":
        last += 1
    told = reading.body_ending(last, end) if last < len(tree.texts) else None
    return told[1] if told is not None and told[0] == end and told[1] in ("PTY", "OPP") else None


_ASIDE = frozenset((",", "-", "–", "—"))
"""What parts a name from the noun for it: "Orlan - Peru's main opposition party - said"."""

_LOOSE = ("GOV", "CVL")
"""Sectors of nouns that may stand before any name: "state", "agency", "community"."""

_LONGEST_NOUN = 8
"""Tokens behind a name in which the noun for it is looked for."""


def beside(reading: Reading, start: int, places: dict[int, str]) -> str | None:
    """The country that possesses or qualifies a name, or whose place or body does: "the Turkish party AKP"."""
    tree = reading.tree
    low = reading.sentence_start(start)
    index = start - 1
    while index >= low and (
        tree.lowers[index] in POSSESSIVE
        or (index not in reading.nation_at and tree.parts[index] in ("NOUN", "ADJ") and reading.names[index] is None)
    ):
        index -= 1
    if index < low or tree.lowers[index] in DETERMINERS:
        return None
    nation = reading.nation_at.get(index)
    if nation is not None and (nation.kind == "demonym" or tree.lowers[index + 1] in POSSESSIVE):
        return nation.country
    if tree.lowers[index + 1] not in POSSESSIVE:
        return None
    owner, name = reading.names[index], reading.names[start]
    if owner is not None and name is not None and owner.type == name.type == "ORG" and owner.end == index + 1:
        return standing(reading, owner.start, owner.end, places).country
    return places.get(index)
