"""The spaCy component: ``doc._.events``."""

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

import service.enrich.events.event  # noqa: F401 - registers doc._.events
from service.enrich.encoder.component import NAME as ENCODER
from service.enrich.encoder.component import Encoder
from service.enrich.events.coder import code_events
from service.enrich.events.reading.alone import AloneReader, SentenceReader
from service.enrich.events.reading.calibration import FILE as CALIBRATION
from service.enrich.events.reading.calibration import Calibration, read
from service.enrich.events.reading.heads import FILE, EventHeads
from service.enrich.events.reading.marked import FILE as MARKED
from service.enrich.events.reading.marked import MarkedReader, SecondReader

NAME = "newswire_events"


class Events:
    """Sets ``doc._.events``: a tuple of ``Event`` in text order.

    Reads the tree, ``doc.tensor``, and what the components before it found; what they did not find is
    left open. A document without a tree or with vectors of another width has no events. Never raises.

    Args:
        heads: trained on the vectors of the pipeline's encoder.
        alone: the encoder, for single sentences.
        reader: of sentences again, with a word marked.
        calibration: of both readings.

    Attributes:
        heads, alone, reader, calibration: as given.
        hypothetical: whether to tell what only would, could or might happen.
    """

    def __init__(
        self, heads: EventHeads, alone: SentenceReader, reader: SecondReader, calibration: Calibration
    ) -> None:
        self.heads, self.alone, self.reader, self.calibration = heads, alone, reader, calibration
        self.hypothetical = False

    def __call__(self, doc: Doc) -> Doc:
        """Set the events of a document."""
        doc._.events = code_events(
            doc,
            self.heads,
            self.alone,
            self.reader,
            self.calibration,
            hypothetical=self.hypothetical,
        )
        return doc


@Language.factory(NAME, requires=["token.dep", "token.pos", "doc.tensor"], assigns=["doc._.events"])
def make_events(nlp: Language, name: str, path: str) -> Events:  # noqa: ARG001 - a factory's signature
    """The component with the heads and the second encoder in the folder ``path``, behind the first encoder.

    Raises:
        OSError: they are not there.
    """
    folder, encoder = Path(path), nlp.get_pipe(ENCODER)
    assert isinstance(encoder, Encoder)
    reader = MarkedReader(folder / MARKED, encoder.pieces)
    alone = AloneReader(encoder.model.session, encoder.pieces)
    return Events(EventHeads.load(folder / FILE), alone, reader, read(folder / CALIBRATION))
