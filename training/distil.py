"""What a small network can learn from larger ones: their probabilities, on labelled text and on any other.

Hinton, Vinyals and Dean 2015, "Distilling the knowledge in a neural network": the teachers' probabilities, averaged,
are what the student is to give, head by head; of trees, what they give within the sentences that they see.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from service.enrich.events.reading.heads import FILE as EVENT_HEADS
from training.batches import Batch
from training.checkpoint import WEIGHTS
from training.events.loss import MODALITY_WEIGHT, TRIGGER_WEIGHT
from training.events.network import EventHeads
from training.losses import Losses
from training.network import Network, load_network
from training.start import read_classes, sizes

WORD_HEADS = {"names": 1.0, "morphs": 0.5, "tags": 0.5, "rules": 0.5}
"""Heads that classify words -> weight of what they lose."""

WORTH_LEARNING = 0.15  # probability of a trigger from which its arguments and modality are learned
MAX_TRIGGERS = 256  # of a batch

NEVER = -1e4


@dataclass(frozen=True)
class Beliefs:
    """What teachers believe of a batch (windows, words), as probabilities.

    Attributes:
        words: head -> (windows, words, classes).
        starts: (windows, words), of sentences.
        sentence: (windows, words), number of the sentence that they see around each word.
        arcs: (windows, words, words); a word's own place is the root's.
        heads: (windows, words), the likeliest.
        relations: (windows, words, relations) to those.
        triggers: (windows, words, 1 + types).
        rows, places: (events,), window and word of each likely trigger.
        roles: (events, words, roles).
        realis, historical: (events, ...).
    """

    words: dict[str, Tensor]
    starts: Tensor
    sentence: Tensor
    arcs: Tensor
    heads: Tensor
    relations: Tensor
    triggers: Tensor
    rows: Tensor
    places: Tensor
    roles: Tensor
    realis: Tensor
    historical: Tensor


class Teachers(nn.Module):
    """Networks whose beliefs are averaged."""

    def __init__(self, networks: Sequence[tuple[Network, EventHeads]]) -> None:
        super().__init__()
        self._networks = nn.ModuleList(network for network, _ in networks)
        self._heads = nn.ModuleList(heads for _, heads in networks)
        self.requires_grad_(False)
        self.eval()

    def __len__(self) -> int:
        return len(self._networks)

    @torch.no_grad()
    def believe(self, batch: Batch) -> Beliefs:
        """What they believe of a batch; of trees within its own sentences where it has some."""
        vectors = [n.words(batch.pieces, batch.shapes, batch.first, batch.mask).float() for n in self._networks]
        pairs = list(zip(self._networks, vectors, strict=True))

        def mean(scores: list[Tensor]) -> Tensor:
            return torch.stack([each.float().softmax(-1) for each in scores]).mean(0)

        def mean_of_two(scores: list[Tensor]) -> Tensor:
            return torch.stack([each.float().sigmoid() for each in scores]).mean(0)

        starts = mean_of_two([n.starts(x)[..., 0] for n, x in pairs])
        sentence = (starts > 0.5).cumsum(1) if batch.grammar is None else batch.grammar["sentence"]
        apart = _apart(sentence, batch.words)
        arcs = mean([n.arcs(x).float().masked_fill(apart, NEVER) for n, x in pairs])
        heads = arcs.argmax(-1)
        readers = list(zip(self._heads, vectors, strict=True))
        triggers = mean([h.trigger_scores(x) for h, x in readers])
        rows, places = ((1 - triggers[..., 0] > WORTH_LEARNING) & batch.words).nonzero()[:MAX_TRIGGERS].unbind(1)
        return Beliefs(
            {name: mean([getattr(n, name)(x) for n, x in pairs]) for name in WORD_HEADS},
            starts, sentence, arcs, heads,
            mean([n.label_scores(x, heads) for n, x in pairs]),
            triggers, rows, places,
            mean_of_two([h.role_scores(x[rows, places], x[rows]) for h, x in readers]),
            mean([h.realis(x[rows, places]) for h, x in readers]),
            mean_of_two([h.historical(x[rows, places])[:, 0] for h, x in readers]),
        )  # fmt: skip


def load_teachers(builds: Sequence[Path]) -> Teachers:
    """Trained networks with their heads for events.

    Args:
        builds: folders that ``training.train`` wrote; all with the same classes.

    Raises:
        OSError: a file is missing.
    """
    found = []
    for build in builds:
        heads = EventHeads()
        heads.load_arrays(build / EVENT_HEADS)
        found.append((load_network(sizes(read_classes(build)), build / WEIGHTS), heads))
    return Teachers(found)


def distilled(network: Network, heads: EventHeads, x: Tensor, batch: Batch, beliefs: Beliefs) -> Losses:
    """What a student loses against its teachers, each part averaged over words, or over likely triggers.

    Args:
        network, heads: the student.
        x: (windows, words, width), its vectors.
        batch: that was read.
        beliefs: of the teachers.
    """
    words, dropped = batch.words, network.drop(x)
    found = {
        f"as teachers: {name}": weight * _missed(getattr(network, name)(dropped), beliefs.words[name])[words].mean()
        for name, weight in WORD_HEADS.items()
    }
    arcs = network.arcs(dropped).float().masked_fill(_apart(beliefs.sentence, words), NEVER)
    relations = network.label_scores(dropped, beliefs.heads)
    found["as teachers: trees"] = (_missed(arcs, beliefs.arcs) + _missed(relations, beliefs.relations))[words].mean()
    starts = functional.binary_cross_entropy_with_logits(
        network.starts(dropped)[..., 0].float(), beliefs.starts, reduction="none"
    )
    found["as teachers: starts"] = 0.5 * starts[words].mean()
    missed = _missed(heads.trigger_scores(x), beliefs.triggers)[words].mean()
    found["as teachers: triggers"] = TRIGGER_WEIGHT * missed
    if len(beliefs.rows):
        found["as teachers: arguments"] = _arguments(heads, x, words, beliefs)
    return found


def _arguments(heads: EventHeads, x: Tensor, words: Tensor, beliefs: Beliefs) -> Tensor:
    """Of arguments and modality at likely triggers."""
    rows, own = beliefs.rows, x[beliefs.rows, beliefs.places]
    within = words[rows] & (beliefs.sentence[rows] == beliefs.sentence[rows, beliefs.places][:, None])
    scores = heads.role_scores(own, x[rows]).float()
    roles = functional.binary_cross_entropy_with_logits(scores, beliefs.roles, reduction="none")
    historical = functional.binary_cross_entropy_with_logits(heads.historical(own)[:, 0].float(), beliefs.historical)
    modality = _missed(heads.realis(own), beliefs.realis).mean() + historical
    return (roles * within[..., None]).sum() / len(rows) + MODALITY_WEIGHT * modality


def _missed(scores: Tensor, wanted: Tensor) -> Tensor:
    """Cross entropy with probabilities, over the last axis."""
    return -(wanted * scores.float().log_softmax(-1)).sum(-1)


def _apart(sentence: Tensor, words: Tensor) -> Tensor:
    """(windows, words, words), whether two places are in different sentences, or the second holds no word."""
    together = (sentence[:, :, None] == sentence[:, None, :]) & words[:, None, :]
    return ~(together | torch.eye(words.shape[1], dtype=torch.bool, device=words.device))
