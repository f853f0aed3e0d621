"""CAMEO actor codes: a country or kind of organization, and behind it a role.

Source: CAMEO event and actor codebook 1.1b3, chapter 3 and appendix (Schrodt 2012).
"""

from service.enrich.events.event import Party
from service.enrich.words import word_set

_ORGANIZATIONS = {"UNO": "IGOUNO", "EUR": "IGOEUREEC"}
"""Organizations of states, which CAMEO writes behind ``IGO``."""

_ROLES = {"JRN": "MED", "MED": "HLH", "UNK": ""}
"""PLOVER sectors that CAMEO calls otherwise: its MED are the media, and its HLH who heals."""


_OPPONENTS = word_set("protester demonstrator activist rioter dissident opponent marcher striker campaigner")
"""Nouns for those whom CAMEO counts as the opposition, where PLOVER sees citizens."""


def cameo_actor_code(party: Party) -> str | None:
    """``RUSGOV`` for a Russian minister, ``RUS`` for Russia itself, ``COP`` for police of an unknown country.

    Returns:
        None for who has neither a country nor a role.
    """
    sector = "OPP" if party.sector in ("CVL", "SOC") and _opposes(party.role or "") else party.sector or ""
    role = _ROLES.get(sector, sector)
    if party.country is None:
        return role or None
    country = _ORGANIZATIONS.get(party.country, party.country)
    # A state acts as itself: its name alone tells of no branch.
    return country if party.kind == "country" or (country != party.country and role == "GOV") else country + role


def _opposes(role: str) -> bool:
    """Whether a role, as it is written, ends with one of _OPPONENTS: "Georgian demonstrators"."""
    return role.lower().rpartition(" ")[2].removesuffix("s") in _OPPONENTS
