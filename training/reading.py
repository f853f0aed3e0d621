"""What training reads in an epoch: trees, names, events, and text without labels, in shuffled batches."""

import dataclasses
import random
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from service.enrich.encoder.labels import NAME_TAGS
from training.batches import plan
from training.corpora import NamesDocument
from training.events.folds import LEFT_OUT, split
from training.events.labels import LabelledSentence, read_sentences
from training.events.loss import plan_events
from training.steps import Step
from training.windows import Window, recase


def epoch(
    config: dict[str, Any],
    trees: list[Window],
    names: dict[str, list[Window]],
    labelled: list[LabelledSentence],
    chance: random.Random,
) -> list[Step]:
    """The shuffled steps of an epoch."""
    batches = plan(_passes(trees, config["trees"], chance), config["batch_pieces"], chance)
    for name, times in (config["names"] | config.get("unlabelled", {})).items():
        batches += plan(_passes(names[name], times, chance), config["batch_pieces"], chance)
    steps: list[Step] = [[recase(window, chance) for window in batch] for batch in batches]
    events = config.get("events", {"passes": 0})
    for _ in range(events["passes"]):
        steps += plan_events(labelled, events["batch_pieces"], events["empty"], chance)
    chance.shuffle(steps)
    return steps


def event_sentences(config: dict[str, Any], corpora: Path, out: Path) -> tuple[list[LabelledSentence], set[str]]:
    """What the heads for events learn from, and the documents left out; the names of their sentences are written down.

    Raises:
        OSError: a file is missing.
    """
    kept, left_out = split(read_sentences(corpora.parent / "gold", corpora), config["events"].get("without_fold"))
    (out / LEFT_OUT).write_text("".join(f"{sentence.id}\n" for sentence in left_out))
    return kept, {sentence.document for sentence in left_out}


def unlabelled(documents: Sequence[NamesDocument], left_out: Collection[str]) -> list[NamesDocument]:
    """Documents of which nothing is told but their words, without those left out."""
    return [
        dataclasses.replace(document, tags=np.ones_like(document.tags))
        for document in documents
        if document.id not in left_out
    ]


def _passes(windows: list[Window], times: float, chance: random.Random) -> list[Window]:
    """All windows so many times; of a broken number, the rest is drawn by chance."""
    return windows * int(times) + chance.sample(windows, round(times % 1 * len(windows)))


def share(documents: list[NamesDocument], config: dict[str, Any]) -> list[NamesDocument]:
    """The part of a corpus of names that a learning curve asks for; the same documents for the same seed."""
    drawn = random.Random(config["seed"]).sample(documents, len(documents))
    return drawn[: round(len(documents) * config.get("names_share", 1.0))]


def count(windows: list[Window]) -> int:
    """Names that begin in windows."""
    begins = [index for index, tag in enumerate(NAME_TAGS) if tag.startswith("B-")]
    return sum(int(((window.tags[:, begins].sum(-1) > 0) & (window.tags[:, 0] == 0)).sum()) for window in windows)
