"""The spaCy pipeline, and what is read from a document it has seen."""

from pathlib import Path
from typing import Any

import spacy
import xxhash
from spacy.language import Language
from spacy.tokens import Doc

import service.enrich.datelines
import service.enrich.sentences  # noqa: F401 - both register their components
from service.config.processing import ArticleSettings
from service.enrich.context import ArticleContext
from service.enrich.encoder.component import NAME as ENCODER
from service.enrich.encoder.component import Encoder
from service.enrich.encoder.model import is_model
from service.enrich.events.component import NAME as EVENTS
from service.enrich.events.component import Events
from service.enrich.events.reading.marked import FILE as EVENT_READER
from service.enrich.facts import add_components, facts, finds_facts_last
from service.enrich.tables import DATA
from service.enrich.tokenizer import adapt_tokenizer
from service.enrich.tree import settle
from service.errors import SettingsError

BUILT_IN = DATA / "model"
"""Folder of the model that ships with the service."""

DEFAULT, BLANK = "newswire", "blank"
"""Names of the model that ships, and of a pipeline that finds sentences alone."""

KEPT_STRINGS = 40_000
"""Strings in spaCy's vocabulary up to which the words of articles are kept: of some five hundred articles."""

LONGEST_KEPT = 50_000
"""Characters of an article whose words may be kept; a longer one could be all words that no other has."""


def load(model: str = DEFAULT, *, with_facts: bool = True) -> Language:
    """Load a spaCy pipeline.

    Args:
        model: ``newswire``, ``blank``, a spaCy package, or the path of a spaCy pipeline or of a model
            that ``training.export`` wrote.
        with_facts: whether the components that find facts and events come behind the language model.

    Raises:
        OSError: there is no such pipeline.
    """
    folder = BUILT_IN if model == DEFAULT else Path(model)
    if model == BLANK:
        nlp = spacy.blank("en")
        nlp.add_pipe("sentencizer")
    elif model == DEFAULT or is_model(folder):
        nlp = spacy.blank("en")
        adapt_tokenizer(nlp)
        encoder = nlp.add_pipe("newswire_encoder", name=ENCODER, config={"path": str(folder)})
        assert isinstance(encoder, Encoder)
        nlp.meta["name"], nlp.meta["version"] = encoder.model.name, encoder.model.version
    else:
        nlp = spacy.load(model)
    if "newswire_paragraphs" not in nlp.pipe_names:
        # First: what finds sentences behind it keeps the starts it finds set.
        nlp.add_pipe("newswire_paragraphs", first=True)
    if model != BLANK and with_facts:
        if "newswire_datelines" not in nlp.pipe_names:
            nlp.add_pipe("newswire_datelines")
        add_components(nlp)
    if with_facts and (folder / EVENT_READER).exists():
        nlp.add_pipe(EVENTS, config={"path": str(folder)})
    return nlp


def load_pipeline(settings: ArticleSettings) -> Language:
    """Load the pipeline that ``NEWSWIRE_MODEL`` names.

    Raises:
        SettingsError: there is no such pipeline.
    """
    try:
        nlp = load(settings.model)
    except OSError as error:
        fault = f"there is no model {settings.model!r}: name newswire, blank, an installed spaCy package, or a path"
        raise SettingsError([f"NEWSWIRE_MODEL: {fault} ({error})"]) from error
    # Bodies are limited before they come here; spaCy's own limit would refuse some of them. The
    # title and the breaks between paragraphs come on top.
    nlp.max_length = 4 * settings.max_body_characters
    if nlp.has_pipe(EVENTS):
        events = nlp.get_pipe(EVENTS)
        assert isinstance(events, Events)
        events.hypothetical = settings.hypothetical_events
    return nlp


def model_version(nlp: Language) -> str:
    """Name and version of a pipeline, as told in every record: ``newswire-0.1.0``."""
    return f"{nlp.meta['name']}-{nlp.meta['version']}"


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
    kept = _cut_for_good(nlp, text)
    with nlp.memory_zone():
        doc = nlp.make_doc(text) if kept is None else kept
        doc._.context = context
        if finds_facts_last(nlp):
            settle(doc, text)
        doc = nlp(doc)
        return facts(doc)


def _cut_for_good(nlp: Language, text: str) -> Doc | None:
    """The text cut into words that spaCy keeps, None when it has enough of them.

    Within a memory zone it keeps no word beyond the zone, and cuts and describes it anew in every article, which takes
    three times as long. The words of the first articles are most of those of all others.
    """
    room = len(nlp.vocab.strings) < KEPT_STRINGS and len(text) <= LONGEST_KEPT
    return nlp.make_doc(text) if room else None
