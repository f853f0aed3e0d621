"""Where a text tells who a person is: beside the name.

Seven patterns, each read from the tokens around one mention, so that a wrong tree costs little:
title ("Interior Minister Anna Weber"), apposition ("Anna Weber, head of the port authority,"),
apposition before the name ("the group's leader, Anna Weber,"), relative clause ("Anna Weber, who
chairs the board"), copula ("Anna Weber is the mayor of Lyon"), office ("Anna Weber was named
director"), naming ("a student named Anna"); and a plain affiliation ("Anna Weber of Reuters").
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from service.enrich.actors.phrases import DETERMINERS, Phrase, complement_end, phrase_ending, phrase_in
from service.enrich.actors.reading import POSSESSIVE, Reading
from service.enrich.words import word_set

Pattern = Literal["title", "apposition", "preposed", "relative", "copula", "office", "naming", "affiliation"]

_ADDRESSES = word_set(
    """
    mr mrs ms miss mx dr doctor sir dame lord lady sheikh shaikh sheik haji hajj eng engr madam madame mme
    monsieur señor senor sri shri smt md hon his her highness excellency majesty honourable honorable holiness
    eminence late the st st. nana chief-priest sardar maulana mullah begum syed
    """
)
"""Forms of address: they stand between a title and a name, and are no role."""

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

_BE = frozenset(("is", "was", "are", "were", "'s", "became", "becomes", "remains", "remained"))

_OFFICE = word_set(
    """
    named appointed elected reelected re-elected chosen nominated sworn promoted confirmed installed crowned proclaimed
    declared serves served serving works worked working stepped resigned retired quit steps resigns hired
    """
)
"""Verbs beside which an office is told."""

_NAMING = frozenset(("named", "called", "surnamed", "nicknamed"))

_SEVERAL = frozenset(("and", ",", "&", "or"))
"""What stands between names of a list."""

_LONGEST_LIST = 8
"""Names of a list before which its title is looked for."""

_BREAKS = frozenset((",", ";", ":", ".", '"', "“", "”", "--"))
"""What a phrase before a comma does not cross."""

_DASHES = frozenset(("-", "--", "–", "—", ":"))

_AT = frozenset(("of", "from", "at", "with"))

_WINDOW = 10
"""Tokens behind a name, or behind a verb of office, in which an office is looked for."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role told beside a mention, in tokens (ends exclusive).

    Attributes:
        first, end: what is told, with modifiers, possessor and complement.
        phrase: the noun phrase; None for verbs and plain affiliations.
        told: what goes before the text of the tokens to make a role of it: "head of".
    """

    pattern: Pattern
    first: int
    end: int
    phrase: Phrase | None = None
    told: str = ""


def roles(reading: Reading, start: int, end: int) -> Iterator[Role]:
    """The roles told beside a person's mention at tokens ``start`` to ``end`` (exclusive)."""
    low, high = reading.sentence_start(start), reading.sentence_end(end - 1)
    if (phrase := _title(reading, start, end, low)) is not None:
        yield Role("title", phrase.first, phrase.end, phrase)
    yield from _behind(reading, start, end, high)
    if (phrase := _preposed(reading, start, end, low, high)) is not None:
        yield Role("preposed", phrase.first, phrase.end, phrase)
    if (phrase := _naming(reading, start, low)) is not None:
        yield Role("naming", phrase.first, phrase.end, phrase)


def _title(reading: Reading, start: int, end: int, low: int) -> Phrase | None:
    """The phrase that ends before a name: "White House press secretary", "Minister of Health Dr."."""
    tree = reading.tree
    index = start - 1
    while index >= low and (tree.lowers[index].rstrip(".") in _ADDRESSES or _beside_address(reading, index, low)):
        index -= 1
    if index > low and tree.lowers[index] in _SEVERAL and (first := _first_of_list(reading, index, low)) is not None:
        index = first - 1
    if index > low and tree.texts[index] in _DASHES:
        index -= 1
    if index < low or not any(map(str.isalnum, tree.lowers[index])):
        return None
    phrase = phrase_ending(reading, index, low)
    if phrase is None:
        return _title_with_complement(reading, index, low, start)
    if phrase.first > low and phrase.agent.plural and tree.lowers[phrase.first - 1] in ("told", "tells"):
        return None
    in_list = index < start - 1 or (end < len(tree.texts) and tree.lowers[end] in _SEVERAL)
    return phrase if in_list or not phrase.agent.plural else None


def _beside_address(reading: Reading, index: int, low: int) -> bool:
    """Whether a comma or full stop stands beside a form of address: "Minister of Health, Dr. Weber"."""
    lowers = reading.tree.lowers
    if lowers[index] == ",":
        return index > low and lowers[index + 1].rstrip(".") in _ADDRESSES
    return lowers[index] == "." and index > low and lowers[index - 1] in _ADDRESSES


