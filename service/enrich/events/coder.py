"""Codes the events of one document: triggers, arguments, parties, modality, circumstances, and one record of all."""

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc

from service.clean.offset_map import PARAGRAPH_BREAK
from service.enrich.datelines import lead_paragraph
from service.enrich.events.circumstances.attribution import Attributions
from service.enrich.events.circumstances.day_and_place import Circumstances
from service.enrich.events.circumstances.magnitude import magnitude
from service.enrich.events.circumstances.modality import compose, signs
from service.enrich.events.codes.naming import name
from service.enrich.events.codes.plover import EVENT_TYPES
from service.enrich.events.confidence import calibrated, raw_confidence
from service.enrich.events.event import Event, EventDate, Modality, Party, Sentence, Span
from service.enrich.events.findings import Found, read_arguments
from service.enrich.events.grammar.frames import Frames
from service.enrich.events.parties.belonging import completed
from service.enrich.events.parties.hosts import host
from service.enrich.events.parties.private import is_private
from service.enrich.events.parties.reserve import of_somebody_known
from service.enrich.events.parties.resolve import Parties
from service.enrich.events.parties.sides import distinct, is_doubtful, others
from service.enrich.events.reading.alone import SentenceReader
from service.enrich.events.reading.calibration import Calibration
from service.enrich.events.reading.heads import EventHeads
from service.enrich.events.reading.marked import SecondReader
from service.enrich.events.story.corroboration import corroborated
from service.enrich.events.story.eventful import in_eventful_stories
from service.enrich.events.story.grouping import grouped
from service.enrich.events.story.inheritance import inherited
from service.enrich.events.story.left_out import with_actors
from service.enrich.events.story.opening import rooted
from service.enrich.events.triggers.decide import find_triggers
from service.enrich.events.triggers.dyads import Dyads
from service.enrich.events.triggers.first_reading import FirstReading
from service.enrich.sentences import sentence_spans
from service.enrich.tree import Tree, names_of

_ID_BYTES = 8

_AMONG_EACH_OTHER = "COOPERATE"
"""The type that several do with each other where nobody else is told."""

_LEAD = 3
"""Sentences below the headline that tell when its news happened."""


def code_events(
    doc: Doc,
    heads: EventHeads,
    alone: SentenceReader,
    reader: SecondReader,
    calibration: Calibration,
    *,
    hypothetical: bool,
) -> tuple[Event, ...]:
    """The events of a document, in text order.

    Args:
        doc: with words, tree and ``doc.tensor``; what other components found is used where it is.
        heads: on the vectors of the first reading.
        alone: the encoder of the first reading, for single sentences.
        reader: of sentences again, with a word marked.
        calibration: of both readings.
        hypothetical: whether events that only would, could or might happen are told, too.
    """
    if not len(doc) or not doc.has_annotation("DEP") or doc.tensor.shape != (len(doc), heads.width):
        return ()
    tree = Tree.of(doc)
    lexicon = calibration.trigger.lexicon
    first = FirstReading.of(heads, tree, np.asarray(doc.tensor), lexicon)
    first = first.with_sentences_alone(doc, heads, alone, tree, lexicon)
    title = doc._.context.title
    dyads = Dyads(tree, frames := Frames(tree), names_of(doc))
    triggers = find_triggers(first, reader.open(doc), tree, calibration.trigger, title, dyads)
    if not triggers:
        return ()
    composer = _Composer(doc, tree, title)
    kept, doubtful = [], set()
    for found in read_arguments(doc, tree, frames, heads, calibration, triggers, first.vectors):
        event = composer.event(found)
        if event is None or (event.modality.realis == "hypothetical" and not hypothetical):
            continue
        kept.append(calibrated(event, calibration, tree.lowers))
        if is_doubtful(found.trigger, event):
            doubtful.add(event.id)
    return composer.in_the_story(grouped(kept, tree, doubtful))


