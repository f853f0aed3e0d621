"""A document's words and tree as plain lists: reading them token by token costs many times more."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, HEAD, IDX, LEMMA, ORTH, POS, SENT_START, SPACY, TAG
from spacy.strings import StringStore
from spacy.tokens import Doc

_READ = "newswire.tree"
"""Where a document keeps what was read of it."""

_ATTRIBUTES = [ORTH, LEMMA, POS, TAG, DEP, HEAD, SENT_START, IDX, SPACY]


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

    @classmethod
    def of(cls, doc: Doc) -> "Tree":
        """Read a document; without a parse every token is a root and the text one sentence.

        Components that come one after the other share what was read, as long as no annotation changes.
        """
        # One array for all: making a Token of each word takes longer than everything else here.
        columns = doc.to_array(_ATTRIBUTES)
        known = doc.user_data.get(_READ)
        if known is None or not np.array_equal(known[0], columns):
            known = doc.user_data[_READ] = (columns, cls._read(doc, columns))
        tree: Tree = known[1]
        return tree

    @classmethod
    def _read(cls, doc: Doc, columns: npt.NDArray[Any]) -> "Tree":
        read = _Strings(doc.vocab.strings)
        texts = read.column(columns[:, 0])
        lowers = _lower(texts)
        own = range(len(texts))
        relative = columns[:, 5].astype(np.int64).tolist()
        heads = [index + offset for index, offset in zip(own, relative, strict=True)]
        children: list[list[int]] = [[] for _ in own]
        for index, head in enumerate(heads):
            if head != index:
                children[head].append(index)
        starts = (columns[:, 6].astype(np.int64) == 1).astype(np.int64)
        if len(starts):
            starts[0] = 0
        spaced = columns[:, 8].astype(bool).tolist()
        return cls(
            "".join([word + " " if space else word for word, space in zip(texts, spaced, strict=True)]),
            texts,
            lowers,
            [lemma or lower for lemma, lower in zip(_lower(read.column(columns[:, 1])), lowers, strict=True)],
            read.column(columns[:, 2]),
            read.column(columns[:, 3]),
            read.column(columns[:, 4]),
            heads,
            children,
            *_edges(heads, children),
            np.cumsum(starts).tolist(),
            columns[:, 7].astype(np.int64).tolist(),
        )

    def end(self, index: int) -> int:
        """Code point where a token ends, exclusive."""
        return self.offsets[index] + len(self.texts[index])


def _edges(heads: list[int], children: list[list[int]]) -> tuple[list[int], list[int]]:
    """First and last token of each subtree; spaCy's own are wrong where words were split without a parse."""
    first, last = list(range(len(heads))), list(range(len(heads)))
    order = [index for index, head in enumerate(heads) if head == index]
    for index in order:
        if children[index]:
            order.extend(children[index])
    for index in reversed(order):
        head = heads[index]
        if first[index] < first[head]:
            first[head] = first[index]
        if last[index] > last[head]:
            last[head] = last[index]
    return first, last


class _Strings:
    """Reads numbers of a string store, each one once."""

    def __init__(self, strings: StringStore) -> None:
        self._strings = strings
        self._known: dict[int, str] = {0: ""}

    def column(self, numbers: np.ndarray) -> list[str]:
        """The strings of a column of numbers."""
        known, strings = self._known, self._strings
        own = numbers.tolist()
        for number in set(own) - known.keys():
            known[number] = strings[number]
        return list(map(known.__getitem__, own))


def _lower(texts: list[str]) -> list[str]:
    known = {text: text.lower() for text in set(texts)}
    return list(map(known.__getitem__, texts))
