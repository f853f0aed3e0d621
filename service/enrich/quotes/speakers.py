"""Whose words a quotation is: from the phrase of its source to an entity of the document."""

from collections.abc import Sequence

from service.enrich.aliases.clusters import Cluster
from service.enrich.quotes.assemble import Assembled
from service.enrich.quotes.cues import THINGS_SAID
from service.enrich.quotes.quotations import Speaker
from service.enrich.quotes.sources import Source
from service.enrich.tree import Tree


class Speakers:
    """Finds the speakers in one document.

    Args:
        by_head: the document's clusters by the heads of their mentions.
    """

    def __init__(self, text: str, tree: Tree, by_head: dict[int, Cluster]) -> None:
        self._text, self._tree, self._by_head = text, tree, by_head
        self._of_document: dict[str, Speaker] = {}

    def of(self, quotations: Sequence[Assembled]) -> list[Speaker | None]:
        """The speaker of each quotation; None where the text does not tell."""
        speakers: list[Speaker | None] = [None] * len(quotations)
        # What goes on with another quotation stands behind it in the text, not always in the list.
        order = sorted(range(len(quotations)), key=lambda place: quotations[place].content[0])
        for place in order:
            quotation = quotations[place]
            source = quotation.attribution.source
            if source is not None:
                speakers[place] = self._speaker(source)
            elif quotation.goes_on is not None:
                speakers[place] = speakers[quotation.goes_on]
        return speakers

    def _speaker(self, source: Source) -> Speaker:
        cluster = self._cluster(source)
        written = self._written(source)
        lemma = self._tree.lemmas[source.head]
        if lemma in THINGS_SAID:
            if cluster is None or not any(mention.kind == "named" for mention in cluster.mentions):
                cluster = self._author(source)
            if cluster is None:
                return self._of_document.get(lemma, Speaker(None, written))
            self._of_document[lemma] = Speaker(cluster.id, cluster.name)
        return Speaker(cluster.id, cluster.name) if cluster is not None else Speaker(None, written)

    def _written(self, source: Source) -> str:
        return self._text[self._tree.offsets[source.first] : self._tree.end(source.last)]

    def _cluster(self, source: Source) -> Cluster | None:
        """The entity that the source's head, or a name beside it, is a mention of."""
        tree = self._tree
        beside = [child for child in tree.children[source.head] if tree.relations[child] in ("appos", "flat")]
        own = self._by_head.get(source.head)
        if own is not None and any(mention.kind == "named" for mention in own.mentions):
            return own
        for index in beside:
            if (cluster := self._by_head.get(index)) is not None:
                return cluster
        persons = [
            cluster
            for index in range(source.first, source.last + 1)
            if (cluster := self._by_head.get(index)) is not None
            and cluster.type == "PERSON"
            and tree.heads[index] == source.head
            and tree.relations[index] in ("compound", "nmod:desc", "flat")
        ]
        return persons[-1] if persons else own

    def _author(self, source: Source) -> Cluster | None:
        """Who a document speaks for: the person or organisation named with it, or where it stands."""
        tree = self._tree
        verb = tree.heads[source.head]
        spans = [(source.first, source.last)]
        # "A statement said on the ministry's website that ..."
        spans += [
            (tree.first[child], tree.last[child]) for child in tree.children[verb] if tree.relations[child] == "obl"
        ]
        for first, last in spans:
            found = [
                cluster
                for index in range(first, last + 1)
                if (cluster := self._by_head.get(index)) is not None and cluster.type in ("PERSON", "ORG", "FAC", "MISC")
            ]
            for cluster in found:
                if cluster.type == "PERSON":
                    return cluster
            if found:
                return found[0]
        return None
