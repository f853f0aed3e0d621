"""Reads a sentence again for one word in it that may be a trigger, with an encoder that sees which word it is.

Every layer is conditioned on the mark, so that words tell their roles in this event and no other. The encoder is
small, has weights of its own (``training/events/marked.py``), and is asked only about words that the heads on the
first reading find likely.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from service.enrich.encoder.session import open_graph
from service.enrich.encoder.windows import MAX_PIECES
from service.enrich.encoder.wordpieces import Window, WordPieces
from service.enrich.events.reading.classes import ROLES
from service.enrich.events.reading.document_words import DocumentWords

FILE = "marked.onnx"
"""The graph, in the folder of a model."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a second reading says of a word.

    Attributes:
        types: probabilities (1 + types,) that it is no trigger, or one of each type.
        roles: probabilities (words of the sentence, roles) that a word heads a phrase in a role of it.
        realis: scores (of ``classes.REALIS``,).
        historical: score from which, above 0, its event is told as background.
    """

    types: Floats
    roles: Floats
    realis: Floats
    historical: float


class MarkedDocument(Protocol):
    """A document whose sentences can be read again."""

    def read(self, first: int, end: int, word: int) -> Reading:
        """Read the tokens ``first`` to ``end`` (exclusive) with the token ``word`` marked."""


class SecondReader(Protocol):
    """Reads sentences of documents again."""

    def open(self, doc: Doc) -> MarkedDocument:
        """A document, to read sentences of it."""


class MarkedReader:
    """The second encoder on onnxruntime.

    Args:
        path: of the graph.
        pieces: of words, as the first encoder reads them.

    Raises:
        OSError: there is no such file.
    """

    def __init__(self, path: Path, pieces: WordPieces) -> None:
        self._session, self._pieces = open_graph(path), pieces

    def open(self, doc: Doc) -> MarkedDocument:
        """A document, to read sentences of it."""
        return _Opened(self, doc, self._pieces)

    def run(self, window: Window, first: int, end: int, word: int) -> list[Floats]:
        """Scores of a window of n words: types (1, types), roles (n, roles), realis (1, classes), historical (1, 1).

        Args:
            window: of words.
            first, end: the pieces of the marked word, end exclusive.
            word: its place in the window.
        """
        marks = np.zeros((len(window.pieces), 1), np.float32)
        marks[first:end] = 1
        inputs = {
            "pieces": window.pieces, "shapes": window.shapes, "first": window.first, "marks": marks,
            "trigger": np.array([word]),
        }  # fmt: skip
        scores: list[Floats] = self._session.run(_OUTPUTS, inputs)
        return scores


_OUTPUTS = ["types", "roles", "realis", "historical"]


class _Opened:
    """The words of one document."""

    def __init__(self, reader: MarkedReader, doc: Doc, pieces: WordPieces) -> None:
        self._reader, self._words = reader, DocumentWords.of(doc, pieces)

    def read(self, first: int, end: int, word: int) -> Reading:
        """Read a sentence with a word marked; of a sentence longer than a window, what stands around the word."""
        (start, stop), (own, _) = self._words.between(first, end), self._words.between(word, word)
        words = self._words.words
        start, stop = around(words.counts, start, stop, own)
        window = words.window(start, stop)
        piece = int(window.first[own - start])
        types, roles, realis, historical = self._reader.run(window, piece, piece + int(words.counts[own]), own - start)
        spread = np.zeros((end - first, len(ROLES)), np.float32)
        spread[self._words.places[start:stop] - first] = roles
        return Reading(types[0], spread, realis[0], float(historical[0, 0]))


def around(counts: npt.NDArray[np.int64], start: int, stop: int, own: int) -> tuple[int, int]:
    """The words from ``start`` to ``stop`` (exclusive) that have a place in one window with the word ``own``.

    Args:
        counts: pieces of every word.
    """
    if counts[start:stop].sum() <= MAX_PIECES:
        return start, stop
    ends = np.cumsum(counts[start:stop])
    begins, half = ends - counts[start:stop], (MAX_PIECES - counts[own]) // 2
    near = np.flatnonzero((begins >= begins[own - start] - half) & (ends <= ends[own - start] + half))
    return start + int(near[0]), start + int(near[-1]) + 1
