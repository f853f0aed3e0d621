"""What stands behind a noun for people in its phrase: "of the port" of "harbour master of the port".

Parts of speech say what may belong to it where they are known; elsewhere capitals and word lists do.
"""

from service.enrich.actors.phrases import brackets
from service.enrich.actors.phrases.function_words import COORDINATORS, DAYS, DETERMINERS, NOMINAL
from service.enrich.actors.reading.document import POSSESSIVE, Name, Reading
from service.enrich.words import word_set

_LONGEST = 24
"""Tokens of a complement: what is longer is a sentence misread."""

PREPOSITIONS = frozenset(("of", "for", "at", "in", "to", "with", "on", "from", "within", "under", "against"))
"""What joins a phrase and its complement."""


def complement_end(reading: Reading, index: int, stop: int) -> int:
    """Token behind what completes a phrase from a token on: "of the port and", "for health in Asia"."""
    tree = reading.tree
    stop = min(stop, index + _LONGEST)
    first = end = index
    while index < stop:
        word = tree.lowers[index]
        if word == "(":
            closing = brackets.behind(reading, index, stop)
            if closing is None:
                break
            index = end = closing
        elif word in PREPOSITIONS and index + 1 < stop and (after := _person(reading, index + 1)) is not None:
            return min(after.end, stop)
        elif (word in PREPOSITIONS and index + 1 < stop and _starts_nominal(reading, index + 1)) or (
            word in COORDINATORS
            and (end == index or (end == index - 1 and "," in tree.texts[first:end]))  # "for trade, health, and work"
            and _starts_nominal(reading, index + 1)
            and not _other(reading, index + 1, stop)
        ):
            index += 1
        elif word in POSSESSIVE and end == index:
            index = end = index + 1
        elif word in DETERMINERS and end < index:
            index += 1
        elif _is_nominal(reading, index):
            index = end = index + 1
        elif (
            (word == "-" and end == index)
            or (word == "based" and reading.tree.lowers[index - 1] == "-")
            or (word in ("called", "named") and _capital(reading, index + 1))
            or (word == "," and lists(reading, index, stop))
        ):
            index += 1
        else:
            break
    return _behind_named(reading, first, end, stop)


def _behind_named(reading: Reading, first: int, end: int, stop: int) -> int:
    """Token behind the name whose title ends a complement: "in the office of President Weber"."""
    name = _person(reading, end) if first + 1 < end < stop else None
    titled = name is not None and _capital(reading, end - 1) and reading.agent_ending(end - 1, first) is not None
    return min(name.end, stop) if name is not None and titled else end


def _person(reading: Reading, index: int) -> Name | None:
    name = reading.names[index]
    return name if name is not None and name.type == "PERSON" else None


def _capital(reading: Reading, index: int) -> bool:
    return index < len(reading.tree.texts) and reading.tree.texts[index][:1].isupper()


def lists(reading: Reading, index: int, stop: int) -> bool:
    """Whether a comma stands in a list of plain nouns that ends with "and": "in trade, health and work"."""
    for at in range(index + 1, min(stop, index + 7)):
        word = reading.tree.lowers[at]
        if word in COORDINATORS:
            return at + 1 < stop and _is_nominal(reading, at + 1) and reading.names[at + 1] is None
        if reading.names[at] is not None or not (word == "," or _is_nominal(reading, at)):
            return False
    return False


def _is_nominal(reading: Reading, index: int) -> bool:
    """Whether a token may belong to the complement of a phrase."""
    tree = reading.tree
    if reading.dates[index] or tree.lowers[index] in DAYS:
        return False
    name = reading.names[index]
    if name is not None:
        return name.type != "PERSON"
    if reading.known:
        return tree.parts[index] in NOMINAL or _qualifies_body(reading, index)
    return any(map(str.isalnum, tree.lowers[index])) and (
        tree.texts[index][:1].isupper() or tree.lowers[index] not in _VERBS
    )


def _qualifies_body(reading: Reading, index: int) -> bool:
    """Whether a participle stands before the name of a body: "the ruling Farmers Party"."""
    tree = reading.tree
    name = reading.names[index + 1] if index + 1 < len(tree.texts) else None
    return (
        tree.tags[index] in ("VBG", "VBN")
        and tree.relations[index] == "amod"
        and name is not None
        and name.type == "ORG"
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
    word = reading.tree.lowers[index] if index < stop else ""
    return index < stop and ((word in DETERMINERS and word not in _ONES_OWN) or _is_nominal(reading, index))


_ONES_OWN = frozenset(("his", "her", "my"))
"""What begins somebody else, or a thing of the same person: "president of the club with his secretary"."""


def _other(reading: Reading, index: int, stop: int) -> bool:
    """Whether a person's name follows behind titles: "the mayor of Lyon and President Weber" are two.

    "The minister of trade and transport Weber" is one.
    """
    first, stop = index, min(stop, index + 8)
    while index < stop:
        name = reading.names[index]
        if name is not None and name.type == "PERSON":
            return index == first or any(reading.agent_ending(at, first) is not None for at in range(first, index))
        if not (_is_nominal(reading, index) or reading.tree.lowers[index] in DETERMINERS):
            return False
        index += 1
    return False
