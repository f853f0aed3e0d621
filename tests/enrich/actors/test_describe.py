"""What any phrase says about an actor, name or not."""

import pytest

from tests.enrich.actors.documents import describe


@pytest.mark.parametrize(
    ("text", "country", "sector", "kind"),
    [
        ("Iranian officials", "IRN", "GOV", "group"),
        ("a senior US official", "USA", "GOV", "person"),
        ("police", None, "COP", "group"),
        ("the Turkish army", "TUR", "MIL", "organization"),
        ("three gunmen", None, "UAF", "group"),
        ("opposition leaders", None, "OPP", "group"),
        ("Russian forces", "RUS", "MIL", "group"),
        ("the ruling party", None, "PTY", "organization"),
        ("Norway's central bank", "NOR", "GOV", "organization"),
        ("European Union legislators", "EUR", "LEG", "group"),
        ("a retired vice president", None, "ELI", "person"),
        ("the Pentagon", "USA", "MIL", "organization"),
        ("the president of the Chadian Human Rights League", "TCD", "SOC", "person"),
        ("Chile", "CHL", "GOV", "country"),
        ("the weather", None, None, "unspecified"),
    ],
)
def test_a_phrase_tells_country_sector_and_kind(text: str, country: str | None, sector: str | None, kind: str) -> None:
    """Adjectives, bodies, nouns for people; nothing where it is about no actor."""
    told = describe(text)
    assert (told.country, told.sector, told.kind) == (country, sector, kind)


def test_a_capital_stands_for_its_government() -> None:
    """As PLOVER codes a capital that acts."""
    told = describe("Tehran")
    assert (told.country, told.sector, told.kind, told.method) == ("IRN", "GOV", "country", "metonym")


def test_a_role_is_told_without_article_and_country() -> None:
    """What the record shows as a role."""
    assert describe("the Iranian deputy foreign minister").role == "deputy foreign minister"


def test_an_empty_span_says_nothing() -> None:
    """Nor does punctuation."""
    assert describe(",").kind == "unspecified"
