"""What an attribution is: some words, the word of saying, who says them, and the rule that found it."""

from typing import NamedTuple

from service.enrich.quotes.attributions.sources import Source

TokenSpan = tuple[int, int]
"""First and last token, both inclusive."""

CONFIDENCE = {
    "clause": 0.9,
    "parenthesis": 0.85,
    "according": 0.9,
    "infinitive": 0.6,
    "as": 0.6,
    "beside": 0.9,
    "distant": 0.6,
    "continuation": 0.7,
    "headline": 0.8,
    "fragment": 0.6,
}
"""Confidence by rule: estimates, not measured shares of right answers."""


class Attribution(NamedTuple):
    """Some words attributed to somebody.

    Attributes:
        content: what is said, in pieces, in text order.
        cue: the word of saying; None for a quotation that goes on without one.
        lemma: of the cue.
        source: who says it, as it is written; None where it is not.
        rule: which pattern found it.
    """

    content: tuple[TokenSpan, ...]
    cue: TokenSpan | None
    lemma: str | None
    source: Source | None
    rule: str
