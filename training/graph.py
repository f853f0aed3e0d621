"""The network as an ONNX graph for onnxruntime's CPU kernels, written node by node.

Tracing the torch modules would give a graph that onnxruntime has to fuse again. Written directly, each
layer is four int8 products, one fused attention and two fused normalisations, and the weights are
quantised as they are placed.
"""

from collections.abc import Mapping

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from service.enrich.encoder.windows import MAX_PIECES

Array = np.ndarray
MICROSOFT = "com.microsoft"  # onnxruntime's own operators
EPSILON = 1e-12  # of BERT's normalisations
HEAD_WIDTH = 32
PLACES = MAX_PIECES + 2  # of a window: its pieces stand between two that mark its ends
TABLE = "piece_embeddings"  # the embeddings of pieces


def build(weights: Mapping[str, Array], classes: tuple[str, ...]) -> onnx.ModelProto:
    """The graph of one window.

    Args:
        weights: the state of ``training.network.Network``, float32.
        classes: names of the heads whose scores are given together, in order.

    Returns:
        A model with inputs ``pieces`` and ``shapes`` (p,), ``first`` (n,): the pieces of a window, the
        shape of each one's word, and the index of each word's first piece. Outputs: ``vectors``
        (n, width) in half precision, ``names`` (n, tags), ``classes`` (n, all classes), ``arcs``
        (n dependents, n heads), ``roots`` (n, 1), ``heads`` and ``dependents`` (n, label width).
    """
    graph = Graph(weights)
    exact = graph.encoded(output="exact_vectors")
    graph.node("Gemm", [exact, *graph.linear("names")], "names")
    graph.product(exact, list(classes), "classes")
    head, dependent, *_ = graph.ends_of_arcs(exact)
    graph.arcs(head, dependent)
    # As they are kept: numpy takes longer to halve them than all its other work on what was read.
    graph.node("Cast", [exact], "vectors", to=TensorProto.FLOAT16)
    return graph.model(
        dict.fromkeys(("pieces", "shapes", "first"), TensorProto.INT64),
        ("vectors", "names", "classes", "arcs", "roots", "heads", "dependents"),
    )


