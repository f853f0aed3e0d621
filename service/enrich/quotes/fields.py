"""The ``quotes`` of the enriched record."""

from typing import Any

from spacy.tokens import Doc

from service.enrich.quotes.quotations import Quotation, Span, Speaker
from service.enrich.tree import Tree


def quote_fields(doc: Doc) -> list[dict[str, Any]]:
    """The quotations of a document, in text order, by the field names of the record."""
    actors = {actor.id: actor for actor in doc._.actors} if doc.has_extension("actors") else {}
    text = Tree.of(doc).text
    return [_fields(quotation, text, actors) for quotation in doc._.quotes]


def _fields(quotation: Quotation, text: str, actors: dict[str, Any]) -> dict[str, Any]:
    cue, source = _span(quotation.cue, text), _span(quotation.source, text)
    return {
        "id": quotation.id,
        "kind": quotation.kind,
        "content": [{"start": start, "end": end} for start, end in quotation.content],
        "cue": cue | {"lemma": quotation.lemma} if cue else None,
        "source": source,
        "speaker": _speaker(quotation.speaker, actors),
        "confidence": quotation.confidence,
    }


def _span(span: Span | None, text: str) -> dict[str, Any] | None:
    return {"start": span[0], "end": span[1], "text": text[span[0] : span[1]]} if span else None


def _speaker(speaker: Speaker | None, actors: dict[str, Any]) -> dict[str, Any] | None:
    if speaker is None:
        return None
    actor = actors.get(speaker.entity_id or "")
    return {
        "entity_id": speaker.entity_id,
        "name": speaker.name,
        "role": getattr(actor, "role", None),
        "organisation": getattr(actor, "organisation", None),
        "country": getattr(actor, "country", None),
    }
