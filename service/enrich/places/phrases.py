"""Phrases of a document that the gazetteer may know: runs of capitalised words, and the parts of such runs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from service.enrich.places.keys import abbreviation_key, name_key

MOST_WORDS = 4
"""Of a name that is matched by the gazetteer alone."""

_LINKS = frozenset({"of", "and", "the", "de", "del", "la", "al", "el", "-", "’", "'s"})
"""Words in small letters, and hyphens, that may stand inside a name."""

_LONGEST_ABBREVIATION = 7


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of words, by token numbers and code points (ends exclusive), and the keys to look up for it.

    Attributes:
        alone: no capitalised word stands right before or behind it.
        short: the key of an abbreviation, or None.
    """

    first: int
    last: int
    start: int
    end: int
    key: str
    short: str | None
    alone: bool


@dataclass(slots=True)
class Words:
    """The words of a document, by token number.

    Attributes:
        holder: 0 for a word outside names, else a number for the name it belongs to; -1: not to be looked at.
    """

    texts: list[str]
    starts: list[int]
    capital: list[bool]
    holder: list[int]


def words(doc: Doc) -> Words:
    """The words of a document, none of them in a name yet."""
    texts = [token.text for token in doc]
    return Words(
        texts=texts,
        starts=[token.idx for token in doc],
        capital=[text[:1].isupper() for text in texts],
        holder=[0] * len(texts),
    )


def phrases(found: Words, text: str) -> Iterator[Phrase]:
    """All phrases of up to ``MOST_WORDS`` words, the longest first at each word; none crosses the edge of a name."""
    count = len(found.texts)
    for first in range(count):
        if not found.capital[first] or found.holder[first] < 0:
            continue
        ends = list(_ends(found, first, count))
        for last in reversed(ends):
            start, end = found.starts[first], found.starts[last - 1] + len(found.texts[last - 1])
            name = text[start:end]
            single = last == first + 1
            yield Phrase(
                first=first,
                last=last,
                start=start,
                end=end,
                key=name_key(name),
                short=abbreviation_key(name) if single and _is_short(name) else None,
                alone=not (_capital(found, first - 1, first) or _capital(found, last, first)),
            )


def _ends(found: Words, first: int, count: int) -> Iterator[int]:
    """Where phrases that begin with a word may end (token numbers, exclusive)."""
    last = first
    for i in range(first, min(first + MOST_WORDS, count)):
        if found.holder[i] != found.holder[first]:
            return
        if found.capital[i]:
            last = i + 1
            yield last
        elif found.texts[i] not in _LINKS:
            return


def _capital(found: Words, i: int, beside: int) -> bool:
    """Whether a neighbour is a capitalised word outside other names, so that both may be one name."""
    return 0 <= i < len(found.texts) and found.capital[i] and found.holder[i] == found.holder[beside]


def _is_short(name: str) -> bool:
    return len(name) <= _LONGEST_ABBREVIATION and (name.isupper() or name.endswith("."))


def marked(found: Words, spans: Iterable[tuple[int, int]], number: int) -> None:
    """Let the words of token spans belong to a name, or to names numbered from ``number`` on when it is positive."""
    for offset, (first, last) in enumerate(spans):
        found.holder[first:last] = [number + offset if number > 0 else number] * (last - first)
