"""Whom "we" stands for where a quotation tells who speaks."""

import pytest

from service.enrich.quotes.quotations import Quotation, Speaker
from tests.enrich.events.labelled import code
from tests.enrich.trees import document

SAID = (
    "“/PUNCT/punct/3 {pronoun}/PRON/nsubj/3 praised/VERB/ccomp/9 Oslo/PROPN/obj/3 ”/PUNCT/punct/3 "
    "the/DET/det/8 Peruvian/ADJ/amod/8 army/NOUN/nsubj/9 said/VERB/ROOT/0"
)
MORE = "“/PUNCT/punct/3 We/PRON/nsubj/3 thanked/VERB/ROOT/0 Lima/PROPN/obj/3 ”/PUNCT/punct/3"


@pytest.mark.parametrize(
    ("pronoun", "kind", "country"),
    [("We", "direct", "PER"), ("They", "direct", None), ("We", "indirect", None)],
)
def test_we_are_who_speaks(pronoun: str, kind: str, country: str | None) -> None:
    """Between quotation marks, and nobody else is."""
    doc = document(SAID.format(pronoun=pronoun), ("Peruvian", "NORP"), ("Oslo", "LOC"))
    source = (doc.text.index("the"), doc.text.index(" said"))
    speaker = Speaker(None, "the Peruvian army")
    doc._.quotes = (
        Quotation("q1", kind, ((0, doc.text.index("”") + 1),), None, "say", source, speaker, 0.9, "trailing"),
    )
    roles = [("praised", "actor", pronoun), ("praised", "recipient", "Oslo")]
    [event] = code(doc, {"praised": "SUPPORT"}, roles)
    assert [party.country for party in event.actors] == [country]


def test_a_quotation_that_goes_on_has_its_speaker_further_up() -> None:
    """By the name that is told for both."""
    doc = document(SAID.format(pronoun="We") + "\n" + MORE, ("Peruvian", "NORP"), ("Oslo", "LOC"), ("Lima", "LOC"))
    source, again = (doc.text.index("the"), doc.text.index(" said")), doc.text.rindex("“")
    speaker = Speaker(None, "the Peruvian army")
    doc._.quotes = (
        Quotation("q1", "direct", ((0, 17),), None, "say", source, speaker, 0.9, "trailing"),
        Quotation("q2", "direct", ((again, len(doc.text)),), None, None, None, speaker, 0.9, "continued"),
    )
    [event] = code(doc, {"thanked": "SUPPORT"}, [("thanked", "actor", "We"), ("thanked", "recipient", "Lima")])
    assert [(party.country, party.name) for party in event.actors] == [("PER", "the Peruvian army")]


def test_a_speaker_who_is_told_by_a_pronoun_tells_nothing() -> None:
    """ "We", he said."""
    doc = document(
        "“/PUNCT/punct/3 We/PRON/nsubj/3 praised/VERB/ccomp/7 Oslo/PROPN/obj/3 ”/PUNCT/punct/3 he/PRON/nsubj/7 "
        "said/VERB/ROOT/0",
        ("Oslo", "LOC"),
    )
    at = doc.text.index("he ")
    doc._.quotes = (
        Quotation("q1", "direct", ((0, at - 1),), None, "say", (at, at + 2), Speaker(None, "he"), 0.9, "trailing"),
    )
    [event] = code(doc, {"praised": "SUPPORT"}, [("praised", "actor", "We"), ("praised", "recipient", "Oslo")])
    assert event.actors[0].name is None


def test_a_speaker_goes_on_behind_what_another_one_said() -> None:
    """ "Oslo said 'no', and we thanked Lima", the army said."""
    doc = document(
        "“/PUNCT/punct/6 Oslo/PROPN/nsubj/3 said/VERB/ROOT/0 no/INTJ/obj/3 we/PRON/nsubj/6 thanked/VERB/conj/3 "
        "Lima/PROPN/obj/6 ”/PUNCT/punct/3 the/DET/det/11 Peruvian/ADJ/amod/11 army/NOUN/nsubj/12 said/VERB/parataxis/3",
        ("Oslo", "LOC"), ("Lima", "LOC"), ("Peruvian", "NORP"),
    )  # fmt: skip
    at = doc.text.index
    source, inner = (at("the "), at("army") + 4), (at("no"), at("no") + 2)
    army, oslo = Speaker(None, "the Peruvian army"), Speaker(None, "Oslo")
    doc._.quotes = (
        Quotation("q1", "direct", ((0, at("”") + 1),), None, "say", source, army, 0.9, "trailing"),
        Quotation("q2", "direct", (inner,), None, "say", (at("Oslo"), at("Oslo") + 4), oslo, 0.9, "leading"),
    )
    [event] = code(doc, {"thanked": "SUPPORT"}, [("thanked", "actor", "we"), ("thanked", "recipient", "Lima")])
    assert event.actors[0].name == "the Peruvian army"
