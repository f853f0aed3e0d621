"""How a mention is spelt in a text, and what of it is the name."""

import re
from functools import lru_cache

_POSSESSIVES = ("'s", "’s", "'", "’")
_AROUND = ' \t\n\r\xa0"“”‘«»()[],;:'
_ARTICLE = re.compile(r"(?:the|The|THE)\s+")

KEPT = 8_192
"""Mentions that are kept for the next article: most are of the same few places."""


@lru_cache(maxsize=KEPT)
def bare_name(text: str) -> str:
    """A mention without possessive mark, surrounding blanks and line breaks: ``Iran’s`` is ``Iran``."""
    name = " ".join(text.split())
    return name[: len(name) - _possessive(name)]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Code points (end exclusive) of a mention without article, possessive mark, blanks and quotation marks."""
    before, behind = _around(text[start:end])
    return start + before, end - behind


@lru_cache(maxsize=KEPT)
def _around(mention: str) -> tuple[int, int]:
    """How many letters stand before what is named, and behind it."""
    start, end = 0, len(mention)
    while start < end and mention[start] in _AROUND:
        start += 1
    while start < end and mention[end - 1] in _AROUND:
        end -= 1
    article = _ARTICLE.match(mention, start, end)
    if article and article.end() < end:
        start = article.end()
    return start, len(mention) - end + _possessive(mention[start:end])


def _possessive(name: str) -> int:
    """Letters of the possessive mark that ends a name."""
    if not name.endswith(_POSSESSIVES):
        return 0
    return next((len(mark) for mark in _POSSESSIVES if name.endswith(mark) and len(name) > len(mark) + 1), 0)
