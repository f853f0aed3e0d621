"""Names as the encoder finds them, and as a test reads them."""

from collections.abc import Iterable

import numpy as np

from service.enrich.encoder.labels import NAME_LABELS
from service.enrich.encoder.names import Name


def name(start: int, end: int, label: str, chance: float = 0.95) -> Name:
    """The words ``start`` to ``end`` (exclusive) as a name of a label with this probability, others alike."""
    chances = np.full(len(NAME_LABELS), (1 - chance) / len(NAME_LABELS))
    chances[NAME_LABELS.index(label)] = chance
    return Name(start, end, NAME_LABELS.index(label), chances)


def told(words: list[str], names: Iterable[Name]) -> list[tuple[str, str]]:
    """The words of names, and their labels."""
    return [(" ".join(words[n.start : n.end]), NAME_LABELS[n.label]) for n in names]