def _first_of_list(reading: Reading, index: int, low: int) -> int | None:
    """Where a list of names begins that goes on behind "and" or a comma: "ministers Weber and Ito"."""
    first = None
    for _ in range(_LONGEST_LIST):
        name = reading.names[index - 1] if index > low and reading.tree.lowers[index] in _SEVERAL else None
        if name is None or name.type != "PERSON":
            break
        first = name.start
        index = first - 1
    return first


def _title_with_complement(reading: Reading, index: int, low: int, start: int) -> Phrase | None:
    """ "Minister of Foreign Affairs", "Ambassador of Iraq", "Spokesman for the Port Authority" before a name."""
    tree = reading.tree
    stop = index
    while stop > max(low, index - 14):
        name = reading.names[stop]
        if (name is not None and name.type == "PERSON") or tree.lowers[stop] in (",", ";", ":", "(", '"', "“"):
            return None
        if tree.lowers[stop] in ("of", "for", "to", "at") and (found := phrase_ending(reading, stop - 1, low)):
            capital = tree.texts[found.noun][:1].isupper() or tree.texts[stop + 1][:1].isupper()
            determined = found.first > low and tree.lowers[found.first - 1] == "the"
            if (capital or determined) and complement_end(reading, stop, start) >= index + 1:
                return Phrase(found.first, found.noun, found.noun_end, index + 1, found.agent)
        stop -= 1
    return None


def _behind(reading: Reading, start: int, end: int, high: int) -> Iterator[Role]:
    """Roles told behind a name; several persons' role stands behind the last of them."""
    tree = reading.tree
    index = end
    after = reading.names[end + 1] if end + 1 < high and tree.lowers[end] in ("and", "&") else None
    several = start > 1 and tree.lowers[start - 1] in ("and", "&")
    if after is not None and after.type == "PERSON":
        index, several = after.end, True
    if index < high and tree.lowers[index] in POSSESSIVE:
        return
    if index < high and tree.texts[index] == "(":
        phrase = phrase_in(reading, index + 1, high)
        if phrase is not None:
            yield _role("apposition", reading, phrase, high)
        while index < high and tree.texts[index] != ")":
            index += 1
        index += 1
    if index < high and tree.texts[index] in (",", "-", "–", "—", "--"):
        for role in _behind_comma(reading, _behind_age(reading, index + 1, high), high):
            if role.phrase is None or role.phrase.agent.plural == several:
                yield role
        index = _behind_age(reading, index + 1, high)
    elif index < high and tree.lowers[index] in _AT and (end := complement_end(reading, index, high)) > index + 1:
        yield Role("affiliation", index + 1, end)
    elif index < high:
        phrase = phrase_in(reading, index, high) if _unmarked_apposition(reading, index) else None
        if phrase is not None:
            yield _role("apposition", reading, phrase, high)
    yield from _clause(reading, index, high)


def _unmarked_apposition(reading: Reading, index: int) -> bool:
    """Whether a phrase with capitals follows a name without a comma: "Anna Weber Port Authority Director said"."""
    return reading.tree.texts[index][:1].isupper() and reading.tree.lowers[index] not in DETERMINERS


def _behind_age(reading: Reading, index: int, high: int) -> int:
    """Token behind an age and its comma, or the same one."""
    tree = reading.tree
    stop = index
    if stop < high and tree.lowers[stop] in ("aged", "age"):
        stop += 1
    if stop < high and tree.texts[stop].isdigit() and len(tree.texts[stop]) <= 3:
        stop += 1
        return stop + 1 if stop < high and tree.texts[stop] == "," else stop
    return index


def _behind_comma(reading: Reading, index: int, high: int) -> Iterator[Role]:
    tree = reading.tree
    if index >= high:
        return
    word = tree.lowers[index]
    if word in ("who", "which"):
        yield from _relative(reading, index + 1, high)
        return
    if word in _AT:
        if (end := complement_end(reading, index, high)) > index + 1:
            yield Role("affiliation", index + 1, end)
        return
    phrase = phrase_in(reading, index, high)
    if phrase is not None and not _title_of_next(reading, phrase, high):
        yield _role("apposition", reading, phrase, high)


def _is_person(reading: Reading, index: int) -> bool:
    name = reading.names[index]
    return name is not None and name.type == "PERSON"


def _title_of_next(reading: Reading, phrase: Phrase, high: int) -> bool:
    """Whether a phrase behind a comma is the title of the next name: "Weber, President Ito and ..."."""
    name = reading.names[phrase.end] if phrase.end < high else None
    return name is not None and name.type == "PERSON"


def _role(pattern: Pattern, reading: Reading, phrase: Phrase, high: int) -> Role:
    """A role with the body that follows its noun behind a comma: "co-founder, Polygon Labs)"."""
    end = phrase.end
    if end == phrase.noun_end and end + 1 < high and reading.tree.texts[end] == ",":
        name = reading.names[end + 1]
        if name is not None and name.type == "ORG":
            end = name.end
    return Role(pattern, phrase.first, end, phrase)


