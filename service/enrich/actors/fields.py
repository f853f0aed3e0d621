"""The ``entities`` of the enriched record, with what the actors component knows of them."""

from typing import Any

from spacy.tokens import Doc

from service.enrich.actors.embedded import with_embedded
from service.enrich.aliases.fields import entity_fields
from service.enrich.tree import Tree


def actor_fields(doc: Doc) -> list[dict[str, Any]]:
    """The clusters of a document with their actors, by the field names of the record; null where nothing is told."""
    actors = {actor.id: actor for actor in doc._.actors}
    entities = entity_fields(Tree.of(doc).text, with_embedded(doc, doc._.clusters))
    for entity in entities:
        actor = actors.get(entity["id"])
        if actor is not None:
            entity["kind"] = actor.kind
            entity["country"] = actor.country
            entity["role"] = actor.role
            entity["organisation"] = actor.organisation
            entity["sector"] = actor.sector
            entity["geonames_id"] = actor.geonames_id
            entity["wikidata_id"] = actor.wikidata_id
    return entities
