"""The ``entities`` of the enriched record."""

from collections.abc import Iterable
from typing import Any

from service.enrich.aliases.clusters import Cluster

KINDS = {"PERSON": "person", "ORG": "organization", "LOC": "place", "FAC": "place", "NORP": "group", "GROUP": "group"}
"""Kind of an entity by its type; all others are ``other``."""


def entity_fields(text: str, clusters: Iterable[Cluster]) -> list[dict[str, Any]]:
    """The clusters of a text, by the field names of the record.

    What only the actors component knows (country, role, organisation, sector, identifiers) is null.
    """
    return [_fields(cluster, text) for cluster in clusters]


def _fields(cluster: Cluster, text: str) -> dict[str, Any]:
    return {
        "id": cluster.id,
        "type": cluster.type,
        "name": cluster.name,
        "aliases": list(cluster.aliases),
        "mentions": [
            {
                "start": mention.start,
                "end": mention.end,
                "text": text[mention.start : mention.end],
                "kind": mention.kind,
            }
            for mention in cluster.mentions
        ],
        "kind": KINDS.get(cluster.type, "other"),
        "country": None,
        "role": None,
        "organisation": None,
        "sector": None,
        "gender": cluster.gender,
        "geonames_id": None,
        "wikidata_id": None,
    }
