"""Which of a document's clusters a phrase is a mention of, and as what."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, Literal

from spacy.tokens import Doc

from service.enrich.actors.phrases.function_words import PRONOUNS
from service.enrich.events.grammar.phrases import Phrase
from service.enrich.quotes.contents import merged
from service.enrich.quotes.quotations import Span
from service.enrich.tree import Tree

_KINDS = {"named": "name", "nominal": "nominal", "pronoun": "pronoun"}

Found = tuple[Any, str]
"""A cluster, or None, and the kind of the mention."""

NOBODY: Found = (None, "")

_OTHERS = frozenset(("he", "him", "his", "himself", "she", "her", "hers", "herself"))
"""Pronouns for somebody else than who speaks: speakers call themselves "I"."""


class Mentions:
    """Finds them in one document.

    Attributes:
        clusters: of the document; empty where nothing has found any.
        named: the type of the name that a token belongs to.
        others: pronouns for somebody else than the cluster that has them says: "he" in the words of whom it stands for.
    """

    def __init__(self, doc: Doc, tree: Tree) -> None:
        self._doc, self._tree = doc, tree
        self.clusters = doc._.clusters if Doc.has_extension("clusters") else ()
        self._by_id = {cluster.id: cluster for cluster in self.clusters}
        self.named: dict[int, str] = {}
        self.others: set[int] = set()
        self._at: dict[int, Found] = {}
        spoken = _spoken(doc)
        token_at = {offset: index for index, offset in enumerate(tree.offsets)}
        for cluster in self.clusters:
            for mention in cluster.mentions:
                kind = _KINDS[mention.kind]
                other = kind == "pronoun" and tree.lowers[mention.head] in _OTHERS
                if other and _is_within(spoken.get(cluster.id, ()), mention.start):
                    self.others.add(mention.head)
                    continue
                self._at[mention.head] = (cluster, kind)
                first = token_at.get(mention.start)
                if kind == "name" and first is not None:
                    for token in range(first, mention.head):
                        self._at.setdefault(token, (cluster, kind))
                    self.named.update(dict.fromkeys(range(first, mention.head + 1), cluster.type))

    def at(self, token: int) -> Found:
        """The mention that a token heads, or whose name it is part of."""
        return self._at.get(token, NOBODY)

    def of(self, phrase: Phrase) -> Found:
        """The mention that a phrase is, itself or by the name that stands with it."""
        for token in (phrase.head, phrase.key):
            if token in self._at:
                return self._at[token]
        return self._named_beside(phrase.head)

    def owner(self, head: int) -> str:
        """The id of the cluster that a pronoun before a noun is of, "Kenya said its forces"; "" where there is none."""
        tree = self._tree
        for child in tree.children[head]:
            if tree.relations[child] == "nmod:poss" and tree.parts[child] == "PRON":
                return getattr(self.at(child)[0], "id", "")
        return ""

    def by_id(self, key: str | None) -> Any:
        """The cluster of an id; None where there is none."""
        return self._by_id.get(key or "")

    def kind(self, phrase: Phrase) -> Literal["name", "nominal", "pronoun"]:
        """As what a phrase mentions somebody, also where no cluster is known."""
        kind = self.of(phrase)[1]
        if kind in ("name", "nominal", "pronoun"):
            return kind  # type: ignore[return-value]
        part = self._tree.parts[phrase.head]
        if part == "PRON" and self._tree.lowers[phrase.head] in PRONOUNS:
            return "pronoun"
        return "name" if part == "PROPN" or self._doc[phrase.head].ent_type_ else "nominal"

    def _named_beside(self, head: int) -> Found:
        """The one name behind a description: "the envoy, Ana Ruiz", "Minister for Trade Ana Ruiz"; not ", of Oslo"."""
        tree = self._tree
        if tree.relations[head] == "nmod:desc" and tree.heads[head] > head:
            return self._as_described(tree.heads[head], ("PERSON",))
        if tree.parts[head] != "NOUN" or tree.tags[head] == "NNS":
            return NOBODY
        for child in tree.children[head]:
            alone = not any(tree.relations[each] in ("conj", "case") for each in tree.children[child])
            if child > head and tree.relations[child] == "appos" and alone and self.at(child)[1] == "name":
                return self._as_described(child, ("PERSON", "ORG"))
        return NOBODY

    def _as_described(self, name: int, types: tuple[str, ...]) -> Found:
        cluster, kind = self.at(name)
        return (cluster, "nominal") if kind == "name" and cluster.type in types else NOBODY


def _spoken(doc: Doc) -> dict[str, tuple[Span, ...]]:
    """What each entity says between quotation marks, in code points of the text, in order and apart."""
    found: dict[str, list[Span]] = {}
    for quote in doc._.quotes if Doc.has_extension("quotes") else ():
        if quote.kind == "direct" and quote.speaker is not None and quote.speaker.entity_id is not None:
            found.setdefault(quote.speaker.entity_id, []).extend(quote.content)
    return {speaker: merged(pieces) for speaker, pieces in found.items()}


def _is_within(pieces: Sequence[Span], offset: int) -> bool:
    """Whether a code point lies in one of some pieces, which are in order and apart."""
    index = bisect_right(pieces, offset, key=lambda piece: piece[0]) - 1
    return index >= 0 and offset < pieces[index][1]
