"""The likeliest language of a text, by the model of py3langid, evaluated for all bytes of a text at once.

py3langid itself walks an Aho-Corasick automaton (Aho and Corasick 1975) byte by byte, which is slow in Python. The
state behind a byte depends on the last few bytes only, six at most. So all states are guessed, each
is computed from the guess before it, and this is repeated until none changes.
"""

import math
import unicodedata
from functools import cache

import numpy as np
from numpy.typing import NDArray
from py3langid.langid import MODEL_FILE, LanguageIdentifier


class Identifier:
    """A classifier of languages.

    Args:
        model: of py3langid.
    """

    def __init__(self, model: LanguageIdentifier) -> None:
        self._next = np.frombuffer(model.tk_nextmove, np.uint32)
        self._row = np.array(model.tk_row, np.intp) << 8
        self._feature = np.array(model.tk_output, np.int32)
        # They are loaded as half-precision floats; converting them in each call would cost as much as all the rest.
        self._weights = np.asarray(model.nb_ptc, np.float32)
        self._bias = model.nb_pc
        self._codes: list[str] = model.nb_classes
        first = {code: place for place, code in reversed(list(enumerate(self._codes)))}
        self._twice = [(first[code], place) for place, code in enumerate(self._codes) if first[code] != place]

    def classify(self, text: str) -> tuple[str, float]:
        """The likeliest language of a text, and its probability."""
        encoded = unicodedata.normalize("NFC", text.lower() if text.isupper() else text).encode(errors="surrogatepass")
        features, times = self._features(encoded)
        scores = np.log1p(times) @ self._weights.take(features, 0) + self._bias if len(features) else 0 * self._bias
        # As py3langid does, so that a probability means the same for texts of any length.
        scores *= 1 / math.sqrt(len(encoded) or 1)
        likely = np.exp(scores - scores.max())
        likely /= likely.sum()
        for place, other in self._twice:
            likely[place] += likely[other]
            likely[other] = 0
        best = int(likely.argmax())
        return self._codes[best], float(likely[best])

    def _features(self, encoded: bytes) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """The features of a text, and how often each is there."""
        found = self._feature.take(self._states(np.frombuffer(encoded, np.uint8)).astype(np.intp))
        found = found[found >= 0]
        found.sort()
        begins = np.empty(len(found) + 1, bool)
        begins[0] = begins[-1] = True
        np.not_equal(found[1:], found[:-1], out=begins[1:-1])
        bounds = begins.nonzero()[0]
        return found[bounds[:-1]], (bounds[1:] - bounds[:-1]).astype(np.float32)

    def _states(self, text: NDArray[np.uint8]) -> NDArray[np.uint32]:
        """The states of the automaton behind each byte of a text."""
        # Numpy takes by integers of this size without a conversion.
        letters, before = text.astype(np.intp), np.zeros(len(text), np.intp)
        guess = b""
        while True:
            states = self._next.take(self._row.take(before) + letters)
            if (found := states.tobytes()) == guess:
                return states
            guess = found
            before[1:] = states[:-1]


@cache
def load_identifier() -> Identifier:
    """The model, loaded once in a process."""
    return Identifier(LanguageIdentifier.from_model_file(MODEL_FILE))
