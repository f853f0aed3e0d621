"""The network that reads a sentence again, as an ONNX graph beside the first encoder's."""

from collections.abc import Mapping

import onnx
from onnx import TensorProto

from training.events.sentences import Labels
from training.graph import Array, Graph


def build_marked(weights: Mapping[str, Array]) -> onnx.ModelProto:
    """The graph of one sentence with one word marked.

    Args:
        weights: the state of ``training.events.marked_network.MarkedReader``, float32.

    Returns:
        A model with inputs ``pieces``, ``shapes`` (p,), ``first`` (n,) as in ``training.graph.build``, ``marks``
        (p, 1), 1.0 at the pieces of the marked word, and ``trigger`` (1,), its place among the words. Outputs:
        ``types`` (1, 1 + types), probabilities; ``roles`` (n, roles), probabilities; ``realis`` (1, classes) and
        ``historical`` (1, 1), scores.
    """
    graph = Graph(weights)
    mark = graph.node("Mul", ["marks", graph.constant(weights["marks.weight"][[Labels.GOLD]])])
    vectors = graph.encoded(mark)
    trigger = graph.node("Gather", [vectors, "trigger"], axis=0)
    graph.node("Softmax", [_scores(graph, trigger, "trigger")], "types", axis=-1)
    graph.node("Sigmoid", [_scores(graph, vectors, "role")], "roles")
    for name in ("realis", "historical"):
        graph.node("Gemm", [trigger, *graph.linear(name)], name)
    integers = dict.fromkeys(("pieces", "shapes", "first", "trigger"), TensorProto.INT64)
    return graph.model(integers | {"marks": TensorProto.FLOAT}, ("types", "roles", "realis", "historical"))


def _scores(graph: Graph, vectors: str, head: str) -> str:
    hidden = graph.node("Relu", [graph.node("Gemm", [vectors, *graph.linear(f"{head}_hidden")])])
    return graph.node("Gemm", [hidden, *graph.linear(head)])
