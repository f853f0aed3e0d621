"""Clusters of names in documents without trees."""

import spacy

from service.enrich.aliases.clusters import Cluster
from service.enrich.aliases.component import find_clusters

NLP = spacy.blank("en")


def clusters(*names: str, text: str = "") -> list[Cluster]:
    """Clusters of names written ``LABEL:Name``, put into sentences of their own or into ``text``."""
    pairs = [name.split(":", 1) for name in names]
    doc = NLP(text or " met . ".join(name for _, name in pairs))
    at, spans = 0, []
    for label, name in pairs:
        at = doc.text.index(name, at)
        spans.append(doc.char_span(at, at + len(name), label=label, alignment_mode="expand"))
        at += len(name)
    doc.ents = spans
    return list(find_clusters(doc)._.clusters)
