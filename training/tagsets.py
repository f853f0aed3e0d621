"""Which tags a corpus allows at a word: exact where it labels as we do, wider where it does not.

A corpus that does not label dates says nothing about dates: at a word outside its names every date
tag stays allowed, and the loss is the probability of the allowed tags together (partial labels,
Tsuboi et al., COLING 2008).
"""

import numpy as np

from service.enrich.encoder.labels import NAME_TAGS

TAG_INDEX = {tag: index for index, tag in enumerate(NAME_TAGS)}


def allow(*tags: str) -> np.ndarray:
    """A row of the tag set, 1.0 at each of ``tags``."""
    row = np.zeros(len(NAME_TAGS), np.float32)
    row[[TAG_INDEX[tag] for tag in tags]] = 1.0
    return row


def exact_tags(count: int, spans: list[tuple[int, int, str]]) -> np.ndarray:
    """Tags of words for spans (start, end exclusive, label) in words: one allowed tag each."""
    rows = np.tile(allow("O"), (count, 1))
    for start, end, label in spans:
        rows[start] = allow(f"B-{label}")
        rows[start + 1 : end] = allow(f"I-{label}")
    return rows


ANY = np.ones(len(NAME_TAGS), np.float32)
"""A word of which nothing is known."""

WIKIGOLD = {
    "PER": ("PERSON",),
    "ORG": ("ORG",),
    "LOC": ("LOC", "FAC"),
    # Wikigold's MISC holds nationalities, works, events and products.
    "MISC": ("MISC", "NORP", "PRODUCT"),
}
_UNLABELLED = ("DATE", "MONEY")


def wikigold_tags(tags: list[str]) -> np.ndarray:
    """Allowed tags for Wikigold's IO tags."""
    rows = np.zeros((len(tags), len(NAME_TAGS)), np.float32)
    before = "O"
    for index, tag in enumerate(tags):
        if tag == "O":
            rows[index] = allow("O", *(f"{mark}-{label}" for label in _UNLABELLED for mark in "BI"))
        else:
            labels = WIKIGOLD[tag[2:]]
            mark = "I" if tag == before else "B"
            rows[index] = allow(*(f"{mark}-{label}" for label in labels))
        before = tag
    return rows
