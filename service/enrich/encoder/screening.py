"""Names that are taken back or taken apart before the places of a document vote on the rest."""

import re
from collections.abc import Container, Iterator, Sequence

from service.enrich.encoder.names import Name
from service.enrich.encoder.terms import spelt_out
from service.enrich.encoder.vote import ORG, PERSON, VOTERS
from service.enrich.words import word_set

LIKELY = 0.65
"""Probability of its label that a name has at one place of the document at least. On the development split of
English Worldwide Newswire any from .5 to .7 does as well (80.8 to 80.9; without, 80.6), more of it gives precision
for recall; UNER-EWT gains with it (.6: 71.7, .65: 72.2, with all of this file)."""

_AMOUNT = re.compile(r"(?:[A-Z]{1,3}[$€£]?|[$€£])\d[\d.,]*(?:bn|mn|tn|[bkm])")
"""Amounts as many papers write them: R4bn, US$350m. Nobody is called so."""

_JOINTS = word_set("of for and the & in")
"""Words that end no name."""

_ACTORS = frozenset((ORG, PERSON))

_PARTED = VOTERS - {PERSON}
"""Labels of names that the tagger may part at such a word. Persons' names may end with one: Jae-in."""

_NO_NAMES = _JOINTS | word_set("a an el la le pro anti non ex pre post to by from with or as")
"""Words that are no name by themselves."""

_ADDRESS = re.compile(
    r"\S+@\S+\.\w+|(?:https?://|www\.)\S+|\S+\.(?:docx?|gif|html?|jpe?g|pdf|png|pptx?|txt|xlsx?|zip)", re.IGNORECASE
)


def screen(names: Sequence[Name], words: Sequence[str]) -> list[Name]:
    """The names that stand.

    - What is nothing but an address of mail or of the web, or a file, is no name.
    - Several words and the same again are a name twice, as where a caption or a signature runs into a line.
    - An acronym that the text spells out as a term is no person or organisation.
    - A name does not end with "of" or "and", and no amount or small word is one.
    - A name of which no place is likely is none: a document that says it once and doubtfully has no
      other place to make up for it. Dates and amounts stay as they are.

    Args:
        names: in order, not overlapping.
        words: of the document.
    """
    parted = [part for name in _whole(names, words) for part in _parts(name, words)]
    keys = [tuple(words[name.start : name.end]) for name in parted]
    likely = {key for key, name in zip(keys, parted, strict=True) if name.chances[name.label] >= LIKELY}
    terms = set(spelt_out(words))
    return [
        name
        for key, name in zip(keys, parted, strict=True)
        if (name.label not in VOTERS or (key in likely and not _is_none(key, name.label, terms)))
        and not all(map(_ADDRESS.fullmatch, key))
    ]


def _is_none(key: tuple[str, ...], label: int, terms: Container[str]) -> bool:
    """Whether what looks like a name is an amount, a term, or a word that names nobody."""
    if len(key) > 1:
        return False
    (word,) = key
    is_term = label in _ACTORS and word in terms
    return is_term or _is_one_of(word, _NO_NAMES) or _AMOUNT.fullmatch(word) is not None


def _is_one_of(word: str, some: frozenset[str]) -> bool:
    """Whether a word is one of some; "IN" and "LA" are places."""
    return not word.isupper() and word.lower() in some


def _whole(names: Sequence[Name], words: Sequence[str]) -> Iterator[Name]:
    """The names, those that stop at "of" or "and" with the name behind it, or without the word: "Gulf of" "Orlan"."""
    before: Name | None = None
    for name in names:
        if before is not None and _goes_on(before, name, words):
            before = Name(before.start, name.end, before.label, before.chances)
            continue
        if before is not None:
            yield _without_joint(before, words)
        before = name
    if before is not None:
        yield _without_joint(before, words)


def _goes_on(name: Name, following: Name, words: Sequence[str]) -> bool:
    """Whether a name stops before its end, and another one begins there."""
    last = words[name.end - 1]
    same = following.label == name.label or last.lower() == "of"
    return (
        name.end == following.start
        and same
        and _is_one_of(last, _JOINTS)
        and _PARTED.issuperset((name.label, following.label))
    )


def _without_joint(name: Name, words: Sequence[str]) -> Name:
    end = name.end
    while name.label in _PARTED and end - name.start > 1 and _is_one_of(words[end - 1], _JOINTS):
        end -= 1
    return name if end == name.end else Name(name.start, end, name.label, name.chances)


def _parts(name: Name, words: Sequence[str]) -> Iterator[Name]:
    """The name, or its halves where they are the same words; one word twice may be a name, as Pago Pago is."""
    middle = (name.start + name.end) // 2
    half = words[name.start : middle]
    if len(half) > 1 and half == words[middle : name.end]:
        yield Name(name.start, middle, name.label, name.chances)
        yield Name(middle, name.end, name.label, name.chances)
    else:
        yield name
