"""CAMEO actor codes of parties."""

import pytest

from service.enrich.events.event import Party
from service.enrich.events.parties.actor_codes import cameo_actor_code


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


def party(kind: str, country: str | None, sector: str | None, **more: str) -> Party:
    return Party((0, 1), "name", 0, kind=kind, country=country, sector=sector, **more)  # type: ignore[arg-type]


def test_a_capital_that_acts_is_a_government() -> None:
    """Beirut rejects, where Lebanon may be anybody."""
    found = [cameo_actor_code(party("country", "LBN", "GOV", method=method)) for method in ("metonym", "name")]
    assert found == ["LBNGOV", "LBN"]


def test_a_people_and_a_place_are_their_country() -> None:
    """A role is told by a noun, not by a demonym or a town."""
    assert cameo_actor_code(party("group", "PSE", "CVL", method="demonym")) == "PSE"
    assert cameo_actor_code(party("unspecified", "IRQ", "CVL", method="name")) == "IRQ"
    assert cameo_actor_code(party("group", "PSE", "CVL", method="agent_noun", role="villagers")) == "PSECVL"


def test_who_is_held_has_no_role() -> None:
    """CAMEO does not judge prisoners."""
    assert cameo_actor_code(party("group", "PSE", "CRM", role="150 Palestinian prisoners")) == "PSE"


@pytest.mark.parametrize(
    ("role", "code"),
    [
        ("Defence Secretary", "GBRGOVMIL"),
        ("health minister", "GBRGOVHLH"),
        ("prime minister", "GBRGOV"),
        ("spokesman for education", "GBRGOV"),
    ],
)
def test_an_office_tells_behind_the_government_what_it_is_for(role: str, code: str) -> None:
    """Country, role, and what the role is for."""
    assert cameo_actor_code(party("person", "GBR", "GOV", role=role)) == code


def test_organizations_with_a_code_of_their_own() -> None:
    """By any of their names; a person of that name is somebody else."""
    assert cameo_actor_code(party("organization", "IGO", "MIL", name="NATO")) == "IGOWSTNAT"
    assert cameo_actor_code(party("organization", "UNO", "GOV", name="World Health Organization")) == "IGOUNOHLHWHO"
    assert cameo_actor_code(party("person", None, "CVL", name="WHO")) == "CVL"


def test_a_region_with_a_code_goes_before_the_role() -> None:
    """Gaza is told from the rest of its country."""
    assert cameo_actor_code(party("unspecified", "PSE", "REB", name="Gaza Strip")) == "PSEGZAREB"


def test_what_is_above_countries_has_no_government_and_no_civil_society() -> None:
    """They are none of its branches; its soldiers are."""
    sectors = ("GOV", "SOC", "MIL")
    assert [cameo_actor_code(party("organization", "IGO", sector)) for sector in sectors] == ["IGO", "IGO", "IGOMIL"]


def test_defenders_of_human_rights_have_a_role_of_their_own() -> None:
    """Others of civil society are civilians."""
    found = [cameo_actor_code(party("group", "SYR", "SOC", role=role)) for role in ("human rights group", "volunteers")]
    assert found == ["SYRHRI", "SYRCVL"]
