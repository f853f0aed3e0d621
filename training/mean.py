"""The mean of two networks that were trained from the same start: ``python -m training.mean A B OUT --share 0.5``.

A, B and OUT are files of weights, such as ``marked.pt``. What one network learned anew and the other has not yet
forgotten stays in their mean (Wortsman et al. 2022, "Model soups").
"""

import argparse
from pathlib import Path

import torch


def main() -> None:
    """Read the command line, write the mean."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("a", type=Path)
    parser.add_argument("b", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--share", type=float, default=0.5, help="of B, from 0 to 1")
    arguments = parser.parse_args()
    a, b = (torch.load(path, map_location="cpu", weights_only=True) for path in (arguments.a, arguments.b))
    torch.save({name: torch.lerp(a[name], b[name], arguments.share) for name in a}, arguments.out)


if __name__ == "__main__":
    main()
