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


ANY = np.ones(len(NAME_TAGS), np.float32)
"""A word of which nothing is known."""

GUM = {"person": ("PERSON",), "organization": ("ORG",), "place": ("LOC", "FAC")}
_PROPER = {"NNP", "NNPS"}
_WITHIN = {"IN", "CC", "DT", "HYPH", "POS", ",", "CD", "NNP", "NNPS"}
_UNSURE = {"NNP", "NNPS", "CD", "$", "SYM", "FW", "ADD", "LS", "GW"}
_TITLES = set(
    "mr mr. mrs mrs. ms ms. dr dr. prof prof. professor president minister prime senator sen. rep. gov. governor "
    "sir lord lady king queen prince princess pope saint st. st general gen. colonel col. captain capt. sergeant "
    "judge justice chancellor mayor secretary director chairman chief father bishop archbishop cardinal".split()
)


def tree_tags(words: list[str], xpos: list[str], mentions: list[tuple[int, int, str]] | None) -> np.ndarray:
    """Allowed tags for a sentence of a treebank: GUM marks every mention and does not say which are names.

    A mention of a person, organisation or place made of proper nouns is a name; other lower-case words
    are not; of the rest (numbers, other capitalised words, words of other mentions with proper nouns)
    nothing is known.

    Args:
        mentions: (start, end exclusive, entity type) in words; they may be nested. None where they are
            not marked: then nothing is known of any word.
    """
    if mentions is None:
        return np.tile(ANY, (len(words), 1))
    rows = np.tile(allow("O"), (len(words), 1))
    for index, (word, tag) in enumerate(zip(words, xpos, strict=True)):
        amount = index > 0 and xpos[index - 1] in ("CD", "$")
        if tag in _UNSURE or amount or (word[:1].isupper() and (index > 0 or tag[:2] in ("JJ", "NN"))):
            rows[index] = ANY
    named: list[tuple[int, int, str]] = []
    for start, end, kind in mentions:
        while start < end and (xpos[start] in ("DT", "PRP$") or (kind == "person" and words[start].lower() in _TITLES)):
            start += 1
        while start < end and xpos[end - 1] == "POS":
            end -= 1
        if start < end and xpos[start] in _PROPER and kind in GUM and set(xpos[start:end]) <= _WITHIN - {","}:
            if xpos[end - 1] in _PROPER:
                named.append((start, end, kind))
        elif kind not in GUM and _PROPER & set(xpos[start:end]):
            rows[start:end] = ANY
    taken = np.zeros(len(words), bool)
    for start, end, kind in sorted(named, key=lambda span: span[0] - span[1]):
        if taken[start:end].any():
            continue
        taken[start:end] = True
        labels = GUM[kind]
        if end - start == 1 and xpos[start] == "NNPS":
            labels = (*labels, "NORP")
        rows[start] = allow(*(f"B-{label}" for label in labels))
        rows[start + 1 : end] = allow(*(f"I-{label}" for label in labels))
    return rows
