"""Bodies that the tables know by name, where the encoder takes them for something else or overlooks them.

It learned from news of a few years and countries. Of a group or company that it has seldom met it tells neither
"Al-Shabab" from a person nor "SADC" from a place.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from service.enrich.actors.reading.body_names import Body
from service.enrich.actors.reading.lexicon import SUPRANATIONAL, shared
from service.enrich.encoder.labels import NAME_LABELS
from service.enrich.encoder.names import Name

ORGANISATION, PERSON, PLACE = (NAME_LABELS.index(label) for label in ("ORG", "PERSON", "LOC"))

_CERTAIN = np.eye(len(NAME_LABELS), dtype=np.float32)[ORGANISATION]

_SHORTEST = 3
"""Letters of a name of one word; shorter ones stand for many things."""


def with_known_bodies(names: Sequence[Name], words: Sequence[str]) -> list[Name]:
    """The names, those of known bodies called so, and those of them that no name touches added.

    - A single word that is a body's name is no person, unless it is part of a person's full name; if it is an
      acronym or an armed group's, it is no place either.
    - Words that are the name of a body are one: several words, or one that names an armed group or a body of several
      countries.

    Args:
        names: in order, not overlapping.
        words: of the document.
    """
    full = [name for name in names if name.label == PERSON and name.end > name.start + 1]
    persons = {word for name in full for word in words[name.start : name.end]}
    free = np.ones(len(words), bool)
    for name in names:
        free[name.start : name.end] = False
    corrected = [_certain(name) if _is_mistaken(name, words, persons) else name for name in names]
    return sorted([*corrected, *_overlooked(words, free.tolist())], key=lambda name: name.start)


def _certain(name: Name) -> Name:
    return Name(name.start, name.end, ORGANISATION, _CERTAIN)


def _is_mistaken(name: Name, words: Sequence[str], persons: set[str]) -> bool:
    """Whether a person or place is a known body."""
    if name.label not in (PERSON, PLACE):
        return False
    own = words[name.start : name.end]
    body = shared().names.of(own)
    if body is None:
        return False
    if body.is_armed:
        return True
    if len(own) > 1 or len(own[0]) < _SHORTEST or own[0] in persons:
        return False
    return name.label == PERSON or own[0].isupper()


def _overlooked(words: Sequence[str], free: Sequence[bool]) -> Iterator[Name]:
    """Names of bodies among the words of no name, the longest at each word."""
    known, at = shared().names, 0
    while at < len(words):
        found = _body_at(words, at) if free[at] and known.may_begin(words[at]) else None
        end = found[0] if found is not None else at + 1
        if found is not None and all(free[at:end]) and _is_name_anywhere(words, at, *found):
            yield Name(at, end, ORGANISATION, _CERTAIN)
        at = end


def _body_at(words: Sequence[str], at: int) -> tuple[int, Body] | None:
    known = shared().names
    found = known.longest(words, at)
    if found is None and (body := known.of(words[at : at + 1])) is not None and body.is_armed:
        return at + 1, body
    return found


def _is_name_anywhere(words: Sequence[str], start: int, end: int, body: Body) -> bool:
    """Whether the words of a body's name are hardly anything else; "CCTV" is more often no broadcaster."""
    if end > start + 1:
        return True
    around = (words[place] for place in (start - 1, end) if 0 <= place < len(words))
    return len(words[start]) >= _SHORTEST and (
        body.is_armed or (body.country in SUPRANATIONAL and not any(map(_is_shouted, around)))
    )


def _is_shouted(word: str) -> bool:
    """Whether a word stands in capitals, as those of headings do."""
    return len(word) > 1 and word.isalpha() and word.isupper()
