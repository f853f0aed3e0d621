"""The weights of a released model, to go on training from: ``python -m training.restore MODEL CHECKPOINT``.

MODEL is a folder that the service loads. CHECKPOINT gets what ``training.train`` and ``training.events.marked`` would
have left: each int8 matrix times its scales, which is what the service computes with. So anyone can adapt the shipped
model without training it from the start.
"""

import argparse
import json
import shutil
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from service.enrich.encoder import model as files
from service.enrich.events.reading.heads import FILE as EVENT_HEADS
from service.enrich.events.reading.marked import FILE as MARKED_GRAPH
from training.checkpoint import CLASSES, LEMMAS, WEIGHTS
from training.events.folds import LEFT_OUT
from training.events.marked import FILE as MARKED
from training.events.sentences import Labels
from training.export import HEADS
from training.network import ARC_WIDTH, LABEL_WIDTH, PLACES, WIDTH

State = dict[str, np.ndarray]


def main() -> None:
    """Read the command line, write the checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("checkpoint", type=Path)
    arguments = parser.parse_args()
    restore(arguments.model, arguments.checkpoint)


def restore(model: Path, checkpoint: Path) -> None:
    """Write weights, classes and lemma table of a model as a checkpoint; of events, too, where it finds them.

    So are the names of the sentences that the model has not seen, on which it can be measured and calibrated.

    Raises:
        OSError: a file of the model is missing.
    """
    about = json.loads((model / files.DESCRIPTION).read_text())
    state = _first_encoder(Released(onnx.load(model / files.NETWORK)), about["classes"])
    state["label"] = np.load(model / files.RELATIONS)
    checkpoint.mkdir(parents=True, exist_ok=True)
    _save(state, checkpoint / WEIGHTS)
    (checkpoint / CLASSES).write_text(json.dumps(about["classes"], indent=0))
    shutil.copyfile(model / files.LEMMAS, checkpoint / LEMMAS)
    for file in (EVENT_HEADS, LEFT_OUT):
        if (model / file).exists():
            shutil.copyfile(model / file, checkpoint / file)
    if (model / MARKED_GRAPH).exists():
        _save(_second_encoder(Released(onnx.load(model / MARKED_GRAPH))), checkpoint / MARKED)


def _save(state: State, path: Path) -> None:
    torch.save({name: torch.tensor(value, dtype=torch.float32) for name, value in state.items()}, path)


class Released:
    """Constants of a graph, by the kind of node that reads them, in the order of ``training.graph``.

    Args:
        model: with the values of all its constants.
    """

    def __init__(self, model: onnx.ModelProto) -> None:
        constants = {each.name: numpy_helper.to_array(each) for each in model.graph.initializer}
        self.layers = sum(node.op_type == "MultiHeadAttention" for node in model.graph.node)
        self._by_kind: dict[str, list[list[np.ndarray]]] = defaultdict(list)
        for node in model.graph.node:
            if held := [constants[name] for name in node.input if name in constants]:
                self._by_kind[node.op_type].append(held)

    def next(self, kind: str) -> list[np.ndarray]:
        """The constants of the next node of a kind that has some."""
        return self._by_kind[kind].pop(0)


def _first_encoder(released: Released, classes: dict[str, Any]) -> State:
    """The state of ``training.network.Network`` but for the relations."""
    state = _encoder(released)
    sizes = {name: len(classes[name]) for name in HEADS if name in classes}
    _product(state, list(HEADS), released, [sizes.get(name, 1) for name in HEADS])
    _linear(state, ["names"], released.next("Gemm"))
    ends = ["arc_head", "arc_dependent", "label_head", "label_dependent"]
    _linear(state, ends, released.next("Gemm"), [ARC_WIDTH, ARC_WIDTH, LABEL_WIDTH, LABEL_WIDTH])
    state["arc.weight"] = released.next("MatMul")[0].T
    _linear(state, ["arc_bias"], released.next("Gemm"))
    _linear(state, ["root"], released.next("Gemm"))
    return state


def _second_encoder(released: Released) -> State:
    """The state of ``training.events.marked_network.MarkedReader``.

    Only the mark of labels by our guide is released; labels of others start from it.
    """
    [mark] = released.next("Mul")
    state = _encoder(released) | {"marks.weight": np.repeat(mark, len(Labels), 0)}
    for name in ("trigger_hidden", "trigger", "role_hidden", "role", "realis", "historical"):
        _linear(state, [name], released.next("Gemm"))
    return state


def _encoder(released: Released) -> State:
    """The state of ``training.network.Encoder``: each linear layer back under its name."""
    pieces, scale, shapes = (released.next("Gather")[0] for _ in range(3))
    state: State = {
        "encoder.pieces.weight": pieces.astype(np.float32) * scale,
        "encoder.shapes.weight": shapes,
        "encoder.places.weight": _all_places(released.next("Slice")[0]),
    }
    _norm(state, "encoder.norm", released)
    for index in range(released.layers):
        name = f"encoder.layers.{index}"
        last = index == released.layers - 1
        for parts in ([("key", "value"), ("query",)] if last else [("query", "key", "value")]) + [("out",)]:
            _product(state, [f"{name}.{part}" for part in parts], released)
        _norm(state, f"{name}.norm_attention", released)
        for part in ("grow", "shrink"):
            _product(state, [f"{name}.{part}"], released)
        _norm(state, f"{name}.norm", released)
    return state


def _all_places(released: np.ndarray) -> np.ndarray:
    """As many places as the network has; those that no window reaches are not released, and start at zero."""
    return np.pad(released, ((0, PLACES - len(released)), (0, 0)))


def _product(state: State, names: list[str], released: Released, sizes: list[int] | None = None) -> None:
    rounded, scale, bias = released.next("DynamicQuantizeMatMul")
    _linear(state, names, [rounded.astype(np.float32) * scale, bias], sizes)


def _linear(state: State, names: list[str], constants: list[np.ndarray], sizes: list[int] | None = None) -> None:
    """Linear layers that stand side by side in one matrix (in, out), which comes with its bias."""
    matrix, bias = constants
    cuts = np.cumsum(sizes or [matrix.shape[1] if len(names) == 1 else WIDTH] * len(names))[:-1]
    for name, part, shift in zip(names, np.split(matrix, cuts, 1), np.split(bias, cuts), strict=True):
        state[f"{name}.weight"], state[f"{name}.bias"] = part.T.copy(), shift


def _norm(state: State, name: str, released: Released) -> None:
    state[f"{name}.weight"], state[f"{name}.bias"] = released.next("LayerNormalization")


if __name__ == "__main__":
    main()
