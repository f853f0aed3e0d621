"""Places within names of others, in the record."""

from service.enrich.actors.embedded import with_embedded
from service.enrich.aliases.component import find_clusters
from service.enrich.places import Places
from service.enrich.places.gazetteer.gazetteer import shared
from tests.enrich.actors.documents import read


def mentions(text: str, **names: str) -> dict[str, list[str]]:
    """The mentions of each cluster, by its name."""
    doc = Places(shared())(find_clusters(read(text, **names)))
    clusters = with_embedded(doc, doc._.clusters)
    return {cluster.name: [text[each.start : each.end] for each in cluster.mentions] for cluster in clusters}


def test_a_place_is_mentioned_within_the_name_of_a_body() -> None:
    """In the order of the text; the body keeps its own mention."""
    text = "The Nairobi Hospital said so. Nairobi agreed."
    assert mentions(text, ORG="Nairobi Hospital", LOC="Nairobi") == {
        "Nairobi Hospital": ["Nairobi Hospital"],
        "Nairobi": ["Nairobi", "Nairobi"],
    }


def test_a_place_that_is_named_nowhere_else_makes_no_entity() -> None:
    """It is among the places; nobody writes of it."""
    assert mentions("The Nairobi Hospital said so.", ORG="Nairobi Hospital") == {
        "Nairobi Hospital": ["Nairobi Hospital"]
    }
