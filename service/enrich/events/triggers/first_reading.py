"""What the first reading says of the words that may be triggers, and which sentences it is asked about once more."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Self

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from service.enrich.events.codes.lexicon import types_by_lemma
from service.enrich.events.reading.alone import SentenceReader, Vectors
from service.enrich.events.reading.classes import TYPES
from service.enrich.events.reading.heads import EventHeads
from service.enrich.tree import Tree

PARTS = frozenset(("VERB", "NOUN", "ADJ", "PROPN"))
"""Parts of speech of triggers."""

_SHORTEST = 4
"""Letters of a trigger of another part: shorter words are function words."""

_PERSONS = frozenset(("accused", "co-accused", "convicted", "wanted", "suspect", "suspects", "detainee", "detainees"))
"""Words that name whom something was done to, and not that it was: "the accused told the court"."""

WORTH_READING_ALONE = 0.05
"""Probability of its likeliest type from which a word's sentence is read alone. From .02 on as many whole events are
found of sentences left out, fewer of those told are right, and four sentences are read in place of three."""


def candidates(tree: Tree) -> list[int]:
    """The words that may be triggers."""
    return [
        token
        for token, part in enumerate(tree.parts)
        if part == "VERB"
        or (tree.lowers[token] not in _PERSONS and (part in PARTS or _is_long_word(tree.texts[token])))
    ]


def _is_long_word(text: str) -> bool:
    return len(text) >= _SHORTEST and text.isalpha()


@dataclass(frozen=True, slots=True)
class FirstReading:
    """What the first reading says of a document.

    Attributes:
        words: the tokens that may be triggers, ascending.
        chances: (words, 1 + types) probabilities that each is none, or one of each type.
        vectors: of all tokens.
    """

    words: list[int]
    chances: npt.NDArray[np.float32]
    vectors: Vectors

    @classmethod
    def of(cls, heads: EventHeads, tree: Tree, vectors: Vectors, lexicon: float) -> Self:
        """By these vectors, whatever was read with a sentence.

        Args:
            heads: of triggers.
            tree: of the document.
            vectors: of its tokens.
            lexicon: the logit that a type gets where the lexicon has the lemma.
        """
        words = candidates(tree)
        return cls(words, _chances(heads, tree, words, vectors, lexicon), vectors)

    def with_sentences_alone(
        self, doc: Doc, heads: EventHeads, reader: SentenceReader, tree: Tree, lexicon: float
    ) -> "FirstReading":
        """The same, but for sentences that may tell an event: what is said of each when it is read alone."""
        if not self.words or not tree.starts:
            return self
        likely = self.chances[:, 1:].max(1) >= WORTH_READING_ALONE
        hinted = {tree.sentence[self.words[row]] for row in np.flatnonzero(likely).tolist()}
        if not hinted:
            return self
        bounds = [0, *tree.starts, len(tree.texts)]
        vectors = reader.vectors(doc, [(bounds[number], bounds[number + 1]) for number in sorted(hinted)])
        rows = [row for row, word in enumerate(self.words) if tree.sentence[word] in hinted]
        chances = self.chances.copy()
        chances[rows] = _chances(heads, tree, [self.words[row] for row in rows], vectors, lexicon)
        return FirstReading(self.words, chances, vectors)


def _chances(
    heads: EventHeads, tree: Tree, words: Sequence[int], vectors: Vectors, lexicon: float
) -> npt.NDArray[np.float32]:
    """Probabilities (words, 1 + types) by the heads and by what the lemmas tell."""
    if not words:
        return np.zeros((0, 1 + len(TYPES)), np.float32)
    shares = heads.types(vectors[list(words)].astype(np.float32))
    known = _columns_by_lemma()
    told = [
        row for row, word in enumerate(words) if tree.parts[word] in ("VERB", "NOUN") and tree.lemmas[word] in known
    ]
    if told:
        columns = [known[tree.lemmas[words[row]]] for row in told]
        rows = np.repeat(told, [len(each) for each in columns])
        shares[rows, np.concatenate(columns)] *= math.exp(lexicon)
        shares[told] /= shares[told].sum(1, keepdims=True)
    return shares


@cache
def _columns_by_lemma() -> dict[str, list[int]]:
    """The columns of the types that a lemma tells by itself."""
    return {lemma: [1 + TYPES.index(each) for each in told] for lemma, told in types_by_lemma().items()}