class Graph:
    """Nodes and constants as they are added; every method gives the name of its result."""

    def __init__(self, weights: Mapping[str, Array]) -> None:
        self._weights = weights
        self._width = weights["encoder.norm.weight"].shape[0]
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def node(self, kind: str, inputs: list[str], output: str = "", domain: str = "", **attributes: object) -> str:
        """Add a node with one result."""
        output = output or f"{kind}_{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **attributes))
        return output

    def constant(self, values: Array, name: str = "") -> str:
        """Add a constant."""
        name = name or f"constant_{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def linear(self, name: str) -> list[str]:
        """A float32 layer's matrix (in, out) and bias, as constants."""
        return [self.constant(self._weights[f"{name}.weight"].T), self.constant(self._weights[f"{name}.bias"])]

    def product(self, x: str, names: list[str], output: str = "") -> str:
        """Linear layers over the same input, side by side, in int8.

        The matrix has one scale a column; the input is quantised by its own range while it runs, which
        is the range of one window and so the same whatever else is in work.
        """
        matrix = np.concatenate([self._weights[f"{name}.weight"] for name in names]).T
        bias = np.concatenate([self._weights[f"{name}.bias"] for name in names])
        rounded, scale = quantised(matrix, axis=0)
        inputs = [x, self.constant(rounded), self.constant(scale[0]), "", self.constant(bias)]
        return self.node("DynamicQuantizeMatMul", inputs, output, MICROSOFT)

    def encoded(self, added: str = "", output: str = "") -> str:
        """Vectors (n, width) of words.

        Args:
            added: what every piece's embedding gets on top, (p, width); empty for nothing.
            output: name of the result.
        """
        x = self._embedded(added)
        layers = 1 + max(int(name.split(".")[2]) for name in self._weights if name.startswith("encoder.layers."))
        for index in range(layers):
            x = self._layer(x, f"encoder.layers.{index}", last=index == layers - 1)
        return self.node("Squeeze", [x, self.constant(np.array([0]))], output)

    def _embedded(self, added: str) -> str:
        """Pieces, places and shapes added and normalised: (1, p, width)."""
        rounded, scale = quantised(self._weights["encoder.pieces.weight"], axis=1)
        rows = self.node("Gather", [self.constant(rounded, TABLE), "pieces"])
        rows = self.node("Cast", [rows], to=TensorProto.FLOAT)
        x = self.node("Mul", [rows, self.node("Gather", [self.constant(scale), "pieces"])])
        zero = self.constant(np.array([0]))
        places = self.node(
            "Slice",
            [self.constant(self._weights["encoder.places.weight"][:PLACES]), zero, self.node("Shape", ["pieces"])],
        )
        x = self.node("Add", [x, places])
        x = self.node(
            "Add", [x, self.node("Gather", [self.constant(self._weights["encoder.shapes.weight"]), "shapes"])]
        )
        if added:
            x = self.node("Add", [x, added])
        x = self.node("LayerNormalization", [x, *self._norm("encoder.norm")], epsilon=EPSILON)
        return self.node("Unsqueeze", [x, zero])

    def _layer(self, x: str, name: str, last: bool) -> str:
        """One transformer layer; the last one goes on with the first piece of each word alone."""
        if last:
            keys = self.product(x, [f"{name}.key", f"{name}.value"])
            x = self.node("Gather", [x, "first"], axis=1)
            parts = [self.product(x, [f"{name}.query"]), *self._parts(keys, 2)]
        else:
            parts = self._parts(self.product(x, [f"{name}.{part}" for part in ("query", "key", "value")]), 3)
        heads = self._width // HEAD_WIDTH
        mixed = self.node("MultiHeadAttention", parts, domain=MICROSOFT, num_heads=heads)
        x = self._added(x, self.product(mixed, [f"{name}.out"]), f"{name}.norm_attention")
        grown = self.node("Gelu", [self.product(x, [f"{name}.grow"])], domain=MICROSOFT)
        return self._added(x, self.product(grown, [f"{name}.shrink"]), f"{name}.norm")

    def arcs(self, head: str, dependent: str) -> None:
        """Biaffine scores between words, and each word's score as the root."""
        left = self.node("MatMul", [dependent, self.constant(self._weights["arc.weight"].T)])
        scores = self.node("MatMul", [left, self.node("Transpose", [head], perm=[1, 0])])
        bias = self.node("Transpose", [self.node("Gemm", [head, *self.linear("arc_bias")])], perm=[1, 0])
        self.node("Add", [scores, bias], "arcs")
        self.node("Gemm", [dependent, *self.linear("root")], "roots")

    def ends_of_arcs(self, x: str) -> list[str]:
        """Vectors of words as heads and as dependents, for arcs and for their relations."""
        names = ("arc_head", "arc_dependent", "label_head", "label_dependent")
        widths = np.array([len(self._weights[f"{name}.bias"]) for name in names])
        matrix = np.concatenate([self._weights[f"{name}.weight"] for name in names]).T
        bias = np.concatenate([self._weights[f"{name}.bias"] for name in names])
        vectors = self.node("Gemm", [x, self.constant(matrix), self.constant(bias)])
        vectors = self.node("Gelu", [vectors], domain=MICROSOFT)
        return self.split(vectors, ["arc_heads", "arc_dependents", "heads", "dependents"], widths)

    def model(self, inputs_of: Mapping[str, int], outputs_of: tuple[str, ...]) -> onnx.ModelProto:
        """The checked model.

        Args:
            inputs_of: name of an input -> kind of its numbers; integers are vectors, floats have one column.
            outputs_of: names of outputs, all matrices, in single precision but for what is cast to another.
        """
        inputs = [
            helper.make_tensor_value_info(name, kind, [None] if kind == TensorProto.INT64 else [None, 1])
            for name, kind in inputs_of.items()
        ]
        cast = {node.output[0]: node.attribute[0].i for node in self._nodes if node.op_type == "Cast"}
        outputs = [
            helper.make_tensor_value_info(name, cast.get(name, TensorProto.FLOAT), [None, None]) for name in outputs_of
        ]
        graph = helper.make_graph(self._nodes, "newswire", inputs, outputs, self._constants)
        versions = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
        model = helper.make_model(graph, opset_imports=versions, ir_version=9)
        onnx.checker.check_model(model)
        return model

    def _norm(self, name: str) -> list[str]:
        return [self.constant(self._weights[f"{name}.{part}"]) for part in ("weight", "bias")]

    def _added(self, x: str, change: str, norm: str) -> str:
        # onnxruntime's fused SkipLayerNormalization is five times slower on a CPU than these two.
        x = self.node("Add", [x, change])
        return self.node("LayerNormalization", [x, *self._norm(norm)], epsilon=EPSILON)

    def split(self, x: str, names: list[str], widths: np.ndarray) -> list[str]:
        """Cut the last dimension into parts of some widths."""
        self._nodes.append(helper.make_node("Split", [x, self.constant(widths)], names, axis=-1))
        return names

    def _parts(self, x: str, count: int) -> list[str]:
        return self.split(x, [f"{x}_{index}" for index in range(count)], np.full(count, self._width))


def quantised(matrix: Array, axis: int) -> tuple[Array, Array]:
    """int8 values and the float32 scales (kept dimension) that give ``matrix`` back, symmetric along ``axis``."""
    scale = np.maximum(np.abs(matrix).max(axis, keepdims=True), 1e-8).astype(np.float32) / 127
    return np.rint(matrix / scale).astype(np.int8), scale
