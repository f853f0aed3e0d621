"""Text bodies: every line that says something is a paragraph."""

import re

from service.clean.page import Page

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")


def read_text(body: str) -> Page:
    """Split a text into its lines; offsets stay those of the body."""
    blocks = tuple(match.span() for match in _LINE.finditer(body))
    return Page("text", "lines", body, None, blocks)
