"""The line model: how likely each line belongs to the article; weights in JSON, numpy at run time.

A lexicon weighs a line's words; a small network with one hidden layer weighs that, the line's form,
its place and its neighbours. Then boosted trees score each line again from the same features and the
network's scores of all lines.
``training/line_model.py`` makes the weights and measures them.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from service.clean.lines.features.lexicon import Lexicon
from service.clean.lines.features.matrix import features
from service.clean.lines.model.stacked_features import stacked_features
from service.clean.lines.model.trees import Trees
from service.clean.lines.tokens.words import Floats, Words, read_words

CLIP = 6.0  # standard deviations: nothing in training was farther out


class Network:
    """A network with one hidden layer of rectified units.

    Args:
        loaded: ``mean`` and ``scale`` of the features, ``hidden``, ``hidden_bias``, ``out``, ``out_bias``.
    """

    def __init__(self, loaded: dict[str, Any]) -> None:
        self._mean, self._scale, self._hidden, self._hidden_bias, self._out = (
            np.array(loaded[name], np.float32) for name in ("mean", "scale", "hidden", "hidden_bias", "out")
        )
        self._out_bias = float(loaded["out_bias"])

    def scores(self, seen: Floats) -> NDArray[np.float32]:
        """The probability that the network gives each line.

        Args:
            seen: features, shape (lines, features).
        """
        scaled = seen.astype(np.float32)
        scaled -= self._mean
        scaled /= self._scale
        np.maximum(np.minimum(scaled, CLIP, out=scaled), -CLIP, out=scaled)
        hidden: NDArray[Any] = scaled @ self._hidden
        hidden += self._hidden_bias
        np.maximum(hidden, 0, out=hidden)
        scores: NDArray[np.float32] = 1 / (1 + np.exp(-(hidden @ self._out + self._out_bias)))
        return scores


class LineModel:
    """The line model.

    Args:
        weights: as ``training/line_model.py`` writes them.

    Attributes:
        names: weights of names of elements, in a model of pages; see ``service.clean.html.body.name_weights``.
    """

    def __init__(self, weights: bytes) -> None:
        loaded = orjson.loads(weights)
        self._lexicon = Lexicon(loaded["lexicon"])
        self._network = Network(loaded)
        self._trees = Trees(loaded["trees"])
        self.names: dict[str, float] = loaded.get("names", {})

    def scores(self, texts: Sequence[str], title: str | None, more: Floats | None = None) -> NDArray[np.float32]:
        """The probability of each line of one document that it belongs to the article.

        Args:
            texts: the lines, in order.
            title: of the article, when it is known.
            more: further features of each line, for a model that was trained with them.
        """
        return self.judge_words(read_words(texts, title), more) if texts else np.zeros(0, np.float32)

    def judge_words(self, words: Words, more: Floats | None = None) -> NDArray[np.float32]:
        """The same from the words of the lines."""
        seen = features(words, self._lexicon.scores(words))
        if more is not None:
            seen = np.hstack([seen, more])
        return self.judge(seen, words.counts.astype(float))

    def judge(self, seen: Floats, words: Floats) -> NDArray[np.float32]:
        """The same from features and the number of words of each line."""
        first = self._network.scores(seen)
        return self._trees.scores(np.hstack([seen, stacked_features(first, words)]))


@cache
def load_line_model(name: str) -> LineModel:
    """A model that ships with the service, ``text`` or ``html``; loaded once in a process."""
    return LineModel((files("service.data") / "lines" / f"{name}.json").read_bytes())
