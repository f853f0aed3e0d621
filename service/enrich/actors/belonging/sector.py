"""The sector of society, as PLOVER codes it, that a role belongs to."""

from service.enrich.actors.belonging.nominees import is_nominee, sector_of_nominee
from service.enrich.actors.belonging.organisation import LINKS, Organisation
from service.enrich.actors.phrases.function_words import DETERMINERS
from service.enrich.actors.phrases.modifiers import RANKING
from service.enrich.actors.phrases.noun_phrases import Phrase
from service.enrich.actors.reading.document import POSSESSIVE, Reading
from service.enrich.word_classes import WordClass
from service.enrich.words import word_set

_FORMER = word_set("former ex ousted deposed retired erstwhile onetime then late")
"""Modifiers of those who have left an office."""

_OFFICES = frozenset(("GOV", "LEG"))
"""Sectors whose former members are ELI for PLOVER."""

_QUALIFYING = frozenset(("general", "major", "private", "national", "local", "fellow", "justice"))
"""Modifiers that are ranks or people alone and only qualify a noun: "general director", "national chairman"."""

_AGAINST = word_set("critic opponent adversary detractor")
"""Nouns for those whom PLOVER counts among the opposition where a government is what they are against."""

_LEADERS = word_set(
    "leader leaders spokesman spokeswoman spokesperson strongman representative representatives source sources"
)
"""Nouns for those who speak for a state when its name alone stands before them: "the Libyan leader"."""


def sector(reading: Reading, phrase: Phrase, body: Organisation | None) -> str | None:
    """PLOVER's sector of a noun phrase for people."""
    agent = phrase.agent
    told = agent.sector
    if agent.borrows or told is None:
        beside = borrowed(reading, phrase.first, phrase.noun) or (body.sector if body is not None else None)
        beside = beside or _told_behind(reading, phrase)
        told = sector_of_nominee(reading, phrase, beside) if is_nominee(reading, phrase) else beside or told
        if told is None and reading.tree.lowers[phrase.noun_end - 1] in _LEADERS and phrase.first in reading.nation_at:
            told = "GOV"
    if told == "MIL" and body is None and reading.tree.lowers[phrase.noun].rstrip(".") in _RANKS and _polices(reading):
        told = "COP"
    presides = reading.tree.lowers[phrase.noun_end - 1] in _PRESIDENTS and told == "GOV"
    before = body is not None and body.start < phrase.noun_end
    if presides and body is not None and _is_beside_state(body) and (not before or body.sector is not None):
        told = body.sector  # the president of a club
    unknown = body is None or (body.body is None and body.sector is None)
    if told == "GOV" and presides and unknown and _presides_over_no_state(reading, phrase):
        told = None
    if told == "COP" and reading.tree.lowers[phrase.noun_end - 1] == "superintendent" and _teaches(reading):
        told = "EDU"
    if _singular(reading.tree.lowers[phrase.noun_end - 1]) in _AGAINST and _is_government(reading, phrase, told):
        return "OPP"
    modifiers = set(reading.tree.lowers[phrase.first : phrase.noun])
    left = told in _OFFICES and modifiers & _FORMER and not is_nominee(reading, phrase)
    return "ELI" if left else told


def _singular(noun: str) -> str:
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")


def _told_behind(reading: Reading, phrase: Phrase) -> str | None:
    """The sector of the body whose noun stands behind that for a person: "a spokesman for the ministry"."""
    tree, start = reading.tree, phrase.noun_end
    link = "" if start >= phrase.end else tree.lowers[start]
    if _singular(tree.lowers[start - 1]) in _OUTSIDE or link not in _WITHIN.get(phrase.agent.sector or "", _ANYHOW):
        return None
    start += 1
    while start < phrase.end and tree.lowers[start] in DETERMINERS:
        start += 1
    last = start
    while last + 1 < phrase.end and tree.lowers[last + 1] not in LINKS - POSSESSIVE:
        last += 1
    told = reading.body_ending(last, start) if last < phrase.end else None
    if told is None or told[1] == "CVL" or any(text[:1].isupper() for text in tree.texts[start:last]):
        return None  # as mostly, or a body with a name of its own
    noun, plain = tree.lowers[last], start == phrase.noun_end + 1
    several = phrase.agent.plural and plain and noun in _HEADED
    return None if several or (link != "of" and noun in _TERRITORIES) else told[1]


_ANYHOW = frozenset(("of", "for", "at", "in", "from"))
"""Prepositions behind which a body is told that somebody belongs to."""

_WITHIN = {"MIL": frozenset(("of",)), "COP": frozenset(("of",)), "CVL": frozenset[str]()}
"""The same by the sector of nouns for those who may be anywhere: guards at the hospital are no doctors."""

