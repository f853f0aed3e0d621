"""Bodies of other states whose names mean something else in this article."""

from collections.abc import Set
from dataclasses import replace

from service.enrich.actors.reading.body_names import Body
from service.enrich.actors.reading.document import Reading
from service.enrich.actors.reading.lexicon import SUPRANATIONAL

_ABBREVIATION = 3
"""Letters up to which an abbreviation is likely to mean several bodies."""

_ABBREVIATED = frozenset(("GOV", "LEG", "PTY", "OPP", "REB"))
"""Sectors of bodies that mostly go by abbreviations."""

_SHARED = frozenset(
    (
        *("Democratic Party", "Republican Party", "Conservative Party", "Conservatives", "Tories", "Labour Party"),
        *("Labour", "Libertarian Party", "Liberal Democrats", "Liberal Democratic Party", "Christian Democratic Union"),
        *("National Front", "National Rally", "Justice and Development Party", "Republican People's Party"),
        *("Democratic Progressive Party", "People's Democratic Party", "Peoples' Democratic Party", "Workers Party"),
        *("Blue and White", "New Democracy", "Law and Justice", "Solidarity", "One Nation", "Tea Party"),
        *("Prosperity Party", "National Democratic Congress", "Nationals", "Civic Democratic Party", "Labor Party"),
        *("Ministry of Defence", "Ministry of Defense", "Department of Defense", "Department of Defence", "Treasury"),
        *("Department of Justice", "Justice Department", "Environmental Protection Agency", "Environment Agency"),
        *("National Security Council", "national security council", "Supreme National Security Council"),
        *("Foreign Office", "Cabinet Office", "State Council", "Department of Conservation", "Home Office"),
        *("House of Commons", "Commons", "House of Lords", "Legislative Council", "Federation Council"),
        *("Metropolitan Police", "National Investigation Agency", "Border Patrol", "Civil Guard"),
        *("Supreme People's Court", "Sky News"),
    )
)
"""Names that bodies of several states bear."""


def without_foreign_bodies(reading: Reading, home: str | None, named: Set[str], *, mostly: bool) -> Reading:
    """The same document, without bodies of other states whose name or abbreviation means something else here.

    The EPA of an article on Ghana is Ghana's, Labour of one on New Zealand no party of Britain, unless it names them.

    Args:
        home: country of the article; None for none.
        named: countries that the article or its outlet is of, or that it names.
        mostly: whether the article is mostly about ``home``.
    """
    if home is None:
        return reading
    known = SUPRANATIONAL | named | {home}
    kept = {
        start: (end, body)
        for start, (end, body) in reading.bodies.items()
        if not _is_part_of_other(reading, start, end)
        and (body.country in known or not _is_anybodys(reading, start, end, body, mostly=mostly))
    }
    if len(kept) == len(reading.bodies):
        return reading
    at = {index: body for start, (end, body) in kept.items() for index in range(start, end)}
    return replace(reading, bodies=kept, body_at=at)


def _is_part_of_other(reading: Reading, start: int, end: int) -> bool:
    """Whether a name only begins that of another body: the Commonwealth Tyre Company is no part of that one."""
    name = reading.names[start]
    longer = name is not None and name.type == "ORG" and name.end > end and reading.tree.texts[end][:1].isupper()
    return longer and reading.text(start, end) in _WORDS


_WORDS = frozenset(("Commonwealth", "Congress", "Treasury", "Parliament", "Cabinet"))
"""Names of bodies that are plain words, too."""


def _is_anybodys(reading: Reading, start: int, end: int, body: Body, *, mostly: bool) -> bool:
    """Whether several states have a body of this name; abbreviations only where one country is what it is about."""
    name = reading.text(start, end).replace("’", "'")
    if end - start > 1 or not name.isupper():
        return name.removeprefix("The ").removeprefix("the ") in _SHARED
    return mostly and len(name) <= _ABBREVIATION and body.sector in _ABBREVIATED
