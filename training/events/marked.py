"""Train the network that reads a sentence again for one word in it.

``python -m training.events.marked CONFIG GATHERED CHECKPOINT``: it starts from the encoder of another build, made
smaller, and learns from labelled triggers and from words that are triggers elsewhere but not here, and from what
larger such networks believe of them. CHECKPOINT is the build whose embeddings of pieces it shares, and whose left-out
sentences stay left out; the weights are written there.
"""

import argparse
import random
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import torch

from service.enrich.encoder.tagging import Classes
from training.checkpoint import WEIGHTS, save_weights
from training.descent import descend
from training.events.folds import LEFT_OUT, split_by_names
from training.events.marked_examples import examples, plan
from training.events.marked_loss import MarkedSteps, MarkedTeachers, marked_loss
from training.events.marked_network import MarkedReader
from training.gathered import Gathered, load
from training.graph import quantised
from training.network import encoder_sizes
from training.start import read_classes, start_network
from training.steps import ahead
from training.windows import Cutter, load_tokenizer

FILE = "marked.pt"
"""Of the weights, in CHECKPOINT."""

ENCODER_RATE, HEAD_RATE, DECAY, WARM_UP = 2e-4, 1e-3, 0.03, 0.06


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("gathered", type=Path, help="of training.gather")
    parser.add_argument("checkpoint", type=Path)
    arguments = parser.parse_args()
    config = tomllib.loads(arguments.config.read_text())
    train_marked(config, load(arguments.gathered), arguments.checkpoint)


def train_marked(config: dict[str, Any], corpora: Gathered, checkpoint: Path) -> None:
    """Train the second encoder of a build, and write it into its checkpoint.

    Args:
        config: of the build; its table ``marked`` is read, and its ``teachers``.
        corpora: with labelled events.
        checkpoint: of the build.

    Raises:
        OSError: a file of the build is missing.
    """
    torch.manual_seed(config["seed"])
    chance = random.Random(config["seed"])
    device = "cuda" if torch.cuda.is_available() else "cpu"
    sentences, _ = split_by_names(corpora.events, checkpoint / LEFT_OUT)
    cutter, kinds, settings = Cutter(load_tokenizer()), read_classes(checkpoint), config["marked"]
    reader = start(settings, corpora, checkpoint, cutter, kinds, chance).to(device)
    teachers = load_teachers([checkpoint.parent / name for name in config.get("teachers", ())]).to(device)
    positive, negative = examples(sentences, cutter)
    planned = [
        batch
        for _ in range(settings["passes"])
        for batch in plan(positive, negative, settings["batch_pieces"], settings.get("negatives", 0.5), chance)
    ]
    ready = ahead(MarkedSteps(planned, kinds), device, config.get("workers", 0))
    reader.train()
    for _ in descend(
        _groups(reader, settings.get("rate", ENCODER_RATE)),
        lambda step: marked_loss(reader, step, teachers),
        ready,
        range(len(planned)),
        warm_up=WARM_UP,
        decay=DECAY,
        device=device,
        seconds=settings.get("seconds"),
    ):
        pass
    save_weights(reader, checkpoint / FILE)


def start(
    config: dict[str, Any], corpora: Gathered, checkpoint: Path, cutter: Cutter, kinds: Classes, chance: random.Random
) -> MarkedReader:
    """The reader before training: another build's second encoder, one that is pretrained, or another build's first one.

    The last is made smaller. Embeddings of pieces that it shares with the first encoder of this build stand still.
    """
    if "reader" in config:
        reader = load_reader(checkpoint.parent / config["reader"] / FILE)
        reader.encoder.pieces.weight.requires_grad_(False)
        return reader
    windows = cutter.names(corpora.names["own_names"])
    network = start_network(config, checkpoint, kinds, windows, chance)
    layers = network.encoder.layers
    reader = MarkedReader(len(layers), layers[0].grow.out_features)
    reader.encoder.load_state_dict(network.encoder.state_dict())
    if "start" in config:
        state = torch.load(checkpoint / WEIGHTS, map_location="cpu", weights_only=True)
        rounded, scale = quantised(state["encoder.pieces.weight"].float().numpy(), axis=1)
        with torch.no_grad():
            reader.encoder.pieces.weight.copy_(torch.from_numpy(rounded.astype(np.float32) * scale))
        reader.encoder.pieces.weight.requires_grad_(False)
    return reader


def load_reader(path: Path) -> MarkedReader:
    """A trained reader with as many layers and units as its weights have.

    Raises:
        OSError: there is no such file.
    """
    state = torch.load(path, map_location="cpu", weights_only=True)
    reader = MarkedReader(*encoder_sizes(state))
    reader.load_state_dict(state)
    return reader


def load_teachers(builds: list[Path]) -> MarkedTeachers:
    """The second encoders of builds.

    Raises:
        OSError: a file is missing.
    """
    return MarkedTeachers([load_reader(build / FILE) for build in builds])


def _groups(reader: MarkedReader, rate: float) -> list[dict[str, Any]]:
    """Parameters with their rates."""
    encoder = [each for each in reader.encoder.parameters() if each.requires_grad]
    inside = {id(each) for each in reader.encoder.parameters()}
    heads = [each for each in reader.parameters() if id(each) not in inside]
    return [{"params": encoder, "lr": rate}, {"params": heads, "lr": HEAD_RATE}]


if __name__ == "__main__":
    main()
