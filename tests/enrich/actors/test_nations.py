"""Countries in the words of a text."""

import pytest
import spacy

from service.enrich.actors.reading import nations
from service.enrich.places.gazetteer import shared
from service.enrich.tree import Tree

_NLP = spacy.blank("en")


def found(finder: nations.Nations, text: str) -> list[str]:
    return [nation.country for nation in finder.find(Tree.of(_NLP(text)))]


def test_what_was_learned_may_be_forgotten_between_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    """A full memory changes nothing that is found."""
    monkeypatch.setattr(nations, "_KEPT", 1)
    finder = nations.Nations(shared())
    for _ in range(3):
        assert found(finder, "Chad and Peru met the French.") == ["TCD", "PER", "FRA"]


def test_the_american_of_central_american_is_no_citizen_of_the_united_states() -> None:
    text = "Central American presidents and Latin Americans met the American envoy for Latin America."
    assert found(nations.Nations(shared()), text) == ["USA"]
