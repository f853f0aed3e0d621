"""The element that holds the story of a page, by its name and the text in it, and what in it is something else.

It is a reading by rules: the line model hears it as a vote and weighs it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from service.clean.html.blocks.element_names import APART_FROM_STORY, HOLDS_PAGE, HOLDS_STORY
from service.clean.html.blocks.render import Block, BlockElement
from service.clean.lines.tokens.words import Floats

RUNNING_WORDS, LINKED = 12, 0.5
"""Running text has so many words, and less than this share of them within links."""
SHORT_SHARE = 0.25
"""The weight of a shorter block, as a share of its words outside of links: some stories are lists."""
MAX_APART_SHARE = 0.5
"""The largest share of the page's text that an element may hold and still stand apart from the story by its name: some
sites give such a name to the element around everything."""
CANDIDATES = ((HOLDS_STORY, 0.5), (HOLDS_PAGE, 0.5), (HOLDS_STORY, 0.25), (0, 0.5))
"""Kinds of names, from the surest on, and the least share of the page's text that an element of the kind must hold."""
NEARLY_ALL = 0.85
"""Candidates that hold at least this share of what the fullest one holds are as good, and the innermost is taken."""
LINK = 0.8
"""A block with so much of its text within links leads elsewhere."""
TEXT_TAGS = frozenset("p li h2 h3 h4 h5 blockquote pre tr dd dt ul ol td".split())
"""Elements whose shortest text may be part of the story."""
FAR = 10  # levels: no such element

PLACES = 5
"""Columns of ``Story.places``."""


@dataclass(frozen=True, slots=True)
class Story:
    """What the rules read.

    Attributes:
        taken: for each block 1 when they take it for the story, otherwise 0.
        places: shape (blocks, PLACES): levels up to the innermost element named for a story, for what stands apart,
            for the page's main part, and to the element that holds the story; whether the block stands apart in that.
    """

    taken: Floats
    places: Floats


def find_story(blocks: Sequence[Block], sizes: Floats) -> Story:
    """Find the story of a page by the names of its elements.

    Args:
        blocks: of the page, in order.
        sizes: number of words of each block.
    """
    links = np.array([block.link_share for block in blocks])
    running = (sizes >= RUNNING_WORDS) & (links < LINKED)
    weights = np.where(running, sizes, SHORT_SHARE * sizes * (1 - links))
    elements = _elements(blocks)
    holder, apart = _holder(elements, blocks, weights.tolist())
    found: dict[BlockElement, tuple[int, int, int, int, bool]] = {}
    for element in elements:
        story, away, page, up, aside = found[element.parent] if element.parent else (FAR, FAR, FAR, FAR, False)
        within = element is holder or up < FAR
        found[element] = (
            0 if element.kinds & HOLDS_STORY else min(story + 1, FAR),
            0 if element in apart else min(away + 1, FAR),
            0 if element.kinds & HOLDS_PAGE else min(page + 1, FAR),
            (0 if element is holder else min(up + 1, FAR - 1)) if within else FAR,
            within and element is not holder and (aside or element in apart),
        )
    places = np.array([found[block.element] for block in blocks], float).reshape(-1, PLACES)
    textual = np.array([block.element.tag in TEXT_TAGS for block in blocks], bool)
    taken = (places[:, 3] < FAR) & (places[:, 4] == 0) & (links < LINK) & (textual | (sizes >= RUNNING_WORDS))
    return Story(taken.astype(float), places)


def _elements(blocks: Sequence[Block]) -> list[BlockElement]:
    """All elements about blocks, outer ones before inner ones."""
    found: set[BlockElement] = set()
    ordered: list[BlockElement] = []
    for block in blocks:
        element: BlockElement | None = block.element
        while element is not None and element not in found:
            found.add(element)
            ordered.append(element)
            element = element.parent
    return sorted(ordered, key=lambda element: element.depth)


def _holder(
    elements: Sequence[BlockElement], blocks: Sequence[Block], weights: Sequence[float]
) -> tuple[BlockElement | None, set[BlockElement]]:
    """The element that holds the story, and the elements that stand apart from one."""
    whole = _held(elements, blocks, weights, frozenset())
    most = MAX_APART_SHARE * sum(weights)
    apart = {element for element in elements if element.kinds & APART_FROM_STORY and whole[element] <= most}
    held = _held(elements, blocks, weights, apart)
    total = max(1.0, max(held.values(), default=1.0))
    for kind, least in CANDIDATES:
        fit = [
            element
            for element in elements
            if element.kinds & kind == kind and element not in apart and held[element] >= least * total
        ]
        if fit:
            enough = NEARLY_ALL * max(held[element] for element in fit)
            return max((element for element in fit if held[element] >= enough), key=lambda one: one.depth), apart
    return None, apart


def _held(
    elements: Sequence[BlockElement],
    blocks: Sequence[Block],
    weights: Sequence[float],
    apart: set[BlockElement] | frozenset[BlockElement],
) -> Mapping[BlockElement, float]:
    """How much text each element holds, without what stands apart within it."""
    held = dict.fromkeys(elements, 0.0)
    for block, weight in zip(blocks, weights, strict=True):
        held[block.element] += weight
    for element in reversed(elements):
        if element.parent is not None and element not in apart:
            held[element.parent] += held[element]
    return held
