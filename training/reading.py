"""What training reads in an epoch: trees, names, events, and text without labels, in shuffled batches."""

import dataclasses
import random
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from service.enrich.encoder.labels import NAME_TAGS
from training.batches import plan
from training.documents import NamesDocument
from training.events.folds import LEFT_OUT, split
from training.events.loss import plan_events
from training.events.sentences import LabelledSentence
from training.steps import Step
from training.windows import Window, hide, recase

HIDDEN_WORDS = 0.08
"""Share of the words of text without labels that are hidden, others in each pass: a student sees how its teachers help
themselves."""


def epoch(
    config: dict[str, Any],
    trees: list[Window],
    names: dict[str, list[Window]],
    labelled: list[LabelledSentence],
    chance: random.Random,
) -> list[Step]:
    """The shuffled steps of an epoch."""
    unlabelled_windows = [
        hide(window, HIDDEN_WORDS, chance)
        for name, times in config.get("unlabelled", {}).items()
        for window in _passes(names[name], times, chance)
    ]
    groups = [
        _passes(trees, config["trees"], chance),
        *(_passes(names[name], times, chance) for name, times in config["names"].items()),
        unlabelled_windows,
    ]
    batches = [batch for group in groups for batch in plan(group, config["batch_pieces"], chance)]
    steps: list[Step] = [[recase(window, chance) for window in batch] for batch in batches]
    events = config.get("events", {"passes": 0})
    for _ in range(events["passes"]):
        steps += plan_events(labelled, events["batch_pieces"], events["empty"], chance)
    chance.shuffle(steps)
    return steps


def event_sentences(
    config: dict[str, Any], sentences: Sequence[LabelledSentence], out: Path
) -> tuple[list[LabelledSentence], set[str]]:
    """What the heads for events learn from, and the documents left out; the names of their sentences are written down.

    Args:
        config: of a build; one that learns no events leaves nothing out.
        sentences: all labelled ones.
        out: where to write the names.
    """
    if "events" not in config:
        return [], set()
    kept, left_out = split(sentences, config["events"].get("without_fold"))
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
