"""The spaCy pipeline, and what is read from a document it has seen."""

from typing import Any

import spacy
from spacy.language import Language

from service.clean import CleanArticle
from service.config import ArticleSettings
from service.enrich.sentences import sentence_spans

BUILT_IN = "blank"


def load_pipeline(settings: ArticleSettings) -> Language:
    """Load the pipeline that ``NEWSWIRE_MODEL`` names: the built-in one, a spaCy package, or a path.

    Raises:
        OSError: there is no such pipeline.
    """
    if settings.model == BUILT_IN:
        nlp = spacy.blank("en")
        nlp.add_pipe("sentencizer")
    else:
        nlp = spacy.load(settings.model)
    if "newswire_paragraphs" not in nlp.pipe_names:
        # First: a parser or a sentencizer behind it keeps the starts it finds set.
        nlp.add_pipe("newswire_paragraphs", first=True)
    # Bodies are limited before they come here; spaCy's own limit would refuse some of them. The
    # title and the breaks between paragraphs come on top.
    nlp.max_length = 4 * settings.max_body_characters
    return nlp


def enrich(nlp: Language, article: CleanArticle) -> dict[str, Any]:
    """Everything found in an article's text, by the field names of the enriched record."""
    with nlp.memory_zone():
        doc = nlp(article.text)
        return {
            "sentences": sentence_spans(doc),
            "entities": [],
            "places": [],
            "focus": {"countries": [], "place_geonames_id": None},
            "times": [],
            "quotes": [],
            "events": [],
        }
