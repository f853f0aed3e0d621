"""Roles told behind a name: "Anna Weber, head of the port authority,", "Anna Weber of Reuters", and by a verb."""

from collections.abc import Iterator

from service.enrich.actors.phrases import brackets
from service.enrich.actors.phrases.complements import complement_end
from service.enrich.actors.phrases.function_words import DETERMINERS
from service.enrich.actors.phrases.modifiers import may_modify
from service.enrich.actors.phrases.noun_phrases import Phrase, phrase_in
from service.enrich.actors.reading.document import POSSESSIVE, Reading
from service.enrich.actors.roles.clauses import clause, relative
from service.enrich.actors.roles.role import Role, with_body
from service.enrich.aliases.names.addresses import is_address
from service.enrich.words import word_set

_AT = frozenset(("of", "from", "at", "with"))


def behind(reading: Reading, start: int, end: int, high: int, *, told: bool = False) -> Iterator[Role]:
    """Roles told behind a name; several persons' role stands behind the last of them.

    Args:
        told: whether one stands before it and a comma: what follows may be the next one's then.
    """
    tree = reading.tree
    index = end = _behind_degrees(reading, end, high)
    after = reading.names[end + 1] if end + 1 < high and tree.lowers[end] in ("and", "&") else None
    several = start > 1 and tree.lowers[start - 1] in ("and", "&") and not _who_is_one(reading, end, high)
    if after is not None and after.type == "PERSON":
        if _who_is_one(reading, after.end, high):
            return
        index, several = after.end, True
    if index < high and tree.lowers[index] in POSSESSIVE:
        return
    if index < high and tree.texts[index] == "(":
        phrase = phrase_in(reading, index + 1, high)
        if phrase is not None:
            yield with_body("apposition", reading, phrase, high)
        while index < high and tree.texts[index] != ")":
            index += 1
        index += 1
    if index < high and tree.lowers[index] == "who":
        yield from relative(reading, index + 1, high)
    elif index < high and tree.texts[index] in (",", "-", "–", "—", "--"):
        opens = reading.tree.texts[start - 1] in _CLOSING or start == reading.sentence_start(start)
        for role in _behind_comma(reading, _behind_age(reading, index + 1, high), high, opens=opens):
            next_ones = told and role.phrase is not None and _before_next(reading, role.end, high)
            last_ones = several and index == end  # "Weber and Ito, head of the port"
            if not next_ones and (role.phrase is None or role.phrase.agent.plural == several or last_ones):
                yield role
        index = _behind_age(reading, index + 1, high)
    elif index < high and tree.lowers[index] in _AT and (end := complement_end(reading, index, high)) > index + 1:
        if tree.lowers[index] != "with" or _belongs(reading, index, start, end):
            yield Role("affiliation", index + 1, end)
    elif index < high:
        phrase = phrase_in(reading, index, high)
        if phrase is not None and _unmarked_apposition(reading, phrase, index):
            yield with_body("apposition", reading, phrase, high)
    yield from clause(reading, index, high)


def _who_is_one(reading: Reading, index: int, high: int) -> bool:
    """Whether what follows tells of the last of several alone: "Weber and Ito, who heads the board"."""
    tree = reading.tree
    if index < high and tree.texts[index] == "(":
        index = brackets.behind(reading, index, high, brackets.LONG) or index
    index += index < high and tree.texts[index] == ","
    if index + 1 >= high or tree.lowers[index] != "who":
        return False
    verbs = range(index + 1, min(high, index + 3))
    return any(tree.tags[at] == "VBZ" or tree.lowers[at] in ("is", "was", "has") for at in verbs)


def _belongs(reading: Reading, index: int, start: int, end: int) -> bool:
    """Whether what follows "with" tells of a name, not of what is done: "he filed a case against Weber with them"."""
    tree = reading.tree
    if not reading.known or tree.heads[start] == start:
        return True
    governor = next((tree.heads[at] for at in range(index + 1, end) if not index < tree.heads[at] < end), start)
    return governor == start or tree.relations[start].startswith("nsubj")


