"""The actor of a person: the best of the roles told beside the mentions, and where the person belongs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from service.enrich.actors.belonging.country import country, may_be_abroad, sent_to
from service.enrich.actors.belonging.organisation import Organisation, organisation
from service.enrich.actors.belonging.sector import sector
from service.enrich.actors.persons.nationality import countries_beside
from service.enrich.actors.phrases.noun_phrases import Phrase
from service.enrich.actors.reading.document import POSSESSIVE, Reading
from service.enrich.actors.reading.lexicon import SUPRANATIONAL
from service.enrich.actors.roles.beside_name import roles
from service.enrich.actors.roles.role import Role
from service.enrich.words import word_set

_WEIGHTS = {
    "title": 3.0,
    "apposition": 4.0,
    "preposed": 4.0,
    "relative": 3.5,
    "copula": 3.0,
    "office": 3.0,
    "naming": 2.0,
    "among": 2.0,
    "affiliation": 0.0,
}
"""How much a pattern's roles are worth: an apposition tells more than a title."""

_RANKS = word_set(
    """
    general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal cpl brigadier brig admiral adm
    commander constable const inspector insp detective det superintendent supt officer professor prof judge justice
    ambassador attorney senator sen rep representative governor gov rev reverend fr father bishop lawyer
    """
)
"""Titles that say less than what stands behind the name."""

_ROYALS = word_set("king queen prince princess emperor empress sultan")
"""Titles that one is born to, and that many of a family bear."""

_KINDRED = word_set(
    """
    son daughter father mother wife husband brother sister uncle aunt nephew niece cousin grandmother grandfather
    grandson granddaughter friend relative widow widower baby boy girl man woman child children people person twin
    parent parents family couple victim suspect neighbour neighbor accused defendant guest toddler infant
    teenager youth fiancé fiancée girlfriend boyfriend godson
    """
)
"""Nouns for people that tell no role."""

PRIVATE = frozenset(("CVL", "CRM", "UAF", "UNK"))
"""Sectors of nouns for what people are beside an office."""

_OFFICE = 2.5
"""What a government's office adds to the worth of a title."""

_NO_HEADS = word_set("ELI REL BUS SOC EDU LAB MED")
"""Sectors of what a president of a state is not now: "President Holm" presides over a church or a club then."""

_FAR = 0.05
"""What each further mention takes from a role's worth."""

MAX_MENTIONS = 40
"""Mentions of one actor beside which its role and country are looked for: the first ones introduce."""


@dataclass(frozen=True, slots=True)
class Person:
    """What is told about a person; tokens, ends exclusive.

    Attributes:
        role: its text, None when none is told; role_tokens: where.
        organisation: the body the person belongs to.
        country, sector: as in ``Actor``; the country only when it is told.
        post: country that an ambassador or another envoy is sent to.
        abroad: whether the organisation may be of another country than the person.
    """

    role: str | None = None
    role_tokens: tuple[int, int] | None = None
    organisation: Organisation | None = None
    country: str | None = None
    sector: str | None = None
    post: str | None = None
    abroad: bool = False


def person(reading: Reading, mentions: Iterable[tuple[int, int]], places: dict[int, str]) -> Person:
    """What the text tells beside a person's mentions by name (tokens, end exclusive, in text order)."""
    told: list[tuple[float, Role, Organisation | None]] = []
    beside: list[str] = []
    for number, (start, end) in enumerate(mentions):
        if number == MAX_MENTIONS:
            break
        beside += countries_beside(reading, start, end, places)
        for role in roles(reading, start, end):
            body = organisation(reading, role)
            told.append((_worth(reading, role, body) - _FAR * number, role, body))
    if not told:  # as most
        return Person(country=beside[0] if beside else None)
    if not any(role.phrase is not None and sector(reading, role.phrase, own) in _NO_HEADS for _, role, own in told):
        told = [(worth + _OFFICE * _presides(reading, role, own), role, own) for worth, role, own in told]
    told.sort(key=lambda entry: -entry[0])
    best = next((entry for entry in told if entry[1].pattern != "affiliation" and entry[0] > 0), None)
    bodies = [body for worth, _, body in told if body is not None and worth > -1]
    body = (best[2] if best is not None else None) or (bodies[0] if bodies else None)
    codes = [
        (code, role)
        for worth, role, own in told
        if (code := country(reading, role if worth > -1 else _without_complement(role), own, places)) is not None
    ]
    if best is not None and best[2] is None and _heads_state(reading, best[1].phrase):
        codes = [each for each in codes if each[0] not in SUPRANATIONAL]  # who presides over a body of many for a year
    code = _first(reading, codes) or (beside[0] if beside else None)
    if beside and best is not None and best[1].phrase is not None and best[1].phrase.agent.sector in PRIVATE:
        code = beside[0]  # "the Belgian Anna Weber, winner of a race in France"
    if best is None:
        return Person(None, None, body, code, body.sector if body is not None else None)
    role = best[1]
    tokens = (role.first, role.end)
    if role.phrase is None:
        return Person(f"{role.told} {reading.text(*tokens)}", tokens, body, code, body.sector if body else None)
    if _presides(reading, role, best[2]):
        body = None  # of another role
    own, post = sector(reading, role.phrase, body), sent_to(reading, role, places)
    abroad = may_be_abroad(reading, role, body)
    return Person(reading.text(*shown(reading, role)), shown(reading, role), body, code, own, post, abroad)


