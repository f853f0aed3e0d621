"""The spaCy pipeline, and what is read from a document it has seen."""

from typing import Any

import spacy
import xxhash
from spacy.language import Language

from service.config import ArticleSettings
from service.enrich.context import ArticleContext
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


def facts_key(text: str, context: ArticleContext) -> str:
    """Stands for everything that ``enrich`` reads: articles with one key have the same facts."""
    return xxhash.xxh3_128_hexdigest(f"{context!r}\n{text}".encode())


def enrich(nlp: Language, text: str, context: ArticleContext) -> dict[str, Any]:
    """Everything found in an article, by the field names of the enriched record.

    What is found must depend on the arguments alone: it is reused for every article with the same
    ``facts_key``.

    Args:
        nlp: the pipeline.
        text: clean text.
        context: what components know beside it.
    """
    with nlp.memory_zone():
        doc = nlp.make_doc(text)
        doc._.context = context
        doc = nlp(doc)
        return {
            "sentences": sentence_spans(doc),
            "entities": [],
            "places": [],
            "focus": {"countries": [], "place_geonames_id": None},
            "times": [],
            "quotes": [],
            "events": [],
        }
