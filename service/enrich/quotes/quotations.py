"""What comes out: quotations, kept as ``doc._.quotes``."""

from typing import Literal, NamedTuple

from spacy.tokens import Doc

Kind = Literal["direct", "mixed", "indirect"]
Span = tuple[int, int]
"""Code points of the text, end exclusive."""


class Speaker(NamedTuple):
    """Whose words a quotation is.

    Attributes:
        entity_id: of the speaker's cluster; None where there is none.
        name: of the cluster, else the source as it is written.
    """

    entity_id: str | None
    name: str


class Quotation(NamedTuple):
    """Words attributed to somebody.

    Attributes:
        id: ``q1``, ``q2`` ..., in text order.
        kind: all, some or no words between quotation marks.
        content: what is said, in pieces, in text order, with the quotation marks.
        cue, lemma: the word of saying and its lemma; None where a quotation goes on without one.
        source: who says it, as it is written; None where it is not.
        speaker: whose words they are; None where the text does not tell.
        confidence: 0 .. 1, an estimate by rule.
        rule: which pattern found it.
    """

    id: str
    kind: Kind
    content: tuple[Span, ...]
    cue: Span | None
    lemma: str | None
    source: Span | None
    speaker: Speaker | None
    confidence: float
    rule: str


if not Doc.has_extension("quotes"):
    Doc.set_extension("quotes", default=())
