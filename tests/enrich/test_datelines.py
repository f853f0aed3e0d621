"""What a dateline does to the sentence behind it, and to the names in it."""

import pytest
import spacy
from spacy.tokens import Doc, Span

import service.enrich.sentences
from service.clean.dateline import find_dateline
from service.enrich.context import ArticleContext, Dateline
from service.enrich.datelines import lead_paragraph, settle_names_in_datelines, story_start

NLP = spacy.blank("en")
NLP.add_pipe("newswire_paragraphs")


def article(text: str) -> Doc:
    """A document whose context tells the dateline at its beginning."""
    doc, line = NLP.make_doc(text), find_dateline(text, 0, len(text.partition("\n\n")[0]))
    if line is not None:
        doc._.context = ArticleContext(dateline=Dateline(line["start"], line["end"], line["place"], line["date"]))
    return NLP(doc)


@pytest.mark.parametrize(
    "line",
    [
        "OSLO, March 9 - ",
        "Oslo, Norway, March 9 (Kestrel) -- ",
        "OSLO: ",
        "BOGOTÁ, Colombia – ",
        "(Kestrel) – ",
        "OSLO (Kestrel) — ",
        "Oslo /KESTREL/. ",
        "OSLO - 9 March 2022: ",
    ],
)
def test_a_sentence_begins_behind_a_dateline(line: str) -> None:
    """So that no tree takes its place for the subject of the story's first verb."""
    doc = article(line + "Norway and Sweden held talks.")
    starts = [token.text for token in doc if token.is_sent_start]
    assert starts == [doc[0].text, "Norway"]


def test_what_begins_without_a_dateline_is_one_sentence() -> None:
    """Only what cleaning has found is one."""
    doc = article("Norway - and Sweden - held talks.")
    assert story_start(doc) is None
    assert [token.text for token in doc if token.is_sent_start] == ["Norway"]


def test_sentences_are_told_with_their_dateline() -> None:
    """It stays in the text, and is no sentence of the record."""
    text = "OSLO, March 9 - Norway and Sweden held talks."
    assert service.enrich.sentences.sentence_spans(article(text)) == [(0, len(text))]


def test_a_town_of_a_saint_is_a_place_in_the_dateline() -> None:
    """Taggers see the end of a sentence in it."""
    doc = settle_names_in_datelines(article("ST. PAUL, Minn. (Kestrel) — A court ruled."))
    assert [(span.text, span.label_) for span in doc.ents] == [("ST. PAUL", "LOC")]


def test_the_story_begins_below_a_dateline_that_is_a_paragraph() -> None:
    """So that the first paragraph that tells something is the lead; both are sentences of their own."""
    doc = article("March 9, 2026\n\nNorway and Sweden held talks.\n\nThey go on.")
    assert service.enrich.sentences.sentence_spans(doc) == [(0, 13), (15, 44), (46, 57)]
    assert lead_paragraph(doc.text, doc._.context) == (15, 44)


def test_a_dateline_within_the_lead_is_a_part_of_it() -> None:
    """Below the headline, if there is one."""
    text = "Talks held\n\nOSLO - Norway and Sweden held talks.\n\nThey go on."
    assert lead_paragraph(text, ArticleContext(title=(0, 10), dateline=Dateline(12, 16, "OSLO"))) == (12, 48)
    assert lead_paragraph(text, ArticleContext(title=(0, 10))) == (12, 48)
    assert lead_paragraph(text, ArticleContext()) == (0, 10)


def test_no_name_in_a_dateline_is_a_persons() -> None:
    """An agency in brackets is an organisation, what stands before them a place; names of the story stay."""
    doc = article("MARTIN, March 9 (Kestrel) - Anna Kestrel met Norway's king.")
    spans = {"MARTIN": "PERSON", "March 9": "DATE", "Kestrel": "PERSON", "Anna Kestrel": "PERSON"}
    found = [
        doc.char_span(doc.text.index(name), doc.text.index(name) + len(name), label) for name, label in spans.items()
    ]
    doc.ents = [span for span in found if isinstance(span, Span)]
    settle_names_in_datelines(doc)
    assert [(span.text, span.label_) for span in doc.ents] == [
        ("MARTIN", "LOC"),
        ("March 9", "DATE"),
        ("Kestrel", "ORG"),
        ("Anna Kestrel", "PERSON"),
    ]
