"""The body of a page: its blocks, judged by a line model that hears trafilatura's vote."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from service.clean.html.apart import stand_apart
from service.clean.html.blocks import Block, blocks
from service.clean.html.features import block_features, block_words, votes
from service.clean.html.names import Keys, name_features, name_keys
from service.clean.html.parse import Element
from service.clean.html.prune import prune
from service.clean.html.vote import extract
from service.clean.lines.decide import MOST_LINES
from service.clean.lines.model import LineModel
from service.clean.lines.words import Floats
from service.clean.warnings import CleaningWarning

MODEL_SHARE = 0.8
"""Of a block's score; the rest is trafilatura's vote."""
LEAST, MOST = 0.05, 0.5
"""Bounds of the score from which on a block is kept."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a page's blocks before the line model judges them; all of one length.

    Attributes:
        texts: white space collapsed.
        sizes: words of each.
        taken: trafilatura's vote on each, 0 to 1; zeros when it has none.
        voted: whether it has one.
        features: beside those of the texts.
        names: keys of the elements about each.
        apart: whether each is surely no part of the story.
        warnings: of the reading.
    """

    blocks: list[Block]
    texts: list[str]
    sizes: Floats
    taken: Floats
    voted: bool
    features: Floats
    names: list[Keys]
    apart: NDArray[np.bool_]
    warnings: tuple[str, ...]


def gather(tree: Element, told: str) -> Evidence:
    """Render a page and ask the others.

    Args:
        tree: of the whole page; it is pruned.
        told: the body that the page tells in JSON-LD, or nothing.
    """
    prune(tree)
    extracted = extract(tree)
    found = blocks(tree)
    judged = found[:MOST_LINES]
    words = block_words(judged)
    sizes = np.array([len(own) for own in words], float)
    taken = votes(words, extracted or "")
    texts = [" ".join(block.text.split()) for block in judged]
    return Evidence(
        found,
        texts,
        sizes,
        taken,
        extracted is not None,
        block_features(judged, sizes, taken, votes(words, told)),
        name_keys(judged),
        stand_apart(judged, texts, sizes, taken),
        (CleaningWarning.NO_EXTRACTOR_VOTE,) if extracted is None else (),
    )


def judge_blocks(evidence: Evidence, title: str | None, model: LineModel) -> tuple[NDArray[np.float32], float]:
    """How likely each block belongs to the article, and from which score on it is kept.

    Args:
        title: of the article, when it is known.
    """
    more = np.hstack([evidence.features, name_features(model.names, evidence.names)])
    scores = model.scores(evidence.texts, title, more)
    joined = join(scores, evidence)
    return joined, best_threshold(joined, evidence.sizes)


def join(scores: NDArray[np.float32], evidence: Evidence) -> NDArray[np.float32]:
    """The model's scores with trafilatura's vote; none for blocks that stand apart from the story."""
    joined = scores
    if evidence.voted:  # without a vote nothing speaks against a block: the model stands alone
        joined = (MODEL_SHARE * scores + (1 - MODEL_SHARE) * evidence.taken).astype(np.float32)
    joined = joined.copy()
    joined[evidence.apart] = 0
    return joined


def best_threshold(scores: NDArray[np.float32], sizes: Floats) -> float:
    """The score from which on keeping blocks makes the expected F1 of a page's words the greatest.

    It is half of that F1 (Lipton, Elkan and Naryanaswamy, ECML 2014): of a page that the model is
    sure of, what is likelier than not is kept; of one it is unsure of, more.
    """
    order = np.argsort(-scores, kind="stable")
    weighed = (scores * sizes)[order]
    f1 = 2 * np.cumsum(weighed) / np.maximum(1e-9, np.cumsum(sizes[order]) + weighed.sum())
    return float(np.clip(f1.max(initial=0.0) / 2, LEAST, MOST))
