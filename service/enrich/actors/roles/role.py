"""A role that a text tells."""

from typing import Literal, NamedTuple

from service.enrich.actors.phrases.noun_phrases import Phrase
from service.enrich.actors.reading.document import Reading

Pattern = Literal["title", "apposition", "preposed", "relative", "copula", "office", "naming", "among", "affiliation"]


class Role(NamedTuple):
    """A role told beside a mention, in tokens (ends exclusive).

    Attributes:
        first, end: what is told, with modifiers, possessor and complement.
        phrase: the noun phrase; None for verbs and plain affiliations.
        told: what goes before the text of the tokens to make a role of it: "head of".
    """

    pattern: Pattern
    first: int
    end: int
    phrase: Phrase | None = None
    told: str = ""


def with_body(pattern: Pattern, reading: Reading, phrase: Phrase, high: int) -> Role:
    """A role with the body that follows its noun behind a comma: "co-founder, Polygon Labs)"."""
    end = phrase.end
    if end == phrase.noun_end and end + 1 < high and reading.tree.texts[end] == ",":
        name = reading.names[end + 1]
        if name is not None and name.type == "ORG":
            end = name.end
    return Role(pattern, phrase.first, end, phrase)
