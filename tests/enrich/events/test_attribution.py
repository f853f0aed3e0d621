"""Who says that an event happened."""

import service.enrich.quotes.component  # noqa: F401 - registers doc._.quotes
from service.enrich.events.circumstances.attribution import Attributions
from service.enrich.events.event import Party
from service.enrich.quotes.quotations import Quotation
from service.enrich.tree import Tree
from tests.enrich.trees import document

TEXT = (
    "Ruiz/PROPN/nsubj/2 said/VERB/ROOT/0 prices/NOUN/nsubj/4 rose/VERB/ccomp/2 and/CCONJ/cc/6 urged/VERB/conj/4 "
    "calm/NOUN/obj/6"
)


def test_what_a_speaker_does_beside_saying_something_nobody_reports() -> None:
    """ "Ruiz said so and urged calm": who urges is told outside of what is said; of whom Ruiz says it, inside."""
    doc = document(TEXT)
    doc._.quotes = (Quotation("q1", "indirect", ((10, len(doc.text)),), (5, 9), "say", (0, 4), None, 0.9, "clause"),)
    attributions = Attributions(doc, Tree.of(doc))
    ruiz, prices = Party((0, 4), "name", 0), Party((10, 16), "nominal", 2)
    assert attributions.is_of_teller(5, (ruiz,))
    assert not attributions.is_of_teller(5, (prices,))
    assert not attributions.is_of_teller(3, (ruiz,))