def _relative(reading: Reading, index: int, high: int) -> Iterator[Role]:
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
    ):
        index += 1
    if index >= high:
        return
    told = _HEADING.get(tree.lowers[index])
    if told is not None:
        start = index + 1
        while start < high and tree.lowers[start] in DETERMINERS:
            start += 1
        end = complement_end(reading, start, high)
        if end > start:
            yield Role("relative", start, end, None, told)
    elif (tree.lowers[index] in _BE or tree.lowers[index] in _OFFICE) and (
        phrase := _office(reading, index + 1, high)
    ) is not None:
        yield _role("relative", reading, phrase, high)


def _clause(reading: Reading, index: int, high: int) -> Iterator[Role]:
    """Roles told by the verb behind a name: "is the mayor of Lyon", "has been named director", "stepped down as"."""
    tree = reading.tree
    stop = min(high, index + _WINDOW)
    if (
        index < stop
        and tree.lowers[index] in _BE
        and not _OFFICE & {*tree.lowers[index + 1 : index + 3]}
        and (phrase := phrase_in(reading, _adverbs(reading, index + 1, stop), high))
    ):
        yield _role("copula", reading, phrase, high)
        return
    while index < stop:
        name = reading.names[index]
        if (name is not None and name.type == "PERSON") or tree.texts[index] in (",", ";", ".", "”", '"'):
            return
        if tree.lowers[index] == "as" or (tree.lowers[index] in _OFFICE and tree.lowers[index - 1] not in DETERMINERS):
            phrase = _office(reading, index + 1, high)
            if phrase is not None:
                yield _role("office", reading, phrase, high)
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
    while index < high and tree_word(reading, index) in (
        "also",
        "now",
        "currently",
        "still",
        "then",
        "once",
        "been",
        "not",
    ):
        if tree_word(reading, index) == "not":
            return high
        index += 1
    return index


def tree_word(reading: Reading, index: int) -> str:
    """A token in lower case."""
    return reading.tree.lowers[index]


def _preposed(reading: Reading, start: int, end: int, low: int, high: int) -> Phrase | None:
    """The phrase before a comma before a name: "the group's leader, Anna Weber, said"."""
    tree = reading.tree
    title = _title(reading, start, end, low)
    if title is not None and title.agent.plural:
        return None
    comma = (start if title is None else title.first) - 1
    while comma > low and tree.lowers[comma].rstrip(".") in _ADDRESSES:
        comma -= 1
    if comma <= low or tree.texts[comma] != ",":
        return None
    begin = comma
    while begin > max(low, comma - 24) and tree.texts[begin - 1] not in _BREAKS:
        begin -= 1
    for index in range(begin, comma):
        if (
            tree.lowers[index] in DETERMINERS
            or tree.texts[index][:1].isupper()
            or index == begin
            or _after_verb(reading, index)
        ):
            phrase = phrase_in(reading, index, comma)
            if phrase is not None and phrase.end == comma and _is_person(reading, comma - 1):
                return None
            if phrase is not None and phrase.end == comma and _is_apposed(reading, phrase, start, end, low, high):
                return phrase
    return None


def _after_verb(reading: Reading, index: int) -> bool:
    return reading.known and reading.tree.parts[index - 1] == "VERB"


def _is_apposed(reading: Reading, phrase: Phrase, start: int, end: int, low: int, high: int) -> bool:
    """Whether a phrase and the name behind the comma are one: by the tree, a second comma, or the place."""
    tree = reading.tree
    before = phrase.first - 1
    while before >= low and tree.lowers[before] in DETERMINERS:
        before -= 1
    other = reading.names[before - 1] if before > low and tree.texts[before] == "," else None
    if phrase.agent.plural or (other is not None and other.type == "PERSON"):
        return False
    if end >= high:
        return True
    if tree.relations[start] == "appos" or tree.texts[end] in (",", ".", ";", ")", '"', "”", "-", "–", "—"):
        return True
    return before < low or tree.lowers[before] in ("said", "says", "by", "and", *_BREAKS)


def _naming(reading: Reading, start: int, low: int) -> Phrase | None:
    """ "a student named Anna", "a worker, who gave her name as Anna"."""
    tree = reading.tree
    verb = start - 1
    if verb > low and tree.lowers[verb] == "as" and "name" in tree.lowers[max(low, verb - 3) : verb]:
        while verb > low and tree.lowers[verb] not in ("who", ","):
            verb -= 1
    elif verb <= low or tree.lowers[verb] not in _NAMING:
        return None
    while verb > low and tree.lowers[verb] in ("who", "was", "only", "identified", ",", *_NAMING):
        verb -= 1
    return phrase_ending(reading, verb, low)
