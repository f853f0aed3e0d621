"""Cut from a page what shows no running text, and merge the tags that only dress it.

Both are done by libxml2 in one pass each, so that what walks the tree afterwards meets few elements.
"""

import re

from lxml import etree

from service.clean.html.parse import Element, find_elements, find_number

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

_DOUBTFUL = find_elements(
    "//nav | //form | //*[@hidden or contains(translate(@style, 'DISPLAYNOE ', 'displaynoe'), 'display:none')"
    " or contains(translate(@style, ' ', ''), 'clip:rect(') or contains(@class, 'sr-only')"
    " or contains(@class, 'screen-reader') or contains(@class, 'visually-hidden')"
    " or contains(@class, 'visuallyhidden')]"
)
"""The last five are for readers who listen: told of a link's icon in the midst of a sentence, and never seen."""
_EMPTY_BREAKS = find_elements("//span[contains(concat(' ', normalize-space(@class), ' '), ' br ')]")
_NOTE_MARKS = find_elements("//sup[a[starts-with(@href, '#')]]")
_NAMED = find_elements("//*[contains(@class, 'cookie') or contains(@id, 'cookie') or contains(@id, 'onetrust')]")
_CONSENT = re.compile(r"cookie-?(?:law|consent|notice|banner)|cli-cookie|onetrust")
"""In the names of elements by which the usual tools ask for consent; some list hundreds of cookies, each with a
sentence on what it is for."""
_HEADLINES = find_number("count(.//h1)")
_PARAGRAPHS = find_number("count(.//p)")
MOST_PARAGRAPHS = 0.5
"""A menu, a form, a hidden element or one that asks for consent is a mistake of its markup when it holds a larger
share of the page's paragraphs (a menu never closed, a form about the whole page, a body that scripts show): it is
read."""


def prune(tree: Element) -> None:
    """Leave only elements that bound a text, hold a cell or link; changes the tree."""
    etree.strip_elements(tree, *NO_TEXT, with_tail=False)
    for mark in _NOTE_MARKS(tree):
        mark.drop_tree()
    for element in _EMPTY_BREAKS(tree):
        element.tag = "br"
    doubtful = _DOUBTFUL(tree) + [element for element in _NAMED(tree) if _asks_for_consent(element)]
    if doubtful:
        most = MOST_PARAGRAPHS * _PARAGRAPHS(tree)
        for element in doubtful:
            parent = element.getparent()
            if parent is not None and element.tag != "body" and _PARAGRAPHS(element) <= most:
                element.drop_tree()
    known = BLOCKS | BREAKS | CELLS | {LINK}
    dressing = {element.tag for element in tree.iter()} - known
    if dressing:
        etree.strip_tags(tree, *dressing)


def _asks_for_consent(element: Element) -> bool:
    """Whether its names tell so; scripts put such names on the element about everything, too."""
    names = f"{element.get('id')} {element.get('class')}"
    return _CONSENT.search(names) is not None and not _HEADLINES(element)
