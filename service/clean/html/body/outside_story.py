"""Blocks that stand apart from the story: comments, notes on the author, pull quotes, windows, teasers."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from service.clean.html.blocks.render import Block
from service.clean.lines.decision.boilerplate import boilerplate
from service.clean.lines.tokens.words import Floats, read_words

MAX_STORY_SHARE = 0.5
"""Sites also name the element about everything so, and open a window for the page itself: a name that holds a larger
share of what the rules take for the story tells nothing."""
LINK, TEASER_WORDS = 0.9, 25
"""A paragraph of so many words, so much of it within links, leads to another story."""


def outside_story(blocks: Sequence[Block], texts: Sequence[str], sizes: Floats, taken: Floats) -> NDArray[np.bool_]:
    """Which blocks are surely no part of the story, by the names of their elements, their links or their words.

    Args:
        texts: of the blocks, white space collapsed.
        sizes: words of each.
        taken: 1 for each that the rules take for the story, otherwise 0; see ``story``.
    """
    names = [block.element.apart for block in blocks]
    voted = sizes * taken if taken.any() else sizes
    most = MAX_STORY_SHARE * voted.sum()
    held: dict[str, float] = {}
    for name, words in zip(names, voted.tolist(), strict=True):
        if name:
            held[name] = held.get(name, 0.0) + words
    apart: NDArray[np.bool_] = (sizes >= TEASER_WORDS) & (np.array([block.link_share for block in blocks]) >= LINK)
    apart |= np.array([bool(name) and held[name] <= most for name in names], bool)
    if texts:
        apart[boilerplate(texts, read_words(texts, None))] = True
    return apart
