"""Train variants of the open build for a few steps: ``python -m training.ablations CORPORA OUT [VARIANT...]``.

Each variant of ``configs/ablations.toml`` is trained, exported and scored as the builds are; OUT gets a
folder for each.
"""

import argparse
import json
import tomllib
from pathlib import Path

import torch

from training.build import CONFIGS, finish
from training.train import train


def main() -> None:
    """Read the command line and train the variants that were named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("variants", nargs="*")
    parser.add_argument("--threads", type=int, default=0, help="of torch; 0 means all cores")
    arguments = parser.parse_args()
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    base = tomllib.loads((CONFIGS / "open.toml").read_text())
    ablations = tomllib.loads((CONFIGS / "ablations.toml").read_text())
    for name in arguments.variants or ablations["variants"]:
        checkpoint = arguments.out / "checkpoints" / name
        train(base | ablations["variants"][name], arguments.corpora, checkpoint, ablations["steps"])
        finish(checkpoint, arguments.out / name, name, arguments.corpora)
    table = summary(arguments.out, list(ablations["variants"]))
    (arguments.out / "ablations.md").write_text(table)
    print(table)


def summary(folder: Path, variants: list[str]) -> str:
    """The scores of the variants that are there, a row each, in Markdown."""
    lines = ["| variant | names labelled | names F | LAS EWT | LAS GUM |", "| --- | --- | --- | --- | --- |"]
    for name in variants:
        if not (folder / name / "scores.json").exists():
            continue
        scores = json.loads((folder / name / "scores.json").read_text())
        labelled = sum(
            json.loads((folder / "checkpoints" / name / "config.json").read_text())["labelled_names"].values()
        )
        f = scores["worldwide_newswire/dev.jsonl.gz: names, with document vote"]["all"]["F"]
        ewt, gum = (
            scores[f"{bank}/dev.conllu.gz: gold words and sentences"]["all"]["las"] for bank in ("ud_ewt", "gum_open")
        )
        lines.append(f"| {name} | {labelled:,} | {f:.1f} | {ewt:.1f} | {gum:.1f} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
