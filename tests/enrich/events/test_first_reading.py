"""Sentences that may tell an event are read alone; all else stays as the article was read."""

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from service.enrich.encoder.component import NAME as ENCODER
from service.enrich.encoder.component import Encoder
from service.enrich.encoder.windows import MAX_PIECES
from service.enrich.events.component import NAME as EVENTS
from service.enrich.events.component import Events
from service.enrich.events.reading.alone import AloneReader, Vectors
from service.enrich.events.triggers.first_reading import FirstReading
from service.enrich.pipeline import load
from service.enrich.tree import Tree

QUIET, LOUD = "The garden has tall trees.", "Rebels killed five soldiers near Goma."


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


@pytest.fixture(scope="module")
def reader(nlp: Language) -> AloneReader:
    encoder = nlp.get_pipe(ENCODER)
    assert isinstance(encoder, Encoder)
    return AloneReader(encoder.model.session, encoder.pieces)


def test_a_sentence_that_may_tell_an_event_is_read_as_if_nothing_stood_around_it(
    nlp: Language, reader: AloneReader
) -> None:
    """Its vectors are those of the same sentence in a text of its own."""
    doc, alone = nlp(f"{QUIET} {LOUD}"), nlp(LOUD)
    assert np.array_equal(_vectors(nlp, reader, doc)[-len(alone) :], alone.tensor)


def test_a_sentence_that_tells_nothing_is_not_read_again(nlp: Language, reader: AloneReader) -> None:
    """What was read of it with its article stays."""
    doc = nlp(f"{QUIET} {LOUD}")
    quiet = len(nlp.make_doc(QUIET))
    assert np.array_equal(_vectors(nlp, reader, doc)[:quiet], doc.tensor[:quiet])


def test_a_sentence_longer_than_a_window_keeps_its_vectors(nlp: Language, reader: AloneReader) -> None:
    """It was cut when it was read first, and would be cut again."""
    doc = nlp("Rebels killed soldiers " + "and farmers and nurses " * MAX_PIECES)
    assert np.array_equal(reader.vectors(doc, [(0, len(doc))]), doc.tensor)


def test_the_vectors_of_the_article_are_not_changed(nlp: Language, reader: AloneReader) -> None:
    """Other components read them, too."""
    doc = nlp(f"{QUIET} {LOUD}")
    before = np.array(doc.tensor)
    _vectors(nlp, reader, doc)
    assert np.array_equal(doc.tensor, before)


def _vectors(nlp: Language, reader: AloneReader, doc: Doc) -> Vectors:
    events = nlp.get_pipe(EVENTS)
    assert isinstance(events, Events)
    tree, lexicon = Tree.of(doc), events.calibration.trigger.lexicon
    first = FirstReading.of(events.heads, tree, doc.tensor, lexicon)
    return first.with_sentences_alone(doc, events.heads, reader, tree, lexicon).vectors
