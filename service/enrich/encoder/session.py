"""The network at run time: onnxruntime on one thread, one window at a time.

A window is never padded and shares no run with another one, so that nothing about a window depends on
what else is in work, and the memory of a run is bounded by the longest window.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime

from service.enrich.encoder.wordpieces import Window

IMPOSSIBLE = np.float32(-1e9)
"""Score of what cannot be: far below what the network gives, and finite, so that sums stay numbers."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of the n words of a window, float32 but for the vectors.

    Attributes:
        vectors: (n, width), of the last layer, float16.
        names: (n, tags), of ``labels.NAME_TAGS``.
        classes: (n, all classes), the heads of ``model.json`` side by side.
        arcs: (n dependents, n heads).
        roots: (n, 1), of having no head.
        heads, dependents: (n, label width), of each word at either end of an arc.
    """

    vectors: np.ndarray
    names: np.ndarray
    classes: np.ndarray
    arcs: np.ndarray
    roots: np.ndarray
    heads: np.ndarray
    dependents: np.ndarray


class Session:
    """The loaded network.

    Args:
        path: the ONNX file.

    Raises:
        OSError: there is no such file.
    """

    def __init__(self, path: Path) -> None:
        self._session = open_graph(path)

    def run(self, window: Window) -> Scores:
        """Read one window."""
        return Scores(*self._session.run(_OUTPUTS, _inputs(window)))

    def vectors(self, window: Window) -> np.ndarray:
        """The vectors alone, without the work for all other scores."""
        vectors: np.ndarray = self._session.run(_OUTPUTS[:1], _inputs(window))[0]
        return vectors


def _inputs(window: Window) -> dict[str, np.ndarray]:
    return {"pieces": window.pieces, "shapes": window.shapes, "first": window.first}


def open_graph(path: Path) -> onnxruntime.InferenceSession:
    """A graph that ``training/graph.py`` wrote, on one thread.

    Raises:
        OSError: there is no such file.
    """
    if not path.is_file():
        raise FileNotFoundError(f"{path}: no model there")
    options = onnxruntime.SessionOptions()
    # One thread for each worker process: the pool is as wide as the CPUs.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    # Windows have any length; a plan of memory for each would be kept.
    options.enable_mem_pattern = False
    # The graph is written with the kernels that are fast; fusing it further makes it slower.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


_OUTPUTS = ["vectors", "names", "classes", "arcs", "roots", "heads", "dependents"]
