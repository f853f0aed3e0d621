"""Names that towns somewhere bear, and that hardly ever mean them: peoples, armed groups, leagues, planets.

Such a name is a place where the text says so: ``Arab, Alabama``, ``the town of Berber``.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from service.enrich.places.gazetteer.gazetteer import Gazetteer
from service.enrich.places.gazetteer.keys import abbreviation_key, name_key
from service.enrich.places.gazetteer.safe import Trust, trusts_of
from service.enrich.places.mention import Mention
from service.enrich.places.recognition.qualifier import lies_in, qualifiers
from service.enrich.tables import DATA, rows
from service.enrich.words import word_set

PEOPLES = word_set(
    """
    apache arab aztec berber cherokee christian cossack cree democrat fulani hausa hindu hui igbo inca kikuyu latino
    liberal maasai malay maori masai maya mayan mohawk mohican mormon moro muslim navajo oromo pashtun sami shawnee
    shia sikh sioux sunni tamil tutsi yoruba zulu
    """
)
"""Peoples, creeds and parties, in the singular and lower case."""

UNEARTHLY = word_set("earth mars venus god lord allah jesus bible koran quran ramadan internet")
"""What no town is meant by, though some bear the name."""

ARMED = frozenset(("REB",))
LEAGUES = frozenset(("UNO", "IGO", "EUR"))
"""Sector and countries of the bodies whose names are never towns."""

_ORGANISATIONS = DATA / "actors" / "organisations.tsv"

_TOWN_OF = re.compile(r"\b(?:town|city|village|district|province|county|region|state|port) of\s+$", re.IGNORECASE)
_LONGEST_TOWN_OF = 16
_IN = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Oo]utside)\s+$")
_LONGEST_IN = 10
_CLOSES = re.compile(r"\s*(?:[.,;:)]|$)")


def is_group(name: str) -> bool:
    """Whether a name is that of a people, a creed or a party, one of it or several."""
    word = name.lower()
    return word in PEOPLES or word.removesuffix("s") in PEOPLES


@lru_cache(maxsize=16_384)
def is_namesake(gazetteer: Gazetteer, name: str) -> bool:
    """Whether a name means no place unless the text says so."""
    if name.lower() in UNEARTHLY or is_group(name):
        return True
    if not _bodies().get(name):
        return False
    keys = {name_key(name), abbreviation_key(name)}
    known = trusts_of(gazetteer).of(keys)
    return max(known[key].trust for key in keys) < Trust.SURE  # the European Union lies somewhere


def is_body(name: str) -> bool:
    """Whether a name, as it is written, is that of an organisation the tables know."""
    return name in _bodies()


def said_to_be_place(text: str, start: int, end: int) -> bool:
    """Whether the words around a namesake make it a place: ``the town of Arab``; of a people also ``in Arab.``

    Args:
        start, end: its code points, end exclusive.
    """
    if _TOWN_OF.search(text, max(0, start - _LONGEST_TOWN_OF), start):
        return True
    inside = _IN.search(text, max(0, start - _LONGEST_IN), start) is not None
    return inside and is_group(text[start:end]) and _CLOSES.match(text, end) is not None


def without_namesakes(gazetteer: Gazetteer, tagged: Sequence[Mention], text: str) -> list[Mention]:
    """Mentions but for those of namesakes; one that the text calls a place saves all of its name."""
    doubted = [mention for mention in tagged if is_namesake(gazetteer, mention.name)]
    if not doubted:
        return list(tagged)
    areas = qualifiers(gazetteer, text, [mention.end for mention in doubted])
    known = trusts_of(gazetteer).of({name_key(mention.name) for mention in doubted})
    meant = {
        mention.name
        for mention, area in zip(doubted, areas, strict=True)
        if said_to_be_place(text, mention.start, mention.end)
        or lies_in(gazetteer, known[name_key(mention.name)].rows, area)
    }
    lost = {mention.name for mention in doubted} - meant
    return [mention for mention in tagged if mention.name not in lost]


def without_teams(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """The mentions but for peoples of whom a team bears the name: the Cleveland Indians, and "the Indians" then."""
    teams = {
        mention.name
        for before, mention in pairwise(mentions)
        if mention.kind == "demonym" != before.kind
        and mention.name.endswith("s")
        and text[before.end : mention.start] == " "
    }
    return [mention for mention in mentions if mention.kind != "demonym" or mention.name not in teams]


@cache
def _bodies() -> dict[str, bool]:
    """Organisations by name; whether they are armed groups or leagues of countries."""
    return {
        name: sector in ARMED or country in LEAGUES
        for country, sector, first, others in rows(_ORGANISATIONS, 4)
        for name in (first, *filter(None, others.split("|")))
    }
