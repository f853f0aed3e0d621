"""Phrases of a document that the gazetteer may know: runs of capitalised words, and the parts of such runs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import compress, count
from typing import NamedTuple

from service.enrich.tree import Tree
from service.enrich.word_classes import WordClass
from service.enrich.words import word_set

MAX_WORDS = 4
"""Of a name that is matched by the gazetteer alone."""

_LINKS = frozenset({"of", "and", "the", "de", "del", "la", "al", "el", "-", "’", "'s"})
"""Words in small letters, and hyphens, that may stand inside a name."""

_OPENERS = word_set(
    """
    A After Although An And As At Because Before But By During For From He Her His How If In Inside It Its Meanwhile
    Near No Not Now Of On Or Our Outside She Since So That The Their Then There These They This Those Though Through To
    Under Until We What When Where While Who Why With You
    """
)
"""Words whose capital only begins a sentence."""

_CAPITALS = WordClass(lambda text: text[:1].isupper() and text not in _OPENERS)

CLOSED = -1


class Phrase(NamedTuple):
    """A run of words, by token numbers and code points (ends exclusive)."""

    first: int
    last: int
    start: int
    end: int


@dataclass(slots=True)
class Words:
    """The words of a document, by token number.

    Attributes:
        text: ``doc.text``.
        holder: 0 for a word outside names, else a number for the name it belongs to; ``CLOSED``: not to be looked at.
    """

    text: str
    texts: list[str]
    starts: list[int]
    capital: list[bool]
    holder: list[int]

    def hold(self, spans: Iterable[tuple[int, int]], number: int) -> None:
        """Let the words of token spans belong to one name each, numbered from ``number`` on, or be ``CLOSED``."""
        for first, last in spans:
            self.holder[first:last] = [number] * (last - first)
            number += number > 0

    def before(self, phrase: Phrase) -> str:
        """The word before a phrase; empty at the beginning."""
        return self.texts[phrase.first - 1] if phrase.first else ""

    def behind(self, phrase: Phrase) -> str:
        """The word behind a phrase; empty at the end."""
        return self.texts[phrase.last] if phrase.last < len(self.texts) else ""

    def alone(self, phrase: Phrase) -> bool:
        """Whether no capitalised word of the same name, or outside names, stands right beside a phrase."""
        return not (self._continues(phrase.first - 1, phrase.first) or self._continues(phrase.last, phrase.first))

    def whole(self, phrase: Phrase) -> bool:
        """Whether a phrase is all of the name that holds it."""
        number = self.holder[phrase.first]
        before = phrase.first > 0 and self.holder[phrase.first - 1] == number
        return not before and not (phrase.last < len(self.holder) and self.holder[phrase.last] == number)

    def _continues(self, i: int, beside: int) -> bool:
        return 0 <= i < len(self.texts) and self.capital[i] and self.holder[i] == self.holder[beside]


def words(tree: Tree) -> Words:
    """The words of a document, none of them in a name yet."""
    capital = _CAPITALS.mask(tree.words).tolist()
    return Words(tree.text, tree.texts, tree.offsets, capital, [0] * len(capital))


def phrases(found: Words) -> Iterator[tuple[int, int, int, int]]:
    """All phrases of up to ``MAX_WORDS`` words, the longest first at each word; none crosses the edge of a name.

    They are what a ``Phrase`` is made of: few of them are worth one.
    """
    texts, starts, holder, capital = found.texts, found.starts, found.holder, found.capital
    for first in compress(count(), capital):
        number = holder[first]
        if number == CLOSED:
            continue
        start = starts[first]
        if first and texts[first - 1] == "," and texts[first + 1 : first + 2] == ["."]:
            yield first, first + 2, start, starts[first + 1] + 1  # a full stop cut off: "Brandon, Man."
        following = first + 1
        if (
            following == len(texts)
            or holder[following] != number
            or not (capital[following] or texts[following] in _LINKS)
        ):
            yield first, following, start, start + len(texts[first])
            continue
        ends = [following]
        for i in range(first + 1, min(first + MAX_WORDS, len(texts))):
            if holder[i] != number or not (capital[i] or texts[i] in _LINKS):
                break
            if capital[i]:
                ends.append(i + 1)
        for last in reversed(ends):
            yield first, last, start, starts[last - 1] + len(texts[last - 1])
