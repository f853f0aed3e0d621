"""Train variants of the build ``open-wide`` for a few steps: ``python -m training.ablations CORPORA OUT [VARIANT...]``.

Each variant of ``configs/ablations.toml`` is trained, exported and scored as the builds are; OUT gets a
folder for each.
"""

import json
import tomllib
from pathlib import Path

from benchmarks.accuracy.evaluation import GoldFiles, development_files
from training.build import CONFIGS, build_parser, finish, parse
from training.checkpoint import CONFIG
from training.gather import gather
from training.train import train

SCORE = "worldwide_newswire/dev.jsonl.gz: names, with document vote"


def main() -> None:
    """Read the command line and train the variants that were named, or all."""
    arguments = parse(build_parser(__doc__, "variants", "*"))
    base = tomllib.loads((CONFIGS / "open-wide.toml").read_text())
    ablations = tomllib.loads((CONFIGS / "ablations.toml").read_text())
    files = development_files(arguments.corpora)
    gold = GoldFiles(files.names, files.universal, ())
    gathered = gather(arguments.corpora, [base])
    for name in arguments.variants or ablations["variants"]:
        checkpoint = arguments.out / "checkpoints" / name
        config = base | {"trees": ablations["trees"]} | ablations["variants"][name]
        train(config, gathered, checkpoint, ablations["steps"])
        finish(checkpoint, arguments.out / name, name, gold, arguments.corpora.parent)
    table = summary(arguments.out, list(ablations["variants"]))
    (arguments.out / "ablations.md").write_text(table)
    print(table)


def summary(folder: Path, variants: list[str]) -> str:
    """The scores of the variants that are there, a row each, in Markdown."""
    lines = ["| variant | names labelled | F | F, PER ORG LOC of UNER-EWT |", "| --- | --- | --- | --- |"]
    for name in variants:
        if not (folder / name / "scores.json").exists():
            continue
        scores = json.loads((folder / name / "scores.json").read_text())
        config = json.loads((folder / "checkpoints" / name / CONFIG).read_text())
        labelled = sum(config["labelled_names"].values())
        ours, universal = (scores[title]["all"]["F"] for title in (SCORE, "uner_ewt/dev.iob2.gz: names"))
        lines.append(f"| {name} | {labelled:,} | {ours:.1f} | {universal:.1f} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
