"""What comes out: clusters of mentions, kept as ``doc._.clusters``."""

from typing import Literal, NamedTuple

from spacy.tokens import Doc

Kind = Literal["named", "nominal", "pronoun"]
Gender = Literal["f", "m"]


class Mention(NamedTuple):
    """One place in the text that stands for an entity.

    Attributes:
        start, end: code points of the text, end exclusive.
        kind: a name, a description ("the spokesman"), or a pronoun.
        head: index of the token that heads it.
    """

    start: int
    end: int
    kind: Kind
    head: int


class Cluster(NamedTuple):
    """All mentions of one entity.

    Attributes:
        id: ``e1``, ``e2`` ..., in the order of first mention.
        type: PERSON, ORG, LOC, FAC, NORP, PRODUCT, MISC; GROUP for several people without a name.
        name: the fullest name, without article, title and possessive; the first description where
            there is no name.
        aliases: the other names, in the order of first mention.
        gender: where titles, descriptions, pronouns or the first name tell it.
        mentions: in text order.
    """

    id: str
    type: str
    name: str
    aliases: tuple[str, ...]
    gender: Gender | None
    mentions: tuple[Mention, ...]


if not Doc.has_extension("clusters"):
    Doc.set_extension("clusters", default=())
