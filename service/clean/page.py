"""What the readers hand on: raw text, its title, and the blocks of it that are kept."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A body as blocks of raw text.

    Attributes:
        kind: ``html`` or ``text``.
        extractor: which reader found the blocks.
        raw: the text that offsets point into: a text body itself, the rendered blocks of a page.
        title: as the page itself tells it, else None.
        blocks: (start, end) of each paragraph in ``raw``, end exclusive, in order.
    """

    kind: str
    extractor: str
    raw: str
    title: str | None
    blocks: tuple[tuple[int, int], ...]
