"""The names of the elements about a block, weighed: how much they speak for or against the article.

``class``, ``id`` and ``role`` are chosen by each site alone, but most sites choose among the same words.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

import numpy as np

from service.clean.html.blocks.element_names import words
from service.clean.html.blocks.render import Block, BlockElement
from service.clean.lines.tokens.words import Floats

NEAR, LOOKED_AT = 2, 5
"""Elements up from a block: those that count as near, and those that are looked at."""

Keys = frozenset[str]
"""Keys of one element under which the weights stand."""
Levels = tuple[Keys, ...]
"""Keys of a block: of the elements about it, the innermost first."""


def name_keys(blocks: Sequence[Block]) -> list[Levels]:
    """The keys of blocks: tags, words of names and pairs of them, of near and of farther elements apart."""
    found: dict[BlockElement, Levels] = {}
    for block in blocks:
        if block.element not in found:
            found[block.element] = _levels(block.element)
    return [found[block.element] for block in blocks]


def _levels(innermost: BlockElement) -> Levels:
    found: list[Keys] = []
    element: BlockElement | None = innermost
    for level in range(LOOKED_AT):
        if element is None:
            break
        found.append(_keys_of_element("near" if level < NEAR else "far", element.tag, element.names))
        element = element.parent
    return tuple(found)


def all_keys(levels: Iterable[Keys]) -> Keys:
    """The keys of all elements about a block, each once."""
    return frozenset().union(*levels)


@lru_cache(maxsize=8192)
def _keys_of_element(where: str, tag: str, names: tuple[str, ...]) -> Keys:
    found = {f"{where} <{tag}>"}
    for name in names:
        parts = words(name)
        found.update(f"{where} {part}" for part in parts)
        found.update(f"{where} {one} {other}" for one, other in pairwise(parts))
    return frozenset(found)


def name_features(weights: Mapping[str, float], keys: Sequence[Levels]) -> Floats:
    """The sums of the weights of each block's names, each name once; above zero speaks for the article.

    Returns:
        Shape (blocks, 3): of the block, of the one before, of the one after.
    """

    @cache
    def weighed(own: Keys) -> Keys:
        return own & weights.keys()

    # Sorted, as a sum of floats hangs on its order, and that of a set on the process.
    sums = {own: sum(sorted([weights[key] for key in all_keys(map(weighed, own))])) for own in set(keys)}
    fenced = np.array([0.0, *(sums[own] for own in keys), 0.0])
    return np.column_stack([fenced[1:-1], fenced[:-2], fenced[2:]])
