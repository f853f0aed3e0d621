"""F against names labelled, from what ablations left: ``python -m training.plot FOLDER PNG VARIANT...``."""

import argparse
import json
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot

from training.ablations import SCORE
from training.checkpoint import CONFIG


def main() -> None:
    """Read the command line and draw."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("png", type=Path)
    parser.add_argument("variants", nargs="+")
    arguments = parser.parse_args()
    points = sorted(point(arguments.folder, name) for name in arguments.variants)
    figure, axes = pyplot.subplots(figsize=(5, 3.2), dpi=90)
    axes.plot([x for x, _ in points], [y for _, y in points], marker="o")
    for x, y in points:
        axes.annotate(f"{y:.1f}", (x, y), textcoords="offset points", xytext=(4, -12), fontsize=8)
    axes.set_xlabel("names labelled in training text")
    axes.set_ylabel("names F, development split")
    axes.grid(alpha=0.3)
    figure.tight_layout()
    figure.savefig(arguments.png)


def point(folder: Path, variant: str) -> tuple[int, float]:
    """Names that a variant learned from, and its F."""
    config = json.loads((folder / "checkpoints" / variant / CONFIG).read_text())
    scores = json.loads((folder / variant / "scores.json").read_text())
    return sum(config["labelled_names"].values()), scores[SCORE]["all"]["F"]


if __name__ == "__main__":
    main()
