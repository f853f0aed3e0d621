"""Train one build of the model: ``python -m training.train CONFIG CORPORA OUT``.

OUT gets the weights, the classes and what was done: the config, the seed, the versions, the losses.
"""

import argparse
import json
import random
import time
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from service.enrich.encoder.labels import NAME_TAGS
from service.enrich.events.heads import FILE as EVENT_HEADS
from training.batches import collate, plan
from training.corpora import NamesDocument, read_names
from training.events.folds import LEFT_OUT, split
from training.events.labels import LabelledSentence, read_sentences
from training.events.loss import EventBatch, event_loss, plan_events
from training.events.network import EventHeads
from training.lemmas import lemma_table
from training.losses import Losses, losses
from training.network import Network, Sizes, load_minilm, load_network
from training.precision import autocast
from training.shrink import keep_layers, narrow
from training.treebanks import read_trees, treebank
from training.windows import Classes, Cutter, Window, classes, load_tokenizer, recase

WEIGHTS = "weights.pt"

SHRINK_BATCHES = 16  # of text on which the units of an encoder that is made smaller are seen at work

LOSS_WINDOW = 50  # steps over which losses are averaged for the log

Step = list[Window] | EventBatch
"""What one step of training reads."""


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

    device = "cuda" if torch.cuda.is_available() else "cpu"
    network = start_network(config, out, kinds, [batch for group in names.values() for batch in group], chance).to(
        device
    )
    events = config.get("events")
    heads = _event_heads(config, out).to(device) if events else None
    labelled = _event_sentences(config, corpora, out) if heads else []
    steps: list[Step] = []
    saves: list[int] = []
    for most in config["tree_pieces"]:
        windows = cutter.trees(banks, most, chance)
        epoch = plan(_passes(windows, config["trees"], chance), config["batch_pieces"], chance)
        for name, times in config["names"].items():
            epoch += plan(_passes(names[name], times, chance), config["batch_pieces"], chance)
        mixed: list[Step] = [[recase(window, chance) for window in batch] for batch in epoch]
        for _ in range(events["passes"] if events else 0):
            mixed += plan_events(labelled, events["batch_pieces"], events["empty"], chance)
        chance.shuffle(mixed)
        steps += mixed
        saves.append(len(steps))
    steps = steps[: most_steps or None]
    saves.append(len(steps))
    done = 0
    if resume:
        network.load_state_dict(torch.load(out / WEIGHTS))
        done = saves[resume - 1]

    def read(step: Step) -> Losses:
        if isinstance(step, EventBatch):
            assert heads is not None
            return {"events": event_loss(network, heads, step, cutter, kinds, device)}
        return losses(network, collate(step, kinds).to(device))

    for number in _run(network, heads, read, steps, done, config, device):
        if number in saves:
            _save(network, heads, out)


def start_network(
    config: dict[str, Any], out: Path, kinds: Classes, windows: list[Window], chance: random.Random
) -> Network:
    """The network with the weights from which training goes on: another build's, made smaller, or MiniLM's.

    Args:
        config: ``start`` names a build beside ``out``; ``keep_layers`` and ``inner`` are what stays of it.
        out: of the build to be made.
        kinds: classes of both builds.
        windows: text on which to see which units count.
        chance: to draw from it.

    Raises:
        OSError: there is no such build.
    """
    if "start" not in config:
        network = Network(sizes(kinds))
        load_minilm(network.encoder)
        keep_layers(network, range(config["layers"]))
        return network
    network = load_network(sizes(kinds), out.parent / config["start"] / WEIGHTS)
    keep_layers(network, config.get("keep_layers", range(len(network.encoder.layers))))
    if "inner" in config:
        sample = plan(windows, config["batch_pieces"], chance)[:SHRINK_BATCHES]
        narrow(network, [collate(batch, kinds) for batch in sample], config["inner"])
    return network


def _event_heads(config: dict[str, Any], out: Path) -> EventHeads:
    """The heads that find events: the start's where it has some, else new ones."""
    heads = EventHeads()
    path = out.parent / config.get("start", "") / EVENT_HEADS
    if path.exists():
        heads.load_arrays(path)
    return heads


def _event_sentences(config: dict[str, Any], corpora: Path, out: Path) -> list[LabelledSentence]:
    """What the heads for events learn from; the names of the sentences left out are written down."""
    kept, left_out = split(read_sentences(corpora.parent / "gold", corpora), config["events"].get("without_fold"))
    (out / LEFT_OUT).write_text("".join(f"{sentence.id}\n" for sentence in left_out))
    return kept


def _passes(windows: list[Window], times: float, chance: random.Random) -> list[Window]:
    """All windows so many times; of a broken number, the rest is drawn by chance."""
    return windows * int(times) + chance.sample(windows, round(times % 1 * len(windows)))


def _save(network: Network, heads: EventHeads | None, out: Path) -> None:
    """Write the weights so that whoever reads them finds the old ones or the new ones, whole."""
    unfinished = out / "unfinished"
    torch.save(network.state_dict(), unfinished)
    unfinished.replace(out / WEIGHTS)
    if heads is not None:
        np.savez(out / EVENT_HEADS, **heads.arrays())


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
    network: Network,
    event_heads: EventHeads | None,
    read: Callable[[Step], Losses],
    steps: list[Step],
    done: int,
    config: dict[str, Any],
    device: str,
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
    if event_heads is not None:
        groups.append({"params": list(event_heads.parameters()), "lr": config["events"]["rate"]})
        event_heads.train()
    everything = [parameter for group in groups for parameter in group["params"]]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    warm = config["warm_up"] * len(steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (done + step + 1) / warm) * max(0.01, 1 - (done + step) / len(steps))
    )
    network.train()
    history: dict[str, list[float]] = defaultdict(list)
    started = time.process_time()
    for number, step in enumerate(steps[done:], done + 1):
        with autocast(device):
            parts = read(step)
        optimizer.zero_grad()
        sum(parts.values(), torch.zeros((), device=device)).backward()
        nn.utils.clip_grad_norm_(everything, 1.0)
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
