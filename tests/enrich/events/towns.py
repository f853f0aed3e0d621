"""A country of towns, and where a document that names one of them says that something happened."""

import service.enrich.places.component  # noqa: F401 - registers doc._.places
from service.enrich.events.circumstances.whereabouts import Whereabouts
from service.enrich.events.event import EventPlace, Party
from service.enrich.events.grammar.phrases import Phrase
from service.enrich.places.place import Place
from service.enrich.tree import Tree
from tests.enrich.trees import document

LAND = Place(0, 1, "Land", "literal", "Land", 1, "A", "PCLI", 51.0, 0.0, "LND")
SHIRE = Place(0, 1, "Shire", "literal", "Shire", 2, "A", "ADM1", 51.2, 0.2, "LND", "Shire")
CAPITAL = Place(0, 1, "Capital", "literal", "Capital", 3, "P", "PPLC", 51.5, -0.1, "LND", "Shire")
SUBURB = Place(0, 1, "Suburb", "literal", "Suburb", 4, "P", "PPL", 51.4, -0.1, "LND", "Shire")
PORT = Place(0, 1, "Port", "literal", "Port", 5, "P", "PPL", 50.7, -1.1, "LND", "Coast")


def placed(text: str, place: Place) -> Whereabouts:
    """A document as ``trees.document`` takes it, in which the name of one place means it."""
    doc = document(text)
    start = doc.text.index(place.text)
    doc._.places = (place._replace(start=start, end=start + len(place.text)),)
    return Whereabouts(doc, Tree.of(doc))


def place_of_act(
    where: Whereabouts,
    trigger: int,
    phrase: Phrase | None,
    end: int,
    event_type: str,
    recipients: tuple[Party, ...] = (),
) -> EventPlace | None:
    """The place of an event whose sentence is the document's first ``end`` characters, not of its first paragraph."""
    return where.place_of(trigger, phrase, (0, end), event_type, recipients, first_paragraph=False, parties=())
