"""A document's words and tree as plain lists: reading them token by token costs many times more."""

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import compress, count
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, HEAD, IDX, LEMMA, ORTH, POS, SENT_START, SPACY, TAG
from spacy.strings import StringStore
from spacy.tokens import Doc

_READ, _NAMES, _SETTLED = "newswire.tree", "newswire.names", "newswire.settled"
"""Where a document keeps what was read of it, and that it stays so."""

_WRITTEN = [ORTH, IDX, SPACY]
_ANNOTATED = [LEMMA, POS, TAG, DEP, HEAD, SENT_START]
"""What may change between two components."""


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
        offsets: code point where each token starts.
        distinct: the words, each once.
        capitals: those of them that begin with a capital.
    """

    text: str
    texts: list[str]
    lowers: list[str]
    lemmas: list[str]
    parts: list[str]
    tags: list[str]
    relations: list[str]
    heads: list[int]
    children: list[list[int]]
    first: list[int]
    last: list[int]
    sentence: list[int]
    offsets: list[int]
    distinct: frozenset[str]
    capitals: frozenset[str]

    @classmethod
    def of(cls, doc: Doc) -> "Tree":
        """Read a document; without a parse every token is a root and the text one sentence.

        Components that come one after the other share what was read, as long as no annotation changes.
        """
        known: tuple[bytes, Tree] | None = doc.user_data.get(_READ)
        if known is None or _SETTLED not in doc.user_data:
            # Arrays: making a Token of each word takes longer than everything else here.
            columns = doc.to_array(_ANNOTATED)
            annotation = columns.tobytes()
            if known is None or known[0] != annotation:
                known = doc.user_data[_READ] = (annotation, cls._read(doc, columns))
        return known[1]

    @classmethod
    def _read(cls, doc: Doc, columns: npt.NDArray[Any]) -> "Tree":
        written = doc.to_array(_WRITTEN)
        strings = doc.vocab.strings
        words, lemmas = written[:, 0], columns[:, 0]
        texts = _texts.read(strings, words)
        parts, tags, relations = (_labels.read(strings, columns[:, place]) for place in (1, 2, 3))
        heads = (columns[:, 4].astype(np.int64) + np.arange(len(texts))).tolist()
        children: list[list[int]] = [[] for _ in texts]
        for index, head in enumerate(heads):
            if head != index:
                children[head].append(index)
        starts = columns[:, 5].astype(np.int64) == 1
        starts[:1] = False
        spaced = written[:, 2].tolist()
        distinct = frozenset(texts)
        return cls(
            "".join([word + " " if space else word for word, space in zip(texts, spaced, strict=True)]),
            texts,
            _lowers.read(strings, words),
            _lowers.read(strings, np.where(lemmas, lemmas, words)),
            parts,
            tags,
            relations,
            heads,
            children,
            *_edges(heads),
            np.cumsum(starts).tolist(),
            written[:, 1].astype(np.int64).tolist(),
            distinct,
            frozenset([text for text in distinct if text[:1].isupper()]),
        )

    def end(self, index: int) -> int:
        """Code point where a token ends, exclusive."""
        return self.offsets[index] + len(self.texts[index])


class NameSpan(NamedTuple):
    """A name that the tagger found: tokens, the last exclusive, and its label."""

    first: int
    end: int
    label: str


def names_of(doc: Doc) -> list[NameSpan]:
    """What ``doc.ents`` tells; spaCy puts its spans together anew each time, and is slow to ask for what they say."""
    known: list[NameSpan] | None = doc.user_data.get(_NAMES)
    if known is None or _SETTLED not in doc.user_data:
        known = doc.user_data[_NAMES] = [NameSpan(span.start, span.end, span.label_) for span in doc.ents]
    return known


def settle(doc: Doc) -> None:
    """Let what is read of a document next be read for good.

    To look whether annotation has changed takes as long as reading a tenth of it, for every component that asks.
    Whoever settles a document knows that whatever still comes to annotate it comes before the first of them.
    """
    doc.user_data[_SETTLED] = True


def found_at(words: Iterable[str], wanted: Container[str]) -> Iterator[int]:
    """Where some words stand in a column, ascending; no step of Python for each of the others."""
    return compress(count(), map(wanted.__contains__, words))


def _edges(heads: list[int]) -> tuple[list[int], list[int]]:
    """First and last token of each subtree; spaCy's own are wrong where words were split without a parse."""
    first, last = list(range(len(heads))), list(range(len(heads)))
    # Up from each token to the first one above that reaches as far already: each is set once.
    for index, head in enumerate(heads):
        while first[head] > index:
            first[head] = index
            head = heads[head]
    for index in range(len(heads) - 1, -1, -1):
        head = heads[index]
        while last[head] < index:
            last[head] = index
            head = heads[head]
    return first, last


class _Strings:
    """Reads numbers of string stores, each one once: a string's number is its hash, the same in every store.

    Args:
        form: what is read of a string.
    """

    KEPT = 50_000  # for the next document

    def __init__(self, form: Callable[[str], str]) -> None:
        self._form = form
        self._known: dict[int, str] = {0: ""}

    def read(self, strings: StringStore, column: npt.NDArray[Any]) -> list[str]:
        """The strings of a column of numbers."""
        if len(self._known) > self.KEPT:
            self._known = {0: ""}
        known, numbers = self._known, column.tolist()
        try:
            return list(map(known.__getitem__, numbers))
        except KeyError:
            for number in set(numbers).difference(known):
                known[number] = self._form(strings[number])
            return list(map(known.__getitem__, numbers))


_texts, _lowers, _labels = _Strings(str), _Strings(str.lower), _Strings(str)
"""Labels apart from words: they are few, and their table stays in a processor's cache."""
