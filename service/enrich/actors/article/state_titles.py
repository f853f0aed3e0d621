"""States that an article calls by what they are: "the Kingdom", "the Sultanate", "the Islamic Republic"."""

from collections.abc import Sequence
from dataclasses import replace

from service.enrich.actors.reading.document import Reading
from service.enrich.actors.reading.nations import Nation

_STATES: dict[tuple[str, ...], frozenset[str]] = {
    ("Kingdom",): frozenset(("SAU", "BHR", "JOR", "MAR", "THA", "KHM", "BTN", "SWZ", "LSO", "TON")),
    ("Sultanate",): frozenset(("OMN", "BRN")),
    ("Islamic", "Republic"): frozenset(("IRN", "PAK", "MRT", "AFG")),
}
"""Countries (ISO 3166-1 alpha-3) that papers call so, by the words behind the article; no kingdom in Europe is."""


def with_titles(reading: Reading, own: str | None) -> Reading:
    """The same document, with the states that are called by what they are: the outlet's, else the last one named.

    Args:
        own: country of the outlet.
    """
    tree = reading.tree
    if _FIRST.isdisjoint(tree.capitals):
        return reading
    found: dict[int, Nation] = {}
    for index in range(1, len(tree.texts)):
        if tree.lowers[index - 1] != "the" or tree.texts[index] not in _FIRST or index in reading.nation_at:
            continue
        for words, states in _STATES.items():
            end = index + len(words)
            if tuple(tree.texts[index:end]) == words and not _goes_on(tree.texts, end):
                code = own if own in states else _last_of(reading, index, states)
                if code is not None:
                    nation = Nation(index, end, code, "name")
                    found.update(dict.fromkeys(range(index, end), nation))
    return replace(reading, nation_at={**reading.nation_at, **found}) if found else reading


_FIRST = frozenset(words[0] for words in _STATES)


def _goes_on(texts: Sequence[str], end: int) -> bool:
    """Whether a name goes on: the Kingdom of Spain, the Kingdom Tower."""
    return end < len(texts) and (texts[end] == "of" or texts[end][:1].isupper())


def _last_of(reading: Reading, index: int, states: frozenset[str]) -> str | None:
    """The last country before a token that is one of these, else the first behind it."""
    before = [each for each in reading.nation_at if each < index and reading.nation_at[each].country in states]
    behind = [each for each in reading.nation_at if each > index and reading.nation_at[each].country in states]
    at = max(before) if before else min(behind, default=None)
    return None if at is None else reading.nation_at[at].country
