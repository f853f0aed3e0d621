"""Whom somebody serves: an adviser or a spokesman is of the country of the one before the role."""

from service.enrich.actors.reading.document import POSSESSIVE, Reading
from service.enrich.words import word_set

_SERVING = word_set("adviser advisor aide spokesman spokeswoman spokesperson minister secretary deputy envoy")
"""Nouns for those who are of the country of whom they serve."""

_LONGEST_ROLE = 6
"""Tokens of a role in which such a noun stands."""


def served(reading: Reading, first: int) -> int | None:
    """The first token of the person whose adviser a role tells of: "Weber's adviser for trade"; None for no such role.

    Args:
        first: the role's first token.
    """
    lowers = reading.tree.lowers
    owner = reading.names[first - 2] if first > 1 and lowers[first - 1] in POSSESSIVE else None
    if owner is None or owner.type != "PERSON":
        return None
    end = min(reading.sentence_end(first), first + _LONGEST_ROLE)
    return owner.start if not _SERVING.isdisjoint(lowers[first:end]) else None