def _without_complement(role: Role) -> Role:
    """A role that is none, such as kinship: its adjective tells a person's country, what stands behind it does not."""
    return role if role.phrase is None else role._replace(end=role.phrase.noun_end)


def _first(reading: Reading, codes: Sequence[tuple[str, Role]]) -> str | None:
    """The country of the role that tells most; a state's own, that presides over a body of many, stays its own."""
    if not codes or codes[0][0] not in SUPRANATIONAL:
        return codes[0][0] if codes else None
    own = (code for code, role in codes if code not in SUPRANATIONAL and _holds_office(reading, role.phrase))
    return next(own, codes[0][0])


def _presides(reading: Reading, role: Role, body: Organisation | None) -> bool:
    """Whether a title is a state's president, who goes by it whatever else a text tells: "President Ada Holm"."""
    phrase = role.phrase
    if phrase is None or role.pattern != "title" or body is not None:
        return False
    capital = reading.tree.texts[phrase.noun][:1].isupper()
    return capital and reading.tree.lowers[phrase.noun_end - 1] == "president" and _holds_office(reading, phrase)


def _heads_state(reading: Reading, phrase: Phrase | None) -> bool:
    """Whether somebody heads a state or its government, now."""
    return phrase is not None and reading.tree.lowers[phrase.noun_end - 1] in _HEADS and _holds_office(reading, phrase)


_HEADS = word_set("president minister premier chancellor king queen emir sultan")
"""Nouns for heads of states and governments."""


def _holds_office(reading: Reading, phrase: Phrase | None) -> bool:
    """Whether somebody holds an office of a state, now."""
    return phrase is not None and sector(reading, phrase, None) in ("GOV", "LEG")


def shown(reading: Reading, role: Role) -> tuple[int, int]:
    """The tokens of a role without the country or number they begin with: "Iran's foreign ministry spokesman"."""
    first, end = role.first, role.end
    noun = role.phrase.noun if role.phrase is not None else first
    several = role.phrase is not None and reading.tree.tags[role.phrase.noun_end - 1] in ("NNS", "NNPS")
    while several and first < noun and _counts(reading, first):
        first += 1
    nation = reading.nation_at.get(first)
    if (
        nation is not None
        and nation.end <= noun
        and first not in reading.body_at
        and not _in_name(reading, nation.end, first)
        and not _in_compound(reading, nation.end)
    ):
        first = nation.end
        while first < noun and (reading.tree.lowers[first] in _BEHIND_NATION or _is_people(reading, first)):
            first += 1
    return first, end


def _counts(reading: Reading, index: int) -> bool:
    """Whether a token only tells how many they are: "284,000 ranchers"."""
    tree = reading.tree
    number = tree.parts[index] == "NUM" and tree.tags[index] == "CD"
    return number or tree.texts[index] == "-" or tree.lowers[index] in ("least", "most")


def _in_compound(reading: Reading, index: int) -> bool:
    """Whether what stands behind a country qualifies with it: "Peruvian-born", "UK-based"."""
    return reading.tree.lowers[index] == "-" and reading.tree.lowers[index + 1].endswith(("ed", "born", "run", "led"))


_BEHIND_NATION = POSSESSIVE | {"-", "and", ","}


def _is_people(reading: Reading, index: int) -> bool:
    nation = reading.nation_at.get(index)
    return nation is not None and nation.kind == "demonym" and index not in reading.body_at


def _in_name(reading: Reading, index: int, first: int) -> bool:
    """Whether a country's name is part of a longer name: Natural Resources Canada, Bank of Japan."""
    name = reading.names[first]
    return name is not None and name.end > index and name.type == "ORG"


def _worth(reading: Reading, role: Role, body: Organisation | None) -> float:
    worth = _WEIGHTS[role.pattern] + (1.0 if body is not None else 0.0)
    if role.phrase is None:
        return worth
    words = reading.tree.lowers[role.phrase.noun : role.phrase.noun_end]
    last = words[-1].rstrip(".")
    if last in _KINDRED or last.removesuffix("s") in _KINDRED:
        return -1.0
    if role.phrase.agent.sector in PRIVATE and not role.phrase.agent.borrows:
        worth -= 1.0
    if last == "member" and body is not None and body.sector == "PTY":
        worth -= 1.5  # a minister is also a member of a party
    if role.pattern == "title" and last in _RANKS and body is None:
        worth -= 1.5 if role.phrase.first == role.phrase.noun else 1.3  # "Ohio Gov. Weber" tells more than "Gov. Weber"
    if role.pattern in ("title", "preposed") and last not in _RANKS and _governs(reading, role.phrase, body):
        worth += _OFFICE
    return worth


def _governs(reading: Reading, phrase: Phrase, body: Organisation | None) -> bool:
    """Whether a title is a government's office: it goes before whatever else its bearer is."""
    royal = reading.tree.lowers[phrase.noun_end - 1] in _ROYALS
    own = phrase.agent.sector == "GOV" and not phrase.agent.borrows and not royal
    return own and reading.tree.texts[phrase.noun][:1].isupper() and sector(reading, phrase, body) == "GOV"
