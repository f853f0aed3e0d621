"""Train the network that reads a sentence again for one word in it.

``python -m training.events.marked CONFIG SHARED CHECKPOINT``: it starts from the encoder of another build, made
smaller, and learns from labelled triggers and from words that are triggers elsewhere but not here. CHECKPOINT is the
build whose embeddings of pieces it shares, and whose left-out sentences stay left out; the weights are written there.
"""

import argparse
import json
import random
import time
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from service.enrich.events.classes import ROLES
from training.batches import collate
from training.corpora import read_names
from training.events.folds import LEFT_OUT, split_by_names
from training.events.labels import read_sentences
from training.events.marked_examples import Marked, examples, plan
from training.events.marked_network import MarkedReader
from training.graph import quantised
from training.losses import Losses
from training.precision import autocast
from training.train import WEIGHTS, start_network
from training.windows import Classes, Cutter, load_tokenizer

FILE = "marked.pt"
"""Of the weights, in CHECKPOINT."""

ENCODER_RATE, HEAD_RATE, DECAY, WARM_UP = 2e-4, 1e-3, 0.03, 0.06
TYPE_WEIGHT, MODALITY_WEIGHT, SMOOTHING = 2.0, 0.5, 0.02
LOSS_WINDOW = 50  # steps over which losses are averaged for the log


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("shared", type=Path)
    parser.add_argument("checkpoint", type=Path)
    arguments = parser.parse_args()
    train_marked(tomllib.loads(arguments.config.read_text()), arguments.shared, arguments.checkpoint)


def train_marked(config: dict[str, Any], shared: Path, checkpoint: Path) -> None:
    """Train the second encoder of a build, and write it into its checkpoint.

    Args:
        config: of the build; its table ``marked`` is read.
        shared: the folder with ``gold`` and ``corpora``.
        checkpoint: of the build.

    Raises:
        OSError: a file is missing.
    """
    torch.manual_seed(config["seed"])
    chance = random.Random(config["seed"])
    sentences, _ = split_by_names(read_sentences(shared / "gold", shared / "corpora"), checkpoint / LEFT_OUT)
    cutter, kinds = Cutter(load_tokenizer()), read_classes(checkpoint)
    reader = start(config["marked"], shared / "corpora", checkpoint, cutter, kinds, chance)
    positive, negative = examples(sentences, cutter)
    pieces = config["marked"]["batch_pieces"]
    planned = [plan(positive, negative, pieces, chance) for _ in range(config["marked"]["passes"])]
    _run(reader, planned, kinds, checkpoint / FILE)


def start(
    config: dict[str, Any], corpora: Path, checkpoint: Path, cutter: Cutter, kinds: Classes, chance: random.Random
) -> MarkedReader:
    """The reader before training: another build's encoder made smaller, over this build's embeddings of pieces."""
    network = start_network(config, checkpoint, kinds, cutter.names(read_names(corpora, "own_names", "train")), chance)
    layers = network.encoder.layers
    reader = MarkedReader(len(layers), layers[0].grow.out_features)
    reader.encoder.load_state_dict(network.encoder.state_dict())
    state = torch.load(checkpoint / WEIGHTS, map_location="cpu", weights_only=True)
    rounded, scale = quantised(state["encoder.pieces.weight"].float().numpy(), axis=1)
    with torch.no_grad():
        reader.encoder.pieces.weight.copy_(torch.from_numpy(rounded.astype(np.float32) * scale))
    reader.encoder.pieces.weight.requires_grad_(False)
    return reader


def read_classes(checkpoint: Path) -> Classes:
    """The classes of a build.

    Raises:
        OSError: there is no such build.
    """
    return Classes(**json.loads((checkpoint / "classes.json").read_text()))


