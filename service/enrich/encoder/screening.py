"""Names that are taken back or taken apart before the places of a document vote on the rest."""

import re
from collections.abc import Iterator, Sequence

from service.enrich.encoder.names import Name
from service.enrich.encoder.vote import VOTERS

LIKELY = 0.65
"""Probability of its label that a name has at one place of the document at least. On the development split of
English Worldwide Newswire any from .5 to .7 does as well (80.8 to 80.9; without, 80.6), more of it gives precision
for recall; UNER-EWT gains with it (.6: 71.7, .65: 72.2, with all of this file)."""

_ADDRESS = re.compile(
    r"\S+@\S+\.\w+|(?:https?://|www\.)\S+|\S+\.(?:docx?|gif|html?|jpe?g|pdf|png|pptx?|txt|xlsx?|zip)", re.IGNORECASE
)


def screen(names: Sequence[Name], words: Sequence[str]) -> list[Name]:
    """The names that stand.

    - What is nothing but an address of mail or of the web, or a file, is no name.
    - Several words and the same again are a name twice, as where a caption or a signature runs into a line.
    - A name of which no place is likely is none: a document that says it once and doubtfully has no
      other place to make up for it. Dates and amounts stay as they are.

    Args:
        names: in order, not overlapping.
        words: of the document.
    """
    parted = [part for name in names for part in _parts(name, words)]
    keys = [tuple(words[name.start : name.end]) for name in parted]
    likely = {key for key, name in zip(keys, parted, strict=True) if name.chances[name.label] >= LIKELY}
    return [
        name
        for key, name in zip(keys, parted, strict=True)
        if (name.label not in VOTERS or key in likely) and not all(map(_ADDRESS.fullmatch, key))
    ]


def _parts(name: Name, words: Sequence[str]) -> Iterator[Name]:
    """The name, or its halves where they are the same words; one word twice may be a name, as Pago Pago is."""
    middle = (name.start + name.end) // 2
    half = words[name.start : middle]
    if len(half) > 1 and half == words[middle : name.end]:
        yield Name(name.start, middle, name.label, name.chances)
        yield Name(middle, name.end, name.label, name.chances)
    else:
        yield name
