"""Train one build of the model: ``python -m training.train CONFIG CORPORA OUT``.

OUT gets the weights, the classes and what was done: the config, the seed, the versions, the losses.
"""

import argparse
import json
import random
import time
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from torch import nn

from service.enrich.encoder.labels import NAME_TAGS
from training.batches import collate, plan
from training.corpora import NamesDocument, read_names
from training.lemmas import lemma_table
from training.losses import losses
from training.network import Network, Sizes, load_minilm
from training.treebanks import read_trees, treebank
from training.windows import Classes, Cutter, Window, classes, load_tokenizer, recase

LOSS_WINDOW = 50  # steps over which losses are averaged for the log


def main() -> None:
    """Read the command line, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--threads", type=int, default=0, help="of torch; 0 means all cores")
    parser.add_argument("--resume", type=int, default=0, help="go on after so many epochs that are in OUT")
    parser.add_argument("--steps", type=int, default=0, help="stop after so many, to try things out")
    arguments = parser.parse_args()
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    config = tomllib.loads(arguments.config.read_text())
    train(config, arguments.corpora, arguments.out, arguments.steps, arguments.resume)


def train(config: dict[str, Any], corpora: Path, out: Path, most_steps: int = 0, resume: int = 0) -> None:
    """Train by a config and write everything to ``out``; the weights after every epoch.

    Args:
        config: as in ``training/configs``; ``start`` names a build beside ``out`` whose weights to go on from.
        corpora: the folder of corpora.
        out: where to write.
        most_steps: stop after so many, with the learning rate falling to its end by then; 0 for all.
        resume: epochs that a run into ``out`` has finished already; its weights are read, its optimizer starts anew.

    Raises:
        OSError: a corpus is missing.
    """
    torch.manual_seed(config["seed"])
    chance = random.Random(config["seed"])
    cutter = Cutter(load_tokenizer(), config.get("shapes", True))
    banks = [document for name in config["treebanks"] for document in read_trees(treebank(corpora, name, "train"))]
    trees = [tree for document in banks for tree in document.trees]
    kinds = classes(trees)
    names = {name: cutter.names(_share(read_names(corpora, name, "train"), config)) for name in config["names"]}
    out.mkdir(parents=True, exist_ok=True)
    (out / "classes.json").write_text(json.dumps(asdict(kinds), indent=0))
    (out / "lemmas.json").write_text(json.dumps(lemma_table(trees), indent=0))
    about = config | {"torch": torch.__version__, "labelled_names": {name: _count(names[name]) for name in names}}
    (out / "config.json").write_text(json.dumps(about, indent=2) + "\n")

    network = Network(sizes(kinds), config["layers"])
    if "start" in config:
        network.load_state_dict(torch.load(out.parent / config["start"] / "weights.pt"))
    else:
        load_minilm(network.encoder)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    network.to(device)
    steps: list[list[Window]] = []
    saves: list[int] = []
    for most in config["tree_pieces"]:
        windows = cutter.trees(banks, most, chance)
        epoch = plan(_passes(windows, config["trees"], chance), config["batch_pieces"], chance)
        for name, times in config["names"].items():
            epoch += plan(_passes(names[name], times, chance), config["batch_pieces"], chance)
        chance.shuffle(epoch)
        steps += [[recase(window, chance) for window in batch] for batch in epoch]
        saves.append(len(steps))
    steps = steps[: most_steps or None]
    saves.append(len(steps))
    done = 0
    if resume:
        network.load_state_dict(torch.load(out / "weights.pt"))
        done = saves[resume - 1]
    for number in _run(network, steps, done, kinds, config, device):
        if number in saves:
            _save(network, out / "weights.pt")


def _passes(windows: list[Window], times: float, chance: random.Random) -> list[Window]:
    """All windows so many times; of a broken number, the rest is drawn by chance."""
    return windows * int(times) + chance.sample(windows, round(times % 1 * len(windows)))


def _save(network: Network, path: Path) -> None:
    """Write the weights so that whoever reads them finds the old ones or the new ones, whole."""
    unfinished = path.with_suffix(".unfinished")
    torch.save(network.state_dict(), unfinished)
    unfinished.replace(path)


def _share(documents: list[NamesDocument], config: dict[str, Any]) -> list[NamesDocument]:
    """The part of a corpus of names that a learning curve asks for; the same documents for the same seed."""
    drawn = random.Random(config["seed"]).sample(documents, len(documents))
    return drawn[: round(len(documents) * config.get("names_share", 1.0))]


def _count(windows: list[Window]) -> int:
    """Names that begin in windows."""
    begins = [index for index, tag in enumerate(NAME_TAGS) if tag.startswith("B-")]
    return sum(int(((window.tags[:, begins].sum(-1) > 0) & (window.tags[:, 0] == 0)).sum()) for window in windows)


def sizes(kinds: Classes) -> Sizes:
    """The sizes of the heads."""
    return Sizes(len(NAME_TAGS), len(kinds.morphs), len(kinds.tags), len(kinds.rules), len(kinds.relations))


def _run(
    network: Network, steps: list[list[Window]], done: int, kinds: Classes, config: dict[str, Any], device: str
) -> Iterator[int]:
    """Train from step ``done`` on, yielding the number of each finished step."""
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
        optimizer, lambda step: min(1.0, (done + step + 1) / warm) * max(0.01, 1 - (done + step) / len(steps))
    )
    network.train()
    history: dict[str, list[float]] = defaultdict(list)
    started = time.process_time()
    for number, windows in enumerate(steps[done:], done + 1):
        batch = collate(windows, kinds).to(device)
        with torch.autocast(device, dtype=torch.bfloat16):
            parts = losses(network, batch)
        optimizer.zero_grad()
        sum(parts.values(), torch.zeros((), device=device)).backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        for name, loss in parts.items():
            history[name].append(float(loss.detach()))
        if number % LOSS_WINDOW == 0 or number == len(steps):
            told = {name: round(sum(v[-LOSS_WINDOW:]) / len(v[-LOSS_WINDOW:]), 3) for name, v in history.items()}
            print(
                json.dumps(
                    {"step": number, "of": len(steps), "cpu_seconds": round(time.process_time() - started), **told}
                ),
                flush=True,
            )
        yield number


if __name__ == "__main__":
    main()
