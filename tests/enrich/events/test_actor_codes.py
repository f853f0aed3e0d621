"""CAMEO actor codes of parties."""

import pytest

from service.enrich.events.actor_codes import cameo_actor_code
from service.enrich.events.event import Party


@pytest.mark.parametrize(
    ("kind", "country", "sector", "code"),
    [
        ("country", "RUS", "GOV", "RUS"),
        ("person", "RUS", "GOV", "RUSGOV"),
        ("organization", "UNO", "GOV", "IGOUNO"),
        ("group", "UNO", "MIL", "IGOUNOMIL"),
        ("organization", "DNK", "JRN", "DNKMED"),
        ("group", None, "COP", "COP"),
        ("person", "NGA", "UNK", "NGA"),
        ("person", None, "UNK", None),
    ],
)
def test_code_is_a_country_and_a_role(kind: str, country: str | None, sector: str, code: str | None) -> None:
    """A state has no role; organizations of states stand behind IGO; media and healers have CAMEO's names."""
    party = Party(span=(0, 1), mention_type="name", head=0, kind=kind, country=country, sector=sector)
    assert cameo_actor_code(party) == code


def test_who_demonstrates_is_opposition() -> None:
    """In CAMEO, told by the noun; other citizens stay citizens."""
    found = []
    for role in ("Georgian demonstrators", "Georgian villagers"):
        party = Party(span=(0, 1), mention_type="nominal", head=0, kind="group", country="GEO", sector="CVL", role=role)
        found.append(cameo_actor_code(party))
    assert found == ["GEOOPP", "GEOCVL"]
