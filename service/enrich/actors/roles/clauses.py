"""Roles told by a verb behind a name: "who chairs the board", "is the mayor of Lyon", "was named director"."""

from collections.abc import Iterator

from service.enrich.actors.phrases.complements import complement_end
from service.enrich.actors.phrases.function_words import DETERMINERS
from service.enrich.actors.phrases.noun_phrases import Phrase, phrase_in
from service.enrich.actors.reading.document import Reading
from service.enrich.actors.roles.role import Role, with_body
from service.enrich.word_classes import WordClass
from service.enrich.words import word_set

_HEADING = {
    "head": "head of", "heads": "head of", "headed": "head of",
    "lead": "leader of", "leads": "leader of", "led": "leader of",
    "run": "head of", "runs": "head of", "ran": "head of",
    "chair": "chair of", "chairs": "chair of", "chaired": "chair of",
    "direct": "director of", "directs": "director of", "directed": "director of",
    "command": "commander of", "commands": "commander of", "commanded": "commander of",
    "own": "owner of", "owns": "owner of", "owned": "owner of",
    "found": "founder of", "founded": "founder of", "founds": "founder of",
    "coach": "coach of", "coaches": "coach of", "coached": "coach of",
    "edit": "editor of", "edits": "editor of", "edited": "editor of",
    "represents": "representative of", "represented": "representative of",
    "manages": "manager of", "managed": "manager of",
    "oversees": "head of", "oversaw": "head of",
}  # fmt: skip
"""Verbs of a relative clause that tell a role, with the role."""

_NOW = {"heading": "head of", "leading": "leader of", "chairing": "chair of", "overseeing": "head of"}
"""Verbs that tell it of now, behind "is"."""

_PRESIDING = frozenset(("heads", "chairs", "chaired", "co"))
"""Those of them that tell a role in any clause: who leads may lead a race."""

_BE = frozenset(("is", "was", "are", "were", "'s", "became", "becomes", "remains", "remained"))

_OFFICE = word_set(
    """
    named appointed elected reelected re-elected chosen nominated sworn promoted confirmed installed crowned proclaimed
    declared serves served serving works worked working stepped resigned retired quit steps resigns hired
    """
)
"""Verbs beside which an office is told."""

_BEFORE_OFFICE = WordClass.of(_OFFICE | {"as"})
"""Words behind which it is."""

_WINDOW = 10
"""Tokens behind a name, or behind a verb of office, in which an office is looked for."""


def relative(reading: Reading, index: int, high: int) -> Iterator[Role]:
    """ "who chairs the board", "who is also the mayor of Lyon"."""
    tree = reading.tree
    while index < high and tree.lowers[index] in (
        "also",
        "has",
        "had",
        "currently",
        "now",
        "once",
        "previously",
        "long",
        "until",
        "recently",
    ):
        index += 1
    if index >= high:
        return
    if (role := _heading(reading, index, high)) is not None:
        yield role
    elif (tree.lowers[index] in _BE or tree.lowers[index] in _OFFICE) and (
        phrase := _office(reading, index + 1, high)
    ) is not None:
        yield with_body("relative", reading, phrase, high)


def _heading(reading: Reading, index: int, high: int) -> Role | None:
    """ "chairs the board", "co-founded the firm", "is heading the team"."""
    lowers, joint = reading.tree.lowers, ""
    if lowers[index] in _BE and index + 1 < high and lowers[index + 1] in _NOW:
        index += 1
    if lowers[index : index + 2] == ["co", "-"]:
        index, joint = index + 2, "co-"
    told = _HEADING.get(lowers[index]) or _NOW.get(lowers[index]) if index < high else None
    start = index + 1
    while start < high and lowers[start] in DETERMINERS:
        start += 1
    end = complement_end(reading, start, high) if told is not None else start
    return Role("relative", start, end, None, f"{joint}{told}") if end > start else None


def clause(reading: Reading, index: int, high: int) -> Iterator[Role]:
    """Roles told by the verb behind a name: "is the mayor of Lyon", "has been named director", "stepped down as"."""
    tree = reading.tree
    stop = min(high, index + _WINDOW)
    if index < stop and tree.lowers[index] in _PRESIDING and (role := _heading(reading, index, high)) is not None:
        yield role
        return
    if (
        index < stop
        and tree.lowers[index] in _BE
        and not _OFFICE & {*tree.lowers[index + 1 : index + 3]}
        and (phrase := phrase_in(reading, _adverbs(reading, index + 1, stop), high))
    ):
        yield with_body("copula", reading, phrase, high)
        return
    if not reading.has(_BEFORE_OFFICE, index, stop):  # as mostly
        return
    while index < stop:
        name = reading.names[index]
        if (name is not None and name.type == "PERSON") or tree.texts[index] in (",", ";", ".", "”", '"'):
            return
        verb = tree.lowers[index] in _OFFICE and tree.relations[index] != "amod"
        if tree.lowers[index] == "as" or (verb and tree.lowers[index - 1] not in DETERMINERS):
            phrase = _office(reading, index + 1, high)
            if phrase is not None:
                yield with_body("office", reading, phrase, high)
                return
        index += 1


def _office(reading: Reading, index: int, high: int) -> Phrase | None:
    """The office behind a verb: "as the new director", "from his post as coach"."""
    tree = reading.tree
    index = _adverbs(reading, index, high)
    for at in range(index, min(high, index + 6)):
        if tree.lowers[at] == "as":
            index = at + 1
            break
    return phrase_in(reading, index, high)


def _adverbs(reading: Reading, index: int, high: int) -> int:
    while index < high and reading.tree.lowers[index] in (
        "also",
        "now",
        "currently",
        "still",
        "then",
        "once",
        "been",
        "not",
    ):
        if reading.tree.lowers[index] == "not":
            return high
        index += 1
    return index
