"""What was read of a document, set on its tokens in one go."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, ORTH, POS, TAG
from spacy.parts_of_speech import IDS as PARTS_OF_SPEECH
from spacy.tokens import Doc
from spacy.vocab import Vocab

from service.enrich.encoder.labels import NAME_LABELS, NAME_TAGS
from service.enrich.encoder.lemmas import LemmaTable
from service.enrich.encoder.names import Name
from service.enrich.encoder.tagging import ROOT, Classes

INSIDE, OUTSIDE, BEGIN = 1, 2, 3
"""spaCy's codes of ENT_IOB."""

_ATTRIBUTES = [TAG, POS, MORPH, LEMMA, DEP, HEAD, ENT_IOB, ENT_TYPE]
_COLUMN = {attribute: index for index, attribute in enumerate(_ATTRIBUTES)}


@dataclass(frozen=True)
class Reading:
    """What the windows said of the n words of a document.

    Attributes:
        morphs, tags, rules, relations: (n,) indexes of classes.
        heads: (n,) indexes of words, a root's being its own.
        names: (n, tags) scores.
        tensor: (tokens, width), float16; zeros for white space.
    """

    morphs: np.ndarray
    tags: np.ndarray
    rules: np.ndarray
    relations: np.ndarray
    heads: np.ndarray
    names: np.ndarray
    tensor: np.ndarray

    @classmethod
    def of(cls, tokens: int, words: int, width: int) -> Self:
        """A reading to be filled."""
        names = np.empty((words, len(NAME_TAGS)), np.float32)
        morphs, tags, rules, relations, heads = np.empty((5, words), np.int64)
        return cls(morphs, tags, rules, relations, heads, names, np.zeros((tokens, width), np.float16))


class Annotator:
    """Sets readings on documents.

    Args:
        vocab: of the documents.
        classes: of the readings.
        lemmas: makes lemmas of words, tags and rules.
    """

    def __init__(self, vocab: Vocab, classes: Classes, lemmas: LemmaTable) -> None:
        self._classes, self._lemmas, self._strings = classes, lemmas, vocab.strings
        add = vocab.strings.add
        parts, features = zip(*(morph.split("|", 1) for morph in classes.morphs), strict=True)
        self._parts = np.array([PARTS_OF_SPEECH[part] for part in parts], np.uint64)
        self._features = np.array([vocab.morphology.add(feature) for feature in features], np.uint64)
        self._tags = np.array([add(tag) for tag in classes.tags], np.uint64)
        # spaCy names the relation of a root in capitals.
        relations = ["ROOT" if relation == ROOT else relation for relation in classes.relations]
        self._relations = np.array([add(relation) for relation in relations], np.uint64)
        self._labels = np.array([add(label) for label in NAME_LABELS], np.uint64)
        space = {TAG: add("_SP"), POS: PARTS_OF_SPEECH["SPACE"], MORPH: vocab.morphology.add(""), DEP: add("dep")}
        space[ENT_IOB] = OUTSIDE
        self._space = np.array([space.get(attribute, 0) for attribute in _ATTRIBUTES], np.uint64)

    def annotate(
        self, doc: Doc, places: np.ndarray, texts: Sequence[str], reading: Reading, names: Sequence[Name]
    ) -> None:
        """Set everything.

        Args:
            places: (n,) indexes of the tokens that are words; the others are white space.
            texts: the words.
            reading: of the words.
            names: in words.
        """
        values = np.tile(self._space, (len(doc), 1))
        column = {attribute: values[:, index] for attribute, index in _COLUMN.items()}
        tokens = np.arange(len(doc))
        # White space hangs on the word before it, or on the first word.
        word = np.zeros(len(doc), np.int64)
        word[places] = places
        word = np.maximum(np.maximum.accumulate(word), places[:1].sum())
        heads = word.copy()
        heads[places] = places[reading.heads]
        column[HEAD][:] = (heads - tokens).astype(np.uint64)
        column[TAG][places] = self._tags[reading.tags]
        column[POS][places] = self._parts[reading.morphs]
        column[MORPH][places] = self._features[reading.morphs]
        column[DEP][places] = self._relations[reading.relations]
        column[LEMMA][:] = doc.to_array(ORTH)
        column[LEMMA][places] = self._lemma_keys(texts, reading)
        for name in names:
            span = slice(places[name.start], places[name.end - 1] + 1)
            column[ENT_IOB][span], column[ENT_TYPE][span] = INSIDE, self._labels[name.label]
            column[ENT_IOB][places[name.start]] = BEGIN
        # spaCy takes unsigned integers, whatever its annotations say.
        doc.from_array(_ATTRIBUTES, values)  # type: ignore[arg-type]
        doc.tensor = reading.tensor

    def _lemma_keys(self, texts: Sequence[str], reading: Reading) -> list[int]:
        lemma, add = self._lemmas.lemma, self._strings.add
        tags, rules = self._classes.tags, self._classes.rules
        return [
            add(lemma(text, tags[tag], rules[rule]))
            for text, tag, rule in zip(texts, reading.tags.tolist(), reading.rules.tolist(), strict=True)
        ]
