"""Parties that papers at home call by one word, which means something else elsewhere: "Congress" in India."""

from dataclasses import replace

from service.enrich.actors.reading.body_names import Body
from service.enrich.actors.reading.document import Reading

_PARTIES: dict[str, dict[str, str]] = {
    "AUS": {
        "Labor": "Australian Labor Party",
        "Liberals": "Liberal Party of Australia",
        "Nationals": "National Party of Australia",
        "Greens": "Australian Greens",
    },
    "CAN": {
        "Liberals": "Liberal Party of Canada",
        "Conservatives": "Conservative Party of Canada",
        "Greens": "Green Party of Canada",
    },
    "DEU": {"Greens": "Alliance 90/The Greens"},
    "GBR": {"Conservatives": "Conservative Party", "Greens": "Green Party of England and Wales"},
    "IND": {"Congress": "Indian National Congress"},
    "NZL": {"Labour": "New Zealand Labour Party", "Greens": "Green Party of Aotearoa New Zealand"},
    "USA": {"Democrats": "Democratic Party", "Republicans": "Republican Party"},
}
"""Country (ISO 3166-1 alpha-3) of an article -> what a party goes by there, and its name."""

_NAMES = frozenset(name for parties in _PARTIES.values() for name in parties)


def with_party_names(reading: Reading, home: str | None) -> Reading:
    """The same document, with the parties that go by one word in the country that it is about.

    Args:
        home: country of the article; None for none.
    """
    parties, tree = _PARTIES.get(home or "", {}), reading.tree
    if home is None or not parties or _NAMES.isdisjoint(tree.capitals):
        return reading
    found = {
        index: (index + 1, Body(home, "PTY", parties[text]))
        for index, text in enumerate(tree.texts)
        if text in parties and _stands_alone(reading, index, home)
    }
    if not found:
        return reading
    at = {index: body for index, (_, body) in found.items()}
    return replace(reading, bodies={**reading.bodies, **found}, body_at={**reading.body_at, **at})


def _stands_alone(reading: Reading, index: int, home: str) -> bool:
    """Whether a word is no part of a longer name, nor another country's: the Trinamool Congress, the US Congress."""
    name, before = reading.names[index], reading.nation_at.get(index - 1)
    longer = name is not None and name.type != "PERSON" and name.end - name.start > 1
    known = reading.bodies.get(index, (index + 1, None))[0] > index + 1 or (
        index in reading.body_at and index not in reading.bodies
    )
    return not (longer or known or (before is not None and before.country != home))
