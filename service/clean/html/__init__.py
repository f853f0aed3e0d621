"""HTML bodies: the text of block elements, without navigation, scripts and forms."""

from collections.abc import Iterator

import lxml.html
from lxml import etree

from service.clean.page import Metadata, Page
from service.errors import Reason, Rejected, Stage

_LEFT_OUT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "header",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "svg",
        "iframe",
        "head",
    ]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
    ]
)
_NO_TEXT = 1  # characters of visible text below which a page counts as empty


def read_html(body: str) -> Page:
    """Render a page as blocks of text.

    Raises:
        Rejected: no parser could make a tree of it.
    """
    try:
        # As bytes, so that an encoding declared inside cannot contradict text that is decoded already.
        parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        tree = lxml.html.document_fromstring(body.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Rejected(Stage.CLEAN, Reason.EMPTY_TEXT, "the page holds no elements", "body") from error
    pieces: list[str] = []
    blocks: list[tuple[int, int]] = []
    length = 0
    for block in _blocks(_main_part(tree)):
        blocks.append((length, length + len(block)))
        pieces.append(block)
        length += len(block) + 1
    return Page("html", "blocks", "\n".join(pieces), tuple(blocks), Metadata(title=_title(tree)))


def _main_part(tree: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    """The one article element of a page, else its body."""
    articles = tree.xpath("//article | //*[@role='main'] | //main")
    if len(articles) == 1 and articles[0].text_content().strip():
        return articles[0]
    body = tree.find(".//body")
    return body if body is not None else tree


def _title(tree: lxml.html.HtmlElement) -> str | None:
    for path in ("//meta[@property='og:title']/@content", "//h1", "//title"):
        for found in tree.xpath(path):
            text = " ".join((found if isinstance(found, str) else found.text_content()).split())
            if text:
                return text
    return None


def _blocks(root: lxml.html.HtmlElement) -> Iterator[str]:
    """The text between block boundaries, in document order."""
    pending: list[str] = []
    for piece in _pieces(root):
        if piece is not None:
            pending.append(piece)
        elif pending:
            yield from _joined(pending)
            pending = []
    yield from _joined(pending)


def _joined(pieces: list[str]) -> Iterator[str]:
    text = "".join(pieces)
    if len(text.strip()) >= _NO_TEXT:
        yield text


def _pieces(root: lxml.html.HtmlElement) -> Iterator[str | None]:
    """Pieces of text in document order, and None at each boundary of a block."""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag not in _INLINE:
                yield None
            if tag not in _LEFT_OUT and element.text and not _inside_left_out(element, root):
                yield element.text
        else:
            if tag not in _INLINE:
                yield None
            if element is not root and element.tail and not _inside_left_out(element.getparent(), root):
                yield element.tail


def _inside_left_out(element: lxml.html.HtmlElement, root: lxml.html.HtmlElement) -> bool:
    while element is not None and element is not root:
        if element.tag in _LEFT_OUT:
            return True
        element = element.getparent()
    return False
