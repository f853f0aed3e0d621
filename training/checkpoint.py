"""The folder of a build while it is trained: names of its files, and how weights get there."""

from pathlib import Path

import torch
from torch import nn

WEIGHTS = "weights.pt"
CLASSES = "classes.json"
LEMMAS = "lemmas.json"
CONFIG = "config.json"


def save_weights(module: nn.Module, path: Path) -> None:
    """Write weights so that whoever reads them finds the old ones or the new ones, whole."""
    unfinished = path.parent / "unfinished"
    torch.save(module.state_dict(), unfinished)
    unfinished.replace(path)
