"""Blocks that stand apart from the story: comments, notes on the author, pull quotes, windows, teasers."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from service.clean.html.blocks.render import Block
from service.clean.lines.decision.boilerplate import boilerplate
from service.clean.lines.tokens.words import Floats, Words

MAX_STORY_SHARE = 0.5
"""The largest share of the story (as the rules find it) that elements of one name may hold and still stand apart from
it: some sites give such a name to the element around everything, or show the whole page in a pop-up window."""
LINK, TEASER_WORDS = 0.9, 25
"""A paragraph of at least so many words, with at least this share of its characters within links, is a teaser of
another story."""


def outside_story(blocks: Sequence[Block], words: Words, sizes: Floats, taken: Floats) -> NDArray[np.bool_]:
    """Find the blocks that are surely no part of the story, by the names of their elements, their links or their words.

    Args:
        blocks: of the page, in order.
        words: of their texts.
        sizes: number of words of each.
        taken: 1 for each block that the rules take for the story, otherwise 0; see ``story``.

    Returns:
        Shape (blocks,), True for a block outside of the story.
    """
    names = [block.element.apart for block in blocks]
    voted = sizes * taken if taken.any() else sizes
    most = MAX_STORY_SHARE * voted.sum()
    held: dict[str, float] = {}
    for name, own in zip(names, voted.tolist(), strict=True):
        if name:
            held[name] = held.get(name, 0.0) + own
    apart: NDArray[np.bool_] = (sizes >= TEASER_WORDS) & (np.array([block.link_share for block in blocks]) >= LINK)
    apart |= np.array([bool(name) and held[name] <= most for name in names], bool)
    apart[boilerplate([block.text for block in blocks], words)] = True
    return apart
