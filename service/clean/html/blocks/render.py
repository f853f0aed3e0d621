"""A page as blocks of text: what stands between the boundaries of block elements, in document order.

Each block remembers where it stood: its element, its links, the names of the elements about it. The
line model reads that; nobody needs rules about single sites.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from service.clean.html.blocks.element_names import WITHIN_BITS, hints, kinds, tells_apart
from service.clean.html.blocks.prune import BREAKS, CELLS, LINK
from service.clean.html.parse import Element

NEAR = 3  # elements up from a text whose names count as near


@dataclass(slots=True, eq=False)
class BlockElement:
    """A block element.

    Attributes:
        names: its ``class``, ``id`` and ``role``, one by one.
        hints: bits of HINTS for its own names.
        near: the same for the NEAR innermost elements about a text in it.
        far: the same for all elements farther out.
        within: bits of WITHIN, for itself and all elements about it.
        kinds: bits of what its own names and its tag tell, see ``markup.kinds``.
        apart: the innermost name about it of what stands apart from the story, or nothing.
    """

    tag: str
    names: tuple[str, ...]
    hints: int
    near: int
    far: int
    depth: int
    within: int
    kinds: int
    apart: str
    parent: "BlockElement | None"


@dataclass(slots=True)
class Block:
    """One block.

    Attributes:
        text: white space collapsed, as browsers show it.
        link_share: of its visible characters, within links.
        element: the innermost block element about it.
    """

    text: str
    link_share: float
    element: BlockElement


def blocks(root: Element) -> list[Block]:
    """The blocks of a page.

    Args:
        root: its tree, pruned.
    """
    renderer = _Renderer()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            renderer.open(element, element.tag)
        else:
            renderer.close(element.tag)
            if element.tail and element is not root:
                renderer.add(element.tail)
    renderer.break_line()
    return renderer.blocks


class _Renderer:
    """Collects blocks along one walk of the tree."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._here = BlockElement("", (), 0, 0, 0, 0, 0, 0, "", None)
        self._links = 0
        self._pieces: list[str] = []
        self._visible = self._linked = 0

    def open(self, element: Element, tag: str) -> None:
        if tag == LINK:
            self._links += 1
        elif tag in CELLS:
            self.add(" ")
        else:
            self.break_line()
            if tag not in BREAKS:
                self._here = _child(self._here, element, tag)
        if element.text:
            self.add(element.text)

    def close(self, tag: str) -> None:
        if tag == LINK:
            self._links -= 1
        elif tag not in CELLS and tag not in BREAKS:
            self.break_line()
            self._here = self._here.parent or self._here

    def add(self, text: str) -> None:
        self._pieces.append(text)
        visible = len(text) - text.count(" ") - text.count("\n")
        self._visible += visible
        if self._links:
            self._linked += visible

    def break_line(self) -> None:
        if self._visible:
            text = " ".join("".join(self._pieces).split())
            if text:
                self.blocks.append(Block(text, self._linked / self._visible, self._here))
        if self._pieces:
            self._pieces = []
            self._visible = self._linked = 0


def _child(parent: BlockElement, element: Element, tag: str) -> BlockElement:
    own = _element_hints(tag, element.get("class"), element.get("id"), element.get("role"))
    near, outer = own.hints, parent
    for _ in range(NEAR - 1):
        near |= outer.hints
        outer = outer.parent or outer
    far = outer.near | outer.far
    within = parent.within | WITHIN_BITS.get(tag, 0)
    apart = own.apart or parent.apart
    return BlockElement(tag, own.names, own.hints, near, far, parent.depth + 1, within, own.kinds, apart, parent)


class _ElementHints(NamedTuple):
    """What the tag and the names of an element hint at by themselves; see ``BlockElement``."""

    names: tuple[str, ...]
    hints: int
    kinds: int
    apart: str


@lru_cache(maxsize=8192)
def _element_hints(tag: str, classes: str | None, identifier: str | None, role: str | None) -> _ElementHints:
    names = tuple(name for value in (classes, identifier, role) if value for name in value.split())
    own = hints(tag)
    for name in names:
        own |= hints(name)
    return _ElementHints(names, own, kinds(tag, names), next(filter(tells_apart, names), ""))
