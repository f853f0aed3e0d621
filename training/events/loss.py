"""Batches of labelled sentences, and what the heads for events lose on them."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from service.enrich.events.classes import ROLES
from training.batches import collate
from training.events.labels import LabelledSentence
from training.events.network import EventHeads
from training.network import Network
from training.windows import Classes, Cutter, Window

CONTEXT_SHARE, MOST_BEFORE, MOST_AFTER = 0.15, 110, 30
"""Of the batches, those whose sentences stand in the words of their documents, and how many before and
after at most: triggers are seen at every place of a window. One number holds for a whole batch, which
saves padding."""
PIECES_A_WORD = 1.35
TRIGGER_WEIGHT, MODALITY_WEIGHT, SMOOTHING = 8.0, 0.5, 0.02
POOL = 1200  # sentences sorted by length together


@dataclass(frozen=True)
class EventBatch:
    """Sentences to be read together, each with at most so many words before and after it."""

    sentences: list[LabelledSentence]
    before: int
    after: int


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
            before, after = (0 if alone else chance.randint(0, most) for most in (MOST_BEFORE, MOST_AFTER))
            longest = _length(pool[-1]) + before + after
            count = max(1, int(pieces / (longest * PIECES_A_WORD + 2)))
            found.append(EventBatch(pool[-count:], before, after))
            del pool[-count:]
    chance.shuffle(found)
    return found


def event_loss(
    network: Network, heads: EventHeads, batch: EventBatch, cutter: Cutter, classes: Classes, device: str = "cpu"
) -> Tensor:
    """Of triggers with types at every word; of arguments and modality at labelled triggers of our own labels."""
    cut = [_window(cutter, sentence, batch.before, batch.after) for sentence in batch.sentences]
    tensors = collate([window for window, _ in cut], classes).to(device)
    vectors = network.words(tensors.pieces, tensors.shapes, tensors.first, tensors.mask).float()
    rows = [
        (vectors[row, start : start + sentence.end - sentence.start], sentence)
        for row, (sentence, (_, start)) in enumerate(zip(batch.sentences, cut, strict=True))
    ]
    return heads_loss(heads, rows)


def heads_loss(heads: EventHeads, rows: Sequence[tuple[Tensor, LabelledSentence]]) -> Tensor:
    """The loss over vectors (words, width) of sentences."""
    words = torch.cat([x for x, _ in rows])
    gold = torch.zeros(len(words), dtype=torch.long)
    roles, triggers, realis, past, start = [], [], [], [], 0
    for x, sentence in rows:
        for event in sentence.events:
            here = event.trigger - sentence.start
            gold[start + here] = 1 + event.type
            if not sentence.own:
                continue
            wanted = torch.zeros(len(x), len(ROLES))
            for role, words_of_role in event.roles.items():
                wanted[[word - sentence.start for word in words_of_role], ROLES.index(role)] = 1
            scores = heads.role_scores(x[here][None], x)[0].float()
            roles.append(functional.binary_cross_entropy_with_logits(scores, wanted.to(x.device), reduction="sum"))
            triggers.append(x[here])
            realis.append(event.realis)
            past.append(float(event.historical))
        start += len(x)
    scores = heads.trigger_scores(words).float()
    loss = functional.cross_entropy(scores, gold.to(words.device), label_smoothing=SMOOTHING) * TRIGGER_WEIGHT
    if roles:
        own = torch.stack(triggers)
        told = heads.historical(own)[:, 0].float()
        loss = loss + torch.stack(roles).mean()
        modality = functional.cross_entropy(heads.realis(own).float(), torch.tensor(realis, device=own.device))
        history = functional.binary_cross_entropy_with_logits(told, torch.tensor(past, device=own.device))
        loss = loss + MODALITY_WEIGHT * (modality + history)
    return loss


def _window(cutter: Cutter, sentence: LabelledSentence, before: int, after: int) -> tuple[Window, int]:
    """The window of a sentence with so many words around it, and the index of its first word there."""
    start, end = max(0, sentence.start - before), min(len(sentence.words), sentence.end + after)
    return cutter.plain(sentence.words[start:end]), sentence.start - start


def _length(sentence: LabelledSentence) -> int:
    return sentence.end - sentence.start
