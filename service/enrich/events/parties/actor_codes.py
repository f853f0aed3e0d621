"""CAMEO actor codes: a country or kind of organization, behind it a role, behind that what the role is for.

Sources: CAMEO event and actor codebook 1.1b3, chapter 3 and appendix (Schrodt 2012); for the codes of organizations
the dictionaries of PETRARCH-2 (Open Event Data Alliance, MIT).
"""

from functools import cache

from service.enrich.events.event import Party
from service.enrich.tables import DATA, rows
from service.enrich.words import word_set

_ORGANIZATIONS = {"UNO": "IGOUNO", "EUR": "IGOEUREEC"}
"""Organizations of states, which CAMEO writes behind ``IGO``."""

_ROLES = {"JRN": "MED", "MED": "HLH", "UNK": ""}
"""PLOVER sectors that CAMEO calls otherwise: its MED are the media, and its HLH who heals."""

_SUPRANATIONAL = frozenset(("UNO", "EUR", "IGO", "NGO", "IMG"))
"""Codes of who belongs to no country; government and civil society are no branches of theirs."""

_SOCIETY, _RIGHTS = "SOC", "HRI"
"""CAMEO knows no civil society, but defenders of human rights."""

_OPPONENTS = word_set("protester demonstrator activist rioter dissident opponent marcher striker campaigner")
"""Nouns for those whom CAMEO counts as the opposition, where PLOVER sees citizens."""

_HELD = word_set("prisoner inmate detainee")
"""Nouns for whom CAMEO knows no role: to be held is none."""

_OFFICES = word_set("minister ministry secretary department")
_MATTERS = {
    "defence": "MIL", "defense": "MIL", "agriculture": "AGR", "education": "EDU", "health": "HLH", "environment": "ENV",
}  # fmt: skip
"""What offices of a government are for, which CAMEO tells behind ``GOV``."""


def cameo_actor_code(party: Party) -> str | None:
    """``RUSGOV`` for a Russian minister, ``RUS`` for Russia itself, ``COP`` for police of an unknown country.

    Returns:
        None for who has neither a country nor a role.
    """
    own = _own_codes().get(party.name or "")
    if own is not None and party.kind == "organization":
        return own
    role = _role(party)
    if party.country is None:
        return role or None
    country = _ORGANIZATIONS.get(party.country, party.country)
    if own is not None and own.startswith(country):
        country = own
    plain = _is_whole(party) or (party.country in _SUPRANATIONAL and role in ("GOV", "CVL"))
    return country if plain else country + role


def _role(party: Party) -> str:
    noun = (party.role or "").lower().rpartition(" ")[2].removesuffix("s")
    if party.sector in ("CVL", "SOC") and noun in _OPPONENTS:
        return "OPP"
    if noun in _HELD:
        return ""
    sector = party.sector or ""
    if sector == _SOCIETY:
        return _RIGHTS if "rights" in f"{party.role} {party.name}".lower().split() else "CVL"
    role = _ROLES.get(sector, sector)
    return role + _matter(party) if role == "GOV" else role


def _matter(party: Party) -> str:
    """What an office is for: MIL of "Defence Secretary"."""
    words = [word.lower() for word in (party.role or party.name or "").split()]
    if _OFFICES.isdisjoint(words):
        return ""
    return next((_MATTERS[word] for word in words if word in _MATTERS), "")


def _is_whole(party: Party) -> bool:
    """Whether somebody is a state, a people or a place as such: its name alone tells of no branch."""
    if party.kind == "country":
        return party.method != "metonym"
    people = party.kind == "group" and party.method == "demonym" and not party.role
    place = party.kind == "unspecified" and party.method == "name"
    return (people or place) and party.sector in ("CVL", None)


@cache
def _own_codes() -> dict[str, str]:
    table = rows(DATA / "actors" / "cameo.tsv", 2)
    return {name: code for code, names in table for name in names.split("|")}
