"""The spaCy component: reads a document with the encoder once and sets every annotation."""

from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from spacy.attrs import IS_SPACE, ORTH, SENT_START
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from service.enrich.encoder.annotations import Annotator, Reading
from service.enrich.encoder.articles import ARTICLES, within_phrases
from service.enrich.encoder.charges import hang_on_verbs
from service.enrich.encoder.known_bodies import with_known_bodies
from service.enrich.encoder.model import Model
from service.enrich.encoder.names import find_names
from service.enrich.encoder.noun_chunks import noun_chunks
from service.enrich.encoder.screening import screen
from service.enrich.encoder.trees import best_trees
from service.enrich.encoder.vote import agree
from service.enrich.encoder.windows import windows
from service.enrich.encoder.wordpieces import Window, WordPieces

AFTER_A_WORD, WITHIN_A_CLAUSE = 2.0, 4.0
"""Scores (logits) from which a sentence starts behind a word that no mark follows: with a capital, without. On
development splits GUM's edited text gains .6 points of F by it, EWT's web text without marks loses as much."""

NAME = "encoder"

SENTENCE_FINAL = frozenset(".!?…")
CLOSING = frozenset("\"'”\u2019)]»")


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
        """Whether the places of a name in a document agree on it and its label, see ``screening`` and ``vote``."""
        self.pieces = WordPieces(model.tokenizer)
        """Of the words met so far."""
        self._annotator = Annotator(vocab, model.classes, model.lemmas)
        # spaCy's own iterators give numbers, too, and it makes the spans.
        vocab.get_noun_chunks = noun_chunks  # type: ignore[assignment]

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a document of any length."""
        columns = doc.to_array([ORTH, SENT_START, IS_SPACE])
        places = np.flatnonzero(columns[:, 2] == 0)
        if len(places):
            self._read(doc, places, columns[places])
        elif len(doc):
            self._annotator.annotate(doc, places, [], Reading.of(len(doc), 0, self.model.width), [])
        return doc

    def _read(self, doc: Doc, places: np.ndarray, columns: np.ndarray) -> None:
        """Read the words at ``places``, with their keys and known sentence starts, and set what is found."""
        texts = [token.text for token in doc]
        if len(places) < len(texts):
            texts = [texts[place] for place in places.tolist()]
        words = self.pieces.words(columns[:, 0].tolist(), texts.__getitem__)
        known = columns[:, 1].astype(np.int64)
        known[0] = 1
        breaks = np.flatnonzero(known == 1)
        doubt = start_thresholds(texts)
        articles = [index for index, text in enumerate(texts) if text in ARTICLES]
        reading = Reading.of(len(doc), len(places), self.model.width)
        for start, end in windows(words.counts.tolist(), breaks.tolist(), ends=_after_full_stops(texts)):
            within = articles[bisect_left(articles, start) : bisect_left(articles, end)]
            self._read_window(start, end, words.window(start, end), known, doubt, within, places, reading)
        hang_on_verbs(texts, reading, self.model.classes)
        names = find_names(reading.names, breaks)
        if self.document_vote:
            names = agree(with_known_bodies(screen(names, texts), texts), texts)
        self._annotator.annotate(doc, places, texts, reading, names)

    def _read_window(
        self,
        start: int,
        end: int,
        window: Window,
        known: np.ndarray,
        doubt: np.ndarray,
        articles: Sequence[int],
        places: np.ndarray,
        reading: Reading,
    ) -> None:
        """Read the words ``start`` to ``end`` (exclusive) and note what is said of them."""
        scores = self.model.session.run(window)
        morphs, tags, rules, start_scores = self.model.classes.split(scores.classes)
        starts = np.where(known[start:end] == 0, start_scores > doubt[start:end], known[start:end] > 0)
        starts[0] = True
        trees = best_trees(scores.arcs, scores.roots[:, 0], starts)
        heads = within_phrases(trees, [article - start for article in articles])
        reading.morphs[start:end], reading.tags[start:end], reading.rules[start:end] = morphs, tags, rules
        reading.heads[start:end] = start + heads
        reading.relations[start:end] = self.model.relations.best(scores, heads)
        reading.names[start:end] = scores.names
        reading.tensor[places[start:end]] = scores.vectors


def start_thresholds(texts: Sequence[str]) -> np.ndarray:
    """The score from which a sentence starts at each word (n,): higher where no mark ends the one before."""
    found = np.zeros(len(texts))
    for index in range(1, len(texts)):
        if texts[index - 1][-1].isalnum():
            found[index] = AFTER_A_WORD if texts[index][0].isupper() else WITHIN_A_CLAUSE
    return found


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
    model = Model.load(Path(path))
    # Within a memory zone spaCy remembers no word beyond the zone, and cuts and describes it anew in every
    # article. What it has met before is read the same, and faster.
    for word in sorted(model.lemmas.common_words()):
        nlp.make_doc(word)
    return Encoder(nlp.vocab, model)
