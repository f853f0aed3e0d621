"""CAMEO actor codes: a country or kind of organization, and behind it a role.

Source: CAMEO event and actor codebook 1.1b3, chapter 3 and appendix (Schrodt 2012).
"""

from service.enrich.events.event import Party

_ORGANIZATIONS = {"UNO": "IGOUNO", "EUR": "IGOEUREEC"}
"""Organizations of states, which CAMEO writes behind ``IGO``."""

_ROLES = {"JRN": "MED", "MED": "HLH", "UNK": ""}
"""PLOVER sectors that CAMEO calls otherwise: its MED are the media, and its HLH who heals."""


def cameo_actor_code(party: Party) -> str | None:
    """``RUSGOV`` for a Russian minister, ``RUS`` for Russia itself, ``COP`` for police of an unknown country.

    Returns:
        None for who has neither a country nor a role.
    """
    sector = party.sector or ""
    role = _ROLES.get(sector, sector)
    if party.country is None:
        return role or None
    country = _ORGANIZATIONS.get(party.country, party.country)
    # A state acts as itself: its name alone tells of no branch.
    return country if party.kind == "country" or (country != party.country and role == "GOV") else country + role
