"""The noun phrase around a noun for people: "White House press secretary", "head of the river police"."""

from typing import NamedTuple

from service.enrich.actors.phrases.complements import complement_end, lists
from service.enrich.actors.phrases.function_words import COORDINATORS, DETERMINERS
from service.enrich.actors.phrases.modifiers import may_modify, modifiers_start
from service.enrich.actors.reading.document import POSSESSIVE, Reading
from service.enrich.actors.reading.lexicon import Agent

_LONGEST = 24
"""Tokens of the modifiers: what is longer is a sentence misread."""


_WITHIN_NAMES = COORDINATORS | {"of", "for"}

_ANYBODY = ("CVL", "CRM", "UAF", "UNK")
"""Sectors of nouns that tell nothing of who is one of several: residents, convicts."""


class Phrase(NamedTuple):
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
    index = _office_end(reading, index)
    found = reading.agent_ending(index, limit)
    if found is None:
        return None
    noun, agent = found
    return Phrase(modifiers_start(reading, noun, max(limit, noun - _LONGEST)), noun, index + 1, index + 1, agent)


def phrase_in(reading: Reading, start: int, stop: int) -> Phrase | None:
    """The phrase that begins at a token (determiner allowed), with its complement; None when it is about no person.

    Its noun is the first noun for people that no other noun follows at once.
    """
    tree = reading.tree
    one = tree.lowers[start : start + 2] == ["one", "of"] and start + 2 < stop
    index = start + 2 if one else start
    while index < stop and tree.lowers[index] in DETERMINERS:
        index += 1
    begin, listed = index, False
    while index < stop and may_modify(reading, index):
        following = index + 1
        body = following < stop and _is_its_body(reading, following, stop)
        if body or not (following < stop and _continues(reading, following)):
            noun_end = _office_end(reading, index) + 1
            found = reading.agent_ending(noun_end - 1, begin)
            if found is not None:
                noun, agent = found
                if one and agent.sector in _ANYBODY:
                    return None
                agent = agent._replace(plural=False) if one else agent  # "one of the founders of the league"
                return Phrase(begin, noun, noun_end, complement_end(reading, noun_end, stop), agent)
            if body:
                index = following
                continue
            listed = following < stop and (
                (listed and tree.lowers[following] in COORDINATORS)
                or (tree.texts[following] == "," and lists(reading, following, stop))
            )
            if listed:
                index = following + 1
                continue
            if not _bridges(reading, index, following, stop):
                return None
            following += 2 if tree.lowers[following + 1] == "the" else 1
        index = following
    return None


def _office_end(reading: Reading, index: int) -> int:
    """Last token of an office with "of" in its name that begins at a token, else that token: head of state."""
    last, tree = index + 2, reading.tree
    if last >= len(tree.texts) or tree.lowers[index + 1] != "of":
        return index
    found = reading.agent_ending(last, index)
    return last if found is not None and found[0] == index else index


def _is_its_body(reading: Reading, index: int, stop: int) -> bool:
    """Whether the name of a body ends a phrase: "Director National Water Board", not "deputy White House spokesman"."""
    name = reading.names[index]
    if name is None or name.type != "ORG" or name.start != index:
        return False
    goes_on = name.end < stop and reading.tree.lowers[name.end] not in POSSESSIVE and _continues(reading, name.end)
    return name.end <= stop and not goes_on


def _continues(reading: Reading, index: int) -> bool:
    """Whether a noun phrase goes on at a token with a noun."""
    word = reading.tree.lowers[index]
    return word not in COORDINATORS and word not in DETERMINERS and may_modify(reading, index)


def _bridges(reading: Reading, index: int, following: int, stop: int) -> bool:
    """Whether "of", "and" or brackets behind a token stand inside a name that goes on: Bureau of Mines director."""
    tree = reading.tree
    if following + 1 >= stop:
        return False
    capitals = tree.texts[index][:1].isupper() and (
        tree.texts[following + 1][:1].isupper() or tree.lowers[following + 1] == "the"
    )
    return tree.lowers[following] in _WITHIN_NAMES and capitals
