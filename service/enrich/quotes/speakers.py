"""Whose words a quotation is: from the phrase of its source to an entity of the document."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from service.enrich.aliases.clusters import Cluster
from service.enrich.aliases.descriptions.nouns import GROUPS, PERSONS
from service.enrich.aliases.pronouns.binding import SUBJECTS
from service.enrich.quotes.assembled import Assembled
from service.enrich.quotes.attributions.cues import THINGS_SAID
from service.enrich.quotes.attributions.sources import Source
from service.enrich.quotes.quotations import Speaker
from service.enrich.quotes.turns import Turns
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import TENSED
from service.enrich.words import word_set

_LONGEST_PHRASE = 16
"""Tokens behind "a statement" in which its author may be named."""


_BEFORE_SENTENCES = frozenset(('"', "”", "’", "''", ".", "!", "?"))

_INDEFINITE = frozenset(("a", "an", "another", "one"))

_CLAUSE_TAGS = TENSED | {"WDT", "WP"}

_READING = word_set("see obtain review view receive read cite quote verify share leak get hear access")
"""Verbs of those who have a document from somebody else: "a letter seen by the newspaper"."""


class Speakers:
    """Finds the speakers in one document.

    Args:
        by_head: the document's clusters by the heads of their mentions.
    """

    def __init__(self, tree: Tree, by_head: dict[int, Cluster]) -> None:
        self._text, self._tree, self._by_head = tree.text, tree, by_head
        self._turns = Turns(tree, by_head.values())
        self._of_document: dict[str, Speaker] = {}

    @cached_property
    def _person_from(self) -> dict[int, Cluster]:
        """Persons by the first tokens of their names; asked for where a "spokesman" speaks."""
        return {
            bisect_left(self._tree.offsets, mention.start): cluster
            for cluster in {cluster.id: cluster for cluster in self._by_head.values()}.values()
            if cluster.type == "PERSON"
            for mention in cluster.mentions
            if mention.kind == "named"
        }

    def of(self, quotations: Sequence[Assembled]) -> list[Speaker | None]:
        """The speaker of each quotation; None where the text does not tell."""
        speakers: list[Speaker | None] = [None] * len(quotations)
        last: int | None = None
        # What goes on with another quotation stands behind it in the text, not always in the list.
        order = sorted(range(len(quotations)), key=lambda place: quotations[place].content[0])
        for place in order:
            quotation = quotations[place]
            source = quotation.attribution.source
            if source is not None:
                speakers[place] = self._speaker(source)
                if last is not None and self._turns.goes_on(quotations[last], quotation, speakers[last]):
                    speakers[place] = self._turns.named(speakers[last], speakers[place])
            else:
                before = None if quotation.goes_on is None else speakers[quotation.goes_on]
                speakers[place] = self._introduced(quotation) or before
            if last is None or quotation.content[-1][1] > quotations[last].content[-1][1]:
                last = place  # not what stands inside the one before
        return speakers

    def _introduced(self, quotation: Assembled) -> Speaker | None:
        """The person whom the sentence before a quotation tells of; None where it tells of something else."""
        if quotation.introduced is None:
            return None
        cluster = self._cluster(quotation.introduced)
        named = cluster is not None and any(mention.kind == "named" for mention in cluster.mentions)
        return Speaker(cluster.id, cluster.name) if cluster is not None and named and cluster.type == "PERSON" else None

    def _speaker(self, source: Source) -> Speaker:
        cluster = self._cluster(source)
        written = self._written(source)
        lemma = self._tree.lemmas[source.head]
        if lemma in THINGS_SAID - PERSONS and self._tree.parts[source.head] != "PROPN":
            if cluster is None or not any(mention.kind == "named" for mention in cluster.mentions):
                cluster = self._author(source)
            if cluster is None:
                known = self._of_document.get(lemma)
                return Speaker(None, written) if known is None or self._is_another(source) else known
            self._of_document[lemma] = Speaker(cluster.id, cluster.name)
        return Speaker(cluster.id, cluster.name) if cluster is not None else Speaker(None, written)

    def _is_another(self, source: Source) -> bool:
        """Whether it is a document that nothing was told of before: "another post"."""
        return self._tree.lowers[source.first] in _INDEFINITE

    def _written(self, source: Source) -> str:
        return self._text[self._tree.offsets[source.first] : self._tree.ends[source.last]]

    def _cluster(self, source: Source) -> Cluster | None:
        """The entity that the source's head, or a name beside it, is a mention of."""
        tree = self._tree
        own = self._by_head.get(source.head)
        if own is not None and any(mention.kind == "named" for mention in own.mentions):
            return own
        for child in tree.children[source.head]:
            if tree.relations[child] in ("appos", "flat") and (cluster := self._by_head.get(child)) is not None:
                return cluster
        return self._person_behind(source) or self._person_before(source) or own

    def _person_before(self, source: Source) -> Cluster | None:
        """The person whose name begins a sentence before a role: '"...," Adam Reuss, the firm's director told CNN'."""
        tree, end = self._tree, source.first - 1
        if tree.lemmas[source.head] not in PERSONS or end < 1 or tree.texts[end] != ",":
            return None
        first = end - 1
        while first > 0 and tree.parts[first - 1] == "PROPN":
            first -= 1
        begins = first == 0 or tree.texts[first - 1] in _BEFORE_SENTENCES or tree.texts[first - 1].isspace()
        return self._person_from.get(first) if begins else None

    def _person_behind(self, source: Source) -> Cluster | None:
        """The person whose name follows the source's head: "spokesman Adam Reuss", "an officer, Ada Holm"."""
        tree = self._tree
        if tree.lemmas[source.head] not in PERSONS:
            return None
        place = source.head + 1
        if place < len(tree.texts) and tree.texts[place] == ",":
            place += 1
        return self._person_from.get(place)

    def _author(self, source: Source) -> Cluster | None:
        """Who a document speaks for: the person or organisation named with it, or where it stands."""
        tree = self._tree
        verb = tree.heads[source.head]
        spans = [(source.first, self._end_before_clause(source))]
        if tree.relations[source.head] in SUBJECTS:
            # "A statement said on the ministry's website that ..."
            spans += [
                (tree.first[child], tree.last[child]) for child in tree.children[verb] if tree.relations[child] == "obl"
            ]
        behind = source.last + 1
        made = tree.tags[behind : behind + 1] == ["VBN"] and tree.lemmas[behind] not in _READING
        if made and "by" in tree.lowers[behind : behind + _LONGEST_PHRASE]:
            # "a survey made on Monday by the institute"
            behind = tree.lowers.index("by", behind) + 1
        spans.append((behind, self._phrase_end(behind)))
        hearers = {
            token
            for child in tree.children[source.head]
            if tree.lowers[tree.first[child]] == "to"
            for token in range(tree.first[child], tree.last[child] + 1)
        }
        for first, last in spans:
            found = [
                cluster
                for index in range(first, last + 1)
                if index not in hearers
                and not self._is_of_others(index, source)
                and (cluster := self._by_head.get(index)) is not None
                and cluster.type in ("PERSON", "ORG", "FAC", "MISC")
            ]
            for cluster in found:
                if cluster.type == "PERSON":
                    return cluster
            if found:
                return found[0]
        return None

    def _is_of_others(self, index: int, source: Source) -> bool:
        """Whether a name tells whose people speak: "a statement from Holm's family" is not Holm's."""
        tree, head = self._tree, self._tree.heads[index]
        return (
            tree.relations[index] == "nmod:poss"
            and head != source.head
            and (tree.lemmas[head] in PERSONS or tree.lemmas[head] in GROUPS)
        )

    def _end_before_clause(self, source: Source) -> int:
        """The last token of a source without the clause that tells of it: "a report by X, which told of Y, said"."""
        tags = self._tree.tags
        clause = (token for token in range(source.head + 1, source.last + 1) if tags[token] in _CLAUSE_TAGS)
        return next(clause, source.last + 1) - 1

    def _phrase_end(self, start: int) -> int:
        """The last token of the phrases that follow, up to the next verb or mark."""
        tree = self._tree
        end = start
        while end < min(len(tree.texts), start + _LONGEST_PHRASE) and tree.parts[end] not in ("VERB", "AUX", "SCONJ"):
            if tree.texts[end] in (",", ".", ":", ";", '"', "“"):
                break
            end += 1
        return end - 1
