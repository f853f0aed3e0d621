"""What stands before a noun for people in its phrase: "former deputy" and "river police" of "river police chief".

Parts of speech say what may belong to it where they are known; elsewhere capitals and word lists do.
"""

from service.enrich.actors.phrases import brackets
from service.enrich.actors.phrases.function_words import COORDINATORS, DAYS, DETERMINERS, NOMINAL
from service.enrich.actors.reading.document import POSSESSIVE, Reading
from service.enrich.words import word_set

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


def modifiers_start(reading: Reading, index: int, limit: int) -> int:
    """First token of the modifiers that end before a token; they begin at ``limit`` or behind it."""
    tree, noun = reading.tree, index
    while index > limit:
        before = index - 1
        word = tree.lowers[before]
        name = reading.names[before]
        ago = word in _PERIODS and before > limit and tree.lowers[before - 1] in _WHICH
        if reading.dates[before] or word in DAYS or ago:
            while index < noun and (tree.tags[index] in ("VBD", "VBN") or (ago and tree.lowers[index].endswith("ed"))):
                index += 1  # "the court last week acquitted ex-president Weber"
            break
        if before in reading.body_at and (name is None or name.type != "PERSON"):
            index = max(min(reading.body_start(before), before if name is None else name.start), limit)
        elif name is not None:
            if name.type == "PERSON":
                break
            index = max(name.start, limit)
        elif word in POSSESSIVE and before > limit:
            if (owner := reading.names[before - 1]) is not None and owner.type == "PERSON":
                break
            index = before
        elif word == ")" and (start := brackets.opening(reading, before, limit)) is not None:
            index = start
        elif (
            (word in _HYPHENS and before > limit and _is_tight(reading, before))
            or (_joins(reading, index) and tree.parts[before] in _COMPOUNDED)
            or (word in COORDINATORS and _links(reading, before, limit) and not _ends_other(reading, before, noun))
            or (
                word in ("of", "for", "the")
                and (index < noun or _titles(reading, before, noun, limit))
                and _links(reading, before, limit)
            )
            or may_modify(reading, before)
        ):
            index = before
        else:
            break
    while index < len(tree.texts) and tree.lowers[index] in _NOT_FIRST:
        index += 1
    for at in range(index, min(index + 2, noun)):
        if tree.lowers[at] in _STYLES:
            return at + 1  # "Royal Highness Prince"
    return index


_PERIODS, _WHICH = frozenset(("week", "month", "year")), frozenset(("last", "this", "next"))
"""Words of a time that stands before a verb."""

_STYLES = word_set("majesty highness excellency holiness eminence")
"""Words of a form of address behind "His" and "Her"."""


_NOT_FIRST = POSSESSIVE | DETERMINERS | word_set("- – / and other another several many various fellow")
"""What a phrase does not begin with: it says nothing of its noun."""


def _links(reading: Reading, index: int, limit: int) -> bool:
    """Whether "of", "for", "the" or "and" stands inside a name: Bureau of Animal Industry head."""
    tree = reading.tree
    before, word = index - 1, tree.lowers[index]
    if before < limit:
        return False
    if word == "the":
        return tree.lowers[before] in ("of", "for") and _links(reading, before, limit)
    if word in COORDINATORS:
        name = reading.names[before]
        if name is not None and name.type == "ORG" and name.end == index and name.end - name.start > 1:
            return False  # a whole name: "of the Grain Council and President Weber"
        both = tree.texts[before][:1].isupper() and tree.texts[index + 1][:1].isupper()
        return both or reading.agent_ending(before, limit) is not None
    return tree.texts[before][:1].isupper() and (
        reading.body_ending(before, limit) is not None or reading.agent_ending(before, limit) is not None
    )


def _ends_other(reading: Reading, index: int, noun: int) -> bool:
    """Whether "and" before the noun ends another phrase: "the leaders and President Weber", "the Assembly and".

    Two functions of one person are in the same number.
    """
    if index + 1 != noun or not reading.known:
        return False
    ended = reading.agent_ending(index - 1, 0)
    if ended is None:
        return reading.body_ending(index - 1, 0) is not None
    return ended[1].plural != (reading.tree.tags[noun] in ("NNS", "NNPS"))


def _titles(reading: Reading, index: int, noun: int, limit: int) -> bool:
    """Whether "of" or "for" joins one title: "Secretary for Justice", not "Spokesman for President"."""
    ends = index > limit and reading.agent_ending(index - 1, limit) is not None
    return ends and reading.tree.lowers[noun] not in _HEADS


_HEADS = frozenset(("president", "king", "queen", "prince", "princess", "emperor", "prime", "premier", "chancellor"))
"""Those whom others speak for and serve."""

_HYPHENS = frozenset(("-", "–", "/"))


_COMPOUNDED = frozenset(("ADJ", "ADV"))
"""Parts of speech of what a hyphen joins to a participle: "longest-serving", "best-known"."""


def _joins(reading: Reading, index: int) -> bool:
    """Whether a hyphen at a token joins the words on both sides of it."""
    return reading.tree.lowers[index] in _HYPHENS and _is_tight(reading, index)


def _is_tight(reading: Reading, index: int) -> bool:
    """Whether a hyphen joins two words: with blanks around it, it parts phrases."""
    tree = reading.tree
    apart = tree.offsets[index] > tree.ends[index - 1] if index else True
    return not apart or index + 1 == len(tree.texts) or tree.offsets[index + 1] == tree.ends[index]


def may_modify(reading: Reading, index: int) -> bool:
    """Whether a token may stand in a noun phrase before its noun, or be the noun."""
    tree = reading.tree
    word = tree.lowers[index]
    if word in _HYPHENS:
        return _is_tight(reading, index)
    if word == "&" or word in POSSESSIVE or word in _MODIFIERS:
        return True
    if not any(map(str.isalnum, word)) or reading.dates[index]:
        return False
    name = reading.names[index]
    if name is not None:
        return name.type != "PERSON"
    if reading.known:
        return tree.parts[index] in NOMINAL or (
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
