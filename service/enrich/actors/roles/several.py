"""Roles told of several persons at once: "ministers Weber and Ito", "the four ministers, Weber, Ito and Diallo"."""

from service.enrich.actors.phrases import brackets
from service.enrich.actors.phrases.function_words import DETERMINERS
from service.enrich.actors.phrases.noun_phrases import Phrase, phrase_ending
from service.enrich.actors.reading.document import Reading
from service.enrich.aliases.names.addresses import is_address

SEVERAL = frozenset(("and", ",", "&", "or"))
"""What stands between names of a list."""

_LONGEST_LIST = 8
"""Names of a list before which its title is looked for."""


def first_of_list(reading: Reading, index: int, low: int) -> int | None:
    """Where a list of names begins that goes on behind "and" or a comma: "ministers Weber and Ito"."""
    first = None
    for _ in range(_LONGEST_LIST):
        if index <= low or reading.tree.lowers[index] not in SEVERAL:
            break
        last = index - 1
        if reading.tree.texts[last] == "," and last > low:
            last -= 1  # "Weber, Ito, and Diallo"
        if reading.tree.texts[last] == ")":
            last = (brackets.opening(reading, last, low, brackets.LONG) or last) - 1
        name = reading.names[last] if last >= low else None
        if name is None or name.type != "PERSON":
            break
        first = name.start
        index = first - 1
    return first


def goes_on(reading: Reading, end: int) -> bool:
    """Whether a list of names goes on behind one, and behind what brackets tell of it."""
    texts = reading.tree.texts
    if end < len(texts) and texts[end] == "(":
        end = brackets.behind(reading, end, len(texts), brackets.LONG) or end
    return end < len(texts) and reading.tree.lowers[end] in SEVERAL


def respective(reading: Reading, phrase: Phrase, start: int, low: int) -> Phrase:
    """The phrase from the country on that is a name's: "the Iranian and Russian counterparts, Weber and Ito"."""
    nations = sorted(
        {reading.nation_at[at].start for at in range(phrase.first, phrase.noun) if at in reading.nation_at}
    )
    first = first_of_list(reading, start - 1, low)
    if not phrase.agent.plural or len(nations) < 2 or first is None:
        return phrase
    place = len({name.start for name in reading.names[first:start] if name is not None})
    return phrase._replace(first=nations[place]) if place < len(nations) else phrase


def of_several(reading: Reading, start: int, end: int, low: int) -> Phrase | None:
    """The phrase before a list of names that a name is one of: "the four ministers, Weber, Ito and Diallo"."""
    tree = reading.tree
    first = first_of_list(reading, start - 1, low) or start
    if (first == start and not goes_on(reading, end)) or first - 2 < low or tree.texts[first - 1] != ",":
        return None
    phrase = phrase_ending(reading, first - 2, low)
    if phrase is None or not phrase.agent.plural or (reading.known and tree.relations[first] != "appos"):
        return None
    determined = phrase.first > low and tree.lowers[phrase.first - 1] in DETERMINERS
    if not determined and tree.parts[phrase.first] != "NUM":
        return None
    return respective(reading, phrase, start, low)


def among(reading: Reading, start: int, low: int) -> Phrase | None:
    """The phrase for those of whom a name, or a list of names, is told: "ministers such as Weber and Ito"."""
    lowers = reading.tree.lowers
    index = (first_of_list(reading, start - 1, low) or start) - 1
    while index > low and is_address(lowers, index):
        index -= 1
    if index <= low or lowers[index] not in _AMONG or (lowers[index] == "as" and lowers[index - 1] != "such"):
        return None
    index -= 2 if lowers[index] == "as" else 1
    if index > low and lowers[index] == ",":
        index -= 1
    phrase = phrase_ending(reading, index, low)
    return phrase if phrase is not None and phrase.agent.plural and phrase.agent.sector not in _LABELS else None


_LABELS = ("REB", "CRM", "UAF", "UNK")
"""Sectors of nouns for what somebody is called or compared to, and that tell no function."""

_AMONG = frozenset(("as", "like", "including", "especially", "particularly", "notably", "namely"))
"""Words behind those of whom some are named."""
