"""What training reads, step by step, made ready ahead of it by other processes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from torch.utils.data import DataLoader, Dataset

from service.enrich.encoder.tagging import Classes
from training.batches import Batch, collate
from training.events.loss import EventBatch, EventTargets, cut, targets
from training.windows import Cutter, Window

Step = list[Window] | EventBatch
"""What one step of training reads."""


@dataclass(frozen=True)
class Ready:
    """A step as tensors; with targets of events where it has sentences labelled with them."""

    batch: Batch
    events: EventTargets | None = None

    def to(self, device: str) -> "Ready":
        """The same step on a device."""
        return Ready(self.batch.to(device), None if self.events is None else self.events.to(device))


class Steps(Dataset[Ready]):
    """Steps, made ready when they are asked for.

    Args:
        steps: to be read.
        cutter: for sentences labelled with events.
        classes: of grammar.
    """

    def __init__(self, steps: Sequence[Step], cutter: Cutter, classes: Classes) -> None:
        self._steps, self._cutter, self._classes = steps, cutter, classes

    def __len__(self) -> int:
        return len(self._steps)

    def __getitem__(self, index: int) -> Ready:
        step = self._steps[index]
        if not isinstance(step, EventBatch):
            return Ready(collate(step, self._classes))
        windows, starts = cut(step, self._cutter)
        batch = collate(windows, self._classes)
        return Ready(batch, targets(step.sentences, starts, batch.first.shape[1]))


class Moves(Protocol):
    """What can be moved to a device."""

    def to(self, device: str) -> Any:
        """The same on a device."""


def ahead(steps: Dataset[Any], device: str, workers: int) -> Iterator[Any]:
    """Steps in their order on a device; ``workers`` processes make them ready, or this one where there are none."""
    for step in DataLoader(steps, batch_size=None, num_workers=workers, collate_fn=_same):
        yield step.to(device)


def _same(step: Moves) -> Moves:
    return step
