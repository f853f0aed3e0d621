"""Windows as tensors: batches of about as many pieces each, windows of like length together."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from service.enrich.encoder.labels import NAME_TAGS
from service.enrich.encoder.tagging import Classes
from training.lemmas import rule
from training.windows import Window

IGNORED = -100
POOL = 400  # windows sorted by length together: enough for even lengths, few enough to stay shuffled


@dataclass(frozen=True)
class Batch:
    """Tensors of shape (windows, pieces) or (windows, words).

    Attributes:
        allowed: (windows, words, tags of names), 1.0 where a tag is allowed; padding allows none.
        grammar: what is learned of trees, padded with IGNORED.
    """

    pieces: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor
    allowed: Tensor
    grammar: dict[str, Tensor] | None = None

    @property
    def words(self) -> Tensor:
        """(windows, words), whether there is a word or padding."""
        return self.allowed.sum(-1) > 0

    def to(self, device: str) -> "Batch":
        """The same batch on a device."""
        return Batch(
            self.pieces.to(device),
            self.shapes.to(device),
            self.mask.to(device),
            self.first.to(device),
            self.allowed.to(device),
            None if self.grammar is None else {name: rows.to(device) for name, rows in self.grammar.items()},
        )


def plan(windows: Sequence[Window], pieces: int, chance: random.Random) -> list[list[Window]]:
    """Shuffled batches of at most ``pieces`` pieces with their padding."""
    order = list(windows)
    chance.shuffle(order)
    found: list[list[Window]] = []
    for start in range(0, len(order), POOL):
        batch: list[Window] = []
        for window in sorted(order[start : start + POOL], key=lambda window: len(window.pieces)):
            if batch and len(window.pieces) * (len(batch) + 1) > pieces:
                found.append(batch)
                batch = []
            batch.append(window)
        found.append(batch)
    chance.shuffle(found)
    return found


def collate(windows: Sequence[Window], classes: Classes) -> Batch:
    """Pad windows to one length; all of them hold trees, or none does."""
    pieces = _padded([window.pieces for window in windows], 0)
    words = max(len(window.first) for window in windows)
    allowed = torch.zeros(len(windows), words, len(NAME_TAGS))
    for row, window in enumerate(windows):
        allowed[row, : len(window.tags)] = torch.from_numpy(window.tags)
    grammar = None
    if windows[0].trees is not None:
        indexes = {name: {label: i for i, label in enumerate(getattr(classes, name))} for name in _INDEXED}
        rows = [_grammar(window, indexes) for window in windows]
        grammar = {name: _padded([row[name] for row in rows], IGNORED) for name in rows[0]}
    return Batch(
        pieces,
        _padded([window.shapes for window in windows], 0),
        _padded([np.ones(len(window.pieces), np.int64) for window in windows], 0),
        _padded([window.first for window in windows], 0),
        allowed,
        grammar,
    )


def _grammar(window: Window, indexes: dict[str, dict[str, int]]) -> dict[str, np.ndarray]:
    found: dict[str, list[int]] = {name: [] for name in (*_INDEXED, "head", "start", "sentence")}
    for number, tree in enumerate(window.trees or ()):
        offset = len(found["head"])
        found["head"] += [offset + head for head in tree.heads]
        found["start"] += [1] + [0] * (len(tree.words) - 1)
        found["sentence"] += [number] * len(tree.words)
        labels = {
            "morphs": map("|".join, zip(tree.upos, tree.feats, strict=True)),
            "tags": tree.xpos,
            "rules": map(rule, tree.words, tree.lemmas),
            "relations": tree.labels,
        }
        for name, values in labels.items():
            found[name] += [indexes[name].get(value, IGNORED) for value in values]
    return {name: np.array(values) for name, values in found.items()}


_INDEXED = ("morphs", "tags", "rules", "relations")


def _padded(rows: Sequence[np.ndarray], filler: int) -> Tensor:
    padded = np.full((len(rows), max(map(len, rows))), filler, np.int64)
    for row, values in zip(padded, rows, strict=True):
        row[: len(values)] = values
    return torch.from_numpy(padded)
