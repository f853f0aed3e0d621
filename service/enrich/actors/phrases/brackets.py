"""Brackets: where the one that opens or closes a short stretch stands."""

from service.enrich.actors.reading.document import Reading

SHORT, LONG = 6, 14
"""Tokens of brackets: of an abbreviation, and of what is told of a person."""


def opening(reading: Reading, index: int, low: int, longest: int = SHORT) -> int | None:
    """The bracket, not before ``low``, that the one at a token closes; None where it is not near."""
    return next(
        (at for at in range(index - 1, max(low - 1, index - longest), -1) if reading.tree.texts[at] == "("), None
    )


def behind(reading: Reading, index: int, high: int, longest: int = SHORT) -> int | None:
    """The token behind the bracket that closes the one at a token, before ``high``; None where it is not near."""
    texts = reading.tree.texts
    return next((at + 1 for at in range(index + 1, min(high, index + longest)) if texts[at] == ")"), None)
