"""Events told of labelled sentences, beside what is right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from service.enrich.events.event import Event, Party
from service.enrich.events.reading.classes import TYPES
from training.events.sentences import LabelledSentence


@dataclass(frozen=True, slots=True)
class Judged:
    """An event that was told.

    Attributes:
        typed: whether trigger and type are right.
        whole: whether its actors and recipients are, too.
    """

    event: Event
    typed: bool
    whole: bool


def judged(nlp: Language, sentence: LabelledSentence, *, alone: bool = True) -> Iterator[Judged]:
    """The events told of a sentence.

    Args:
        alone: whether it is read alone, or with the words around it in its document.
    """
    first, end = (sentence.start, sentence.end) if alone else (0, len(sentence.words))
    doc = Doc(nlp.vocab, words=sentence.words[first:end])
    for _, component in nlp.pipeline:
        doc = component(doc)
    left = list(sentence.events)
    for event in doc._.events:
        if not sentence.start <= event.trigger + first < sentence.end:
            continue
        gold = next((each for each in left if event.trigger + first in each.words), None)
        if gold is None:
            yield Judged(event, typed=False, whole=False)
            continue
        left.remove(gold)
        typed = TYPES[gold.type] == event.type
        sides = ((event.actors, gold.roles["actor"]), (event.recipients, gold.roles["recipient"]))
        yield Judged(event, typed, typed and all(_same(doc, told, heads, first) for told, heads in sides))


def _same(doc: Doc, parties: Sequence[Party], heads: Sequence[int], first: int) -> bool:
    """Whether the phrases told cover the labelled head words one to one."""
    told = [party.span for party in parties if party.mention_type != "implicit"]
    places = [doc[head - first].idx for head in heads]
    return len(told) == len(places) and all(any(start <= place < end for start, end in told) for place in places)
