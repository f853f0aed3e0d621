"""Whole news articles for measurements, from the corpora beside the checkout."""

from collections.abc import Iterator
from itertools import chain, cycle
from pathlib import Path

from training.files import json_lines

CORPUS = "worldwide_newswire"


def articles(corpora: Path, count: int) -> list[str]:
    """The first ``count`` articles of the development split and, when those are too few, the training split.

    Raises:
        OSError: the corpora are missing.
    """
    found = chain(_texts(corpora, "dev"), _texts(corpora, "train"))
    return [text for text, _ in zip(found, range(count), strict=False)]


def article_of(texts: list[str], words: int) -> str:
    """One text of about so many words, paragraphs of the articles one after another."""
    paragraphs: list[str] = []
    size = 0
    for paragraph in cycle(paragraph for text in texts for paragraph in text.split("\n\n")):
        length = len(paragraph.split())
        if size + length > words:
            rest = " ".join(paragraph.split()[: words - size])
            return "\n\n".join([*paragraphs, rest])
        paragraphs.append(paragraph)
        size += length
    raise ValueError("no text")


def _texts(corpora: Path, split: str) -> Iterator[str]:
    for document in json_lines(corpora / CORPUS / f"{split}.jsonl.gz"):
        yield document["text"]