def _run(reader: MarkedReader, planned: list[list[list[Marked]]], classes: Classes, out: Path) -> None:
    """Train the reader in place, and write its weights after every pass."""
    count = sum(map(len, planned))
    encoder = [each for each in reader.encoder.parameters() if each.requires_grad]
    inside = {id(each) for each in reader.encoder.parameters()}
    heads = [each for each in reader.parameters() if id(each) not in inside]
    groups = [{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=DECAY, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (WARM_UP * count)) * max(0.01, 1 - step / count)
    )
    history: dict[str, list[float]] = defaultdict(list)
    number, started = 0, time.monotonic()
    reader.train()
    for batches in planned:
        for batch in batches:
            with autocast("cpu"):
                parts = marked_loss(reader, batch, classes)
            optimizer.zero_grad()
            sum(parts.values(), torch.zeros(())).backward()
            nn.utils.clip_grad_norm_([*encoder, *heads], 1.0)
            optimizer.step()
            schedule.step()
            number += 1
            for name, loss in parts.items():
                history[name].append(float(loss.detach()))
            if number % LOSS_WINDOW == 0:
                told = {name: round(sum(v[-LOSS_WINDOW:]) / len(v[-LOSS_WINDOW:]), 3) for name, v in history.items()}
                seconds = round(time.monotonic() - started)
                print(json.dumps({"step": number, "of": count, "seconds": seconds, **told}), flush=True)
        torch.save(reader.state_dict(), out)


def vectors_of(reader: MarkedReader, batch: Sequence[Marked], classes: Classes) -> Tensor:
    """Vectors (sentences, words, width) of a batch."""
    tensors = collate([each.window for each in batch], classes)
    marks, labels = torch.zeros(tensors.pieces.shape), torch.tensor([each.sentence.labels for each in batch])
    for row, each in enumerate(batch):
        marks[row, slice(*each.pieces)] = 1
    return reader.words(tensors.pieces, tensors.shapes, tensors.first, marks, labels, tensors.mask).float()


def marked_loss(reader: MarkedReader, batch: Sequence[Marked], classes: Classes) -> Losses:
    """Losses of types at marked words; of roles and modality at those that are triggers by our guide."""
    vectors = vectors_of(reader, batch, classes)
    triggers = vectors[torch.arange(len(batch)), [each.trigger for each in batch]]
    gold = torch.tensor([0 if each.event is None else 1 + each.event.type for each in batch])
    missed = functional.cross_entropy(reader.type_scores(triggers), gold, label_smoothing=SMOOTHING)
    loss = {"type": TYPE_WEIGHT * missed}
    own = [row for row, each in enumerate(batch) if each.event is not None and each.sentence.own]
    if own:
        chosen = [batch[row] for row in own]
        loss["roles"] = _roles_loss(reader, vectors[own], chosen)
        loss["modality"] = MODALITY_WEIGHT * _modality_loss(reader, triggers[own], chosen)
    return loss


def _roles_loss(reader: MarkedReader, vectors: Tensor, examples: Sequence[Marked]) -> Tensor:
    wanted, counted = torch.zeros(*vectors.shape[:2], len(ROLES)), torch.zeros(*vectors.shape[:2], 1)
    for row, each in enumerate(examples):
        assert each.event is not None
        counted[row, : len(each.window.first)] = 1
        for role, words in each.event.roles.items():
            wanted[row, [word - each.sentence.start for word in words], ROLES.index(role)] = 1
    missed = functional.binary_cross_entropy_with_logits(reader.role_scores(vectors), wanted, reduction="none")
    return (missed * counted).sum() / len(examples)


def _modality_loss(reader: MarkedReader, triggers: Tensor, examples: Sequence[Marked]) -> Tensor:
    events = [each.event for each in examples if each.event is not None]
    scores = reader.realis(triggers)
    realis = functional.cross_entropy(scores, torch.tensor([event.realis for event in events]))
    told = torch.tensor([float(event.historical) for event in events])
    return realis + functional.binary_cross_entropy_with_logits(reader.historical(triggers)[:, 0], told)


if __name__ == "__main__":
    main()
