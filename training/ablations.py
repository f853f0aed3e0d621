"""Train variants of the open build for a few steps: ``python -m training.ablations CORPORA OUT [VARIANT...]``.

OUT gets a checkpoint for each variant of ``configs/ablations.toml``, to be exported and scored as the
builds are.
"""

import argparse
import tomllib
from pathlib import Path

import torch

from training.train import train

CONFIGS = Path(__file__).parent / "configs"


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
        train(base | ablations["variants"][name], arguments.corpora, arguments.out / name, ablations["steps"])


if __name__ == "__main__":
    main()
