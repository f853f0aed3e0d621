"""What an article is about."""

import json
from pathlib import Path

from service.enrich.context import ArticleContext
from service.enrich.places import Focus, focus_fields, places_fields
from tests.enrich.places.conftest import Read

SCHEMA = json.loads((Path(__file__).parents[3] / "schemas" / "enriched-article.v1.json").read_text(encoding="utf-8"))


def test_the_headline_and_the_lead_weigh_more(read: Read) -> None:
    """Norway is named as often as Chile, but below."""
    text = "Chile votes\n\nChile went to the polls.\n\nNorway sent observers, and Norway paid."
    countries = read(text, context=ArticleContext(title=(0, 11)))._.focus.countries
    assert [code for code, _ in countries] == ["CHL", "NOR"]
    assert countries[0][1] > 2 * countries[1][1]
    assert abs(sum(share for _, share in countries) - 1) < 1e-9


def test_the_main_place_is_below_the_country(read: Read) -> None:
    """The town named most; else the country."""
    assert read("Floods hit Lagos. Nigeria sent boats to Lagos.")._.focus.place_geonames_id == 2332459
    assert read("Nigeria sent boats.")._.focus.place_geonames_id == 2328926


def test_places_that_the_gazetteer_lacks_weigh_little(read: Read) -> None:
    """They lie where others are taken to lie: named thrice, they tell less than a country named twice."""
    text = "Chile sent boats from Lagos, and Chile paid. Xyzzy Flats, Xyzzy Hill and Xyzzy Bay were lost."
    countries = read(text, [(f"Xyzzy {name}", "LOC") for name in ("Flats", "Hill", "Bay")])._.focus.countries
    assert [code for code, _ in countries] == ["CHL", "NGA"]


def test_a_language_tells_no_country(read: Read) -> None:
    """It is spoken elsewhere, too."""
    assert [code for code, _ in read("French-speaking towns of Chile voted.")._.focus.countries] == ["CHL"]
    assert "FRA" in dict(read("French towns and those of Chile voted.")._.focus.countries)


def test_an_article_without_places_has_no_focus(read: Read) -> None:
    """Null rather than a guess."""
    assert read("Nothing happened.")._.focus == Focus((), None)


def test_fields_are_those_of_the_schema(read: Read) -> None:
    """All of them, for known and for unknown places."""
    doc = read("Rain fell on Oslo and Xyzzy Flats.", [("Oslo", "LOC"), ("Xyzzy Flats", "LOC")])
    required = SCHEMA["properties"]["places"]["items"]["required"]
    fields = places_fields(doc)
    assert len(fields) == 2
    assert all(list(field) == required for field in fields)
    assert list(focus_fields(doc)) == SCHEMA["properties"]["focus"]["required"]
