"""What actors and events share of a document."""

from spacy.tokens import Doc
from spacy.vocab import Vocab

import service.enrich.facts  # noqa: F401 - registers what components find
from service.enrich.actors.article.article_reading import ArticleReading
from service.enrich.tree import settle


def test_a_settled_document_is_read_once() -> None:
    """Events come behind actors, and nothing changes between the two."""
    doc = _settled()
    assert ArticleReading.of(doc) is ArticleReading.of(doc)


def test_a_document_whose_places_are_found_later_is_read_again() -> None:
    """Somebody's pipeline may have the components in another order."""
    doc = _settled()
    before = ArticleReading.of(doc)
    doc._.places = []
    assert ArticleReading.of(doc) is not before


def _settled() -> Doc:
    doc = Doc(Vocab(), ["Chad", "'s", "army", "left", "Lomé", "."])
    settle(doc, doc.text)
    return doc
