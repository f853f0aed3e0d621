"""From corpora to models that the service loads: ``python -m training.build CORPORA OUT BUILD...``.

Each build of ``training/configs`` is trained, exported to OUT/BUILD and scored; config, classes, log of
losses and scores lie beside the weights. A build that starts from another comes after it. Where a build finds
events, its heads go on learning over the exported encoder, and what joins and calibrates them is fitted. A teacher,
which starts from a pretrained encoder, is only trained. With ``--seconds`` each network is trained so long at most, its
rate falling in that time: to try the whole way, or to have all builds from two cores in an hour or two.
"""

import argparse
import json
import tomllib
from pathlib import Path
from typing import Any

import torch

from benchmarks.accuracy.__main__ import print_table
from benchmarks.accuracy.evaluation import GoldFiles, development_files, evaluate
from service.enrich.events.reading.heads import FILE as EVENT_HEADS
from service.enrich.pipeline import load
from training.events.calibrate import calibrate
from training.events.marked import train_marked
from training.events.polish import polish
from training.export import export
from training.gather import gather
from training.train import train

CONFIGS = Path(__file__).parent / "configs"


def main() -> None:
    """Read the command line and make the builds in turn."""
    parser = build_parser(__doc__, "builds", "+")
    parser.add_argument("--seconds", type=int, default=0, help="of each network's training; 0 means no limit")
    arguments = parse(parser)
    configs = {name: read_config(name, arguments.seconds) for name in arguments.builds}
    gathered = gather(arguments.corpora, configs.values())
    for name, config in configs.items():
        checkpoint = arguments.out / "checkpoints" / name
        train(config, gathered, checkpoint)
        if "marked" in config:
            train_marked(config, gathered, checkpoint)
        if "pretrained" not in config:
            gold = development_files(arguments.corpora)
            finish(checkpoint, arguments.out / name, name, gold, arguments.corpora.parent)


def read_config(name: str, seconds: int) -> dict[str, Any]:
    """The config of a build.

    Args:
        name: of a file in ``training/configs``.
        seconds: for which each of its networks may be trained; 0 for as long as the config has it.

    Raises:
        OSError: there is no such build.
    """
    config = tomllib.loads((CONFIGS / f"{name}.toml").read_text())
    if seconds:
        config["seconds"] = seconds
        if "marked" in config:
            config["marked"]["seconds"] = seconds
    return config


def build_parser(description: str | None, names: str, count: str) -> argparse.ArgumentParser:
    """The command line of what trains models by their names: ``corpora`` and ``out``, paths, the names, ``threads``.

    Args:
        description: of the command, for its help.
        names: what the names are of.
        count: of names, as argparse has it: "+" or "*".
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument(names, nargs=count)
    parser.add_argument("--threads", type=int, default=0, help="of torch; 0 means all cores")
    return parser


def parse(parser: argparse.ArgumentParser) -> argparse.Namespace:
    """What the command line tells; torch is given the threads that it tells."""
    arguments = parser.parse_args()
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    return arguments


def finish(checkpoint: Path, model: Path, name: str, gold: GoldFiles, shared: Path) -> None:
    """Export a checkpoint and score the model as it will be loaded; scores go beside it.

    Args:
        checkpoint: of the build.
        model: where to write it.
        name: of the build.
        gold: what to score on.
        shared: the folder with ``gold`` and ``corpora``.

    Raises:
        OSError: the checkpoint is not complete.
    """
    export(checkpoint, model, f"newswire-{name}")
    if (checkpoint / EVENT_HEADS).exists():
        polish(shared, checkpoint, model)
        calibrate(shared, checkpoint, model)
    scores = dict(evaluate(load(str(model), with_facts=False), gold))
    for title, table in scores.items():
        print_table(title, table)
    (model / "scores.json").write_text(json.dumps(scores, indent=2) + "\n")


if __name__ == "__main__":
    main()
