"""Whose army it is where a story does not say."""

import pytest

from service.enrich.actors.description import Actor
from service.enrich.aliases.clusters import Cluster, Mention
from service.enrich.context import ArticleContext
from tests.enrich.events.labelled import code
from tests.enrich.trees import document


def country_of_the_army(name: str, seat: str) -> str | None:
    """The country of "the army" in a story told by a body of that name and seat."""
    first, last = name.split()
    doc = document(
        f"The/DET/det/3 {first}/ADJ/amod/3 {last}/PROPN/nsubj/4 accused/VERB/ROOT/0 the/DET/det/6 army/NOUN/obj/4",
        (name, "ORG"),
    )
    doc._.clusters = (Cluster("e1", "ORG", name, (), None, (Mention(4, 4 + len(name), "named", 2),)),)
    doc._.actors = (Actor("e1", "organization", country=seat, sector="SOC"),)
    [event] = code(doc, {"accused": "ACCUSE"}, [("accused", "actor", last), ("accused", "recipient", "army")])
    return event.recipients[0].country


def test_a_body_named_after_the_country_speaks_for_it_wherever_it_is() -> None:
    """Watchers of a country often live in another."""
    assert country_of_the_army("Peruvian Observatory", "GBR") == "PER"


def test_a_body_of_another_country_speaks_against_it() -> None:
    """What it is about may be told by the name of either."""
    doc = document(
        "The/DET/det/2 Kestrel/PROPN/nsubj/3 accused/VERB/ROOT/0 the/DET/det/5 army/NOUN/obj/3 in/ADP/case/7 "
        "Peru/PROPN/obl/3",
        ("Kestrel", "ORG"), ("Peru", "LOC"),
    )  # fmt: skip
    doc._.clusters = (Cluster("e1", "ORG", "Kestrel", (), None, (Mention(4, 11, "named", 1),)),)
    doc._.actors = (Actor("e1", "organization", country="GBR", sector="SOC"),)
    [event] = code(doc, {"accused": "ACCUSE"}, [("accused", "actor", "Kestrel"), ("accused", "recipient", "army")])
    assert event.recipients[0].country is None


@pytest.mark.parametrize(("seat", "outlet", "country"), [("CHL", "CHL", "CHL"), ("CHL", "BOL", None)])
def test_a_story_whose_people_are_the_outlets_is_at_home(seat: str, outlet: str, country: str) -> None:
    """Whatever country it is about; other countries' papers may tell of any army."""
    doc = document(
        "Kestrel/PROPN/nsubj/2 accused/VERB/ROOT/0 the/DET/det/4 army/NOUN/obj/2 in/ADP/case/6 Peru/PROPN/obl/2",
        ("Kestrel", "ORG"), ("Peru", "LOC"),
    )  # fmt: skip
    doc._.context = ArticleContext(source_country=outlet)
    doc._.clusters = (Cluster("e1", "ORG", "Kestrel", (), None, (Mention(0, 7, "named", 0),)),)
    doc._.actors = (Actor("e1", "organization", country=seat, sector="SOC"),)
    [event] = code(doc, {"accused": "ACCUSE"}, [("accused", "actor", "Kestrel"), ("accused", "recipient", "army")])
    assert event.recipients[0].country == country
