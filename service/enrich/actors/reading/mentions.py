"""The mentions of a document's clusters as tokens."""

from bisect import bisect_left

from spacy.tokens import Doc

from service.enrich.actors.reading.document import Reading
from service.enrich.aliases.clusters import Cluster, Mention
from service.enrich.labels import entity_type


def clusters_of(doc: Doc) -> tuple[Cluster, ...]:
    """The document's clusters; where no component found any, one for each spelling of a name."""
    told: tuple[Cluster, ...] = doc._.clusters
    if told:
        return told
    found: dict[tuple[str, str], list[Mention]] = {}
    for span in doc.ents:
        kind = entity_type(span.label_)
        if kind is not None:
            mention = Mention(span.start_char, span.end_char, "named", span.end - 1)
            found.setdefault((kind, span.text), []).append(mention)
    return tuple(
        Cluster(f"e{number}", kind, name, (), None, tuple(mentions))
        for number, ((kind, name), mentions) in enumerate(found.items(), 1)
    )


class TokenSpans:
    """From code points to tokens."""

    def __init__(self, reading: Reading) -> None:
        self._offsets = reading.tree.offsets

    def of(self, start: int, end: int) -> tuple[int, int] | None:
        """Tokens (end exclusive) of a stretch of text that begins with a token; None for any other."""
        first = bisect_left(self._offsets, start)
        if first == len(self._offsets) or self._offsets[first] != start:
            return None
        return first, bisect_left(self._offsets, end, first)

    def named(self, cluster: Cluster) -> list[tuple[int, int]]:
        """The tokens of a cluster's names, in text order."""
        return [
            span
            for mention in cluster.mentions
            if mention.kind == "named" and (span := self.of(mention.start, mention.end)) is not None
        ]
