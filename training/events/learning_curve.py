"""What more labels would buy: ``python -m training.events.learning_curve SHARED CHECKPOINT MODEL``.

Heads for events learn anew over the encoder of MODEL from a quarter, a half, three quarters and all of the labelled
sentences, and are measured on those that CHECKPOINT left out. MODEL should be of a build that learned no events:
vectors of one that did know all labels already.
"""

import random
from collections import Counter
from collections.abc import Sequence

import numpy as np
import torch

from service.enrich.events.reading.classes import ROLES
from training.events.calibrate import THRESHOLDS
from training.events.command_line import build_parser
from training.events.labels import read_split
from training.events.network import EventHeads
from training.events.polish import Example, train_heads, vectors
from training.events.sentences import LabelledSentence

SHARES = (0.25, 0.5, 0.75, 1.0)
SEED = 1
PARTIES = ("actor", "recipient")
MIN_CHANCE = 0.5  # probability of a head word of an argument


def main() -> None:
    """Read the command line, print a table in Markdown."""
    arguments = build_parser(__doc__).parse_args()
    torch.set_num_threads(1)
    known, left_out = read_split(arguments.shared, arguments.checkpoint)
    examples, unseen = vectors(known, arguments.model), vectors(left_out, arguments.model)
    print("| labelled sentences | events | triggers F1 | with types | actors, of labelled triggers | recipients |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: |")
    for share in SHARES:
        drawn = _draw(examples, share)
        events = sum(len(sentence.events) for _, sentence in drawn)
        told = " | ".join(f"{each:.3f}" for each in _figures(drawn, unseen))
        print(f"| {len(drawn):,} | {events:,} | {told} |", flush=True)


def _draw(examples: Sequence[Example], share: float) -> list[Example]:
    """A share of the documents' sentences: neighbours are alike, and come or stay away together."""
    documents = sorted({sentence.document for _, sentence in examples})
    random.Random(SEED).shuffle(documents)
    kept = set(documents[: round(share * len(documents))])
    return [example for example in examples if example[1].document in kept]


def _figures(examples: list[Example], unseen: list[Example]) -> tuple[float, ...]:
    """F1 of triggers, of triggers with types, of actors and of recipients, after training on ``examples``."""
    torch.manual_seed(SEED)
    heads = EventHeads()
    train_heads(heads, examples)
    heads.eval()
    with torch.no_grad():
        return (*_triggers(heads, unseen), *_parties(heads, unseen))


def _triggers(heads: EventHeads, unseen: list[Example]) -> tuple[float, float]:
    """F1 without and with types, each at the threshold that is best for it."""
    rows = []
    for x, sentence in unseen:
        shares = heads.trigger_scores(x).softmax(-1)[:, 1:].numpy()
        rows += [
            (float(own.max()), *_right(sentence, word, int(own.argmax())))
            for word, own in enumerate(shares)
            if own.max() >= THRESHOLDS[0]
        ]
    chances, found, typed = (np.array(column) for column in zip(*rows, strict=True))
    wanted = sum(len(sentence.events) for _, sentence in unseen)
    best = [max(_f1(right[chances >= least], wanted) for least in THRESHOLDS) for right in (found, typed)]
    return best[0], best[1]


def _right(sentence: LabelledSentence, word: int, kind: int) -> tuple[bool, bool]:
    """Whether a word is of a labelled trigger, and of one of this type."""
    types = {event.type for event in sentence.events if sentence.start + word in event.words}
    return bool(types), kind in types


def _f1(right: np.ndarray, wanted: int) -> float:
    return 2 * float(right.sum()) / (len(right) + wanted)


def _parties(heads: EventHeads, unseen: list[Example]) -> tuple[float, float]:
    """F1 of the head words of either side."""
    counts: dict[str, Counter[str]] = {role: Counter() for role in PARTIES}
    for x, sentence in unseen:
        for event in sentence.events:
            trigger = x[event.trigger - sentence.start]
            chances = heads.role_scores(trigger[None], x[None])[0].sigmoid().numpy()
            for role, count in counts.items():
                told = set((np.flatnonzero(chances[:, ROLES.index(role)] >= MIN_CHANCE) + sentence.start).tolist())
                gold = set(event.roles[role])
                count.update(told=len(told), gold=len(gold), right=len(told & gold))
    actors, recipients = (2 * count["right"] / (count["told"] + count["gold"]) for count in counts.values())
    return actors, recipients


if __name__ == "__main__":
    main()
