"""Sentences with one word marked: labelled triggers, and words that are triggers elsewhere but not here."""

import dataclasses
import random
from collections.abc import Sequence
from dataclasses import dataclass

from training.events.sentences import LabelledEvent, LabelledSentence
from training.windows import Cutter, Window, hide

HIDDEN_WORDS = 0.1
"""Share of the words around the marked one that are hidden, so that roles are not told by names met before."""

POOL = 1600  # examples sorted by length together


@dataclass(frozen=True)
class Marked:
    """A sentence with one word marked.

    Attributes:
        window: of the sentence alone.
        trigger: place of the marked word in it.
        event: None where the word is no trigger.
        sentence: that it was made of.
    """

    window: Window
    trigger: int
    event: LabelledEvent | None
    sentence: LabelledSentence

    @property
    def pieces(self) -> tuple[int, int]:
        """Pieces of the marked word, end exclusive."""
        first = self.window.first
        last = self.trigger + 1 < len(first)
        return int(first[self.trigger]), int(first[self.trigger + 1]) if last else len(self.window.pieces) - 1


def examples(sentences: Sequence[LabelledSentence], cutter: Cutter) -> tuple[list[Marked], list[Marked]]:
    """Marked triggers, and other words whose form is a trigger's in some sentence."""
    forms = {sentence.words[event.trigger].lower() for sentence in sentences for event in sentence.events}
    positive, negative = [], []
    for sentence in sentences:
        window = cutter.plain(sentence.words[sentence.start : sentence.end])
        taken = {word for event in sentence.events for word in (event.trigger, *event.words)}
        positive += [Marked(window, event.trigger - sentence.start, event, sentence) for event in sentence.events]
        negative += [
            Marked(window, word - sentence.start, None, sentence)
            for word in range(sentence.start, sentence.end)
            if word not in taken and sentence.words[word].lower() in forms
        ]
    return positive, negative


def plan(
    positive: Sequence[Marked], negative: Sequence[Marked], pieces: int, negatives: float, chance: random.Random
) -> list[list[Marked]]:
    """Shuffled batches of one pass: every trigger, and ``negatives`` times as many other words.

    Args:
        positive, negative: as ``examples`` gives them.
        pieces: of a batch, at most, with its padding.
        negatives: words that are no triggers for each trigger.
        chance: to draw with.
    """
    order = [*positive, *chance.sample(negative, min(len(negative), round(negatives * len(positive))))]
    chance.shuffle(order)
    found: list[list[Marked]] = []
    for begin in range(0, len(order), POOL):
        pool = sorted(order[begin : begin + POOL], key=lambda each: len(each.window.pieces))
        while pool:
            count = max(1, pieces // len(pool[-1].window.pieces))
            found.append([_hidden(each, chance) for each in pool[-count:]])
            del pool[-count:]
    chance.shuffle(found)
    return found


def _hidden(example: Marked, chance: random.Random) -> Marked:
    """The example with a share of its words hidden, but for the marked one."""
    return dataclasses.replace(example, window=hide(example.window, HIDDEN_WORDS, chance, example.trigger))
