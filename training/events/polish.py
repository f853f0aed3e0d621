"""Go on with the heads alone, over the vectors of the encoder that was trained with them.

``python -m training.events.polish SHARED CHECKPOINT MODEL``: MODEL was exported from CHECKPOINT, its vectors are the
ones that the service sees; the heads in it are replaced. The encoder stands still, so that many epochs cost a
minute. Sentences that the build left out stay left out.

Sentences with a document around them are read alone and within it. Most of what tells an event was written for this
project and stands alone: heads that see no other sentences take one among others for one that tells nothing.
"""

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import spacy
import torch
from spacy.tokens import Doc
from torch import Tensor

from service.enrich.encoder.component import Encoder
from service.enrich.encoder.model import Model
from service.enrich.events.reading.heads import FILE
from training.events.command_line import build_parser
from training.events.labels import read_split
from training.events.loss import event_loss, targets
from training.events.network import EventHeads
from training.events.sentences import MAX_WORDS_AFTER, MAX_WORDS_BEFORE, LabelledSentence
from training.files import write_arrays

EPOCHS, BATCH, RATE, DECAY = 12, 48, 2e-3, 0.02

Example = tuple[Tensor, LabelledSentence]


def main() -> None:
    """Read the command line and polish."""
    arguments = build_parser(__doc__).parse_args()
    torch.set_num_threads(1)
    polish(arguments.shared, arguments.checkpoint, arguments.model)


def polish(shared: Path, checkpoint: Path, model: Path) -> None:
    """Train the heads of a model further.

    Args:
        shared: the folder with ``gold`` and ``corpora``.
        checkpoint: of the build: the heads as they were trained, the names of the sentences left out.
        model: exported from it; its heads are written anew.

    Raises:
        OSError: a file is missing.
    """
    torch.manual_seed(1)
    sentences, _ = read_split(shared, checkpoint)
    heads = EventHeads()
    heads.load_arrays(checkpoint / FILE)
    train_heads(heads, [*vectors(sentences, model), *vectors(sentences, model, within=True)])
    write_arrays(model / FILE, heads.arrays())


def vectors(sentences: Sequence[LabelledSentence], model: Path, *, within: bool = False) -> list[Example]:
    """Each sentence with the vectors (words, width) of its words.

    Args:
        sentences: labelled ones.
        model: whose encoder reads them.
        within: whether they are read with words around them, as at run time, and not alone; those that stand alone
            are left out then.
    """
    vocab, chance = spacy.blank("en").vocab, random.Random(1)
    encoder = Encoder(vocab, Model.load(model))
    found = []
    for sentence in sentences:
        start, end = sentence.start, sentence.end
        if within:
            start = max(0, start - chance.randint(0, MAX_WORDS_BEFORE))
            end = min(len(sentence.words), end + chance.randint(0, MAX_WORDS_AFTER))
            if (start, end) == (sentence.start, sentence.end):
                continue
        doc = encoder(Doc(vocab, words=sentence.words[start:end]))
        own = np.asarray(doc.tensor, np.float32)[sentence.start - start : sentence.end - start]
        found.append((torch.from_numpy(own), sentence))
    return found


def _loss(heads: EventHeads, examples: list[Example]) -> Tensor:
    padded = torch.nn.utils.rnn.pad_sequence([vectors for vectors, _ in examples], batch_first=True)
    return event_loss(heads, padded, targets([each for _, each in examples], [0] * len(examples), padded.shape[1]))


def train_heads(heads: EventHeads, examples: list[Example]) -> None:
    """Train heads in place for EPOCHS over vectors that stand still."""
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


if __name__ == "__main__":
    main()
