"""Towns in and beside the names of persons: ``Mayor Ann Lee of Dover``, ``R-Dover``, ``DOVER Ann Lee said``."""

import re

from service.enrich.places.recognition.phrases import Phrase, Words

PARTIES = frozenset({"R", "D", "I", "DFL", "Rep.", "Dem."})
"""``R-Marshall``: a legislator's party and home."""

_BEFORE_HOMES = frozenset(("of", "-"))

MIN_CAPITALS = 4
"""Letters of a dateline's place that nothing but its capitals tells from an acronym."""

_STORY = re.compile(r"\s*[\u2013\u2014-]+\s|\s+(?:[A-Z]\w*[a-z]|[A-Z]\.)")
"""What stands behind the place of a dateline: a dash, or the story's first words, which are no capitals."""


def may_hold_place(found: Words, first: int, last: int, surnames: set[str]) -> bool:
    """Whether any phrase of a person's name may be a place; in other names ``is_person`` holds for every phrase.

    Args:
        found: the words of the article.
        first, last: of the name, the last exclusive.
        surnames: the words of all names of persons that are longer than one.
    """
    texts, start = found.texts, found.starts[first]
    if not _BEFORE_HOMES.isdisjoint(texts[max(0, first - 1) : last]):
        return True
    if texts[first].isupper() and (start == 0 or found.text[start - 1] == "\n"):
        return True
    return (last - first == 1 and texts[first] not in surnames) or "\n" in found.text[start : found.starts[last - 1]]


def is_person(found: Words, phrase: Phrase, people: set[int], surnames: set[str]) -> bool:
    """Whether a phrase is a part of a person's name, or a name that a person of the article bears.

    Args:
        found: the words of the article.
        phrase: that may name a place.
        people: numbers of the names that the tagger calls persons.
        surnames: the words of those that are longer than one.
    """
    if found.holder[phrase.first] not in people or is_home(found, phrase) or opens_story(found, phrase):
        return False
    return not found.whole(phrase) or not surnames.isdisjoint(found.texts[phrase.first : phrase.last])


def is_home(found: Words, phrase: Phrase) -> bool:
    """Whether a phrase ends a person's name as a home does: ``Mayor Ann Lee of Dover``, ``R-Dover``."""
    texts, first = found.texts, phrase.first
    if phrase.last < len(texts) and found.holder[phrase.last] == found.holder[first]:
        return False
    return (first > 1 and texts[first - 1] == "-" and texts[first - 2] in PARTIES) or (
        first > 0 and texts[first - 1] == "of" and found.holder[first - 1] == found.holder[first]
    )


def opens_story(found: Words, phrase: Phrase) -> bool:
    """Whether a phrase in capitals opens a paragraph as a dateline does: ``DOVER — The``, ``DOVER Ann Lee said``."""
    text = found.text
    name = text[phrase.start : phrase.end]
    opens = phrase.start == 0 or text[phrase.start - 1] == "\n"
    if not opens or not name.isupper() or len(name) < MIN_CAPITALS:
        return False
    return _STORY.match(text, phrase.end) is not None
