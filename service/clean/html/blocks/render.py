"""A page as blocks of text: what stands between the boundaries of block elements, in document order.

Each block remembers where it stood: its element, its links, the names of the elements about it. The
line model reads that; nobody needs rules about single sites.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from service.clean.html.blocks.element_names import WITHIN_BITS, kinds_of_element, look_at_name
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
        kinds: bits of what its own names and its tag tell, see ``kinds_of_element``.
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
            text = element.text
        else:
            renderer.close(element.tag)
            text = element.tail if element is not root else None
        if text:
            renderer.add(text)
    renderer.break_line()
    return renderer.blocks


class _Renderer:
    """Collects blocks along one walk of the tree."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._open: list[Element] = []  # block elements about the place that the walk has reached
        self._described = [BlockElement("", (), 0, 0, 0, 0, 0, 0, "", None)]  # above all, then the first of these
        self._links = 0
        self._pieces: list[str] = []
        self._linked: list[str] = []

    def open(self, element: Element, tag: str) -> None:
        if tag == LINK:
            self._links += 1
        elif tag in CELLS:
            self.add(" ")
        else:
            self.break_line()
            if tag not in BREAKS:
                self._open.append(element)

    def close(self, tag: str) -> None:
        if tag == LINK:
            self._links -= 1
        elif tag not in CELLS and tag not in BREAKS:
            self.break_line()
            self._open.pop()
            del self._described[len(self._open) + 1 :]

    def add(self, text: str) -> None:
        self._pieces.append(text)
        if self._links:
            self._linked.append(text)

    def break_line(self) -> None:
        if self._pieces:
            whole = "".join(self._pieces)
            text = " ".join(whole.split())
            if text:
                link_share = _visible("".join(self._linked)) / _visible(whole) if self._linked else 0.0
                self.blocks.append(Block(text, link_share, self._element()))
            self._pieces, self._linked = [], []

    def _element(self) -> BlockElement:
        """The innermost open element; elements about no text are never described."""
        for element in self._open[len(self._described) - 1 :]:
            self._described.append(_child(self._described[-1], element, element.tag))
        return self._described[-1]


def _visible(text: str) -> int:
    """How many characters of a text are no spaces or line feeds."""
    return len(text) - text.count(" ") - text.count("\n")


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
    own, kinds, apart = look_at_name(tag)[0], 0, ""
    for name in names:
        hinted, kind, stands_apart = look_at_name(name)
        own |= hinted
        kinds |= kind
        apart = apart or (name if stands_apart else "")
    return _ElementHints(names, own, kinds_of_element(tag, kinds), apart)
