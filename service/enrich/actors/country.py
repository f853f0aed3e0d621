"""The country that a role belongs to."""

from service.enrich.actors.international import is_international
from service.enrich.actors.nations import Nation
from service.enrich.actors.organisation import LINKS, Organisation
from service.enrich.actors.reading import POSSESSIVE, Reading
from service.enrich.actors.role import Role
from service.enrich.words import word_set

SUPRANATIONAL = frozenset(("UNO", "EUR", "IGO", "NGO", "IMG", "MNC"))
"""Codes of bodies that belong to no country."""

_ELSEWHERE = frozenset(("to", "with", "against", "on", "towards"))
"""Prepositions before a country that a role deals with and does not belong to."""

_PLAYERS = word_set(
    """
    player forward striker midfielder winger defender goalkeeper keeper captain quarterback pitcher batsman bowler
    goalie goaltender linebacker shortstop fullback full-back fly-half scrum-half skipper wicketkeeper
    """
)
"""Nouns for those who play for a club anywhere."""

ENVOYS = word_set("ambassador envoy consul attaché chargé")
"""Nouns for those who are sent by one state to another one."""

_SENT = word_set(
    "ambassador envoy representative correspondent consul delegate attaché coordinator chargé commissioner"
)
"""Nouns for those who are sent: "in" and "for" name the country where they work, not theirs."""


def country(reading: Reading, role: Role, body: Organisation | None, places: dict[int, str]) -> str | None:
    """The country a role belongs to: told before its noun, by its body, behind "of", or by a place in it.

    Args:
        places: country of the place at a token.
    """
    noun = role.phrase.noun if role.phrase is not None else role.first
    known = body.body.country if body is not None and body.body is not None else None
    if body is not None and body.body is None and is_international(reading.tree.lowers[body.start : body.end]):
        known = "NGO"
    if body is not None and known in SUPRANATIONAL:
        branch = _nation_within(
            reading, reading.bodies[body.start][0] if body.start in reading.bodies else body.end, body.end
        )
        known = branch.country if branch is not None else known
    before = _nation_within(reading, role.first, noun)
    other = before is not None and (_is_subject(reading, role, before) or _is_taken_sides_on(reading, before))
    before = None if other else before
    if before is None and plays(reading, role, body):
        return None
    if _is_of_the_union(reading, role):
        return "EUR"
    if known in SUPRANATIONAL and (before is None or body is None or before.start >= body.start):
        return known
    if before is not None:
        return before.country
    if known is not None:
        return known
    words = set(reading.tree.lowers[noun : role.phrase.noun_end]) if role.phrase is not None else set()
    elsewhere = _ELSEWHERE | ({"in", "for"} if words & _SENT else set())
    for index in range(noun, role.end):
        nation = reading.nation_at.get(index)
        code = nation.country if nation is not None else places.get(index)
        if code is not None and _link_before(reading, index, noun) not in elsewhere:
            return code
    return None if other else next((places[index] for index in range(role.first, noun) if index in places), None)


def _is_of_the_union(reading: Reading, role: Role) -> bool:
    """Whether a role is a European commissioner's."""
    words = reading.tree.lowers[role.first : role.phrase.noun_end] if role.phrase is not None else []
    return words[-1:] == ["commissioner"] and ("european" in words or "eu" in words)


def _is_subject(reading: Reading, role: Role, nation: Nation) -> bool:
    """Whether a country is what somebody knows about: "a China expert", not "a Chinese expert"."""
    tree, phrase = reading.tree, role.phrase
    if phrase is None or nation.kind == "demonym" or tree.lowers[nation.end] in POSSESSIVE:
        return False
    return tree.lowers[phrase.noun_end - 1].removesuffix("s") in _KNOWING


def _is_taken_sides_on(reading: Reading, nation: Nation) -> bool:
    """Whether a country is what somebody is for or against: "a pro-Russian mayor"."""
    return reading.tree.lowers[max(0, nation.start - 2) : nation.start] in (["pro", "-"], ["anti", "-"])


_KNOWING = word_set("expert specialist analyst scholar correspondent strategist researcher watcher historian hand")
"""Nouns for those who know or tell of something: the name of a country before them is what."""


def plays(reading: Reading, role: Role, body: Organisation | None) -> bool:
    """Whether a person plays for a club, whose country need not be the person's."""
    noun = reading.tree.lowers[role.phrase.noun_end - 1] if role.phrase is not None else ""
    return noun in _PLAYERS and body is not None and body.sector in ("SOC", None)


def sent_to(reading: Reading, role: Role, places: dict[int, str]) -> str | None:
    """The country where an envoy works, which is not the envoy's: "the ambassador in Mali"."""
    phrase = role.phrase
    if phrase is None or not ENVOYS.intersection(reading.tree.lowers[phrase.noun : phrase.noun_end]):
        return None
    for index in range(phrase.noun_end, role.end):
        nation = reading.nation_at.get(index)
        code = nation.country if nation is not None else places.get(index)
        if code is not None and _link_before(reading, index, phrase.noun) in ("to", "in", "for"):
            return code
    return None


def _nation_within(reading: Reading, start: int, end: int) -> Nation | None:
    return next((reading.nation_at[index] for index in range(start, end) if index in reading.nation_at), None)


def _link_before(reading: Reading, index: int, limit: int) -> str:
    """The nearest preposition before a token."""
    while index > limit:
        index -= 1
        if reading.tree.lowers[index] in LINKS | _ELSEWHERE:
            return reading.tree.lowers[index]
    return ""
