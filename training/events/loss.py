"""Batches of labelled sentences, and what the heads for events lose on them."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from service.enrich.events.reading.classes import ROLES
from training.events.network import EventHeads
from training.events.sentences import MAX_WORDS_AFTER, MAX_WORDS_BEFORE, LabelledSentence
from training.windows import Cutter, Window

CONTEXT_SHARE = 0.15
"""Of the batches, those whose sentences stand in the words of their documents: triggers are seen at every place of a
window. One number of words before and one after hold for a whole batch, which saves padding."""
PIECES_A_WORD = 1.35
TRIGGER_WEIGHT, MODALITY_WEIGHT, SMOOTHING = 8.0, 0.5, 0.02
POOL = 1200  # sentences sorted by length together
OUTSIDE = -100


@dataclass(frozen=True)
class EventBatch:
    """Sentences to be read together, each with at most so many words before and after it."""

    sentences: list[LabelledSentence]
    before: int
    after: int


@dataclass(frozen=True)
class EventTargets:
    """What is to be learned of the sentences of a batch (windows, words).

    Attributes:
        types: (windows, words): OUTSIDE the sentences, 0 where no trigger is, else 1 + the type.
        rows, triggers: (events,), window and word of each event labelled by our guide.
        within: (events, words), the words of its sentence.
        roles: (events, words, roles), 1.0 at the heads of its arguments.
        realis, historical: (events,).
    """

    types: Tensor
    rows: Tensor
    triggers: Tensor
    within: Tensor
    roles: Tensor
    realis: Tensor
    historical: Tensor

    def to(self, device: str) -> "EventTargets":
        """The same targets on a device."""
        return EventTargets(*(getattr(self, each.name).to(device) for each in fields(self)))


def plan_events(
    sentences: Sequence[LabelledSentence], pieces: int, empty: float, chance: random.Random
) -> list[EventBatch]:
    """Shuffled batches of about ``pieces`` pieces with their padding.

    Args:
        sentences: labelled ones.
        pieces: of a batch.
        empty: share of the sentences without an event that is drawn.
        chance: to draw with.
    """
    order = [sentence for sentence in sentences if sentence.events or chance.random() < empty]
    chance.shuffle(order)
    found: list[EventBatch] = []
    for start in range(0, len(order), POOL):
        pool = sorted(order[start : start + POOL], key=_length)
        while pool:
            alone = chance.random() >= CONTEXT_SHARE
            before, after = (0 if alone else chance.randint(0, most) for most in (MAX_WORDS_BEFORE, MAX_WORDS_AFTER))
            longest = _length(pool[-1]) + before + after
            count = max(1, int(pieces / (longest * PIECES_A_WORD + 2)))
            found.append(EventBatch(pool[-count:], before, after))
            del pool[-count:]
    chance.shuffle(found)
    return found


def cut(batch: EventBatch, cutter: Cutter) -> tuple[list[Window], list[int]]:
    """The window of each sentence with the words around it, and the index of its first word there."""
    windows, starts = [], []
    for sentence in batch.sentences:
        start = max(0, sentence.start - batch.before)
        end = min(len(sentence.words), sentence.end + batch.after)
        windows.append(cutter.plain(sentence.words[start:end]))
        starts.append(sentence.start - start)
    return windows, starts


def targets(sentences: Sequence[LabelledSentence], starts: Sequence[int], words: int) -> EventTargets:
    """What is to be learned of sentences.

    Args:
        sentences: one for each window.
        starts: index of each one's first word in its window.
        words: of the longest window.
    """
    types = np.full((len(sentences), words), OUTSIDE)
    own = [(row, event) for row, each in enumerate(sentences) if each.own for event in each.events]
    within, roles = np.zeros((len(own), words), bool), np.zeros((len(own), words, len(ROLES)), np.float32)
    for row, (sentence, start) in enumerate(zip(sentences, starts, strict=True)):
        types[row, start : start + _length(sentence)] = 0
        for event in sentence.events:
            types[row, start + event.trigger - sentence.start] = 1 + event.type
    shifts = [start - sentence.start for sentence, start in zip(sentences, starts, strict=True)]
    for number, (row, event) in enumerate(own):
        within[number, starts[row] : starts[row] + _length(sentences[row])] = True
        for role, heads in event.roles.items():
            roles[number, [head + shifts[row] for head in heads], ROLES.index(role)] = 1
    return EventTargets(
        torch.from_numpy(types),
        torch.tensor([row for row, _ in own], dtype=torch.long),
        torch.tensor([event.trigger + shifts[row] for row, event in own], dtype=torch.long),
        torch.from_numpy(within),
        torch.from_numpy(roles),
        torch.tensor([event.realis for _, event in own], dtype=torch.long),
        torch.tensor([float(event.historical) for _, event in own]),
    )


def event_loss(heads: EventHeads, vectors: Tensor, wanted: EventTargets) -> Tensor:
    """Of triggers with types at every word; of arguments and modality at triggers labelled by our guide.

    Args:
        heads: for events.
        vectors: (windows, words, width).
        wanted: of the same windows.
    """
    scores = heads.trigger_scores(vectors).float().flatten(0, 1)
    gold = wanted.types.flatten()
    loss = TRIGGER_WEIGHT * functional.cross_entropy(scores, gold, ignore_index=OUTSIDE, label_smoothing=SMOOTHING)
    if len(wanted.rows):
        own = vectors[wanted.rows, wanted.triggers]
        found = heads.role_scores(own, vectors[wanted.rows]).float()
        missed = functional.binary_cross_entropy_with_logits(found, wanted.roles, reduction="none")
        loss = loss + (missed * wanted.within[..., None]).sum() / len(own)
        modality = functional.cross_entropy(heads.realis(own).float(), wanted.realis)
        told = heads.historical(own)[:, 0].float()
        history = functional.binary_cross_entropy_with_logits(told, wanted.historical)
        loss = loss + MODALITY_WEIGHT * (modality + history)
    return loss


def _length(sentence: LabelledSentence) -> int:
    return sentence.end - sentence.start
