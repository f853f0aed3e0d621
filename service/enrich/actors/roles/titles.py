"""Roles told before a name: "Interior Minister Weber", "the group's leader, Anna Weber,", "a student named Anna"."""

from service.enrich.actors.phrases.complements import PREPOSITIONS, complement_end, lists
from service.enrich.actors.phrases.function_words import DETERMINERS
from service.enrich.actors.phrases.noun_phrases import Phrase, phrase_ending, phrase_in
from service.enrich.actors.reading.document import POSSESSIVE, Reading
from service.enrich.actors.roles.several import SEVERAL, first_of_list, goes_on, respective
from service.enrich.aliases.names.addresses import is_address
from service.enrich.word_classes import WordClass
from service.enrich.words import word_set

_NAMING = frozenset(("named", "called", "surnamed", "nicknamed"))

_BREAKS = frozenset((",", ";", ":", ".", '"', "“", "”", "--"))
"""What a phrase before a comma does not cross."""

_DASHES = frozenset(("-", "--", "–", "—", ":"))


def title(reading: Reading, start: int, end: int, low: int) -> Phrase | None:
    """The phrase that ends before a name: "White House press secretary", "Minister of Health Dr."."""
    tree = reading.tree
    index, later = start - 1, False
    while index >= low and (is_address(tree.lowers, index) or _beside_address(reading, index, low)):
        index -= 1
    if index > low and tree.lowers[index] in SEVERAL and (first := first_of_list(reading, index, low)) is not None:
        index, later = first - 1, True
        while index > low and (is_address(tree.lowers, index) or _beside_address(reading, index, low)):
            index -= 1
    if index > low and (tree.texts[index] in _DASHES or (tree.texts[index] == "." and _is_rank(reading, index - 1))):
        index -= 1
    if index > low + 1 and tree.texts[index] == ")" and tree.texts[index - 2] == "(":
        index -= 3  # "superintendent of police (SP) Weber"
    if index < low or not any(map(str.isalnum, tree.lowers[index])):
        return None
    if tree.lowers[max(low, index - 1) : index + 1] == ["of", "justice"]:
        return _title_with_complement(reading, index, low, start)  # "the minister of justice Weber" is no judge
    phrase = None
    if (before := _before_ranks(reading, index, low)) is not None:
        phrase = phrase_ending(reading, before, low)
    general = tree.lowers[index].rstrip(".") == "gen"
    if phrase is None or (phrase.agent.sector in _RANKED and not general):
        ranked = phrase_ending(reading, index, low)
        phrase = ranked if phrase is None or (ranked is not None and ranked.first <= phrase.first) else phrase
    if phrase is None and tree.lowers[index] in PREPOSITIONS:
        return None
    if phrase is None:
        return _title_with_complement(reading, index, low, start)
    if phrase.first > low and phrase.agent.plural and tree.lowers[phrase.first - 1] in ("told", "tells"):
        return None
    if later and not phrase.agent.plural:
        return None  # "Prince Omar and Anna"
    in_list = index < start - 1 or goes_on(reading, end)
    return respective(reading, phrase, start, low) if in_list or not phrase.agent.plural else None


def _before_ranks(reading: Reading, index: int, low: int) -> int | None:
    """The token before shortened ranks: "Prime Minister Lt. Gen. Weber" tells the office first."""
    lowers, found = reading.tree.lowers, None
    while index > low and (lowers[index] == "." or _is_rank(reading, index)):
        found = index - 1 if lowers[index] != "." else found
        index -= 1
    return found


def _is_rank(reading: Reading, index: int) -> bool:
    return reading.tree.lowers[index].rstrip(".") in _SHORT_RANKS


_RANKED = ("MIL", "COP")
"""Sectors of what may stand before a rank as a part of it: "Detective Sgt. Weber", not "Army Chief Gen. Weber"."""

_SHORT_RANKS = word_set("gen lt col maj capt brig adm cmdr const sgt cpl insp supt colonel captain brigadier admiral")


def _beside_address(reading: Reading, index: int, low: int) -> bool:
    """Whether a comma or full stop stands beside a form of address: "Minister of Health, Dr. Weber"."""
    lowers = reading.tree.lowers
    if lowers[index] == ",":
        return index > low and is_address(lowers, index + 1)
    return lowers[index] == "." and index > low and is_address(lowers, index - 1)


_JOINING = frozenset(("of", "for", "to", "at", "in"))

_BEFORE_COMPLEMENT = WordClass.of(_JOINING)
"""Words between an office and what completes its title."""

_LONGEST_COMPLEMENT = 14
"""Tokens of a title from such a word on."""


