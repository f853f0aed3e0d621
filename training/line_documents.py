"""Documents with labelled lines: what the line model is trained on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from service.clean.html.body.name_weights import Levels
from service.clean.lines.tokens.words import Floats, Words, read_words
from training.files import json_lines

COLUMN_WEIGHT = 2.0  # the view that is most like what is scraped


@dataclass
class Document:
    """Labelled lines of one document.

    Attributes:
        labels: 1 keep, 0 drop, -1 not known.
        sizes: of the lines, in words as the measures count them.
        more: further features of each line, shape (lines, k).
        names: keys of the elements about each line, of a page.
        kinds: what the dropped lines are, for reports only.
    """

    id: str
    view: str
    site: str
    title: str | None
    texts: list[str]
    labels: np.ndarray
    sizes: np.ndarray
    more: Floats | None = None
    names: Sequence[Levels] | None = None
    kinds: Sequence[str | None] = ()
    words: Words = field(init=False)

    def __post_init__(self) -> None:
        self.words = read_words(self.texts, self.title)

    @property
    def weights(self) -> np.ndarray:
        """Of its lines: documents count alike, long lines more than short ones."""
        weights: np.ndarray = np.sqrt(self.sizes + 3.0)
        return weights / weights.sum() * (COLUMN_WEIGHT if self.view == "column" else 1.0)


def read_documents(path: Path) -> list[Document]:
    """Documents of ``lines.jsonl.gz`` of the cleaning gold data."""
    return [_document(record) for record in json_lines(path)]


def _document(record: dict[str, Any]) -> Document:
    rows = record["lines"]
    texts = [" ".join(row["text"].split()) for row in rows]  # as repaired lines are
    return Document(
        record["id"],
        record["view"],
        record["site"],
        record["title"],
        texts,
        np.array([-1 if row["keep"] is None else int(row["keep"]) for row in rows]),
        np.array([len(re.findall(r"\w+", text)) for text in texts]),
        kinds=[row["kind"] for row in rows],
    )


def folds(documents: Sequence[Document], count: int) -> list[set[int]]:
    """Indices of documents in ``count`` parts, each site in one of them."""
    sites = sorted({document.site for document in documents})
    np.random.default_rng(0).shuffle(sites)
    fold = {site: index % count for index, site in enumerate(sites)}
    return [{i for i, document in enumerate(documents) if fold[document.site] == index} for index in range(count)]
