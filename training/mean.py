"""The mean of two networks that were trained from the same start: ``python -m training.mean A B OUT --share 0.5``.

A, B and OUT are files of weights, such as ``weights.pt``, or of heads, such as ``events.npz``. What one network learned
anew and the other has not yet forgotten stays in their mean (Wortsman et al. 2022, "Model soups").
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from training.files import write_arrays


def main() -> None:
    """Read the command line, write the mean."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("a", type=Path)
    parser.add_argument("b", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--share", type=float, default=0.5, help="of B, from 0 to 1")
    arguments = parser.parse_args()
    a, b = _read(arguments.a), _read(arguments.b)
    _write({name: torch.lerp(a[name].float(), b[name].float(), arguments.share) for name in a}, arguments.out)


def _read(path: Path) -> dict[str, Tensor]:
    if path.suffix == ".npz":
        with np.load(path) as arrays:
            return {name: torch.from_numpy(arrays[name]) for name in arrays.files}
    weights: dict[str, Tensor] = torch.load(path, map_location="cpu", weights_only=True)
    return weights


def _write(weights: dict[str, Tensor], path: Path) -> None:
    if path.suffix == ".npz":
        write_arrays(path, {name: tensor.numpy().astype(np.float16) for name, tensor in weights.items()})
    else:
        torch.save(weights, path)


if __name__ == "__main__":
    main()