class _Composer:
    """Makes events of what was found in one document."""

    def __init__(self, doc: Doc, tree: Tree, title: Span | None) -> None:
        self._doc, self._tree, self._text = doc, tree, tree.text
        self._parties = Parties(doc, tree)
        self._circumstances = Circumstances(doc, tree)
        self._attributions = Attributions(doc, tree)
        self._sentences = sentence_spans(doc)
        self._starts = [start for start, _ in self._sentences]
        self._breaks = _breaks(self._text)
        self._title, self._lead = title, lead_paragraph(self._text, doc._.context)

    def event(self, found: Found) -> Event | None:
        """The event; None when its type wants a recipient and has none, and of meetings in private life."""
        tree, trigger = self._tree, found.trigger.token
        attribution, in_quote = self._attributions.of(trigger)
        sentence = self._sentence(trigger, in_quote=in_quote)
        event_type, modality, date = self._when(found, sentence)
        sides = self._sides(found, event_type)
        if sides is None:
            return None
        actors, recipients, reciprocal = sides
        if self._attributions.is_of_teller(trigger, actors):
            attribution = ()
        first_paragraph = sentence.span[0] < self._lead[1]
        planned = modality.realis == "planned"
        naming = name(
            tree, trigger, event_type, actors, recipients, planned=planned, places=self._circumstances.places.named
        )
        place = self._circumstances.places.place_of(
            trigger,
            found.arguments.location[0] if found.arguments.location else None,
            sentence.span,
            event_type,
            recipients,
            first_paragraph=first_paragraph, parties=(*actors, *recipients),
        )  # fmt: skip
        actors, recipients = completed(event_type, actors, recipients, place)
        return Event(
            id=self._id(sentence, trigger, event_type),
            type=event_type,
            trigger=trigger,
            trigger_span=(tree.offsets[trigger], tree.ends[trigger]),
            modes=naming.modes,
            contexts=naming.contexts,
            cameo=naming.cameo,
            score=naming.score,
            goldstein=naming.goldstein,
            is_root=sentence.in_title or first_paragraph,
            actors=actors,
            recipients=recipients,
            reciprocal=reciprocal,
            date=date,
            place=place,
            modality=modality,
            attribution=attribution,
            magnitude=magnitude(tree, trigger, event_type, actors, recipients),
            sentence=sentence,
            confidence=raw_confidence(
                found.trigger.chance,
                found.arguments,
                found.frame,
                actors,
                recipients,
                has_date=date is not None and date.span is not None,
                has_place=place is not None,
            ),
        )

    def in_the_story(self, events: Sequence[Event]) -> tuple[Event, ...]:
        """Grouped events, told which of them the article is about, with the actors, day and place they inherit."""
        lead = bisect_left(self._starts, self._lead[0])
        sure = in_eventful_stories(corroborated(events, self._tree), len(self._sentences))
        told = rooted(with_actors(sure, self._tree), lead, self._tree)
        return inherited(told, self._circumstances, self._title, self._sentences[lead : lead + _LEAD])

    def _sides(self, found: Found, event_type: str) -> tuple[tuple[Party, ...], tuple[Party, ...], bool] | None:
        """Actors, recipients, and whether the actors act on each other; None where these make no event."""
        tree, trigger = self._tree, found.trigger.token
        actors, recipients = (
            distinct(tuple(self._parties.side(side))) for side in (found.arguments.actors, found.arguments.recipients)
        )
        recipients = recipients or of_somebody_known(event_type, found.arguments.reserve, self._parties.side)
        if not recipients:
            lemma = tree.lemmas[trigger]
            recipients = distinct(host(self._doc, found.trigger.type, lemma, found.arguments, actors, self._parties.of))
        recipients = others(tree, found.frame, actors, recipients)
        reciprocal = (
            not recipients and len(actors) > 1 and (found.arguments.reciprocal or event_type == _AMONG_EACH_OTHER)
        )
        if EVENT_TYPES[event_type].needs_recipient and not recipients and not reciprocal:
            return None
        if is_private(event_type, (*actors, *recipients)):
            return None
        return actors or (self._parties.implied(trigger),), recipients, reciprocal

    def _sentence(self, trigger: int, *, in_quote: bool) -> Sentence:
        """The sentence of a trigger, and where it stands in the article."""
        offset = self._tree.offsets[trigger]
        number = max(0, bisect_right(self._starts, offset) - 1)
        in_title = self._title is not None and self._title[0] <= offset < self._title[1]
        return Sentence(number, self._sentences[number], bisect_right(self._breaks, offset), in_title, in_quote)

    def _when(self, found: Found, sentence: Sentence) -> tuple[str, Modality, EventDate | None]:
        """Type and modality by the codebook's rules, and the date."""
        tree, trigger = self._tree, found.trigger.token
        told = signs(tree, trigger)
        event_type, modality = compose(found.trigger.type, told, found.realis, historical=found.historical)
        phrase = found.arguments.date[0] if found.arguments.date else None
        date = self._circumstances.date_of(trigger, phrase, sentence.span, modality)
        if not found.historical and self._circumstances.is_background(date):
            event_type, modality = compose(found.trigger.type, told, found.realis, historical=True)
        return event_type, modality, date

    def _id(self, sentence: Sentence, trigger: int, event_type: str) -> str:
        start, end = sentence.span
        told = f"{sentence.index}\n{self._text[start:end]}\n{self._tree.offsets[trigger] - start}\n{event_type}"
        return hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=_ID_BYTES).hexdigest()


def _breaks(text: str) -> list[int]:
    """Offsets behind which a new paragraph begins."""
    return [found.start() for found in re.finditer(PARAGRAPH_BREAK, text)]
