"""The body of a page: its blocks, judged by a line model that hears what rules read of the page's elements."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from service.clean.html.blocks.prune import prune
from service.clean.html.blocks.render import Block, blocks
from service.clean.html.body.features import block_features, declared_shares, word_counts
from service.clean.html.body.name_weights import Levels, name_features, name_keys
from service.clean.html.body.outside_story import outside_story
from service.clean.html.body.story import find_story
from service.clean.html.parse import Element
from service.clean.lines.decision.decide import MAX_LINES
from service.clean.lines.model.line_model import LineModel
from service.clean.lines.tokens.words import Floats, Words, read_words

MODEL_SHARE = 0.8
"""Of a block's score; the rest is what the rules take."""
MIN_THRESHOLD, MAX_THRESHOLD = 0.05, 0.5
"""Bounds of the score from which on a block is kept."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a page's blocks before the line model judges them.

    Attributes:
        blocks: all of the page; the other attributes have an entry for each of the first ``MAX_LINES``.
        texts: white space collapsed.
        words: of the texts, and of the title.
        sizes: words of each.
        taken: 1 for each that the rules take for the story, otherwise 0.
        features: of each, to stand beside those of its text; shape (blocks, BLOCK_FEATURE_COUNT).
        names: keys of the names of the elements about each, see ``name_weights``.
        apart: whether each is surely no part of the story.
    """

    blocks: list[Block]
    texts: list[str]
    words: Words
    sizes: Floats
    taken: Floats
    features: Floats
    names: list[Levels]
    apart: NDArray[np.bool_]


def collect_evidence(tree: Element, declared: str, title: str | None) -> Evidence:
    """Render a page and read what it shows of its blocks.

    Args:
        tree: of the whole page; it is pruned.
        declared: the article's text in the page's JSON-LD, empty where there is none.
        title: of the article, when it is known.
    """
    prune(tree)
    found = blocks(tree)
    judged = found[:MAX_LINES]
    texts = [block.text for block in judged]
    words = read_words(texts, title)
    sizes = word_counts(texts)
    story = find_story(judged, sizes)
    return Evidence(
        found,
        texts,
        words,
        sizes,
        story.taken,
        block_features(judged, sizes, story, declared_shares(texts, declared)),
        name_keys(judged),
        outside_story(judged, words, sizes, story.taken),
    )


def judge_blocks(evidence: Evidence, model: LineModel) -> tuple[NDArray[np.float32], float]:
    """Judge the blocks of a page.

    Args:
        evidence: what is known of the blocks, of which there is one at least.
        model: the line model of pages.

    Returns:
        The probability of each judged block that it belongs to the article, shape (blocks,); the score from which on a
        block is kept.
    """
    more = np.hstack([evidence.features, name_features(model.names, evidence.names)])
    joined = combine_with_rules(model.judge_words(evidence.words, more), evidence)
    return joined, best_threshold(joined, evidence.sizes)


def combine_with_rules(scores: NDArray[np.float32], evidence: Evidence) -> NDArray[np.float32]:
    """The model's scores with what the rules take; none for blocks that stand apart from the story."""
    joined = (MODEL_SHARE * scores + (1 - MODEL_SHARE) * evidence.taken).astype(np.float32)
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
    return float(np.clip(f1.max(initial=0.0) / 2, MIN_THRESHOLD, MAX_THRESHOLD))
