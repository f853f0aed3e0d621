"""A document's words and tree as plain lists: reading them token by token costs many times more."""

from dataclasses import dataclass

from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Tree:
    """Columns of a document; every list has an entry for each token.

    Attributes:
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
        """Read a document; without a parse every token is a root and the text one sentence."""
        tokens = list(doc)
        texts = [token.text for token in tokens]
        lowers = [text.lower() for text in texts]
        parts = [token.pos_ for token in tokens]
        heads = [token.head.i for token in tokens]
        children: list[list[int]] = [[] for _ in tokens]
        for index, head in enumerate(heads):
            if head != index:
                children[head].append(index)
        starts = 0
        sentence = []
        for index, token in enumerate(tokens):
            starts += index > 0 and bool(token.is_sent_start)
            sentence.append(starts)
        return cls(
            texts,
            lowers,
            [token.lemma_.lower() or lower for token, lower in zip(tokens, lowers, strict=True)],
            parts,
            [token.tag_ for token in tokens],
            [token.dep_ for token in tokens],
            heads,
            children,
            *_edges(heads, children),
            sentence,
            [token.idx for token in tokens],
        )

    def end(self, index: int) -> int:
        """Code point where a token ends, exclusive."""
        return self.offsets[index] + len(self.texts[index])


def _edges(heads: list[int], children: list[list[int]]) -> tuple[list[int], list[int]]:
    """First and last token of each subtree; spaCy's own are wrong where words were split without a parse."""
    first, last = list(range(len(heads))), list(range(len(heads)))
    order = [index for index, head in enumerate(heads) if head == index]
    for index in order:
        order.extend(children[index])
    for index in reversed(order):
        head = heads[index]
        first[head] = min(first[head], first[index])
        last[head] = max(last[head], last[index])
    return first, last
