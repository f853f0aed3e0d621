"""What an article's places tell about its actors, and the country of those whose country nobody tells."""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc

from service.enrich.actors.article.allegiance import is_taken_sides_on
from service.enrich.actors.belonging.country import ENVOYS
from service.enrich.actors.phrases.function_words import DETERMINERS
from service.enrich.actors.reading.document import POSSESSIVE, Reading
from service.enrich.actors.reading.mentions import TokenSpans
from service.enrich.actors.reading.nations import Nation
from service.enrich.context import ArticleContext
from service.enrich.outlet import country_of_host

_WEIGHTS = {"name": 1.0, "demonym": 1.0, "capital": 0.6}
"""Of a mention of a country, by how it is meant."""

MOSTLY = 0.5
"""Share of the places of an article that is mostly about one country."""

FAINT = 0.45
"""Share below which an article is about too much for persons of whom it tells nothing to be of its first country."""

AMONG = 0.1
"""Share of the outlet's country from which an article that is mostly about none is about that one."""

OWN = 0.25
"""Share of the outlet's country from which an article is about that one, whatever else it names more."""

NEARLY = 0.2
"""Share of the outlet's country from which those of whom nobody tells a country are of that one."""

_EARLY = 60
"""Tokens of the beginning, where a country counts more."""

_EARLY_WEIGHT = 2.0

Shares = tuple[tuple[str, float], ...]
"""Countries that an article is about, and how much of it."""


def places_of(doc: Doc) -> Sequence[Any]:
    """The document's places; none where no component looks for them."""
    return doc._.places if Doc.has_extension("places") else ()


def place_countries(places: Iterable[Any], reading: Reading, spans: TokenSpans) -> dict[int, str]:
    """The country of the place at each token, given those of the document."""
    found: dict[int, str] = {}
    for place in places:
        if place.country is None or (span := spans.of(place.start, place.end)) is None:
            continue
        # A place that the gazetteer lacks is put near others: a guess from the article tells nothing of a person.
        if place.score is None or (place.kind == "embedded" and place.score < _SURE):
            continue
        studied = _is_studied(reading.tree.texts, span[1]) or is_taken_sides_on(reading.tree.lowers, *span)
        if not studied and not _is_patron(reading.tree.lowers, *span):
            found.update(dict.fromkeys(range(*span), place.country))
    return found


_SURE = 0.4
"""Score below which a place in a body's name is likely another one, or none: the Sunset Group is of no Sunset."""

_STUDIES = frozenset(("Studies", "Affairs", "Relations", "Watch", "Research"))


def _is_studied(texts: Sequence[str], behind: int) -> bool:
    """Whether the word behind a country tells that a body only looks at it: the Centre for China Studies."""
    return behind < len(texts) and texts[behind] in _STUDIES


def _is_patron(lowers: Sequence[str], start: int, end: int) -> bool:
    """Whether a place is a saint whose name something bears: St John's Hospital is anywhere."""
    return lowers[start].rstrip(".") in ("st", "saint") and not POSSESSIVE.isdisjoint(lowers[end : end + 1])


def home_country(focus: Shares, reading: Reading, own: str | None) -> tuple[str | None, float]:
    """The country an article is about: its focus, else the country it names most, else the outlet's.

    Args:
        own: country of the outlet.

    Returns:
        The country, and its share; less than ``MOSTLY`` for the outlet's that is not the first one.
    """
    if focus:
        code, share = focus[0]
        of_own = dict(focus).get(own or "", 0.0)
        if code != own and of_own >= (AMONG if share < MOSTLY else OWN):
            return own, min(of_own, share)
        return code, share
    votes: defaultdict[str, float] = defaultdict(float)
    for index, nation in reading.nation_at.items():
        if index == nation.start:
            votes[nation.country] += _WEIGHTS[nation.kind] * (_EARLY_WEIGHT if index < _EARLY else 1.0)
    if votes:
        code = min(votes, key=lambda code: (-votes[code], code))
        return code, votes[code] / sum(votes.values())
    return own, 1.0


def countries_named(focus: Shares, reading: Reading) -> set[str]:
    """The countries that an article names, by their names or adjectives, or by places in them."""
    return {*dict(focus), *(nation.country for nation in reading.nation_at.values())}


def focus_countries(doc: Doc) -> Shares:
    """The countries that the document is about; none where no component looks for them."""
    return doc._.focus.countries if Doc.has_extension("focus") else ()


def is_told_of(focus: Shares, code: str | None, named: Set[str], share: float = AMONG) -> bool:
    """Whether an article is about a country that it names, be it little.

    Args:
        named: the countries named, for articles that no places are told of.
        share: from which on it is.
    """
    shares = dict(focus)
    return shares.get(code or "", 0.0) >= share if shares else code in named


def outlet_country(context: ArticleContext) -> str | None:
    """The country of the outlet, as the sender or its domain tells it."""
    return context.source_country or country_of_host(context.source_domain)


