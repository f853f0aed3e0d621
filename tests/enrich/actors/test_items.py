"""Links to Wikidata: from the table alone, and none where it is a guess."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from spacy.tokens import Doc

from service.enrich.actors.component import find_actors
from service.enrich.actors.fields import actor_fields
from service.enrich.actors.items import Items, shared
from service.enrich.actors.reading.lexicon import FOLDER
from service.enrich.actors.reading.lexicon import shared as lexicon
from service.enrich.actors.reading.mentions import clusters_of
from service.enrich.places.gazetteer import gazetteer
from service.enrich.tables import rows
from tests.enrich.actors.documents import read


def items(text: str, **names: str) -> dict[str, str | None]:
    """The items of the names of a text."""
    return items_of(read(text, **names))


def items_of(doc: Doc) -> dict[str, str | None]:
    """The items of the names of a document."""
    doc._.clusters = clusters_of(doc)
    return {entity["name"]: entity["wikidata_id"] for entity in actor_fields(find_actors(doc))}


def test_a_country_has_its_item() -> None:
    """By any of its names."""
    found = items("Iran met Britain.", LOC="Iran; Britain")
    assert found == {"Iran": "Q794", "Britain": "Q145"}


def test_a_state_that_is_gone_is_not_its_successor() -> None:
    """Nor is a name of two countries one of them."""
    found = items("The Soviet Union and Congo met.", LOC="Soviet Union; Congo")
    assert found == {"Soviet Union": "Q15180", "Congo": None}


@pytest.mark.parametrize("name", ["WHO", "World Health Organization"])
def test_an_organisation_has_its_item(name: str) -> None:
    """In full and by its initials."""
    assert items(f"The {name} met.", ORG=name) == {name: "Q7817"}


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("World Bank Park reopened.", "ORG", "World Bank Park"),
        ("The Pakistani Taliban met.", "ORG", "Taliban"),
        ("The Amazon flows.", "LOC", "Amazon"),
        ("Clearwater Holdings met.", "ORG", "Clearwater Holdings"),
        ("Iranian officials met.", "NORP", "Iranian"),
        ("Boeing spoke.", "PERSON", "Boeing"),
    ],
)
def test_what_the_table_does_not_mean_has_none(text: str, kind: str, name: str) -> None:
    """Longer names, bodies of another country, rivers, people."""
    assert items(text, **{kind: name}) == {name: None}


@pytest.mark.parametrize(
    ("text", "kind", "name", "end", "item"),
    [
        ("Paris is great.", "LOC", "Paris", 5, "Q90"),
        ("Paris, France is great.", "LOC", "Paris, France", 5, "Q90"),
        ("Paris airport is great.", "FAC", "Paris airport", 13, None),
    ],
)
def test_a_capital_has_its_item(text: str, kind: str, name: str, end: int, item: str | None) -> None:
    """The city that the places component found, not what only has its name."""
    doc = read(text, **{kind: name})
    if not Doc.has_extension("places"):
        Doc.set_extension("places", default=())
    doc._.places = (SimpleNamespace(start=0, end=end, kind="literal", geonames_id=2988507, country="FRA", score=0.9),)
    assert items_of(doc)[name] == item


def test_the_table_speaks_of_what_the_other_tables_know() -> None:
    """Countries of the gazetteer, organisations of the lexicon; each item once but for names of one state."""
    table = rows(FOLDER / "wikidata.tsv", 3)
    countries = gazetteer.shared().country_rows
    for kind, which, item in table:
        assert kind not in ("country", "capital") or which in countries, which
        assert kind != "organisation" or lexicon().named(which.replace("-", " - ").split()) is not None, which
        assert item == "-" or (item[0] == "Q" and item[1:].isdigit()), which
    of_one = [item for kind, _, item in table if kind != "state"]
    assert len(set(of_one)) == len(of_one)
    assert shared().countries["FRA"] == "Q142"


def test_a_line_of_no_known_kind_is_refused(tmp_path: Path) -> None:
    """Rather than left out."""
    (tmp_path / "wikidata.tsv").write_text("planet\tMars\tQ111\n")
    with pytest.raises(ValueError, match="'planet' is no kind"):
        Items(gazetteer.shared(), tmp_path)
