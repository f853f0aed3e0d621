"""The components that find facts, in their order, and what the enriched record tells of them."""

from itertools import dropwhile
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

import service.enrich.actors.component
import service.enrich.aliases.component
import service.enrich.quotes.component  # noqa: F401 - each registers its component
from service.enrich.actors.fields import actor_fields
from service.enrich.events.component import NAME as EVENTS
from service.enrich.events.fields import event_fields
from service.enrich.places.record import focus_fields, places_fields
from service.enrich.quotes.fields import quote_fields
from service.enrich.sentences import sentence_spans
from service.enrich.times import time_fields

COMPONENTS = ("newswire_aliases", "newswire_times", "newswire_places", "newswire_actors", "newswire_quotes")
"""By their names in spaCy; each reads what those before it have found, and does without where they are missing."""


def add_components(nlp: Language) -> None:
    """Add every component that a pipeline does not have already, at its end."""
    for name in COMPONENTS:
        if name not in nlp.pipe_names:
            nlp.add_pipe(name)


def finds_facts_last(nlp: Language) -> bool:
    """Whether nothing else comes behind the first of these components, so that no annotation changes from there on."""
    own = {*COMPONENTS, EVENTS}
    return own.issuperset(dropwhile(lambda name: name not in own, nlp.pipe_names))


def facts(doc: Doc) -> dict[str, Any]:
    """Everything found in a document, by the field names of the enriched record."""
    return {
        "sentences": sentence_spans(doc),
        "entities": actor_fields(doc),
        "places": places_fields(doc),
        "focus": focus_fields(doc),
        "times": time_fields(doc),
        "quotes": quote_fields(doc),
        "events": event_fields(doc),
    }
