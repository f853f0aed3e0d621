"""The noun phrase around a noun for people: "White House press secretary", "head of the river police".

Parts of speech say what may belong to it where they are known; elsewhere capitals and word lists do.
"""

from dataclasses import dataclass

from service.enrich.actors.lexicon import Agent
from service.enrich.actors.reading import POSSESSIVE, Name, Reading
from service.enrich.words import word_set

_LONGEST = 24
"""Tokens of a phrase on either side of its noun: what is longer is a sentence misread."""

RANKING = word_set(
    """
    former ex then late senior junior deputy vice assistant associate acting interim caretaker incoming outgoing
    current new next longtime veteran chief lead leading top prominent influential famous renowned noted popular
    retired ousted high ranking unnamed anonymous
    """
)
"""Modifiers of a person and not of the body the person belongs to."""

_MODIFIERS = RANKING | word_set(
    """
    local national federal regional provincial municipal central general special foreign prime official honorary
    executive retired ousted deposed suspended ruling sitting disgraced embattled convicted jailed imprisoned exiled
    elected appointed slain visiting managing founding presiding award winning self styled proclaimed right left wing
    far hard line liberal conservative centrist moderate populist independent opposition rebel military defeated
    elder young old high ranking co pro anti non joint permanent supreme principal political social public private
    presidential parliamentary congressional judicial diplomatic religious spiritual tribal traditional indigenous
    medical financial economic legal technical scientific environmental agricultural industrial commercial
    """
)
"""Lower-case words before a noun for people, where parts of speech are not known. Any case with them."""

_PREPOSITIONS = frozenset(("of", "for", "at", "in", "to", "with", "on", "from", "within", "under", "against"))
"""What joins a phrase and its complement."""

DETERMINERS = frozenset(
    ("the", "a", "an", "its", "his", "her", "their", "our", "this", "that", "these", "those", "my", "your")
)

_JOINED = frozenset(("and", "&"))

