"""The weights of a released model, to go on training from: ``python -m training.restore MODEL CHECKPOINT``.

MODEL is a folder that the service loads. CHECKPOINT gets what ``training.train`` would have left: each int8
matrix times its scales, which is what the service computes with. So anyone can adapt the shipped model without
training it from the start.
"""

import argparse
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from service.enrich.encoder import model as files
from training.checkpoint import CLASSES, LEMMAS, WEIGHTS
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
    """Write weights, classes and lemma table of a model as a checkpoint.

    Raises:
        OSError: a file of the model is missing.
    """
    about = json.loads((model / files.DESCRIPTION).read_text())
    state = _state(onnx.load(model / files.NETWORK), about["classes"])
    state["label"] = np.load(model / files.RELATIONS)
    checkpoint.mkdir(parents=True, exist_ok=True)
    torch.save({name: torch.tensor(value, dtype=torch.float32) for name, value in state.items()}, checkpoint / WEIGHTS)
    (checkpoint / CLASSES).write_text(json.dumps(about["classes"], indent=0))
    shutil.copyfile(model / files.LEMMAS, checkpoint / LEMMAS)


def _state(model: onnx.ModelProto, classes: dict[str, Any]) -> State:
    """The nodes of ``training.graph.build`` read in its order, each linear layer back under its name."""
    constants = {each.name: numpy_helper.to_array(each) for each in model.graph.initializer}
    nodes = [[constants[name] for name in node.input if name in constants] for node in model.graph.node]
    by_kind: dict[str, Iterator[list[np.ndarray]]] = {
        kind: iter([held for node, held in zip(model.graph.node, nodes, strict=True) if node.op_type == kind and held])
        for kind in ("Gather", "Slice", "LayerNormalization", "DynamicQuantizeMatMul", "Gemm", "MatMul")
    }
    gather, norms, products = (by_kind[kind] for kind in ("Gather", "LayerNormalization", "DynamicQuantizeMatMul"))
    pieces, scale, shapes = (next(gather)[0] for _ in range(3))
    state: State = {
        "encoder.pieces.weight": pieces.astype(np.float32) * scale,
        "encoder.shapes.weight": shapes,
        "encoder.places.weight": _all_places(next(by_kind["Slice"])[0]),
    }
    _norm(state, "encoder.norm", next(norms))
    layers = sum(node.op_type == "MultiHeadAttention" for node in model.graph.node)
    for index in range(layers):
        name = f"encoder.layers.{index}"
        sides = [("key", "value"), ("query",)] if index == layers - 1 else [("query", "key", "value")]
        for parts in (*sides, ("out",), ("grow",), ("shrink",)):
            _product(state, [f"{name}.{part}" for part in parts], next(products))
        _norm(state, f"{name}.norm_attention", next(norms))
        _norm(state, f"{name}.norm", next(norms))
    sizes = {name: len(classes[name]) for name in HEADS if name in classes}
    _product(state, list(HEADS), next(products), [sizes.get(name, 1) for name in HEADS])
    _linear(state, ["names"], *next(by_kind["Gemm"]))
    ends = ["arc_head", "arc_dependent", "label_head", "label_dependent"]
    _linear(state, ends, *next(by_kind["Gemm"]), [ARC_WIDTH, ARC_WIDTH, LABEL_WIDTH, LABEL_WIDTH])
    state["arc.weight"] = next(by_kind["MatMul"])[0].T
    _linear(state, ["arc_bias"], *next(by_kind["Gemm"]))
    _linear(state, ["root"], *next(by_kind["Gemm"]))
    return state


def _all_places(released: np.ndarray) -> np.ndarray:
    """As many places as the network has; those that no window reaches are not released, and start at zero."""
    return np.pad(released, ((0, PLACES - len(released)), (0, 0)))


def _product(state: State, names: list[str], held: list[np.ndarray], sizes: list[int] | None = None) -> None:
    rounded, scale, bias = held
    _linear(state, names, rounded.astype(np.float32) * scale, bias, sizes)


def _linear(
    state: State, names: list[str], matrix: np.ndarray, bias: np.ndarray, sizes: list[int] | None = None
) -> None:
    """Linear layers that stand side by side in one matrix (in, out)."""
    cuts = np.cumsum(sizes or [matrix.shape[1] if len(names) == 1 else WIDTH] * len(names))[:-1]
    for name, part, shift in zip(names, np.split(matrix, cuts, 1), np.split(bias, cuts), strict=True):
        state[f"{name}.weight"], state[f"{name}.bias"] = part.T.copy(), shift


def _norm(state: State, name: str, held: list[np.ndarray]) -> None:
    state[f"{name}.weight"], state[f"{name}.bias"] = held


if __name__ == "__main__":
    main()
