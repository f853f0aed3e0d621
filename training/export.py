"""Make the model that the service loads: ``python -m training.export CHECKPOINT OUT --name NAME``.

CHECKPOINT is a folder that ``training.train`` wrote. OUT gets the files of ``service.enrich.encoder.model``.
"""

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx.external_data_helper import set_external_data

from service import __version__
from service.enrich.encoder import model as files
from service.enrich.events.reading.heads import FILE as EVENT_HEADS
from service.enrich.events.reading.marked import FILE as MARKED_GRAPH
from training.checkpoint import CLASSES, LEMMAS, WEIGHTS
from training.events.folds import LEFT_OUT
from training.events.marked import FILE as MARKED
from training.events.marked_graph import build_marked
from training.graph import TABLE, build
from training.windows import load_tokenizer

HEADS = ("morphs", "tags", "rules", "starts")
"""In the order in which ``service.enrich.encoder.tagging.Classes`` splits their scores."""


def main() -> None:
    """Read the command line, export, tell the size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--name", default="newswire", help="of the build, told in every record")
    arguments = parser.parse_args()
    export(arguments.checkpoint, arguments.out, arguments.name)
    size = sum(path.stat().st_size for path in arguments.out.iterdir())
    print(f"{arguments.out}: {size / 1e6:.1f} MB")


def export(checkpoint: Path, out: Path, name: str) -> None:
    """Write the files of a model.

    Raises:
        OSError: the checkpoint is not complete.
    """
    state = torch.load(checkpoint / WEIGHTS, map_location="cpu", weights_only=True)
    weights = {key: value.float().numpy() for key, value in state.items()}
    about = {
        "name": name,
        "version": __version__,
        "width": weights["names.weight"].shape[1],
        "classes": json.loads((checkpoint / CLASSES).read_text()),
    }
    out.mkdir(parents=True, exist_ok=True)
    _save(build(weights, HEADS), out, files.NETWORK)
    np.save(out / files.RELATIONS, weights["label"])
    (out / files.DESCRIPTION).write_text(json.dumps(about, indent=0, ensure_ascii=False) + "\n")
    shutil.copyfile(checkpoint / LEMMAS, out / files.LEMMAS)
    for file in (EVENT_HEADS, LEFT_OUT):
        if (checkpoint / file).exists():
            shutil.copyfile(checkpoint / file, out / file)
    if (checkpoint / MARKED).exists():
        state = torch.load(checkpoint / MARKED, map_location="cpu", weights_only=True)
        _save(build_marked({key: value.float().numpy() for key, value in state.items()}), out, MARKED_GRAPH)
    load_tokenizer().save(str(out / files.TOKENIZER), pretty=False)


def _save(model: onnx.ModelProto, out: Path, name: str) -> None:
    """Write a graph, with the embeddings of pieces in a file that all graphs share.

    Raises:
        ValueError: the graph was trained over other embeddings than the one written before it.
    """
    [table] = [each for each in model.graph.initializer if each.name == TABLE]
    shared, values = out / files.PIECES, table.raw_data
    if name == files.NETWORK:
        shared.write_bytes(values)
    elif shared.read_bytes() != values:
        raise ValueError(f"{name}: trained over other embeddings of pieces than those in {shared}")
    set_external_data(table, shared.name, offset=0, length=len(values))
    table.ClearField("raw_data")
    onnx.save(model, out / name)


if __name__ == "__main__":
    main()
