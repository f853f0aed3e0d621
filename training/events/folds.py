"""Which documents are left out of training, to measure and to calibrate on."""

import random
from collections.abc import Sequence
from pathlib import Path

from training.events.sentences import LabelledSentence

FOLDS = 5

LEFT_OUT = "left-out.txt"
"""Names of the sentences that a build has not seen, beside its weights."""


def split(
    sentences: Sequence[LabelledSentence], fold: int | None
) -> tuple[list[LabelledSentence], list[LabelledSentence]]:
    """Sentences to train on, and those of one fold of the documents of ``gold/events/own``.

    Args:
        sentences: of ``training.events.labels.read_sentences``.
        fold: 0 to ``FOLDS`` - 1, or None to leave nothing out.

    Returns:
        What is trained on, which holds no sentence of a document left out, and the sentences of the gold set
        that are left out.
    """
    documents = sorted({sentence.document for sentence in sentences if sentence.gold})
    random.Random(0).shuffle(documents)
    return _split(sentences, set(documents[fold::FOLDS]) if fold is not None else set())


def split_by_names(
    sentences: Sequence[LabelledSentence], left_out: Path
) -> tuple[list[LabelledSentence], list[LabelledSentence]]:
    """The labelled sentences that a build has learned from, and those that it has not seen.

    Args:
        sentences: all of them.
        left_out: the file of names that the build wrote.

    Raises:
        OSError: there is no such file.
    """
    names = set(left_out.read_text().split())
    return _split(sentences, {sentence.document for sentence in sentences if sentence.id in names})


def _split(
    sentences: Sequence[LabelledSentence], documents: set[str]
) -> tuple[list[LabelledSentence], list[LabelledSentence]]:
    kept = [sentence for sentence in sentences if sentence.document not in documents]
    return kept, [sentence for sentence in sentences if sentence.gold and sentence.document in documents]
