"""Train one build of the model: ``python -m training.train CONFIG CORPORA OUT``.

OUT gets the weights, the classes and what was done: the config, the seed, the versions, the losses.
"""

import argparse
import json
import random
import time
import tomllib
from collections import defaultdict
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from torch import nn

from service.enrich.encoder.labels import NAME_TAGS
from training.batches import collate, plan
from training.corpora import read_names, read_trees
from training.lemmas import lemma_table
from training.losses import grammar_losses, names_loss
from training.network import Network, Sizes, load_minilm
from training.windows import Classes, Cutter, Window, classes, load_tokenizer

LOSS_WINDOW = 50  # steps over which losses are averaged for the log


def main() -> None:
    """Read the command line, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--threads", type=int, default=0, help="of torch; 0 means all cores")
    parser.add_argument("--steps", type=int, default=0, help="stop after so many, to try things out")
    arguments = parser.parse_args()
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    config = tomllib.loads(arguments.config.read_text())
    train(config, arguments.corpora, arguments.out, arguments.steps)


def train(config: dict[str, Any], corpora: Path, out: Path, most_steps: int = 0) -> None:
    """Train by a config and write everything to ``out``.

    Raises:
        OSError: a corpus is missing.
    """
    torch.manual_seed(config["seed"])
    chance = random.Random(config["seed"])  # noqa: S311 - an order of batches, no secret
    cutter = Cutter(load_tokenizer())
    banks = [document for name in config["treebanks"] for document in read_trees(corpora, name, "train")]
    trees = [tree for document in banks for tree in document.trees]
    kinds = classes(trees)
    names = {name: cutter.names(read_names(corpora, name, "train")) for name in config["names"]}
    out.mkdir(parents=True, exist_ok=True)
    (out / "classes.json").write_text(json.dumps(asdict(kinds), indent=0))
    (out / "lemmas.json").write_text(json.dumps(lemma_table(trees), indent=0))
    (out / "config.json").write_text(json.dumps(config | {"torch": torch.__version__}, indent=2))

    network = Network(sizes(kinds), config["layers"])
    load_minilm(network.encoder)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    network.to(device)
    steps: list[list[Window]] = []
    for _ in range(config["epochs"]):
        epoch = plan(cutter.trees(banks, chance), config["batch_pieces"], chance)
        for name, times in config["names"].items():
            for _ in range(times):
                epoch += plan(names[name], config["batch_pieces"], chance)
        chance.shuffle(epoch)
        steps += epoch
    _run(network, steps[: most_steps or None], kinds, config, device)
    torch.save(network.state_dict(), out / "weights.pt")


def sizes(kinds: Classes) -> Sizes:
    """The sizes of the heads."""
    return Sizes(len(NAME_TAGS), len(kinds.morphs), len(kinds.tags), len(kinds.rules), len(kinds.relations))


def _run(network: Network, steps: list[list[Window]], kinds: Classes, config: dict[str, Any], device: str) -> None:
    encoder = list(network.encoder.parameters())
    known = {id(parameter) for parameter in encoder}
    # What begins at zero or at random learns faster than what is trained already.
    fresh = [network.encoder.shapes.weight]
    heads = [parameter for parameter in network.parameters() if id(parameter) not in known] + fresh
    trained = [parameter for parameter in encoder if parameter is not fresh[0]]
    groups = [
        {"params": trained, "lr": config["encoder_rate"]},
        {"params": heads, "lr": config["head_rate"]},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    warm = config["warm_up"] * len(steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / warm) * max(0.01, 1 - step / len(steps))
    )
    network.train()
    losses: dict[str, list[float]] = defaultdict(list)
    started = time.monotonic()
    for number, windows in enumerate(steps, 1):
        batch = collate(windows, kinds).to(device)
        with torch.autocast(device, dtype=torch.bfloat16):
            parts = {"names": names_loss(network, batch)} if batch.allowed is not None else grammar_losses(network, batch)
        optimizer.zero_grad()
        sum(parts.values(), torch.zeros((), device=device)).backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        for name, loss in parts.items():
            losses[name].append(float(loss.detach()))
        if number % LOSS_WINDOW == 0 or number == len(steps):
            told = {name: round(sum(v[-LOSS_WINDOW:]) / len(v[-LOSS_WINDOW:]), 3) for name, v in losses.items()}
            print(json.dumps({"step": number, "of": len(steps), "seconds": round(time.monotonic() - started), **told}), flush=True)


if __name__ == "__main__":
    main()
