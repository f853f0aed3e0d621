"""Cut from a page what shows no running text, and merge the tags that only dress it.

So what walks the tree afterwards meets few elements.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from service.clean.html.parse import Element, find_number

NO_TEXT = (
    "script", "style", "noscript", "template", "svg", "iframe", "head", "object", "canvas", "audio", "video", "math",
    "map", "select", "option", "datalist", "input", "textarea", "button", "dialog", "img", "source", "picture",
)  # fmt: skip
"""Elements that hold no text of an article."""

BLOCKS = frozenset(
    """
    address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3
    h4 h5 h6 header hgroup html legend li main menu nav ol p pre section summary table tbody tfoot thead tr ul caption
    """.split()
)
"""Boundaries of text; like a browser, this takes every element it does not know for part of a line."""

BREAKS = frozenset(["br", "hr"])  # boundaries that hold nothing
CELLS = frozenset(["td", "th"])  # a row of a table is one line
LINK = "a"
_KNOWN = BLOCKS | BREAKS | CELLS | {LINK}
_OFTEN_UNSEEN = frozenset(["nav", "form"])

_CONSENT = re.compile(r"cookie-?(?:law|consent|notice|banner)|cli-cookie|onetrust")
"""In the names of elements by which the usual tools ask for consent; some list hundreds of cookies, each with a
sentence on what it is for."""
_HEADLINES = find_number("count(.//h1)")
_PARAGRAPHS = find_number("count(.//p)")
MAX_PARAGRAPH_SHARE = 0.5
"""The largest share of the page's paragraphs that may be cut as a menu, a form, a hidden element or a request for
consent. One that holds more is a mistake of the page's markup (a menu never closed, a form around the whole page, a
body that scripts show), so its text is read."""


def prune(tree: Element) -> None:
    """Leave only the elements that part one text from another, hold a cell of a table, or link; changes the tree."""
    etree.strip_elements(tree, *NO_TEXT, with_tail=False)
    found = _sort_out(tree)
    for mark in found.note_marks:
        mark.drop_tree()
    for element in found.empty_breaks:
        element.tag = "br"
    doubtful = found.unseen + [element for element in found.about_cookies if _asks_for_consent(element)]
    if doubtful:
        most = MAX_PARAGRAPH_SHARE * _PARAGRAPHS(tree)
        for element in doubtful:
            parent = element.getparent()
            if parent is not None and element.tag != "body" and _PARAGRAPHS(element) <= most:
                element.drop_tree()
    if found.dressing:
        etree.strip_tags(tree, *found.dressing)


@dataclass(slots=True)
class _Sorted:
    """Elements of a page that need a look: one walk finds them faster than a search for each kind.

    Attributes:
        unseen: menus, forms, and what is hidden or only read aloud.
        dressing: tags that only dress a text.
    """

    unseen: list[Element] = field(default_factory=list)
    about_cookies: list[Element] = field(default_factory=list)
    note_marks: list[Element] = field(default_factory=list)
    empty_breaks: list[Element] = field(default_factory=list)
    dressing: set[str] = field(default_factory=set)


def _sort_out(tree: Element) -> _Sorted:
    found = _Sorted()
    for element in tree.iter():
        tag = element.tag
        if tag not in _KNOWN:
            found.dressing.add(tag)
        unseen = tag in _OFTEN_UNSEEN
        cookies = False
        for name, value in element.items():
            if name == "class":
                unseen = unseen or _is_unseen(value)
                cookies = cookies or "cookie" in value
                if tag == "span" and "br" in value.split():
                    found.empty_breaks.append(element)
            elif name == "id":
                cookies = cookies or "cookie" in value or "onetrust" in value
            elif name == "hidden" or (name == "style" and _hides(value)):
                unseen = True
        if unseen:
            found.unseen.append(element)
        if cookies:
            found.about_cookies.append(element)
        if tag == "sup" and any(child.tag == LINK and child.get("href", "").startswith("#") for child in element):
            found.note_marks.append(element)
    return found


def _is_unseen(names: str) -> bool:
    """Whether an element is for screen readers only; such words describe an icon in the midst of a sentence, say."""
    return "sr-only" in names or "screen-reader" in names or "visually-hidden" in names or "visuallyhidden" in names


def _hides(style: str) -> bool:
    plain = style.replace(" ", "")
    return "display:none" in plain.lower() or "clip:rect(" in plain


def _asks_for_consent(element: Element) -> bool:
    """Whether an element asks for consent, by its names; one around the headline does not, whatever scripts call it."""
    names = f"{element.get('id')} {element.get('class')}"
    return _CONSENT.search(names) is not None and not _HEADLINES(element)
