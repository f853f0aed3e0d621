"""The country that a role belongs to."""

from service.enrich.actors.belonging.international import is_international
from service.enrich.actors.belonging.organisation import LINKS, Organisation
from service.enrich.actors.reading.document import POSSESSIVE, Reading
from service.enrich.actors.reading.lexicon import SUPRANATIONAL
from service.enrich.actors.reading.nations import Nation
from service.enrich.actors.roles.role import Role
from service.enrich.words import word_set

_ELSEWHERE = frozenset(("to", "with", "against", "on", "towards"))
"""Prepositions before a country that a role deals with and does not belong to."""

_ELSEWHERE_FOR_ENVOYS = _ELSEWHERE | {"in", "for"}

_BEFORE_COUNTRY = LINKS | _ELSEWHERE

_PLAYERS = word_set(
    """
    player forward striker midfielder winger defender goalkeeper keeper captain quarterback pitcher batsman bowler
    goalie goaltender linebacker shortstop fullback full-back fly-half scrum-half skipper wicketkeeper
    """
)
"""Nouns for those who play for a club anywhere."""

_COUNSEL = word_set("lawyer attorney advocate counsel barrister solicitor defender")
"""Nouns for those who act for a client, who may be of another country."""

_GRADUATES = word_set("graduate alumnus alumna dropout")
"""Nouns for those who have left a school, which may be in another country."""

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
    known = _of_body(reading, body)
    before = _nation_within(reading, role.first, noun)
    before = _settled_in(reading, before)
    if before is not None and body is not None and known is not None and before.start in _own_name(reading, body):
        return known
    if before is not None and tuple(reading.tree.lowers[before.end : before.end + 2]) == ("-", "born"):
        based = _nation_within(reading, before.end, noun)
        elsewhere = next((places[index] for index in range(before.end, noun) if index in places), None)
        return based.country if based is not None else elsewhere or before.country
    other = before is not None and _is_subject(reading, role, before)
    before = None if other else before
    if body is not None and _is_sent_to(reading, role, body):
        known = None
    elif before is None and may_be_abroad(reading, role, body):
        return None
    if _is_of_the_union(reading, role):
        return "EUR"
    second = body is not None and before is not None and "and" in reading.tree.lowers[body.end : before.start]
    if known in SUPRANATIONAL and not second and (before is None or body is None or before.start >= body.start):
        return known  # but not of "ASEAN chair and Cambodian prime minister"
    if before is not None:
        return before.country
    if known is not None:
        return known
    code = _in_complement(reading, role, noun, places)
    if code is not None or other:
        return code
    return next((places[index] for index in range(role.first, noun) if index in places), None)


def _settled_in(reading: Reading, nation: Nation | None) -> Nation | None:
    """The people that somebody of two belongs to now: a Hungarian-American is an American."""
    second = None if nation is None or nation.kind != "demonym" else reading.nation_at.get(nation.end + 1)
    joined = second is not None and nation is not None and reading.tree.texts[nation.end] in _HYPHENS
    return second if joined and second is not None and second.country in _OF_SETTLERS else nation


_OF_SETTLERS = frozenset(("USA", "CAN", "AUS"))
"""Countries whose people name those of whom they stem first; a British-Nigerian may be of either."""


def _of_body(reading: Reading, body: Organisation | None) -> str | None:
    """The country of a known body, or of the branch of it that is named: "Amnesty International Peru"."""
    if body is None:
        return None
    if body.body is None:
        return "NGO" if is_international(reading.tree.lowers[body.start : body.end]) else None
    behind = _own_name(reading, body).stop
    branch = reading.nation_at.get(behind) if behind < body.end else None
    return branch.country if branch is not None and branch.kind == "name" else body.body.country


def _own_name(reading: Reading, body: Organisation) -> range:
    """The tokens of a known body's name in the table, which may begin a longer one."""
    return range(body.start, reading.bodies[body.start][0] if body.start in reading.bodies else body.end)


def _is_sent_to(reading: Reading, role: Role, body: Organisation) -> bool:
    """Whether a body is where somebody stands for another one: "Peru's office to the World Trade Organization"."""
    if role.phrase is None or body.body is None or body.body.country not in SUPRANATIONAL:
        return False
    return body.start >= role.phrase.noun_end and _link_before(reading, body.start, role.phrase.noun) == "to"


