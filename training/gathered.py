"""All that training reads of the corpora, in one file: a machine with a GPU needs neither the corpora nor spaCy."""

import lzma
import pickle
from dataclasses import dataclass
from pathlib import Path

from training.documents import NamesDocument
from training.events.sentences import LabelledSentence
from training.treebanks import TreeDocument


@dataclass(frozen=True)
class Gathered:
    """What ``training.gather`` finds.

    Attributes:
        trees: treebank -> its documents.
        names: corpus of names -> its documents.
        events: labelled sentences, with as many words around them as training reads.
    """

    trees: dict[str, list[TreeDocument]]
    names: dict[str, list[NamesDocument]]
    events: list[LabelledSentence]


def save(gathered: Gathered, path: Path) -> None:
    """Write it, packed."""
    with lzma.open(path, "wb", preset=1) as file:
        pickle.dump(gathered, file)


def load(path: Path) -> Gathered:
    """Read what ``save`` wrote; a file from elsewhere can run code of its writer's, as every pickle.

    Raises:
        OSError: the file cannot be read.
        TypeError: it holds something else.
    """
    with lzma.open(path) as file:
        found = pickle.load(file)
    if not isinstance(found, Gathered):
        raise TypeError(f"{path} holds no {Gathered.__name__}; make it with python -m training.gather")
    return found
