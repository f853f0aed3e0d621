"""Phrases of a document that the gazetteer may know: runs of capitalised words, and the parts of such runs."""

from collections.abc import Container
from dataclasses import dataclass
from typing import NamedTuple

from service.enrich.tree import CAPITALS, Tree
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

_CAPITALS = WordClass(lambda text: text not in _OPENERS, among=CAPITALS)

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
        capital: whether a word has a capital that may begin a name; ``capitals``: the numbers of those that do.
        holder: 0 for a word outside names, else a number for the name it belongs to; ``CLOSED``: not to be looked at.
    """

    text: str
    texts: list[str]
    starts: list[int]
    capital: list[bool]
    capitals: list[int]
    holder: list[int]

    def name(self, first: int, last: int) -> str:
        """The text of some words, the last exclusive."""
        if last - first == 1:
            return self.texts[first]
        return self.text[self.starts[first] : self.starts[last - 1] + len(self.texts[last - 1])]

    def phrase(self, first: int, last: int) -> Phrase:
        """Some words, the last exclusive, as a phrase."""
        return Phrase(first, last, self.starts[first], self.starts[last - 1] + len(self.texts[last - 1]))

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
    capital = _CAPITALS.mask(tree.words)
    return Words(
        tree.text, tree.texts, tree.offsets, capital.tolist(), capital.nonzero()[0].tolist(), [0] * len(capital)
    )


def phrases(found: Words, nothing: Container[str]) -> list[tuple[int, int]]:
    """All phrases of up to ``MAX_WORDS`` words, the longest first at each word; none crosses the edge of a name.

    Args:
        found: the words of a document.
        nothing: words that are left out where they stand alone.

    Returns:
        The numbers of their words, the last exclusive: few of them are worth a ``Phrase``.
    """
    texts, holder, capital = found.texts, found.holder, found.capital
    spans = []
    for first in found.capitals:
        number = holder[first]
        if number == CLOSED:
            continue
        following = first + 1
        if first and texts[first - 1] == "," and texts[following : following + 1] == ["."]:
            spans.append((first, first + 2))  # a full stop cut off: "Brandon, Man."
        if (
            following == len(texts)
            or holder[following] != number
            or not (capital[following] or texts[following] in _LINKS)
        ):
            if texts[first] not in nothing:
                spans.append((first, following))
            continue
        ends = [following]
        for i in range(following, min(first + MAX_WORDS, len(texts))):
            if holder[i] != number or not (capital[i] or texts[i] in _LINKS):
                break
            if capital[i]:
                ends.append(i + 1)
        spans += [(first, last) for last in reversed(ends)]
    return spans