def _in_complement(reading: Reading, role: Role, noun: int, places: dict[int, str]) -> str | None:
    """The country told behind the noun of a role, by name, else by a place: "of the Kingdom of Spain"."""
    start = role.phrase.noun_end if role.phrase is not None else noun
    sent = not _SENT.isdisjoint(reading.tree.lowers[noun:start])
    elsewhere = _ELSEWHERE_FOR_ENVOYS if sent else _ELSEWHERE
    inside = [
        index
        for index in range(start, role.end)
        if (index in reading.nation_at or index in places)
        and _link_before(reading, _name_start(reading, index), noun) not in elsewhere
        and not _pairs(reading, index)
    ]
    named = (reading.nation_at[index].country for index in inside if index in reading.nation_at)
    return next(named, None) or next((places[index] for index in inside if index in places), None)


def _name_start(reading: Reading, index: int) -> int:
    """Where the name of a country at a token begins: the "of" in United Republic of Tanzania links nothing to it."""
    nation = reading.nation_at.get(index)
    return index if nation is None else nation.start


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


_KNOWING = word_set("expert specialist analyst scholar correspondent strategist researcher watcher historian hand")
"""Nouns for those who know or tell of something: the name of a country before them is what."""


def may_be_abroad(reading: Reading, role: Role, body: Organisation | None) -> bool:
    """Whether a body need not be of a person's country: the club of a player, a lawyer's client, a graduate's school, a
    council of two states, what an envoy is sent to.
    """
    if body is None:
        return False
    noun = reading.tree.lowers[role.phrase.noun_end - 1] if role.phrase is not None else ""
    if role.phrase is not None and noun in _SENT and _link_before(reading, body.start, role.phrase.noun) == "to":
        return True
    national = "national" in reading.tree.lowers[body.start : body.end]
    return (
        (noun in _PLAYERS and body.sector in ("SOC", None) and not national)
        or (noun in _COUNSEL and body.sector in ("BUS", "SOC", "MED", None))
        or noun in _GRADUATES
        or any(_pairs(reading, index) for index in range(body.start, body.end))
    )


def sent_to(reading: Reading, role: Role, places: dict[int, str]) -> str | None:
    """The country where an envoy works, which is not the envoy's: "the ambassador in Mali"."""
    phrase = role.phrase
    if phrase is None:
        return None
    nouns = reading.tree.lowers[phrase.noun : phrase.noun_end]
    represents = nouns[-1] == "representative" and reading.tree.lowers[phrase.noun_end : phrase.noun_end + 1] == ["to"]
    if not represents and not ENVOYS.intersection(nouns):
        return None
    for index in range(phrase.noun_end, role.end):
        nation = reading.nation_at.get(index)
        code = nation.country if nation is not None else places.get(index)
        link = _link_before(reading, _name_start(reading, index), phrase.noun)
        if code is not None and link in ("to", "in", "for"):
            return code
    return None


def only_sender(reading: Reading) -> str | None:
    """The one state of whose envoys a text tells, "Peru's ambassador to Mali"; None where it tells of several or none.

    Papers name it once and write "Ambassador Ruiz" from then on.
    """
    senders = set()
    for index, word in enumerate(reading.tree.lowers):
        if word in ENVOYS:
            start = index - 1
            while start >= 0 and start not in reading.nation_at and reading.tree.parts[start] in _WITHIN_PHRASE:
                start -= 1
            if start in reading.nation_at:
                senders.add(reading.nation_at[start].country)
    return senders.pop() if len(senders) == 1 else None


_WITHIN_PHRASE = frozenset(("PART", "ADJ", "NOUN", "PROPN"))
"""Parts of speech between a state and the noun for its envoy: "Peru's special envoy"."""


def _nation_within(reading: Reading, start: int, end: int) -> Nation | None:
    found = (reading.nation_at[index] for index in range(start, end) if index in reading.nation_at)
    return next((nation for nation in found if not _pairs(reading, nation.start)), None)


def _pairs(reading: Reading, index: int) -> bool:
    """Whether a country is one of two that a body's name joins: the Chilean-Peruvian Council is of neither."""
    name, nation = reading.names[index], reading.nation_at.get(index)
    if name is None or name.type not in ("ORG", "MISC") or nation is None:
        return False
    hyphens = (reading.tree.lowers[nation.start - 1], *reading.tree.lowers[nation.end : nation.end + 1])
    return any(mark in _HYPHENS for mark in hyphens) and any(
        other in reading.nation_at for other in (nation.start - 2, nation.end + 1)
    )


_HYPHENS = frozenset(("-", "–"))


def _link_before(reading: Reading, index: int, limit: int) -> str:
    """The nearest preposition before a token."""
    while index > limit:
        index -= 1
        if reading.tree.lowers[index] in _BEFORE_COUNTRY:
            return reading.tree.lowers[index]
    return ""
