"""What the network that reads a sentence again loses, against labels and against larger networks of its kind."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.utils.data import Dataset

from service.enrich.encoder.tagging import Classes
from service.enrich.events.reading.classes import ROLES
from training.batches import Batch, collate
from training.events.marked_examples import Marked
from training.events.marked_network import MarkedReader
from training.losses import Losses

TYPE_WEIGHT, MODALITY_WEIGHT, SMOOTHING = 2.0, 0.5, 0.02

WORTH_LEARNING = 0.15  # probability of an event from which its arguments and modality are learned of teachers


@dataclass(frozen=True)
class ReadyMarked:
    """A batch of marked sentences as tensors.

    Attributes:
        batch: of the sentences.
        marks: (sentences, pieces), 1.0 at the pieces of the marked word.
        labels: (sentences,), by whom each is labelled.
        triggers: (sentences,), place of the marked word.
        types: (sentences,), 0 where it is no trigger, else 1 + the type.
        own: (events,), the sentences whose event is labelled by our guide.
        roles: (events, words, roles), 1.0 at the heads of its arguments.
        realis, historical: (events,).
    """

    batch: Batch
    marks: Tensor
    labels: Tensor
    triggers: Tensor
    types: Tensor
    own: Tensor
    roles: Tensor
    realis: Tensor
    historical: Tensor

    def to(self, device: str) -> "ReadyMarked":
        """The same batch on a device."""
        return ReadyMarked(*(getattr(self, each.name).to(device) for each in fields(self)))


class MarkedSteps(Dataset[ReadyMarked]):
    """Batches, made ready when they are asked for."""

    def __init__(self, batches: Sequence[Sequence[Marked]], classes: Classes) -> None:
        self._batches, self._classes = batches, classes

    def __len__(self) -> int:
        return len(self._batches)

    def __getitem__(self, index: int) -> ReadyMarked:
        return ready(self._batches[index], self._classes)


def ready(examples: Sequence[Marked], classes: Classes) -> ReadyMarked:
    """A batch as tensors."""
    batch = collate([each.window for each in examples], classes)
    marks = np.zeros(batch.pieces.shape, np.float32)
    for row, each in enumerate(examples):
        marks[row, slice(*each.pieces)] = 1
    events = [(row, each.event) for row, each in enumerate(examples) if each.event is not None and each.sentence.own]
    roles = np.zeros((len(events), batch.first.shape[1], len(ROLES)), np.float32)
    for number, (row, event) in enumerate(events):
        for role, heads in event.roles.items():
            roles[number, [head - examples[row].sentence.start for head in heads], ROLES.index(role)] = 1
    return ReadyMarked(
        batch,
        torch.from_numpy(marks),
        torch.tensor([int(each.sentence.labels) for each in examples]),
        torch.tensor([each.trigger for each in examples]),
        torch.tensor([0 if each.event is None else 1 + each.event.type for each in examples]),
        torch.tensor([row for row, _ in events], dtype=torch.long),
        torch.from_numpy(roles),
        torch.tensor([event.realis for _, event in events], dtype=torch.long),
        torch.tensor([float(event.historical) for _, event in events]),
    )


class MarkedTeachers(nn.Module):
    """Readers whose beliefs are averaged."""

    def __init__(self, readers: Sequence[MarkedReader]) -> None:
        super().__init__()
        self.readers = nn.ModuleList(readers)
        self.requires_grad_(False)
        self.eval()

    def __len__(self) -> int:
        return len(self.readers)

    @torch.no_grad()
    def believe(self, step: ReadyMarked) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Probabilities of types (sentences, 1 + types), of roles (sentences, words, roles), of realis, of the past."""
        read = [(reader, *_vectors(reader, step)) for reader in self.readers]
        return (
            torch.stack([reader.type_scores(at).float().softmax(-1) for reader, _, at in read]).mean(0),
            torch.stack([reader.role_scores(x).float().sigmoid() for reader, x, _ in read]).mean(0),
            torch.stack([reader.realis(at).float().softmax(-1) for reader, _, at in read]).mean(0),
            torch.stack([reader.historical(at)[:, 0].float().sigmoid() for reader, _, at in read]).mean(0),
        )


def marked_loss(reader: MarkedReader, step: ReadyMarked, teachers: MarkedTeachers) -> Losses:
    """Losses of types at marked words; of roles and modality at triggers, by our guide or by teachers."""
    x, at = _vectors(reader, step)
    missed = functional.cross_entropy(reader.type_scores(at).float(), step.types, label_smoothing=SMOOTHING)
    loss = {"type": TYPE_WEIGHT * missed}
    if len(step.own):
        loss["roles"] = _roles(reader.role_scores(x[step.own]), step.roles, step.batch.words[step.own])
        own = at[step.own]
        realis = functional.cross_entropy(reader.realis(own).float(), step.realis)
        loss["modality"] = MODALITY_WEIGHT * (realis + _past(reader, own, step.historical))
    return loss | _as_teachers(reader, x, at, step, teachers) if len(teachers) else loss


def _as_teachers(reader: MarkedReader, x: Tensor, at: Tensor, step: ReadyMarked, teachers: MarkedTeachers) -> Losses:
    types, roles, realis, historical = teachers.believe(step)
    loss = {"as teachers: type": TYPE_WEIGHT * _missed(reader.type_scores(at), types)}
    rows = (1 - types[:, 0] > WORTH_LEARNING).nonzero()[:, 0]
    if len(rows):
        own = at[rows]
        loss["as teachers: roles"] = _roles(reader.role_scores(x[rows]), roles[rows], step.batch.words[rows])
        modality = _missed(reader.realis(own), realis[rows]) + _past(reader, own, historical[rows])
        loss["as teachers: modality"] = MODALITY_WEIGHT * modality
    return loss


def _vectors(reader: MarkedReader, step: ReadyMarked) -> tuple[Tensor, Tensor]:
    """Vectors (sentences, words, width) of all words, and of the marked ones."""
    batch = step.batch
    x = reader.words(batch.pieces, batch.shapes, batch.first, step.marks, step.labels, batch.mask).float()
    return x, x[torch.arange(len(x), device=x.device), step.triggers]


def _roles(scores: Tensor, wanted: Tensor, words: Tensor) -> Tensor:
    missed = functional.binary_cross_entropy_with_logits(scores.float(), wanted, reduction="none")
    return (missed * words[..., None]).sum() / len(scores)


def _past(reader: MarkedReader, triggers: Tensor, wanted: Tensor) -> Tensor:
    return functional.binary_cross_entropy_with_logits(reader.historical(triggers)[:, 0].float(), wanted)


def _missed(scores: Tensor, wanted: Tensor) -> Tensor:
    """Cross entropy with probabilities."""
    return functional.cross_entropy(scores.float(), wanted)