def settled(reading: Reading, places: dict[int, str]) -> Reading:
    """The same document, without countries whose names mean other places here: London, Ontario; the state of Georgia.

    Nor with those that somebody is only close to: a "pro-Russian" mayor is not Russia's.

    Args:
        places: country of the place at each token.
    """
    texts = reading.tree.texts
    kept = {
        index: nation
        for index, nation in reading.nation_at.items()
        if not _is_studied(texts, nation.end)
        and not is_taken_sides_on(reading.tree.lowers, nation.start, nation.end)
        and not (places and nation.kind == "capital" and nation.start not in places and _inside_name(reading, nation))
        and (
            nation.kind == "demonym"
            or places.get(nation.start, nation.country) == nation.country
            or (nation.kind == "name" and _stands_for_team(reading, nation))
        )
    }
    return reading if len(kept) == len(reading.nation_at) else replace(reading, nation_at=kept)


def _inside_name(reading: Reading, nation: Nation) -> bool:
    """Whether a country is part of a longer name of a body, people or event, and may mean anything there."""
    name = reading.names[nation.start]
    return name is not None and name.type != "LOC" and name.end - name.start > nation.end - nation.start


def _stands_for_team(reading: Reading, nation: Nation) -> bool:
    """Whether a country in brackets follows a person's name: "Anna Weber (Luxembourg, ...)"."""
    name = reading.names[nation.start - 2] if nation.start > 1 and reading.tree.texts[nation.start - 1] == "(" else None
    return name is not None and name.type == "PERSON"


def is_named(reading: Reading, places: dict[int, str], code: str) -> bool:
    """Whether an article names a country or a place in it, other than as where somebody sits: "a Paris-based group".

    Args:
        places: country of the place at each token.
    """
    lowers, nations = reading.tree.lowers, reading.nation_at
    ends = {nation.end for nation in nations.values() if nation.country == code}
    ends |= {index + 1 for index, country in places.items() if country == code and index not in nations}
    return any(lowers[end : end + 2] != ["-", "based"] for end in ends)


def country_of_sentence(reading: Reading, start: int, end: int, places: dict[int, str]) -> str | None:
    """The only country of a name's sentence, where something happens: "among the nurses in Peru is Anna Weber".

    Args:
        places: country of the place at a token.
    """
    lowers, nations, names = reading.tree.lowers, reading.nation_at, reading.names
    sentence = range(reading.sentence_start(start), reading.sentence_end(end - 1))
    told = [index for index in sentence if index in nations or index in places]
    if not told:
        return None  # as mostly
    told = [index for index in told if (name := names[index]) is None or name.type != "PERSON"]
    ends = {index: nations[index].end for index in told if index in nations}
    told = [index for index in told if index not in ends or _BORDERS.isdisjoint(lowers[ends[index] : ends[index] + 1])]
    countries = {nations[index].country if index in nations else places[index] for index in told}
    lies = any(
        lowers[index - 1] in _PLACING and (index not in nations or nations[index].kind != "demonym") for index in told
    )
    return countries.pop() if len(countries) == 1 and lies else None


_BORDERS = frozenset(("border", "borders", "frontier"))
"""Words behind a country that is beside where something happens."""

_PLACING = frozenset(("in", "at", "near", "across", "outside", "of"))
"""Words before a country or place where something happens."""


def country_around(reading: Reading, start: int, end: int, *, at_home: bool) -> str | None:
    """The only country of a name's sentence, else of the sentence before: a state's official may be of that one.

    Args:
        at_home: whether the story is about the outlet's country: its own officials meet "the Lebanese minister", and
            only those elsewhere do so "in Lebanon".
    """
    high, low = reading.sentence_end(end - 1), reading.sentence_start(start)
    for _ in range(2):
        nations = [
            reading.nation_at[index]
            for index in range(low, high)
            if index in reading.nation_at
            and not _inside_name(reading, reading.nation_at[index])
            and not (at_home and reading.nation_at[index].kind == "demonym")
            and not _sends(reading, reading.nation_at[index])
        ]
        near = {nation.country for nation in nations}
        if near:
            there = all(_is_destination(reading, nation) for nation in nations)
            return near.pop() if len(near) == 1 and not there else None
        if low == 0:
            return None
        low, high = reading.sentence_start(low - 1), low
    return None


def _sends(reading: Reading, nation: Nation) -> bool:
    """Whether a country is told of its envoy: "the State of Kuwait ambassador" is where others are from."""
    behind = reading.tree.lowers[nation.end : nation.end + 2]
    return not ENVOYS.isdisjoint(behind[1:] if behind[:1] and behind[0] in POSSESSIVE else behind[:1])


def _is_destination(reading: Reading, nation: Nation) -> bool:
    """Whether somebody goes to a country: "the speaker is to visit the Czech Republic" is not of that one."""
    lowers, index = reading.tree.lowers, nation.start - 1
    if nation.kind != "name":
        return False
    while index > 0 and lowers[index] in DETERMINERS:
        index -= 1
    return index >= 0 and lowers[index] in _GOING


_GOING = frozenset(("visit", "visits", "visited", "visiting", "to", "toward", "towards"))
