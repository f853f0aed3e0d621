"""Go on with the heads alone, over the vectors of the encoder that was trained with them.

``python -m training.events.polish SHARED MODEL HEADS OUT [--without SENTENCES]``: MODEL is exported, its vectors are
the ones that the service sees; HEADS and OUT are files of weights. The encoder stands still, so that
many epochs cost a minute.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import spacy
import torch
from spacy.tokens import Doc
from torch import Tensor
from torch.nn import functional

from service.enrich.encoder.component import Encoder
from service.enrich.encoder.model import Model
from service.enrich.events.classes import ROLES
from training.events.labels import LabelledSentence, read_sentences
from training.events.network import EventHeads

EPOCHS, BATCH, RATE, DECAY, SMOOTHING = 12, 48, 2e-3, 0.02, 0.01
TRIGGER_WEIGHT, REALIS_WEIGHT = 8.0, 0.5

Example = tuple[LabelledSentence, Tensor]


def main() -> None:
    """Read the command line, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("heads", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--without", type=Path, help="names of sentences to leave out")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    left_out = set(arguments.without.read_text().split()) if arguments.without else set[str]()
    sentences = read_sentences(arguments.shared / "gold", arguments.shared / "corpora")
    examples = vectors([sentence for sentence in sentences if sentence.id not in left_out], arguments.model)
    heads = EventHeads()
    with np.load(arguments.heads) as arrays:
        heads.load_state_dict({name: torch.tensor(arrays[name].astype(np.float32)) for name in arrays.files})
    polish(heads, examples)
    np.savez(arguments.out, **heads.arrays())


def vectors(sentences: Sequence[LabelledSentence], model: Path) -> list[Example]:
    """Each sentence with the vectors (words, width) of its words, read alone."""
    vocab = spacy.blank("en").vocab
    encoder = Encoder(vocab, Model.load(model))
    found = []
    for sentence in sentences:
        doc = encoder(Doc(vocab, words=sentence.words[sentence.start : sentence.end]))
        found.append((sentence, torch.from_numpy(np.asarray(doc.tensor, np.float32))))
    return found


def polish(heads: EventHeads, examples: list[Example]) -> None:
    """Train heads in place."""
    chance = random.Random(1)
    optimizer = torch.optim.AdamW(heads.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * (len(examples) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.02, 1 - step / steps))
    heads.train()
    for _ in range(EPOCHS):
        order = list(examples)
        chance.shuffle(order)
        for start in range(0, len(order), BATCH):
            loss = _loss(heads, order[start : start + BATCH])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()


def _loss(heads: EventHeads, batch: Sequence[Example]) -> Tensor:
    """As in ``training.events.train``: triggers, and for those of our own labels arguments and modality."""
    words = torch.cat([x for _, x in batch])
    gold = torch.zeros(len(words), dtype=torch.long)
    roles, triggers, realis, past, start = [], [], [], [], 0
    for sentence, x in batch:
        for event in sentence.events:
            here = event.trigger - sentence.start
            gold[start + here] = 1 + event.type
            if not sentence.own:
                continue
            wanted = torch.zeros(len(x), len(ROLES))
            for role, heads_of_phrases in event.roles.items():
                wanted[[word - sentence.start for word in heads_of_phrases], ROLES.index(role)] = 1
            scores = heads.role_scores(x[here][None], x)[0]
            roles.append(functional.binary_cross_entropy_with_logits(scores, wanted, reduction="sum"))
            triggers.append(x[here])
            realis.append(event.realis)
            past.append(float(event.historical))
        start += len(x)
    loss = functional.cross_entropy(heads.trigger_scores(words), gold, label_smoothing=SMOOTHING) * TRIGGER_WEIGHT
    if roles:
        own = torch.stack(triggers)
        loss = loss + torch.stack(roles).mean()
        loss = loss + REALIS_WEIGHT * functional.cross_entropy(heads.realis(own), torch.tensor(realis))
        told = heads.historical(own)[:, 0]
        loss = loss + REALIS_WEIGHT * functional.binary_cross_entropy_with_logits(told, torch.tensor(past))
    return loss


if __name__ == "__main__":
    main()
