"""Sentences with labelled events as words: what the heads for events learn from."""

import dataclasses
from dataclasses import dataclass, field
from enum import IntEnum

MAX_WORDS_BEFORE, MAX_WORDS_AFTER = 110, 30
"""Words of its document that are read around a sentence, at most."""


class Labels(IntEnum):
    """Where labels come from."""

    GOLD = 0
    """``gold/events/own``."""
    NEWS = 1
    """Offsets into the corpora."""
    WRITTEN = 2
    """Sentences written for this project."""
    PLOVER = 3
    """The gold records of PLOVER, without arguments and modality."""


@dataclass(frozen=True)
class LabelledEvent:
    """An event by indexes of words and of classes.

    Attributes:
        trigger: its first word, or its noun when that word is empty of meaning.
        roles: name of a role -> head word of each phrase in it.
        historical: whether it is told as background.
    """

    trigger: int
    words: frozenset[int]
    type: int
    roles: dict[str, list[int]]
    realis: int
    historical: bool

    def moved(self, words: int) -> "LabelledEvent":
        """The same event where so many words more stand before it."""
        return LabelledEvent(
            self.trigger + words,
            frozenset(word + words for word in self.words),
            self.type,
            {role: [head + words for head in heads] for role, heads in self.roles.items()},
            self.realis,
            self.historical,
        )


@dataclass(frozen=True)
class LabelledSentence:
    """A sentence, with the words around it in its document where that is at hand.

    Attributes:
        start, end: its words among ``words``, end exclusive.
        labels: where they come from.
    """

    id: str
    document: str
    words: list[str]
    start: int
    end: int
    events: list[LabelledEvent] = field(default_factory=list)
    labels: Labels = Labels.GOLD

    @property
    def own(self) -> bool:
        """Whether it is labelled by our guide, with arguments and modality."""
        return self.labels != Labels.PLOVER

    @property
    def gold(self) -> bool:
        """Whether it is one of the set that folds are made of."""
        return self.labels == Labels.GOLD

    def within(self, before: int, after: int) -> "LabelledSentence":
        """The sentence with at most so many of its document's words before and after it."""
        first = max(0, self.start - before)
        return dataclasses.replace(
            self,
            words=self.words[first : self.end + after],
            start=self.start - first,
            end=self.end - first,
            events=[event.moved(-first) for event in self.events],
        )
