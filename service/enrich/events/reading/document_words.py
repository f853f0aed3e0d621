"""The words of a document as both encoders read them."""

from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt
from spacy.attrs import IS_SPACE, ORTH
from spacy.tokens import Doc

from service.enrich.encoder.wordpieces import WordPieces, Words


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """Words, and the tokens that they are.

    Attributes:
        places: the tokens that are no white space, ascending.
        words: these, in the same order.
    """

    places: npt.NDArray[np.int64]
    words: Words

    @classmethod
    def of(cls, doc: Doc, pieces: WordPieces) -> Self:
        """The words of any document, with the pieces that the first encoder knows."""
        columns = doc.to_array([ORTH, IS_SPACE])
        places = np.flatnonzero(columns[:, 1] == 0)
        return cls(places, pieces.words(columns[places, 0].tolist(), lambda index: doc[int(places[index])].text))

    def between(self, first: int, end: int) -> tuple[int, int]:
        """The words among the tokens ``first`` to ``end``, ends exclusive."""
        start, stop = np.searchsorted(self.places, (first, end)).tolist()
        return start, stop
