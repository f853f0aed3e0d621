"""What any phrase says about an actor, name or not."""

import pytest

from service.enrich.actors.describe import Describer
from tests.enrich.actors.documents import describe
from tests.enrich.trees import document


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
        ("a Maoist commander", None, "REB", "person"),
        ("the chairman", None, None, "person"),
        ("local officials", None, "GOV", "group"),
        ("the national secretary", None, "GOV", "person"),
        ("the national football team", None, "CVL", "group"),
        ("Norway's business secretary", "NOR", "GOV", "person"),
        ("Chile", "CHL", "GOV", "country"),
        ("the weather", None, None, "unspecified"),
        ("an opposition delegation", None, "OPP", "organization"),
        ("a delegation of lawmakers", None, "LEG", "organization"),
        ("the Iranian delegation", "IRN", "GOV", "organization"),
        ("local officials", None, "GOV", "group"),
        ("government critics", None, "OPP", "group"),
        ("opponents of the regime", None, "OPP", "group"),
        ("critics of the film", None, None, "group"),
        ("heads of state", None, "GOV", "group"),
        ("members of the council", None, "GOV", "group"),
        ("a guard at the hospital", None, "COP", "person"),
        ("an ally of the party", None, None, "person"),
        ("leaders in the province", None, None, "group"),
        ("civil society groups", None, "SOC", "organization"),
        ("the discipline watchdog", None, "GOV", "organization"),
        ("a rights watchdog", None, "SOC", "organization"),
        ("Peruvian investigators", "PER", "COP", "group"),
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


def test_an_office_with_of_in_its_name_belongs_to_no_body() -> None:
    """The State of "the Head of State" is none."""
    told = describe("the Head of State")
    assert (told.role, told.organisation, told.sector) == ("Head of State", None, "GOV")


def test_the_name_of_a_party_is_whole_before_its_leader() -> None:
    """Where "party leader" is the noun, too."""
    told = describe("a senior Bharatiya Janata Party leader", ORG="Bharatiya Janata Party")
    assert (told.organisation, told.country, told.sector) == ("Bharatiya Janata Party", "IND", "PTY")


def test_an_empty_span_says_nothing() -> None:
    """Nor does punctuation."""
    assert describe(",").kind == "unspecified"


@pytest.mark.parametrize(
    ("second", "country"),
    [
        ("government/NOUN/conj/2 met/VERB/root/0", "DNK"),
        ("the/DET/det/5 government/NOUN/conj/2 met/VERB/root/0", None),
    ],
)
def test_joined_bodies_share_the_country_before_the_first(second: str, country: str | None) -> None:
    """ "The Danish media and government" are both Danish; an article of its own parts the second."""
    doc = document(f"Danish/ADJ/amod/2 media/NOUN/nsubj/2 and/CCONJ/cc/2 {second}")
    at = [token.text for token in doc].index("government")
    assert Describer(doc).describe(doc[at : at + 1]).country == country


@pytest.mark.parametrize(("text", "sector"), [("armies", "MIL"), ("hospitals", "MED"), ("ministries", "GOV")])
def test_several_bodies_are_of_the_sector_of_one(text: str, sector: str) -> None:
    """The table has most of them in the singular alone."""
    assert describe(f"Kenya's {text}").sector == sector


@pytest.mark.parametrize(("relation", "sector"), [("nmod:poss", "GOV"), ("nsubj", "CVL")])
def test_the_adjective_of_a_nation_tells_of_its_state(relation: str, sector: str) -> None:
    """Also where a tagger takes it for a name: "the Turkish attack"; Turks by themselves are people."""
    doc = document(f"Turkish/PROPN/{relation}/2 attack/NOUN/ROOT/0", ("Turkish", "NORP"))
    assert Describer(doc).describe(doc[:1]).sector == sector


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("the foreign ministers of Peru and Chile", "foreign ministers"),
        ("members of the armed forces of Peru and Chile", "members of the armed forces"),
        ("the foreign minister of Peru", "foreign minister of Peru"),
    ],
)
def test_an_office_that_several_have_elsewhere_is_told_alone(text: str, role: str) -> None:
    """No one of them is minister of Peru and Chile."""
    assert describe(text, LOC="Peru; Chile").role == role


def test_heads_of_state_are_several_of_governments() -> None:
    """The plural of an office that "of" completes stands before it."""
    told = describe("the heads of state")
    assert (told.role, told.sector, told.kind) == ("heads of state", "GOV", "group")
