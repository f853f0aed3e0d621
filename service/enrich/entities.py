"""Entities: the names of a document, one entity for each spelling of each type."""

from typing import Any

from spacy.tokens import Doc

from service.enrich.labels import entity_type

KINDS = {"PERSON": "person", "ORG": "organization", "LOC": "place", "FAC": "place", "NORP": "group"}
"""Kind of an entity by its type; all others are ``other``."""


def entities(doc: Doc) -> list[dict[str, Any]]:
    """The entities of a document, by the field names of the enriched record, in the order of their first mention."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for span in doc.ents:
        kind = entity_type(span.label_)
        if kind is None:
            continue
        entity = found.setdefault(
            (kind, span.text),
            {
                "id": f"e{len(found) + 1}",
                "type": kind,
                "name": span.text,
                "aliases": [],
                "mentions": [],
                "kind": KINDS.get(kind, "other"),
                "country": None,
                "role": None,
                "organisation": None,
                "sector": None,
            },
        )
        mention = {"start": span.start_char, "end": span.end_char, "text": span.text, "kind": "named"}
        entity["mentions"].append(mention)
    return list(found.values())