def _title_with_complement(reading: Reading, index: int, low: int, start: int) -> Phrase | None:
    """ "Minister of Foreign Affairs", "Ambassador of Iraq", "Spokesman for the Port Authority" before a name."""
    if not reading.has(_BEFORE_COMPLEMENT, max(low, index - _LONGEST_COMPLEMENT) + 1, index + 1):
        return None  # as mostly
    tree, name = reading.tree, reading.names[start]
    own = range(start, start + 1 if name is None else name.end)
    stop = index
    while stop > max(low, index - _LONGEST_COMPLEMENT):
        name = reading.names[stop]
        ends = tree.lowers[stop] in (";", ":", "(", '"', "“")
        ends = ends or (tree.texts[stop] == "," and not lists(reading, stop, index + 1))
        if (name is not None and name.type == "PERSON") or ends:
            return None
        if tree.lowers[stop] in _JOINING and (found := phrase_ending(reading, stop - 1, low)):
            behind = stop + 2 if tree.lowers[stop + 1] in DETERMINERS else stop + 1
            capital = tree.texts[found.noun][:1].isupper() or tree.texts[behind][:1].isupper()
            possessed = found.first in reading.nation_at  # "Iran's minister of health"
            determined = possessed or (found.first > low and tree.lowers[found.first - 1] == "the")
            determined = determined or any(tree.heads[at] in range(found.noun, found.noun_end) for at in own)
            if (capital or determined) and complement_end(reading, stop, start) >= index + 1:
                return Phrase(found.first, found.noun, found.noun_end, index + 1, found.agent)
        stop -= 1
    return None


def preposed(reading: Reading, start: int, end: int, low: int, high: int, told: Phrase | None) -> Phrase | None:
    """The phrase before a comma before a name: "the group's leader, Anna Weber, said".

    Args:
        told: the title before the name.
    """
    tree = reading.tree
    if told is not None and told.agent.plural:
        return None
    comma = (start if told is None else told.first) - 1
    while comma > low and is_address(tree.lowers, comma):
        comma -= 1
    if comma <= low or tree.texts[comma] != ",":
        return None
    body, comma = _body_before(reading, comma, low)
    begin = comma
    while begin > max(low, comma - 24) and (
        tree.texts[begin - 1] not in _BREAKS or (tree.texts[begin - 1] == "," and lists(reading, begin - 1, comma))
    ):
        begin -= 1
    if reading.may_end_agent.find(True, begin, comma) < 0:
        return None
    for index in range(begin, comma):
        if index == begin or _may_begin(reading, index):
            phrase = phrase_in(reading, index, comma)
            if phrase is not None and phrase.end == comma and not _is_initials(reading, phrase):
                if body is not None:
                    capital = tree.texts[phrase.noun][:1].isupper() and phrase.agent.sector not in ("CVL", "CRM")
                    return phrase._replace(end=body) if capital and not phrase.agent.plural else None
                named = _is_person(reading, comma - 1)
                return phrase if not named and _is_apposed(reading, phrase, start, end, low, high) else None
    return None


def _is_initials(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase is two capitals alone, which stand for a person of their own: "thanks from PM, Weber says".

    Behind an article they are an office: "the PM, Anna Weber, says".
    """
    text, first = reading.tree.texts[phrase.noun], phrase.first
    alone = phrase.end - first == 1 and (first == 0 or reading.tree.lowers[first - 1] not in DETERMINERS)
    return alone and len(text) == _INITIALS and text.isupper()


_INITIALS = 2


def _body_before(reading: Reading, stop: int, low: int) -> tuple[int | None, int]:
    """(end of a body between an office and a name, comma before it): "Director General, Health Ministry, Dr Weber"."""
    comma = stop
    name = reading.names[comma - 1]
    if name is not None and name.type == "LOC" and name.start - 2 > low and reading.tree.texts[name.start - 1] == ",":
        comma = name.start - 1  # "Health Ministry, Lagos, Dr Weber"
        name = reading.names[comma - 1]
    if name is None or name.type != "ORG" or name.end != comma or name.start - 1 <= low:
        return None, stop
    return (comma, name.start - 1) if reading.tree.texts[name.start - 1] == "," else (None, stop)


def _may_begin(reading: Reading, index: int) -> bool:
    """Whether a phrase may begin at a token: at a determiner or capital, behind one, a verb or a possessor."""
    tree = reading.tree
    before = tree.parts[index - 1] if reading.known else ""
    return (
        tree.lowers[index] in DETERMINERS
        or tree.texts[index][:1].isupper()
        or before in ("VERB", "DET", "CCONJ")
        or tree.lowers[index - 1] in POSSESSIVE
    )


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
    return before < low or tree.lowers[before] in ("said", "says", "by", "and", *_OPENING, *_BREAKS)


_OPENING = frozenset(("that", "after", "while", "when", "because"))
"""Words that begin a clause, and so are before its subject."""


def _is_person(reading: Reading, index: int) -> bool:
    name = reading.names[index]
    return name is not None and name.type == "PERSON"


def naming(reading: Reading, start: int, low: int) -> Phrase | None:
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
