"""What the first reading says of the words that may be triggers, and which sentences it is asked about once more."""

import math
from collections.abc import Sequence

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


def chances(
    heads: EventHeads, tree: Tree, words: Sequence[int], vectors: Vectors, lexicon: float
) -> npt.NDArray[np.float32]:
    """Probabilities (words, 1 + types) by the heads and by what the lemmas tell.

    Args:
        heads: of triggers.
        tree: of the document.
        words: some of its tokens.
        vectors: of all of them.
        lexicon: the logit that a type gets where the lexicon has the lemma.
    """
    shares = heads.types(vectors[list(words)].astype(np.float32))
    known = types_by_lemma()
    for row, word in enumerate(words):
        told = known.get(tree.lemmas[word])
        if told is not None and tree.parts[word] in ("VERB", "NOUN"):
            shares[row, [1 + TYPES.index(each) for each in told]] *= math.exp(lexicon)
            shares[row] /= shares[row].sum()
    return shares


def read_alone(doc: Doc, heads: EventHeads, reader: SentenceReader, tree: Tree, lexicon: float) -> Vectors:
    """``doc.tensor``, with each sentence that may tell an event as it is when it is read alone."""
    vectors = np.asarray(doc.tensor)
    words = candidates(tree)
    if not words or not tree.starts:
        return vectors
    likely = chances(heads, tree, words, vectors, lexicon)[:, 1:].max(1) >= WORTH_READING_ALONE
    hinted = sorted({tree.sentence[word] for word, is_likely in zip(words, likely.tolist(), strict=True) if is_likely})
    bounds = [0, *tree.starts, len(tree.texts)]
    return reader.vectors(doc, [(bounds[number], bounds[number + 1]) for number in hinted])
