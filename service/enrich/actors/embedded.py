"""Places named within other names: "Ohio" of "Ohio State University" is a mention of the state."""

from collections.abc import Sequence

from spacy.tokens import Doc

from service.enrich.aliases.clusters import Cluster, Mention
from service.enrich.places.place import Place

_OF_PLACES = ("LOC", "FAC")


def with_embedded(doc: Doc, clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters of a document, those of places with the mentions that stand within names of others.

    They come last, for the record alone: within a name a place neither acts nor speaks.
    """
    places: Sequence[Place] = doc._.places
    inner = [place for place in places if place.kind == "embedded" and place.geonames_id is not None]
    if not inner:
        return list(clusters)
    number_at = {(place.start, place.end): place.geonames_id for place in places if place.kind != "embedded"}
    cluster_of: dict[int | None, str] = {}
    for cluster in clusters:
        if cluster.type in _OF_PLACES:
            for mention in cluster.mentions:
                cluster_of.setdefault(number_at.get((mention.start, mention.end)), cluster.id)
    added: dict[str, list[Mention]] = {}
    for place in inner:
        if (number := cluster_of.get(place.geonames_id)) is not None:
            added.setdefault(number, []).append(Mention(place.start, place.end, "named", -1))
    return [_extended(cluster, added.get(cluster.id, ())) for cluster in clusters]


def _extended(cluster: Cluster, more: Sequence[Mention]) -> Cluster:
    if not more:
        return cluster
    mentions = sorted((*cluster.mentions, *more), key=lambda mention: (mention.start, mention.end))
    return cluster._replace(mentions=tuple(mentions))
