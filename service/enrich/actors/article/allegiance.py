"""Countries that somebody is only for or against, or whose help they have: "pro-Russian", "Iran-backed"."""

from collections.abc import Sequence

from service.enrich.actors.reading.document import Reading
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


def names_parties_only(reading: Reading, home: str | None) -> bool:
    """Whether a text is short and names its country as one that acts or is acted on, not as where it happened.

    Args:
        home: country that the text is about.
    """
    tree = reading.tree
    return len(tree.texts) < _ABOUT_A_COUNTRY and not any(
        nation.country == home
        and (nation.kind == "demonym" or (index == nation.start > 0 and tree.lowers[index - 1] in _WHERE))
        for index, nation in reading.nation_at.items()
    )


_ABOUT_A_COUNTRY = 60
"""Tokens from which the country that a text names most is what it is about, and where people without a role are from.
Shorter ones may name it as a party: "Zimbabwe restores ties with Slinker"."""

_WHERE = frozenset(("in", "at", "near", "across", "outside"))
"""Words before the name of a country where something happens."""
