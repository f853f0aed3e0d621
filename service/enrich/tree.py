"""A document's words and tree as plain lists: reading them token by token costs many times more."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, HEAD, IDX, LEMMA, ORTH, POS, SENT_START, TAG
from spacy.tokens import Doc

from service.enrich.labels import entity_type
from service.enrich.word_classes import Column, Vocabulary, WordClass, columns_of_words

_READ, _NAMES, _SETTLED = "newswire.tree", "newswire.names", "newswire.settled"
"""Keys of ``doc.user_data``: the tree and the names as they were read, and that no annotation will change any more."""

CAPITALS = WordClass(lambda text: text[:1].isupper())
"""Words that begin with a capital."""

_COLUMNS = [ORTH, LEMMA, POS, TAG, DEP, HEAD, SENT_START, IDX]
"""What is read of each token."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Columns of a document; every list has an entry for each token.

    Attributes:
        text: of the document.
        texts, lowers, lemmas: the words; lemmas in lower case, the word itself where there is none.
        parts: universal parts of speech.
        tags: Penn Treebank tags.
        relations: Universal Dependencies relations, ``ROOT`` for a root.
        heads: indexes of heads; a root's is its own.
        children: indexes of children, ascending.
        first, last: of each token's subtree, both inclusive.
        sentence: number of the sentence.
        starts: first token of each sentence but the first one, ascending.
        offsets, ends: code points where each token starts, and where it ends, exclusive.
        words, lemma_words: ``texts`` and ``lemmas`` by number: where the words of a class stand.
        capitals: the words that begin with a capital, each once.
    """

    text: str
    texts: list[str]
    lowers: list[str]
    lemmas: list[str]
    parts: list[str]
    tags: list[str]
    relations: list[str]
    heads: list[int]
    children: Sequence[Sequence[int]]
    first: list[int]
    last: list[int]
    sentence: list[int]
    starts: list[int]
    offsets: list[int]
    ends: list[int]
    words: Column
    lemma_words: Column
    capitals: frozenset[str]

    @classmethod
    def of(cls, doc: Doc) -> "Tree":
        """Read a document; without a parse every token is a root and the text one sentence.

        Components that come one after the other share what was read, as long as no annotation changes.
        """
        known: tuple[bytes, Tree] | None = doc.user_data.get(_READ)
        if known is None or _SETTLED not in doc.user_data:
            # Arrays: making a Token of each word takes longer than everything else here.
            columns = doc.to_array(_COLUMNS)
            annotation = columns.tobytes()
            if known is None or known[0] != annotation:
                known = doc.user_data[_READ] = (annotation, cls._read(doc, columns.T))
        return known[1]

    @classmethod
    def _read(cls, doc: Doc, columns: npt.NDArray[Any]) -> "Tree":
        strings = doc.vocab.strings
        written, lemmatised = columns[:2]
        np.copyto(lemmatised, written, where=lemmatised == 0)
        words, lemmas = columns_of_words(strings, columns[:2])
        texts = words.texts
        parts, tags, relations = _labels.texts[_labels.read(strings, columns[2:5])].tolist()
        heads = (columns[5].astype(np.int64) + np.arange(len(texts))).tolist()
        starts = columns[6].astype(np.int64) == 1
        starts[:1] = False
        offsets = columns[7].astype(np.int64)
        text: str | None = doc.user_data.get(_SETTLED)
        return cls(
            doc.text if text is None else text,
            texts,
            words.lowers,
            lemmas.lowers,
            parts,
            tags,
            relations,
            heads,
            *_below(heads),
            starts.cumsum().tolist(),
            starts.nonzero()[0].tolist(),
            offsets.tolist(),
            (offsets + words.lengths).tolist(),
            words,
            lemmas,
            CAPITALS.among(words),
        )

    def is_hyphen(self, token: int) -> bool:
        """Whether a token joins the words beside it to one: "director-general"."""
        joined = 0 < token < len(self.texts) - 1 and self.texts[token] == "-"
        return joined and self.ends[token - 1] == self.offsets[token] and self.ends[token] == self.offsets[token + 1]

    def top(self, first: int, end: int) -> int:
        """The token of some (end exclusive) that stands nearest to the root of its sentence; of equals, the first."""
        heads = self.heads
        tops = [index for index in range(first, end) if not first <= heads[index] < end or heads[index] == index]
        return min(tops, key=self._depth) if len(tops) > 1 else tops[0] if tops else first

    def _depth(self, index: int) -> int:
        depth = 0
        while self.heads[index] != index and depth < len(self.heads):
            index = self.heads[index]
            depth += 1
        return depth

    def covering(self, start: int, end: int) -> tuple[int, int]:
        """Tokens (end exclusive) that cover some code points of the text, end exclusive too."""
        return bisect_right(self.offsets, start) - 1, bisect_left(self.offsets, end)


class NameSpan(NamedTuple):
    """A name that the tagger found: tokens, the last exclusive, its label, and its type (see ``labels``)."""

    first: int
    end: int
    label: str
    type: str | None


def names_of(doc: Doc) -> list[NameSpan]:
    """What ``doc.ents`` tells; spaCy puts its spans together anew each time, and is slow to ask for what they say."""
    known: list[NameSpan] | None = doc.user_data.get(_NAMES)
    if known is None or _SETTLED not in doc.user_data:
        known = doc.user_data[_NAMES] = [
            NameSpan(span.start, span.end, (label := span.label_), entity_type(label)) for span in doc.ents
        ]
    return known


def labels_of(doc: Doc) -> list[str]:
    """The label of the name at each token; "" where there is none."""
    labels = [""] * len(doc)
    for name in names_of(doc):
        labels[name.first : name.end] = [name.label] * (name.end - name.first)
    return labels


def settle(doc: Doc, text: str) -> None:
    """Declare that the annotation of a document will not change once it has been read for the first time.

    ``Tree.of`` and ``names_of`` then read it once. Else each component that asks compares the annotation with what was
    read, which takes a tenth of the time of reading it.

    Args:
        doc: a document whose remaining annotators all run before the first component that reads its tree.
        text: that the document was made of.
    """
    doc.user_data[_SETTLED] = text  # spaCy puts it together anew each time


def is_settled(doc: Doc) -> bool:
    """Whether the annotation of a document will not change any more."""
    return _SETTLED in doc.user_data


_LEAF: list[int] = []
"""The children of every word that has none: most have none, and lists are slow to make."""


def _below(heads: list[int]) -> tuple[Sequence[Sequence[int]], list[int], list[int]]:
    """Children of each token, and first and last token of its subtree; spaCy's own edges are wrong where words were
    split without a parse."""
    children = [_LEAF] * len(heads)
    first = list(range(len(heads)))
    last = first.copy()
    right: list[int] = []
    # Up from each token to the first one above that reaches as far already: each is set once.
    for index, head in enumerate(heads):
        if head == index:
            continue
        if (found := children[head]) is _LEAF:
            children[head] = [index]
        else:
            found.append(index)
        if head < index:
            right.append(index)
            continue
        while first[head] > index:
            first[head] = index
            head = heads[head]
    for index in reversed(right):
        head = heads[index]
        while last[head] < index:
            last[head] = index
            head = heads[head]
    return children, first, last


_labels = Vocabulary()
"""Apart from words: they are few, and their table stays in a processor's cache."""
