"""A model's files: what ``training.export`` writes and the service loads."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
from tokenizers import Tokenizer

from service.enrich.encoder.lemmas import LemmaTable
from service.enrich.encoder.session import Session
from service.enrich.encoder.tagging import Classes, RelationScorer

NETWORK, PIECES, DESCRIPTION, RELATIONS, LEMMAS, TOKENIZER = (
    "model.onnx",
    "pieces.bin",
    "model.json",
    "relations.npy",
    "lemmas.json",
    "tokenizer.json",
)
"""The network; its embeddings of word pieces, which the second encoder shares; its name, version and classes; the
tensor of ``RelationScorer``; lemmas by tag and word; the word-piece tokenizer."""


@dataclass(frozen=True)
class Model:
    """A loaded model.

    Attributes:
        name, version: told in every record made with it.
        width: numbers in the vector of a word.
    """

    name: str
    version: str
    width: int
    classes: Classes
    relations: RelationScorer
    lemmas: LemmaTable
    tokenizer: Tokenizer
    session: Session

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Load a model.

        Raises:
            OSError: a file is missing.
        """
        about = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
        classes = Classes(**about["classes"])
        return cls(
            about["name"],
            about["version"],
            about["width"],
            classes,
            RelationScorer(np.load(folder / RELATIONS, allow_pickle=False), classes.relations),
            LemmaTable(_json(folder / LEMMAS)),
            Tokenizer.from_file(str(folder / TOKENIZER)),
            Session(folder / NETWORK),
        )


def is_model(folder: Path) -> bool:
    """Whether a folder holds a model of this kind, rather than a spaCy pipeline."""
    return (folder / NETWORK).is_file()


def _json(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
