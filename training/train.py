"""Train one build of the model: ``python -m training.train CONFIG GATHERED OUT``.

OUT gets the weights, the classes and what was done: the config, the seed, the versions, the losses.
"""

import argparse
import json
import random
import tomllib
from collections.abc import Iterator
from dataclasses import asdict
from functools import partial
from itertools import accumulate, chain
from pathlib import Path
from typing import Any

import torch

from service.enrich.encoder.tagging import Classes
from service.enrich.events.reading.heads import FILE as EVENT_HEADS
from training.checkpoint import CLASSES, CONFIG, LEMMAS, WEIGHTS, save_weights
from training.descent import descend
from training.distil import Teachers, distilled, load_teachers
from training.events.loss import event_loss
from training.events.network import EventHeads
from training.files import write_arrays
from training.gathered import Gathered, load
from training.lemmas import lemma_table
from training.losses import Losses, losses
from training.network import Network
from training.reading import count, epoch, event_sentences, share, unlabelled
from training.start import start_heads, start_network
from training.steps import Ready, Steps, ahead
from training.treebanks import Tree
from training.windows import Cutter, Window, classes, load_tokenizer

WEIGHT_DECAY = 0.01


def main() -> None:
    """Read the command line, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("gathered", type=Path, help="of training.gather")
    parser.add_argument("out", type=Path)
    parser.add_argument("--threads", type=int, default=0, help="of torch; 0 means all cores")
    parser.add_argument("--resume", type=int, default=0, help="go on after so many epochs that are in OUT")
    parser.add_argument("--steps", type=int, default=0, help="stop after so many, to try things out")
    arguments = parser.parse_args()
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    config = tomllib.loads(arguments.config.read_text())
    train(config, load(arguments.gathered), arguments.out, arguments.steps, arguments.resume)


def train(config: dict[str, Any], corpora: Gathered, out: Path, most_steps: int = 0, resume: int = 0) -> None:
    """Train by a config and write everything to ``out``; the weights after every epoch, and at the end.

    Args:
        config: as in ``training/configs``; ``start`` names a build beside ``out`` whose weights to go on from,
            ``teachers`` builds beside it whose beliefs to learn.
        corpora: all that the config names.
        out: where to write.
        most_steps: stop after so many, with the learning rate falling to its end by then; 0 for all.
        resume: epochs that a run into ``out`` has finished already; its weights are read, its optimizer starts anew.

    Raises:
        KeyError: the config names a corpus that was not gathered.
        OSError: a build that it names is missing.
    """
    torch.manual_seed(config["seed"])
    chance = random.Random(config["seed"])
    device = "cuda" if torch.cuda.is_available() else "cpu"
    cutter = Cutter(load_tokenizer(), config.get("shapes", True))
    banks = [document for name in config["treebanks"] for document in corpora.trees[name]]
    trees = [tree for document in banks for tree in document.trees]
    kinds = classes(trees)
    out.mkdir(parents=True, exist_ok=True)
    labelled, left_out = event_sentences(config, corpora.events, out)
    names = {name: cutter.names(share(corpora.names[name], config)) for name in config["names"]}
    _tell(out, config, kinds, trees, names)

    windows = [window for group in names.values() for window in group]
    network = start_network(config, out, kinds, windows, chance).to(device)
    network.encoder.pieces.weight.requires_grad_(not config.get("pieces_stand", False))
    heads = start_heads(config, out).to(device) if "events" in config else None
    for name in config.get("unlabelled", {}):
        names[name] = cutter.names(unlabelled(corpora.names[name], left_out))
    epochs = [
        epoch(config, cutter.trees(banks, most, chance), names, labelled, chance) for most in config["tree_pieces"]
    ]
    steps = list(chain.from_iterable(epochs))[: most_steps or None]
    saves = [*accumulate(map(len, epochs)), len(steps)]
    done = _resumed(network, heads, out, saves, resume)
    ready = ahead(Steps(steps[done:], cutter, kinds), device, config.get("workers", 0))
    for number in _descend(network, heads, config, out, ready, range(done, len(steps))):
        if number in saves:
            _save(network, heads, out)
    _save(network, heads, out)


def _descend(
    network: Network,
    heads: EventHeads | None,
    config: dict[str, Any],
    out: Path,
    ready: Iterator[Ready],
    numbers: range,
) -> Iterator[int]:
    """Train on steps of these numbers, yielding the count of steps after each."""
    device = network.encoder.pieces.weight.device.type
    teachers = load_teachers([out.parent / name for name in config.get("teachers", ())]).to(device)
    network.train()
    if heads is not None:
        heads.train()
    return descend(
        _groups(network, heads, config),
        partial(_read, network, heads, teachers),
        ready,
        numbers,
        warm_up=config["warm_up"],
        decay=WEIGHT_DECAY,
        device=device,
        seconds=config.get("seconds"),
    )


def _resumed(network: Network, heads: EventHeads | None, out: Path, saves: list[int], epochs: int) -> int:
    """How many steps are done; their weights are read."""
    if not epochs:
        return 0
    network.load_state_dict(torch.load(out / WEIGHTS))
    if heads is not None:
        heads.load_arrays(out / EVENT_HEADS)
    return saves[epochs - 1]


def _tell(out: Path, config: dict[str, Any], kinds: Classes, trees: list[Tree], names: dict[str, list[Window]]) -> None:
    """Write what goes with the weights: classes, lemmas, and what was read."""
    (out / CLASSES).write_text(json.dumps(asdict(kinds), indent=0))
    (out / LEMMAS).write_text(json.dumps(lemma_table(trees), indent=0))
    about = config | {"torch": torch.__version__, "labelled_names": {name: count(names[name]) for name in names}}
    (out / CONFIG).write_text(json.dumps(about, indent=2) + "\n")


def _save(network: Network, heads: EventHeads | None, out: Path) -> None:
    save_weights(network, out / WEIGHTS)
    if heads is not None:
        write_arrays(out / EVENT_HEADS, heads.arrays())


def _read(network: Network, heads: EventHeads | None, teachers: Teachers, step: Ready) -> Losses:
    """The losses of a step: against its labels, and against what teachers believe."""
    batch = step.batch
    x = network.words(batch.pieces, batch.shapes, batch.first, batch.mask).float()
    found = losses(network, x, batch)
    if heads is not None:
        if step.events is not None:
            found["events"] = event_loss(heads, x, step.events)
        if len(teachers):
            found |= distilled(network, heads, x, batch, teachers.believe(batch))
    return found


def _groups(network: Network, event_heads: EventHeads | None, config: dict[str, Any]) -> list[dict[str, Any]]:
    """Parameters with their rates."""
    encoder = [each for each in network.encoder.parameters() if each.requires_grad]
    known = {id(parameter) for parameter in network.encoder.parameters()}
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
    return groups


if __name__ == "__main__":
    main()
