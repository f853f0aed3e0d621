"""Countries of parties whose words tell none."""

import pytest

from service.enrich.events.event import EventPlace, Party
from service.enrich.events.parties.belonging import completed


def party(sector: str | None, country: str | None = None, mention: str = "nominal") -> Party:
    return Party((0, 1), mention, 0, country=country, sector=sector)  # type: ignore[arg-type]


def place(basis: str) -> EventPlace:
    return EventPlace(basis, "country", country="MLI")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "victim", "basis", "country"),
    [
        ("ASSAULT", party("CVL"), "argument", "MLI"),
        ("ASSAULT", party("UNK"), "argument", "MLI"),
        ("ASSAULT", party("CVL"), "sentence", None),
        ("ASSAULT", party("CVL", "NGA"), "argument", "NGA"),
        ("ASSAULT", party("MIL"), "argument", None),
        ("ASSAULT", party("CVL", mention="name"), "argument", None),
        ("CONSULT", party("CVL"), "argument", None),
    ],
)
def test_locals_are_of_the_place_of_the_act(kind: str, victim: Party, basis: str, country: str | None) -> None:
    """Only where the place hangs on the act, and only those who are described and mostly at home."""
    _, [found] = completed(kind, (party("REB", "NER"),), (victim,), place(basis))
    assert found.country == country


@pytest.mark.parametrize(
    ("kind", "sector", "country"),
    [
        ("COERCE", "GOV", "PER"), ("SANCTION", "JUD", "PER"), ("SANCTION", "GOV", None), ("COERCE", "MIL", None),
        ("ASSAULT", "COP", "PER"), ("ASSAULT", "MIL", None),
    ],
)  # fmt: skip
def test_police_and_courts_act_at_home(kind: str, sector: str, country: str | None) -> None:
    """Armies, and governments that impose sanctions, reach further."""
    _, [found] = completed(kind, (party(sector, "PER"),), (party("CVL"),), None)
    assert found.country == country


@pytest.mark.parametrize(
    ("sector", "kind", "country"),
    [("REB", "organization", "PER"), ("UAF", "organization", None), ("REB", "country", None)],
)
def test_rebels_are_of_the_country_whose_government_they_deal_with(sector: str, kind: str, country: str | None) -> None:
    """A state as a whole may be any that they have to do with, and terrorists are against others', too."""
    government = Party((0, 1), "nominal", 0, country="PER", sector="GOV", kind=kind)
    [found], _ = completed("REQUEST", (party(sector),), (government,), None)
    assert found.country == country