_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens of a phrase, ends exclusive.

    Attributes:
        first: where its modifiers and its possessor begin, without a determiner.
        noun: where its noun for people begins.
        noun_end: behind that noun.
        end: behind its complement.
        agent: the noun.
    """

    first: int
    noun: int
    noun_end: int
    end: int
    agent: Agent


def phrase_ending(reading: Reading, index: int, limit: int) -> Phrase | None:
    """The phrase whose noun for people ends at a token, without complement; it begins at ``limit`` or behind it."""
    found = reading.agent_ending(index, limit)
    if found is None:
        return None
    noun, agent = found
    return Phrase(_first(reading, noun, max(limit, noun - _LONGEST)), noun, index + 1, index + 1, agent)


def phrase_in(reading: Reading, start: int, stop: int) -> Phrase | None:
    """The phrase that begins at a token (determiner allowed), with its complement; None when it is about no person.

    Its noun is the first noun for people that no other noun follows at once.
    """
    tree = reading.tree
    index = start
    while index < stop and tree.lowers[index] in DETERMINERS:
        index += 1
    begin = index
    while index < stop and _may_modify(reading, index):
        following = index + 1
        if not (following < stop and _continues(reading, following)):
            found = reading.agent_ending(index, begin)
            if found is not None:
                noun, agent = found
                return Phrase(begin, noun, following, complement_end(reading, following, stop), agent)
            if not _bridges(reading, index, following, stop):
                return None
            following += 2 if tree.lowers[following + 1] == "the" else 1
        index = following
    return None


def complement_end(reading: Reading, index: int, stop: int) -> int:
    """Token behind what completes a phrase from a token on: "of the port and", "for health in Asia"."""
    tree = reading.tree
    stop = min(stop, index + _LONGEST)
    end = index
    while index < stop:
        word = tree.lowers[index]
        if word == "(":
            closing = _closing(reading, index, stop)
            if closing is None:
                break
            index = end = closing
        elif word in _PREPOSITIONS and index + 1 < stop and (after := _person(reading, index + 1)) is not None:
            return min(after.end, stop)
        elif (word in _PREPOSITIONS and index + 1 < stop and _starts_nominal(reading, index + 1)) or (
            word in _JOINED
            and end == index
            and _starts_nominal(reading, index + 1)
            and not _other(reading, index + 1, stop)
        ):
            index += 1
        elif word in POSSESSIVE and end == index:
            index = end = index + 1
        elif word in DETERMINERS:
            index += 1
        elif _is_nominal(reading, index):
            index = end = index + 1
        elif (
            (word == "-" and end == index)
            or (word in ("called", "named") and _capital(reading, index + 1))
            or (word == "," and _lists(reading, index, stop))
        ):
            index += 1
        else:
            break
    return end


def _person(reading: Reading, index: int) -> Name | None:
    name = reading.names[index]
    return name if name is not None and name.type == "PERSON" else None


def _capital(reading: Reading, index: int) -> bool:
    return index < len(reading.tree.texts) and reading.tree.texts[index][:1].isupper()


def _lists(reading: Reading, index: int, stop: int) -> bool:
    """Whether a comma stands in a list of plain nouns that ends with "and": "in trade, health and work"."""
    for at in range(index + 1, min(stop, index + 7)):
        word = reading.tree.lowers[at]
        if word in _JOINED:
            return at > index + 1 and at + 1 < stop and _is_nominal(reading, at + 1)
        if reading.tree.texts[at][:1].isupper() or not (word == "," or _is_nominal(reading, at)):
            return False
    return False


def _first(reading: Reading, index: int, limit: int) -> int:
    """First token of the modifiers that end before a token."""
    tree = reading.tree
    while index > limit:
        before = index - 1
        word = tree.lowers[before]
        name = reading.names[before]
        if reading.dates[before]:
            break
        if name is not None:
            if name.type == "PERSON":
                break
            index = max(name.start, limit)
        elif word in POSSESSIVE and before > limit:
            if (owner := reading.names[before - 1]) is not None and owner.type == "PERSON":
                break
            index = before
        elif word == ")" and (opening := _opening(reading, before, limit)) is not None:
            index = opening
        elif (
            (word in ("-", "–", "/") and before > limit)
            or (word in _JOINED | {"of", "for", "the"} and _links(reading, before, limit))
            or _may_modify(reading, before)
        ):
            index = before
        else:
            break
    while index < len(tree.texts) and tree.lowers[index] in POSSESSIVE | DETERMINERS | {"-", "–", "/", "and"}:
        index += 1
    return index


def _links(reading: Reading, index: int, limit: int) -> bool:
    """Whether "of", "for", "the" or "and" stands inside a name: Bureau of Animal Industry head."""
    tree = reading.tree
    before, word = index - 1, tree.lowers[index]
    if before < limit:
        return False
    if word == "the":
        return tree.lowers[before] in ("of", "for") and _links(reading, before, limit)
    if word in _JOINED:
        both = tree.texts[before][:1].isupper() and tree.texts[index + 1][:1].isupper()
        return both or reading.agent_ending(before, limit) is not None
    return tree.texts[before][:1].isupper() and (
        reading.body_ending(before, limit) is not None or reading.agent_ending(before, limit) is not None
    )


def _may_modify(reading: Reading, index: int) -> bool:
    """Whether a token may stand in a noun phrase before its noun, or be the noun."""
    tree = reading.tree
    word = tree.lowers[index]
    if word in ("-", "–", "/", "&") or word in POSSESSIVE or word in _MODIFIERS:
        return True
    if not any(map(str.isalnum, word)) or reading.dates[index]:
        return False
    name = reading.names[index]
    if name is not None:
        return name.type != "PERSON"
    if reading.known:
        return tree.parts[index] in _NOMINAL or (
            tree.parts[index] == "VERB"
            and tree.tags[index] in ("VBN", "VBG")
            and tree.relations[index] in ("amod", "compound")
        )
    return (
        tree.texts[index][:1].isupper()
        or reading.agent_ending(index, index) is not None
        or reading.body_ending(index, index) is not None
        or word.isdigit()
    )


def _is_nominal(reading: Reading, index: int) -> bool:
    """Whether a token may belong to the complement of a phrase."""
    tree = reading.tree
    if reading.dates[index]:
        return False
    name = reading.names[index]
    if name is not None:
        return name.type != "PERSON"
    if reading.known:
        return tree.parts[index] in _NOMINAL
    return any(map(str.isalnum, tree.lowers[index])) and (
        tree.texts[index][:1].isupper() or tree.lowers[index] not in _VERBS
    )


_VERBS = word_set(
    """
    said says say told tells tell was were is are be been has have had will would can could may might must shall should
    did does do added adds announced announces warned urged called asked confirmed denied insisted explained
    described declared stated reported claimed who which that whose whom when where while as but if because by
    """
)
"""What ends a complement where parts of speech are not known."""


def _starts_nominal(reading: Reading, index: int) -> bool:
    stop = len(reading.tree.texts)
    return index < stop and (reading.tree.lowers[index] in DETERMINERS or _is_nominal(reading, index))


def _other(reading: Reading, index: int, stop: int) -> bool:
    """Whether a person's name follows behind titles: "the mayor of Lyon and President Weber" are two."""
    stop = min(stop, index + 8)
    while index < stop:
        name = reading.names[index]
        if name is not None and name.type == "PERSON":
            return True
        if not (_is_nominal(reading, index) or reading.tree.lowers[index] in DETERMINERS):
            return False
        index += 1
    return False


def _continues(reading: Reading, index: int) -> bool:
    """Whether a noun phrase goes on at a token with a noun."""
    word = reading.tree.lowers[index]
    return word not in _JOINED and word not in DETERMINERS and _may_modify(reading, index)


def _bridges(reading: Reading, index: int, following: int, stop: int) -> bool:
    """Whether "of", "and" or brackets behind a token stand inside a name that goes on: Bureau of Mines director."""
    tree = reading.tree
    if following + 1 >= stop:
        return False
    capitals = tree.texts[index][:1].isupper() and (
        tree.texts[following + 1][:1].isupper() or tree.lowers[following + 1] == "the"
    )
    return tree.lowers[following] in _JOINED | {"of", "for"} and capitals


def _closing(reading: Reading, index: int, stop: int) -> int | None:
    """Token behind the bracket that closes a short one."""
    for end in range(index + 1, min(stop, index + 6)):
        if reading.tree.texts[end] == ")":
            return end + 1
    return None


def _opening(reading: Reading, index: int, limit: int) -> int | None:
    """The bracket that opens a short one."""
    for start in range(index - 1, max(limit, index - 6), -1):
        if reading.tree.texts[start] == "(":
            return start
    return None
