"""How a mention is spelt in a text, and what of it is the name."""

import re

_POSSESSIVES = ("'s", "’s", "'", "’")
_AROUND = ' \t\n\r\xa0"“”‘«»()[],;:'
_ARTICLE = re.compile(r"(?:the|The|THE)\s+")


def bare_name(text: str) -> str:
    """A mention without possessive mark, surrounding blanks and line breaks: ``Iran’s`` is ``Iran``."""
    name = " ".join(text.split())
    return name[: len(name) - _possessive(name)]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Code points (end exclusive) of a mention without article, possessive mark, blanks and quotation marks."""
    while start < end and text[start] in _AROUND:
        start += 1
    while start < end and text[end - 1] in _AROUND:
        end -= 1
    article = _ARTICLE.match(text, start, end)
    if article and article.end() < end:
        start = article.end()
    return start, end - _possessive(text[start:end])


def _possessive(name: str) -> int:
    """Letters of the possessive mark that ends a name."""
    if not name.endswith(_POSSESSIVES):
        return 0
    return next((len(mark) for mark in _POSSESSIVES if name.endswith(mark) and len(name) > len(mark) + 1), 0)
