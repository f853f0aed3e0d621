"""Reads single sentences with the first encoder, as it read the labelled sentences that the heads learned from.

The encoder reads an article in windows of several sentences. What stands around a sentence helps its tree and its
names, but of events the heads learned from sentences alone, and by vectors of a window they find fewer of them and
fewer of their parties (``training.events.measure_within``).
"""

from collections.abc import Iterable
from typing import Protocol

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from service.enrich.encoder.session import Session
from service.enrich.encoder.windows import MAX_PIECES
from service.enrich.encoder.wordpieces import WordPieces
from service.enrich.events.reading.document_words import DocumentWords

Vectors = npt.NDArray[np.float16]


class SentenceReader(Protocol):
    """Reads sentences of documents alone."""

    def vectors(self, doc: Doc, sentences: Iterable[tuple[int, int]]) -> Vectors:
        """``doc.tensor`` with the rows of some sentences as they are when each is read alone.

        Args:
            doc: with ``doc.tensor``, which stays as it is.
            sentences: (first, end) in tokens, end exclusive.
        """


class AloneReader:
    """The first encoder once more.

    Args:
        session: the encoder.
        pieces: of words, as it reads them.
    """

    def __init__(self, session: Session, pieces: WordPieces) -> None:
        self._session, self._pieces = session, pieces

    def vectors(self, doc: Doc, sentences: Iterable[tuple[int, int]]) -> Vectors:
        """As ``SentenceReader`` has it; the rows of a sentence longer than a window stay as they are."""
        found, words = np.array(doc.tensor), DocumentWords.of(doc, self._pieces)
        for first, end in sentences:
            start, stop = words.between(first, end)
            if start < stop and words.words.counts[start:stop].sum() <= MAX_PIECES:
                found[words.places[start:stop]] = self._session.vectors(words.words.window(start, stop))
        return found