def _behind_degrees(reading: Reading, end: int, high: int) -> int:
    """Token behind what a name's bearer may write behind it: "Anna Weber, M.D., Ph.D." and "Omar Diallo, SC"."""
    tree = reading.tree
    while end + 1 < high and tree.texts[end] == "," and tree.texts[end + 1].replace(".", "").lower() in _DEGREES:
        end += 2
        end += end < high and tree.texts[end] == "."
    return end


_DEGREES = word_set("md phd ma ba bsc msc mba rn dds mbe obe cbe kbe qc kc sc jr sr jnr snr esq frs cpa")


def _unmarked_apposition(reading: Reading, phrase: Phrase, index: int) -> bool:
    """Whether a phrase may follow a name without a comma: "Anna Weber Port Authority Director", "Weber head of it"."""
    if reading.tree.lowers[index] in DETERMINERS:
        return False
    of = phrase.noun == index and phrase.end > phrase.noun_end and reading.tree.lowers[phrase.noun_end] in _AT
    return reading.tree.texts[index][:1].isupper() or of


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


def _behind_comma(reading: Reading, index: int, high: int, *, opens: bool) -> Iterator[Role]:
    """Roles behind a comma.

    Args:
        opens: whether the name before it begins a clause, and so is its subject.
    """
    tree = reading.tree
    if index + 1 < high and tree.lowers[index] in _TIMES and tree.lowers[index + 1] in DETERMINERS:
        index += 1  # "then the mayor of Lyon"
    if index >= high:
        return
    word = tree.lowers[index]
    if word in ("who", "which"):
        yield from relative(reading, index + 1, high)
        return
    if word in _AT:
        if (end := complement_end(reading, index, high)) > index + 1:
            yield Role("affiliation", index + 1, end)
        return
    if (who := _who(reading, index, high)) is not None:
        yield from relative(reading, who + 1, high)
    phrase = phrase_in(reading, index, high)
    acts = phrase is not None and not opens and _acts(reading, phrase, high)
    if phrase is not None and not acts and not _title_of_next(reading, phrase, high):
        yield with_body("apposition", reading, phrase, high)


_TIMES = frozenset(("then", "now", "currently", "formerly", "once", "still", "also"))
"""Adverbs between a comma and what somebody is or was."""

_CLOSING = frozenset(('"', "”", "'", "’", ":"))
"""What stands before the name of a speaker that begins a clause."""


def _who(reading: Reading, index: int, high: int) -> int | None:
    """The "who" behind what is no role: "Anna Weber, a 34-year-old Belgian who is the mayor"."""
    lowers = reading.tree.lowers
    who = next((at for at in range(index, min(high, index + _BEFORE_WHO)) if lowers[at] == "who"), None)
    if who is None or lowers[index] not in ("a", "an", "the"):
        return None
    plain = all(at in reading.nation_at or may_modify(reading, at) for at in range(index + 1, who))
    return who if plain and who - 1 in reading.nation_at else None


_BEFORE_WHO = 9
"""Tokens in which it stands."""


def _acts(reading: Reading, phrase: Phrase, high: int) -> bool:
    """Whether a phrase behind a comma is a subject: "In a talk with Weber, the president said so"."""
    tree = reading.tree
    if not reading.known or phrase.end >= high or tree.parts[phrase.end] not in ("VERB", "AUX"):
        return False
    subject = tree.relations[phrase.noun_end - 1].startswith("nsubj")
    return subject and tree.lowers[phrase.first - 1] == "the"


def _before_next(reading: Reading, end: int, high: int) -> bool:
    """Whether a comma and a name follow a role: "the mayor, Mrs Weber, the head of the port, Mr Ito, and"."""
    index = end + 1
    if index >= high or reading.tree.texts[end] != ",":
        return False
    while index < high and (reading.tree.lowers[index] == "." or is_address(reading.tree.lowers, index)):
        index += 1
    name = reading.names[index] if index < high else None
    return name is not None and name.type == "PERSON"


def _title_of_next(reading: Reading, phrase: Phrase, high: int) -> bool:
    """Whether a phrase behind a comma is the title of the next name: "Weber, President Ito and ..."."""
    name = reading.names[phrase.end] if phrase.end < high else None
    return name is not None and name.type == "PERSON"
