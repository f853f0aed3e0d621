"""The second reading: of a whole sentence where it has room, and of the words around the marked one where not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from service.enrich.encoder.component import NAME as ENCODER
from service.enrich.encoder.component import Encoder
from service.enrich.encoder.windows import MAX_PIECES
from service.enrich.events.reading.classes import ROLES, TYPES
from service.enrich.events.reading.marked import FILE, MarkedReader, around
from service.enrich.pipeline import BUILT_IN, load


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load(with_facts=False)


@pytest.fixture(scope="module")
def reader(nlp: Language) -> MarkedReader:
    encoder = nlp.get_pipe(ENCODER)
    assert isinstance(encoder, Encoder)
    return MarkedReader(BUILT_IN / FILE, encoder.pieces)


@given(st.lists(st.integers(1, MAX_PIECES), min_size=1, max_size=60), st.data())
def test_words_around_the_marked_one_fit_into_a_window(counts: list[int], data: st.DataObject) -> None:
    """Whatever the words' lengths, the marked word is among those read."""
    own = data.draw(st.integers(0, len(counts) - 1))
    start, stop = around(np.array(counts), 0, len(counts), own)
    assert start <= own < stop
    assert sum(counts[start:stop]) <= MAX_PIECES


def test_sentence_with_room_is_read_whole() -> None:
    """Nothing is cut that needs no cut."""
    assert around(np.array([1, 2, 1, 3]), 1, 4, 2) == (1, 4)


def test_every_token_of_the_sentence_has_its_roles(nlp: Language, reader: MarkedReader) -> None:
    """Rows are tokens, those of white space too, which have no role."""
    doc = nlp("Peru  condemned\nChile.")
    reading = reader.open(doc).read(0, len(doc), 2)
    assert reading.types.shape == (1 + len(TYPES),)
    assert reading.roles.shape == (len(doc), len(ROLES))
    assert not reading.roles[[1, 3]].any()


def test_mark_decides_whose_roles_are_told(nlp: Language, reader: MarkedReader) -> None:
    """The same words have other parts in another event."""
    doc = nlp("Police said that rebels killed five miners and that the army arrested two men.")
    words = [token.text for token in doc]
    opened = reader.open(doc)
    actors = {
        verb: words[int(opened.read(0, len(doc), words.index(verb)).roles[:, ROLES.index("actor")].argmax())]
        for verb in ("killed", "arrested")
    }
    assert actors == {"killed": "rebels", "arrested": "army"}
