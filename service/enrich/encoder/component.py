"""The spaCy component: reads a document with the encoder once and sets every annotation."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, ORTH, POS, SENT_START, TAG
from spacy.language import Language
from spacy.parts_of_speech import IDS as PARTS_OF_SPEECH
from spacy.tokens import Doc
from spacy.vocab import Vocab

from service.enrich.encoder.labels import NAME_LABELS
from service.enrich.encoder.model import Model
from service.enrich.encoder.names import Name, find_names
from service.enrich.encoder.noun_chunks import noun_chunks
from service.enrich.encoder.trees import best_trees
from service.enrich.encoder.vote import agree
from service.enrich.encoder.windows import windows
from service.enrich.encoder.wordpieces import Window, WordPieces

NAME = "encoder"

SENTENCE_FINAL = frozenset(".!?…")
CLOSING = frozenset("\"'”\u2019)]»")

INSIDE, OUTSIDE, BEGIN = 1, 2, 3
"""spaCy's codes of ENT_IOB."""

_ATTRIBUTES = [TAG, POS, MORPH, LEMMA, DEP, HEAD, ENT_IOB, ENT_TYPE]


class Encoder:
    """Sets tags, parts of speech, features, lemmas, trees, sentences, names, and ``doc.tensor``.

    A sentence start that is set already is kept, and so is a word said to be none. ``doc.tensor`` has
    the encoder's vector of each token, float16, zeros for white space.

    Args:
        vocab: of the pipeline.
        model: to read with.
    """

    def __init__(self, vocab: Vocab, model: Model) -> None:
        self.model = model
        self.document_vote = True
        """Whether the places of a name in a document agree on its label, see ``vote``."""
        self._pieces = WordPieces(model.tokenizer)
        self._symbols = _Symbols(vocab, model)
        self._strings = vocab.strings
        # spaCy's own iterators give numbers, too, and it makes the spans.
        vocab.get_noun_chunks = noun_chunks  # type: ignore[assignment]

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a document of any length."""
        is_word = np.fromiter((not token.is_space for token in doc), bool, len(doc))
        places = np.flatnonzero(is_word)
        if len(places):
            self._annotate(doc, places)
        elif len(doc):
            self._set(doc, places, [], _Reading(len(doc), 0, self.model.width), [])
        return doc

    def _annotate(self, doc: Doc, places: np.ndarray) -> None:
        """Read the words at ``places`` and set what is found."""
        texts = [doc[place].text for place in places.tolist()]
        columns = doc.to_array([ORTH, SENT_START])[places]
        words = self._pieces.words(columns[:, 0].tolist(), texts.__getitem__)
        known = columns[:, 1].astype(np.int64)
        known[0] = 1
        breaks = np.flatnonzero(known == 1)
        reading = _Reading(len(doc), len(places), self.model.width)
        for start, end in windows(words.counts.tolist(), breaks.tolist(), ends=_after_full_stops(texts)):
            self._read_window(start, end, words.window(start, end), known, places, reading)
        names = find_names(reading.names, breaks)
        if self.document_vote:
            names = agree(names, texts)
        self._set(doc, places, texts, reading, names)

    def _read_window(
        self, start: int, end: int, window: Window, known: np.ndarray, places: np.ndarray, reading: "_Reading"
    ) -> None:
        """Read the words ``start`` to ``end`` (exclusive) and note what is said of them."""
        scores = self.model.session.run(window)
        morphs, tags, rules, start_scores = self.model.classes.split(scores.classes)
        starts = np.where(known[start:end] == 0, start_scores > 0, known[start:end] > 0)
        starts[0] = True
        heads = best_trees(scores.arcs, scores.roots[:, 0], starts)
        reading.morphs[start:end], reading.tags[start:end], reading.rules[start:end] = morphs, tags, rules
        reading.heads[start:end] = start + heads
        reading.relations[start:end] = self.model.relations.best(scores, heads)
        reading.names[start:end] = scores.names
        reading.tensor[places[start:end]] = scores.vectors

    def _set(self, doc: Doc, places: np.ndarray, texts: list[str], reading: "_Reading", names: list[Name]) -> None:
        symbols = self._symbols
        values = np.empty((len(doc), len(_ATTRIBUTES)), np.uint64)
        values[:] = symbols.space
        # White space hangs on the word before it, or on the first word.
        word = np.zeros(len(doc), np.int64)
        word[places] = places
        word = np.maximum(np.maximum.accumulate(word), places[:1].sum())
        heads = word.copy()
        heads[places] = places[reading.heads]
        values[:, 5] = (heads - np.arange(len(doc))).astype(np.uint64)
        values[places, 0] = symbols.tags[reading.tags]
        values[places, 1] = symbols.parts[reading.morphs]
        values[places, 2] = symbols.features[reading.morphs]
        values[places, 3] = self._lemmas(texts, reading)
        values[places, 4] = symbols.relations[reading.relations]
        for name in names:
            span = slice(places[name.start], places[name.end - 1] + 1)
            values[span, 6], values[span, 7] = INSIDE, symbols.labels[name.label]
            values[places[name.start], 6] = BEGIN
        spaces = np.flatnonzero(word != np.arange(len(doc)))
        values[spaces, 3] = doc.to_array(ORTH)[spaces]
        # spaCy takes unsigned integers here and any array there, whatever its annotations say.
        doc.from_array(_ATTRIBUTES, values)  # type: ignore[arg-type]
        doc.tensor = reading.tensor  # type: ignore[assignment]

    def _lemmas(self, texts: list[str], reading: "_Reading") -> list[int]:
        lemma, add = self.model.lemmas.lemma, self._strings.add
        tags, rules = self.model.classes.tags, self.model.classes.rules
        return [
            add(lemma(text, tags[tag], rules[rule]))
            for text, tag, rule in zip(texts, reading.tags.tolist(), reading.rules.tolist(), strict=True)
        ]


class _Reading:
    """What the windows said of each word: indexes of classes, heads, scores of names, vectors."""

    def __init__(self, tokens: int, words: int, width: int) -> None:
        self.morphs, self.tags, self.rules, self.heads, self.relations = np.empty((5, words), np.int64)
        self.names = np.empty((words, 1 + 2 * len(NAME_LABELS)), np.float32)
        self.tensor = np.zeros((tokens, width), np.float16)


class _Symbols:
    """The classes as the numbers spaCy keeps on tokens."""

    def __init__(self, vocab: Vocab, model: Model) -> None:
        add = vocab.strings.add
        parts, features = zip(*(morph.split("|", 1) for morph in model.classes.morphs), strict=True)
        self.parts = np.array([PARTS_OF_SPEECH[part] for part in parts], np.uint64)
        self.features = np.array([vocab.morphology.add(feature) for feature in features], np.uint64)
        self.tags = np.array([add(tag) for tag in model.classes.tags], np.uint64)
        # spaCy names the relation of a root in capitals.
        names = ["ROOT" if name == "root" else name for name in model.classes.relations]
        self.relations = np.array([add(name) for name in names], np.uint64)
        self.labels = np.array([add(label) for label in NAME_LABELS], np.uint64)
        empty = vocab.morphology.add("")
        self.space = np.array([add("_SP"), PARTS_OF_SPEECH["SPACE"], empty, 0, add("dep"), 0, OUTSIDE, 0], np.uint64)


def _after_full_stops(texts: Sequence[str]) -> set[int]:
    """Indexes of words that follow a full stop, with the quotation marks that close behind it."""
    found = set()
    for index, text in enumerate(texts):
        if text in SENTENCE_FINAL:
            index += 1
            while index < len(texts) and texts[index] in CLOSING:
                index += 1
            found.add(index)
    return found


@Language.factory(
    "newswire_encoder",
    assigns=[
        "doc.ents",
        "doc.tensor",
        "token.dep",
        "token.ent_iob",
        "token.ent_type",
        "token.head",
        "token.is_sent_start",
        "token.lemma",
        "token.morph",
        "token.pos",
        "token.tag",
    ],
)
def make_encoder(nlp: Language, name: str, path: str) -> Encoder:  # noqa: ARG001 - spaCy hands the name over
    """The component of the model in the folder ``path``.

    Raises:
        OSError: there is no such model.
    """
    return Encoder(nlp.vocab, Model.load(Path(path)))
