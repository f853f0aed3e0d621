"""A page as blocks of text: what stands between the boundaries of block elements, in document order.

Each block remembers where it stood: its element, its links, the names of the elements about it. The
line model reads that; nobody needs rules about single sites.
"""

import re
from dataclasses import dataclass, replace

import lxml.html
from lxml import etree

_WITHOUT_TEXT = frozenset(
    """
    script style noscript template nav form button select option svg iframe head object canvas audio video math input
    textarea dialog map
    """.split()
)
_BLOCK = frozenset(
    """
    address article aside blockquote body br center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4
    h5 h6 header hgroup hr html legend li main menu ol p pre section summary table tbody tfoot thead tr ul caption
    """.split()
)
"""Boundaries of text; like a browser, this takes every element it does not know for part of a line."""

_CELL = frozenset(["td", "th"])  # a row of a table is one line

_NEVER_HIDDEN = frozenset(["html", "body", "main", "article"])  # scripts show them when the page is ready

TAGS = (
    "p", "li", "h1", "h2", "h3", "h4", "div", "blockquote", "figcaption", "tr", "article", "section", "dd", "pre",
)  # fmt: skip
"""Elements a block can stand in, by their rows of features; others count as none of them."""

ABOUT = (
    ("article", re.compile(r"article|story|post|entry|content|body|text|main", re.IGNORECASE)),
    ("related", re.compile(r"relat|recommend|more-|also|trending|popular|most-|teaser|promo|card|list|read-|river|feed|outbrain|taboola|rail|latest", re.IGNORECASE)),
    ("caption", re.compile(r"caption|figure|image|photo|media|gallery|slide|credit|video", re.IGNORECASE)),
    ("share", re.compile(r"share|social|follow|tool|button|toolbar", re.IGNORECASE)),
    ("subscribe", re.compile(r"newsletter|subscri|signup|sign-up|paywall|promo|advert|\bad-|-ad\b|sponsor|banner|cookie|consent|modal|popup", re.IGNORECASE)),
    ("comment", re.compile(r"comment|disqus|discussion|reply", re.IGNORECASE)),
    ("about", re.compile(r"author|byline|bio|meta|date|time|tag|topic|breadcrumb|kicker|label|categor", re.IGNORECASE)),
    ("frame", re.compile(r"footer|header|sidebar|side-|nav|menu|widget|aside|complementary|secondary|masthead", re.IGNORECASE)),
    ("lead", re.compile(r"summary|dek|standfirst|subtitle|subhead|lead|intro|excerpt|description|headline|title", re.IGNORECASE)),
)  # fmt: skip
"""What the names (``class``, ``id``, ``role``, tag) of the elements about a block hint at."""

NEAR = 3  # elements up from the block whose names count as near


@dataclass(frozen=True, slots=True)
class Block:
    """One block.

    Attributes:
        text: with its white space as in the page.
        tag: of the innermost block element.
        link_share: of its visible characters, within links.
        near, far: bits of ABOUT for the innermost elements about it, and for all others.
        depth: of the innermost block element.
        within: bits: in an article, a main, an aside, a figure, a list, a table, a header, a footer,
            a blockquote.
    """

    text: str
    tag: str
    link_share: float
    near: int
    far: int
    depth: int
    within: int


_WITHIN = {
    name: 1 << bit
    for bit, name in enumerate(
        ("article", "main", "aside", "figure", "ul", "table", "header", "footer", "blockquote", "section")
    )
}
_WITHIN["ol"] = _WITHIN["ul"]
WITHIN_COUNT = 10


@dataclass(slots=True)
class _Element:
    tag: str
    names: int
    far: int
    within: int
    link: bool


class _Renderer:
    """Collects blocks along one walk of the tree."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._stack: list[_Element] = []
        self._pieces: list[str] = []
        self._visible = self._linked = 0
        self._hints: dict[str, int] = {}

    def open(self, element: lxml.html.HtmlElement, tag: str) -> None:
        parent = self._stack[-1] if self._stack else _Element("", 0, 0, 0, link=False)
        if tag not in _BLOCK:
            inner = replace(parent, link=parent.link or tag == "a")
        else:
            self.close_block()
            names = f"{tag} {element.get('class', '')} {element.get('id', '')} {element.get('role', '')}"
            hints = self._hints.get(names)
            if hints is None:
                hints = sum(1 << bit for bit, (_, pattern) in enumerate(ABOUT) if pattern.search(names))
                self._hints[names] = hints
            far = parent.far
            if len(self._stack) >= NEAR:
                far |= self._stack[-NEAR].names
            inner = _Element(tag, hints, far, parent.within | _WITHIN.get(tag, 0), link=parent.link)
        self._stack.append(inner)
        if tag in _CELL:
            self.add(" ")
        if element.text:
            self.add(element.text)

    def close(self, tag: str) -> None:
        if tag in _BLOCK:
            self.close_block()
        self._stack.pop()

    def add(self, text: str) -> None:
        self._pieces.append(text)
        visible = len(text) - text.count(" ") - text.count("\n")
        self._visible += visible
        if self._stack and self._stack[-1].link:
            self._linked += visible

    def close_block(self) -> None:
        if self._visible and self._stack:
            text = "".join(self._pieces)
            if not text.isspace():
                here = self._stack[-1]
                near = 0
                for element in self._stack[-NEAR:]:
                    near |= element.names
                self.blocks.append(
                    Block(text, here.tag, self._linked / self._visible, near, here.far, len(self._stack), here.within)
                )
        self._pieces = []
        self._visible = self._linked = 0


def blocks(root: lxml.html.HtmlElement) -> list[Block]:
    """The blocks of a page.

    Args:
        root: its tree; it is not changed.
    """
    renderer = _Renderer()
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    skipped = False
    for event, element in walk:
        if event in ("comment", "pi"):
            if element.tail and element is not root:
                renderer.add(element.tail)
            continue
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            skipped = tag in _WITHOUT_TEXT or (tag not in _NEVER_HIDDEN and _is_hidden(element))
            if skipped:
                walk.skip_subtree()
            else:
                renderer.open(element, tag)
            continue
        if skipped:  # the end of an element whose subtree was skipped follows its start
            skipped = False
            if tag in _BLOCK:
                renderer.close_block()
        else:
            renderer.close(tag)
        if element.tail and element is not root:
            renderer.add(element.tail)
    renderer.close_block()
    return renderer.blocks


def _is_hidden(element: lxml.html.HtmlElement) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and "display:none" in style.replace(" ", "").lower())
