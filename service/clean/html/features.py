"""What the line model sees of a page's block beside its text: its element, its links, trafilatura's vote."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from service.clean.html.blocks import ABOUT, TAGS, WITHIN_COUNT, Block
from service.clean.lines.features import Floats, around

_WORD = re.compile(r"\w+")
SHINGLE = 3  # words


def votes(blocks: Sequence[Block], extracted: str) -> Floats:
    """The share of each block's words that trafilatura extracted, too.

    Args:
        blocks: of the page.
        extracted: trafilatura's text of the same page.

    Returns:
        Shape (blocks,), 0 to 1; short blocks count as extracted when they stand there as a line.
    """
    lines = {" ".join(_WORD.findall(line.lower())) for line in extracted.split("\n")}
    words = _WORD.findall(extracted.lower())
    known = set(zip(*(words[start:] for start in range(SHINGLE)), strict=False))
    found = []
    for block in blocks:
        own = _WORD.findall(block.text.lower())
        shingles = list(zip(*(own[start:] for start in range(SHINGLE)), strict=False))
        if len(shingles) < SHINGLE:
            found.append(float(" ".join(own) in lines))
        else:
            found.append(sum(shingle in known for shingle in shingles) / len(shingles))
    return np.array(found, float)


def block_features(blocks: Sequence[Block], votes: Floats) -> Floats:
    """Features of each block, to stand beside those of its line.

    Returns:
        Shape (blocks, k).
    """
    if not blocks:
        return np.zeros((0, BLOCK_FEATURE_COUNT))
    sizes = np.array([len(_WORD.findall(block.text)) for block in blocks], float)
    kin = _kinship(blocks, sizes, votes)
    rows = []
    for block in blocks:
        rows.append(
            [
                *[float(block.tag == tag) for tag in TAGS],
                *[float(block.near >> bit & 1) for bit in range(len(ABOUT))],
                *[float(block.far >> bit & 1) for bit in range(len(ABOUT))],
                *[float(block.within >> bit & 1) for bit in range(WITHIN_COUNT)],
                block.link_share,
                float(block.depth),
            ]
        )
    links = np.array([block.link_share for block in blocks])
    context = around(np.column_stack([votes, links, kin[:, 0]]))
    return np.hstack([np.array(rows, float), votes[:, None], kin, _between(votes), context])


BLOCK_FEATURE_COUNT = len(TAGS) + 2 * len(ABOUT) + WITHIN_COUNT + 2 + 1 + 6 + 3 + 3 * 11
"""Columns of ``block_features``, in its order; a test counts them."""


def _kinship(blocks: Sequence[Block], sizes: Floats, votes: Floats) -> Floats:
    """How much of the page's running text, and of trafilatura's, stands in elements like the block's."""
    columns = []
    for key in (lambda b: (b.tag, b.depth, b.near), lambda b: (b.depth, b.within), lambda b: b.tag):
        words, voted = Counter[object](), Counter[object]()
        for block, size, vote in zip(blocks, sizes, votes, strict=True):
            if size >= 15:
                words[key(block)] += size
            voted[key(block)] += size * vote
        all_words, all_voted = max(1.0, sum(words.values())), max(1.0, sum(voted.values()))
        columns.append([words[key(block)] / all_words for block in blocks])
        columns.append([voted[key(block)] / all_voted for block in blocks])
    return np.array(columns, float).T.reshape(len(blocks), len(columns))


def _between(votes: Floats) -> Floats:
    """Where the block stands beside the first and the last block that trafilatura took."""
    index = np.arange(len(votes), dtype=float)
    taken = np.flatnonzero(votes > 0.5)
    if not len(taken):
        return np.zeros((len(votes), 3))
    inside = (index >= taken[0]) & (index <= taken[-1])
    return np.column_stack(
        [np.clip(index - taken[0], -20, 20), np.clip(index - taken[-1], -20, 20), inside.astype(float)]
    )
