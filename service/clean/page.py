"""What the readers hand on: raw text, its lines, and what the page itself tells about the article."""

from dataclasses import dataclass

Span = tuple[int, int]
"""(start, end) in code points of the raw text, end exclusive."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page tells about its article; the producer's own fields win over these.

    Attributes:
        published_at, updated_at: RFC 3339 date and time.
        publisher: name of the site or paper.
        language: BCP 47, as the page declares it.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    published_at: str | None = None
    updated_at: str | None = None
    publisher: str | None = None
    section: str | None = None
    language: str | None = None


NO_METADATA = Metadata()
"""Of a text, which tells nothing about itself."""


@dataclass(frozen=True, slots=True)
class Page:
    """A body as lines of raw text, none of them judged by its words yet.

    Two neighbouring lines without a line break between them in ``raw`` belong to one paragraph.

    Attributes:
        kind: ``html`` or ``text``.
        extractor: which reader found the lines.
        raw: the text that offsets point into: a text body itself, the rendered blocks of a page.
        lines: every line that may hold a visible character, in order, not overlapping.
        metadata: of the page.
        scores: the probability of each line that it belongs to the article, by a reader that knows
            more than the text; None leaves the judgement to the line model of texts.
        keep_from: the score from which on a line is kept, when there are ``scores``.
        hints: for each line the reason that its markup gives in case of removal, or None; empty when
            there is no markup.
        warnings: of the reader.
    """

    kind: str
    extractor: str
    raw: str
    lines: tuple[Span, ...]
    metadata: Metadata = NO_METADATA
    scores: tuple[float, ...] | None = None
    keep_from: float = 0.5
    hints: tuple[str | None, ...] = ()
    warnings: tuple[str, ...] = ()
