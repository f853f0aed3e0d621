"""Which pipeline a name loads, and what the record gets of it."""

from pathlib import Path

import pytest
import spacy

from service.enrich import pipeline
from service.enrich.context import ArticleContext
from service.enrich.facts import add_components, facts, finds_facts_last
from service.enrich.pipeline import enrich, load, model_version


def test_a_pipeline_of_somebody_else_works_by_its_path(tmp_path: Path) -> None:
    """Its labels become ours: OntoNotes has GPE where we have LOC, and amounts are no entities."""
    theirs = spacy.blank("en")
    ruler = theirs.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]
        [{"label": "GPE", "pattern": "Nairobi"}, {"label": "CARDINAL", "pattern": "three"}]
    )
    theirs.add_pipe("sentencizer")
    theirs.meta["name"], theirs.meta["version"] = "theirs", "3.1"
    theirs.to_disk(tmp_path)
    nlp = load(str(tmp_path))
    doc = nlp("A headline\n\nNairobi has three harbours. Nairobi grows.")
    assert model_version(nlp) == "theirs-3.1"
    assert next(doc.sents).text.strip() == "A headline"
    [entity] = facts(doc)["entities"]
    assert (entity["type"], entity["name"]) == ("LOC", "Nairobi")
    assert [(m["start"], m["end"], m["kind"]) for m in entity["mentions"]] == [(12, 19, "named"), (40, 47, "named")]


def test_a_missing_pipeline_is_an_os_error() -> None:
    """Neither a package nor a path."""
    with pytest.raises(OSError, match="no_such_pipeline"):
        load("no_such_pipeline")


def test_facts_come_last_unless_something_else_stands_behind_one_of_their_components() -> None:
    """What may change annotation between them."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    add_components(nlp)
    assert finds_facts_last(nlp)
    nlp.add_pipe("entity_ruler", after="newswire_times")
    assert not finds_facts_last(nlp)


def test_words_of_articles_are_kept_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker reads ever new words for months, and keeps those of its first articles alone."""
    nlp = load("blank")
    strings = nlp.vocab.strings
    monkeypatch.setattr(pipeline, "KEPT_STRINGS", len(strings) + 100)
    sizes = []
    for number in range(20):
        words = " ".join(f"quorl{number}x{each}" for each in range(50))
        enrich(nlp, words, ArticleContext())
        sizes.append(len(strings))
    assert "quorl0x0" in strings
    assert "quorl19x0" not in strings
    assert sizes[-1] == sizes[5]
