"""A page as a tree, by lxml, and typed searches in it."""

from collections.abc import Callable
from typing import Any, TypeAlias, cast

import lxml.html
from lxml import etree

from service.errors import Reason, Rejected, Stage

Element: TypeAlias = lxml.html.HtmlElement

# Forms and inputs need no classes of their own: choosing one is a call into Python for every element met.
_ONE_CLASS = etree.ElementDefaultClassLookup(element=lxml.html.HtmlElement)


_FORBIDDEN = bytes(range(9)) + bytes([11, 12]) + bytes(range(14, 32))
_WITHOUT_CONTROLS = bytes.maketrans(_FORBIDDEN, b" " * len(_FORBIDDEN))
_NONCHARACTERS = "\ufffe\uffff"
"""Characters that XML has not: the parser lets them into texts and names, and lxml refuses to move those
later."""


def parse(body: str) -> Element:
    """Parse a page; comments and processing instructions are left out.

    Raises:
        Rejected: no parser could make a tree of it.
    """
    # As bytes, so that an encoding declared inside cannot contradict text that is decoded already.
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    parser.set_element_class_lookup(_ONE_CLASS)
    for noncharacter in _NONCHARACTERS:
        if noncharacter in body:
            body = body.replace(noncharacter, " ")
    encoded = body.encode("utf-8", "replace").translate(_WITHOUT_CONTROLS)
    try:
        page = lxml.html.document_fromstring(encoded, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Rejected(Stage.CLEAN, Reason.EMPTY_TEXT, "the page holds no elements", "body") from error
    _move_content_out_of_head(page)
    return page


_OF_HEAD = frozenset({"base", "link", "meta", "noscript", "script", "style", "template", "title"})
"""Elements that may stand in a head (HTML Living Standard, section 4.2)."""


def _move_content_out_of_head(page: Element) -> None:
    """Put what cannot stand in a head at the beginning of the body.

    The tags of head and body may be left out, and any other element then begins the body. libxml2 knows the elements of
    HTML 4 alone: ``article`` and ``nav`` end no head for it.
    """
    head = page.find("head")
    content = [] if head is None else [child for child in head if child.tag not in _OF_HEAD]
    if content:
        body = page.find("body")
        if body is None:
            body = etree.SubElement(page, "body")
        # Last first: to find any place but the first one takes longer the more elements stand before it.
        for element in reversed(content):
            body.insert(0, element)


def find_elements(path: str) -> Callable[[Element], list[Element]]:
    """A compiled XPath that finds elements."""
    return cast(Callable[[Element], list[Element]], etree.XPath(path))


def find_texts(path: str) -> Callable[[Element], list[str]]:
    """A compiled XPath that finds texts."""
    return cast(Callable[[Element], list[str]], etree.XPath(path))


def find_number(path: str) -> Callable[[Element], float]:
    """A compiled XPath that counts."""
    return cast(Callable[[Element], float], etree.XPath(path))


MAX_ELEMENTS = 8000
"""Of a page, beyond which nothing slow is tried; news pages have a thousand."""

_count = find_number("count(//*)")


def is_large(tree: Element) -> bool:
    """Whether a page has more elements than slow searches can take."""
    return _count(tree) > MAX_ELEMENTS


def text_of(element: Element) -> str:
    """The text of an element and all that it holds, white space collapsed."""
    content: Any = element.text_content()
    return " ".join(str(content).split())
