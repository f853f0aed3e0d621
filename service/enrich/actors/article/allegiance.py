"""Countries that somebody is only for or against, or whose help they have: "pro-Russian", "Iran-backed"."""

from collections.abc import Sequence

from service.enrich.words import word_set

_SIDES = frozenset(("pro", "anti"))

_HELPED = word_set("backed supported funded financed sponsored armed trained equipped allied aligned linked leaning")
"""What stands behind a country and a hyphen, and tells who helps somebody or whom they are close to."""


def is_taken_sides_on(lowers: Sequence[str], start: int, end: int) -> bool:
    """Whether a country is named for whom somebody is close to or against: none of those is its own.

    Args:
        lowers: the words of a text, in lower case.
        start, end: where the country's name or adjective stands among them.
    """
    if start > 1 and lowers[start - 1] == "-" and lowers[start - 2] in _SIDES:
        return True
    return end + 1 < len(lowers) and lowers[end] == "-" and lowers[end + 1] in _HELPED


def are_helped(words: Sequence[str]) -> bool:
    """Whether a phrase names who helps those whom it is about: "US-backed forces" are no state's."""
    threes = zip(words, words[1:], words[2:], strict=False)
    return any(name[:1].isupper() and hyphen == "-" and word in _HELPED for name, hyphen, word in threes)
