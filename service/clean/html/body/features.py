"""What the line model sees of a page's block beside its words: its element, its links, its kin, where the story is."""

import re
from collections.abc import Callable, Hashable, Sequence
from itertools import chain

import numpy as np

from service.clean.html.blocks.element_names import HINTS, TAGS, WITHIN
from service.clean.html.blocks.render import Block, BlockElement
from service.clean.html.body.story import PLACES, Story
from service.clean.lines.features.neighbours import PER_ROW, around
from service.clean.lines.tokens.characters import IN_WORD, codes_of, look_up
from service.clean.lines.tokens.words import Floats

_WORD = re.compile(r"\w+")
SHINGLE = 3  # words
RUNNING_WORDS = 15
TAKEN = 0.5  # from which on a block counts as part of the story

_TAG_NUMBERS = {tag: number for number, tag in enumerate(TAGS)}


def declared_shares(texts: Sequence[str], declared: str) -> Floats:
    """The share of each block's words that stand in another text of the page, too.

    Args:
        texts: of the blocks.
        declared: that text, such as the body in JSON-LD; may be empty.

    Returns:
        Shape (blocks,), 0 to 1; a block of few words has 1 where the text holds it as a line of its own.
    """
    if not declared:
        return np.zeros(len(texts))
    blocks = [_WORD.findall(text.lower()) for text in texts]
    read = list(map(_WORD.findall, declared.lower().split("\n")))
    lines = set(map(" ".join, read))
    words = list(chain.from_iterable(read))
    known = set(zip(words, words[1:], words[2:], strict=False))
    found = []
    for own in blocks:
        count = len(own) - SHINGLE + 1
        if count < SHINGLE:
            found.append(float(" ".join(own) in lines))
        else:
            found.append(sum(map(known.__contains__, zip(own, own[1:], own[2:], strict=False))) / count)
    return np.array(found, float)


def word_counts(texts: Sequence[str]) -> Floats:
    """How many words (what ``\\w+`` matches in lower case) each text has; none may be empty or hold a line feed."""
    if not texts:
        return np.zeros(0)
    codes = codes_of("\n" + "\n".join(texts).lower())
    told, _ = look_up(codes)
    inside = told & IN_WORD != 0
    begins = inside[1:] & ~inside[:-1]
    starts = (codes == ord("\n")).nonzero()[0]
    counts: Floats = np.add.reduceat(begins, starts, dtype=float)
    return counts


_KINDS: tuple[Callable[[BlockElement], Hashable], ...] = (
    lambda element: id(element.parent),
    lambda element: id(element.parent and element.parent.parent),
    lambda element: (element.tag, *element.names),
    lambda element: (element.tag, element.depth, element.near),
    lambda element: element.tag,
)
"""Blocks are kin when they stand in the same element, or in elements that look alike."""


def block_features(blocks: Sequence[Block], sizes: Floats, story: Story, declared: Floats) -> Floats:
    """Features of each block, to stand beside those of its line.

    Args:
        blocks: of the page, in order.
        sizes: number of words of each block.
        story: what the rules read of the page.
        declared: the share of each block that the body in JSON-LD holds, too; zeros without one.

    Returns:
        Shape (blocks, BLOCK_FEATURE_COUNT).
    """
    if not blocks:
        return np.zeros((0, BLOCK_FEATURE_COUNT))
    elements = [block.element for block in blocks]
    tags = np.eye(len(TAGS) + 1)[[_TAG_NUMBERS.get(element.tag, len(TAGS)) for element in elements]]
    links = np.array([block.link_share for block in blocks])
    taken = story.taken
    kin = _kinship(blocks, sizes, taken)
    here = np.column_stack(
        [
            links,
            [element.depth for element in elements],
            taken,
            declared,
            np.full(len(blocks), float(declared.max())),
            np.full(len(blocks), float((taken * sizes).sum() / max(1.0, sizes.sum()))),
        ]
    )
    return np.hstack(
        [
            tags[:, :-1],
            _bits([element.near for element in elements], len(HINTS)),
            _bits([element.far for element in elements], len(HINTS)),
            _bits([element.within for element in elements], len(WITHIN)),
            here,
            story.places,
            kin,
            _between(taken),
            around(np.array([taken, links, kin[:, 0]])).T,
        ]
    )


BLOCK_FEATURE_COUNT = len(TAGS) + 2 * len(HINTS) + len(WITHIN) + 6 + PLACES + 3 * len(_KINDS) + 3 + 3 * PER_ROW
"""Columns of ``block_features``; a test counts them."""


def _bits(values: Sequence[int], count: int) -> Floats:
    return (np.array(values)[:, None] >> np.arange(count) & 1).astype(float)


def _kinship(blocks: Sequence[Block], sizes: Floats, taken: Floats) -> Floats:
    """Of the page's running text, and of what the rules take, the share within the block's kin; and the
    share of the kin that they take."""
    running = sizes * (sizes >= RUNNING_WORDS)
    voted = sizes * taken
    columns = []
    for kind in _KINDS:
        numbers: dict[Hashable, int] = {}
        kin = np.array([numbers.setdefault(kind(block.element), len(numbers)) for block in blocks])
        of_running, of_voted, of_all = (np.bincount(kin, weights)[kin] for weights in (running, voted, sizes))
        columns += [
            of_running / max(1.0, running.sum()),
            of_voted / max(1.0, voted.sum()),
            of_voted / np.maximum(1.0, of_all),
        ]
    return np.column_stack(columns)


def _between(taken: Floats) -> Floats:
    """Where the block stands beside the first and the last block that the rules take."""
    index = np.arange(len(taken), dtype=float)
    places = np.flatnonzero(taken > TAKEN)
    if not len(places):
        return np.zeros((len(taken), 3))
    inside = (index >= places[0]) & (index <= places[-1])
    return np.column_stack(
        [np.clip(index - places[0], -20, 20), np.clip(index - places[-1], -20, 20), inside.astype(float)]
    )