_TERRITORIES = word_set("state kingdom republic province emirate sultanate governorate prefecture municipality")
"""Words for bodies that are places, too: leaders in a state may be anybody's."""

_HEADED = frozenset(("state", "government"))
"""Whose heads are of several states: "the heads of state"."""

_OUTSIDE = word_set(
    """
    ally backer donor supporter sympathiser sympathizer follower partner mediator observer monitor counterpart patron
    mentor sponsor applicant accuser rival challenger critic opponent predecessor successor
    """
)
"""Nouns for those who need not belong to what they are told of: an ally of the government."""


def _is_government(reading: Reading, phrase: Phrase, told: str | None) -> bool:
    """Whether a government is what somebody is against: "government critics", "opponents of the regime"."""
    behind = range(phrase.noun_end, phrase.end)
    return told == "GOV" or any((reading.body_ending(at, phrase.noun_end) or (0, ""))[1] == "GOV" for at in behind)


def _polices(reading: Reading) -> bool:
    """Whether a text tells of police and of no armed forces."""
    words = reading.tree.words
    return len(_POLICE.at(words)) > 0 and len(_FORCES.at(words)) == 0


def _teaches(reading: Reading) -> bool:
    """Whether a text tells of schools and of no police."""
    words = reading.tree.words
    return len(_SCHOOLS.at(words)) > 0 and len(_POLICE.at(words)) == 0


def _presides_over_no_state(reading: Reading, phrase: Phrase) -> bool:
    """Whether a president is of what common nouns tell, "board president", "of the network", or of a "UDP"."""
    tree = reading.tree
    before = phrase.noun - 2 if phrase.noun > 1 and tree.lowers[phrase.noun - 1] in POSSESSIVE else phrase.noun - 1
    while before > phrase.first and tree.lowers[before] in RANKING:
        before -= 1
    if before >= phrase.first and _is_short(tree.texts[before]) and before not in reading.nation_at:
        return True
    behind = phrase.noun_end + 1
    if tree.lowers[phrase.noun_end : behind] == ["of"]:
        while behind < phrase.end and tree.lowers[behind] in DETERMINERS:
            behind += 1
        owners = [behind] if behind < phrase.end else []
    else:
        owners = [before] if before >= max(phrase.first - 1, 0) else []
    plain = [at for at in owners if tree.tags[at] == "NN" and tree.texts[at].islower()]
    plain = [at for at in plain if tree.lowers[at] not in _STATES]
    return any(reading.body_ending(at, max(at - 2, 0)) in (None, (at, None)) for at in plain)


def _is_short(text: str) -> bool:
    """Whether a word is short for a name: parties and clubs go by initials; the states that do are known."""
    return text.isupper() and 1 < len(text) <= _INITIALS


_INITIALS = 6
"""Letters of the longest of such."""

_STATES = frozenset(("country", "nation", "state", "republic", "island", "region", "territory"))
"""Nouns for what a president of a state is of."""

_RANKS = word_set("captain capt lieutenant lt sergeant sgt corporal cpl major maj colonel col superintendent supt")
"""Ranks that police have too."""

_POLICE = WordClass.of(word_set("police policeman policemen sheriff"))
_SCHOOLS = WordClass.of(word_set("school schools students pupils"))
_FORCES = WordClass.of(word_set("army armies military navy soldier soldiers troops marines battalion brigade war"))

_PRESIDENTS = frozenset(("president", "presidents", "vice-president"))


def _is_beside_state(body: Organisation) -> bool:
    """Whether a body is no state's, as far as is known."""
    return body.sector not in ("GOV", "LEG", "JUD", "MIL") and (body.body is None or body.sector == "BUS")


def borrowed(reading: Reading, first: int, noun: int) -> str | None:
    """The sector of the nearest modifier of a noun that has one: "rebel commander", "opposition figure".

    Args:
        first: first token of the phrase.
        noun: first token of its noun.
    """
    for index in range(noun - 1, first - 1, -1):
        if reading.tree.lowers[index] in _QUALIFYING:
            continue
        if index in reading.body_at:
            return reading.body_at[index].sector
        body = reading.body_ending(index, first)
        if body is not None and body[1] is not None:
            return body[1]
        agent = reading.agent_ending(index, first)
        if agent is not None and not agent[1].borrows:
            return agent[1].sector
        if (told := _ADJECTIVES.get(reading.tree.lowers[index])) is not None:
            return told
    return None


_ADJECTIVES = {"presidential": "GOV", "ministerial": "GOV", "royal": "GOV", "parliamentary": "LEG"}
"""Sectors of adjectives for bodies: "presidential spokesman"."""
