"""Countries that are more than the place: those visited, and those where forces of another are moved."""

import pytest

from tests.enrich.events.labelled import code, texts
from tests.enrich.trees import document


def test_country_that_is_visited_is_the_host() -> None:
    """By the labelling guide it is more than the place; a city is only that."""
    tree = "Envoys/NOUN/nsubj/2 arrived/VERB/ROOT/0 in/ADP/case/4 {place}/PROPN/obl/2 ./PUNCT/punct/2"
    hosts = []
    for place in ("Peru", "Arequipa"):
        doc = document(tree.format(place=place), (place, "LOC"))
        [event] = code(doc, {"arrived": "CONSULT"}, [("arrived", "actor", "Envoys"), ("arrived", "location", place)])
        hosts.append(texts(doc, event)[1])
    assert hosts == [["Peru"], []]


def test_country_that_will_be_visited_is_the_host() -> None:
    """An announced visit has the parties of a visit."""
    doc = document(
        "Envoys/NOUN/nsubj/3 will/AUX/aux/3 travel/VERB/ROOT/0 to/ADP/case/5 Peru/PROPN/obl/3", ("Peru", "LOC")
    )
    [event] = code(doc, {"travel": "CONSULT"}, [("travel", "actor", "Envoys"), ("travel", "location", "Peru")])
    assert (event.type, texts(doc, event)[1]) == ("AGREE", ["Peru"])


@pytest.mark.parametrize(
    ("who", "kind", "place", "told"),
    [
        ("Peruvian", "MOBILIZE", "Oslo", ["Oslo"]),
        ("Peruvian", "MOBILIZE", "Lima", []),
        ("Some", "MOBILIZE", "Oslo", []),
        ("Peruvian", "PROTEST", "Oslo", []),
    ],
)
def test_country_where_forces_of_another_are_moved_is_the_host(
    who: str, kind: str, place: str, told: list[str]
) -> None:
    """At home it is only the place, and of those who are of nowhere nobody knows whether they are at home."""
    doc = document(
        f"{who}/ADJ/amod/2 troops/NOUN/nsubj/3 gathered/VERB/ROOT/0 in/ADP/case/5 {place}/PROPN/obl/3",
        ("Peruvian", "NORP"), (place, "LOC"),
    )  # fmt: skip
    [event] = code(doc, {"gathered": kind}, [("gathered", "actor", "troops"), ("gathered", "location", place)])
    assert texts(doc, event)[1] == told
