"""A mention: a stretch of the text that names a place."""

from typing import NamedTuple


class Mention(NamedTuple):
    """Code points of the text, end exclusive, and what to look up for it.

    Attributes:
        name: the text without possessive mark; mentions of one name mean one place throughout an article.
        kind: ``literal``, ``metonymic``, ``demonym``, ``modifier`` or ``embedded`` (see ``kinds``).
    """

    start: int
    end: int
    name: str
    kind: str = "literal"
