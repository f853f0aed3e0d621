"""Names beside a sentence that take no part in it."""

import pytest

from service.enrich.events.grammar.frames import Frames
from service.enrich.events.grammar.phrases import Phrase
from service.enrich.events.parties.asides import is_aside
from service.enrich.tree import Tree
from tests.enrich.events.labelled import code, texts
from tests.enrich.trees import document

LINE = "{town}/PROPN/nsubj/4 {dash}/PUNCT/punct/4 miners/NOUN/nsubj/4 met/VERB/ROOT/0 Ruiz/PROPN/obj/4"


@pytest.mark.parametrize(
    ("town", "dash", "told"),
    [("LIMA", "--", ["miners"]), ("LIMA", ",", ["LIMA", "miners"]), ("Lima", "--", ["Lima", "miners"])],
)
def test_the_town_of_a_dateline_does_not_act(town: str, dash: str, told: list[str]) -> None:
    """Though it stands behind a headline in one line, where nothing parts it from the sentence."""
    doc = document(
        f"Talks/NOUN/ROOT/0 ./PUNCT/punct/1\n{LINE.format(town=town, dash=dash)}", (town, "LOC"), ("Ruiz", "PERSON")
    )
    [event] = code(
        doc, {"met": "CONSULT"}, [("met", "actor", town), ("met", "actor", "miners"), ("met", "recipient", "Ruiz")]
    )
    assert sorted(texts(doc, event)[0]) == told


def test_a_dateline_is_no_subject() -> None:
    """The tree takes the town for the subject as well as who acts; no heads tell who does."""
    doc = document(f"Talks/NOUN/ROOT/0 ./PUNCT/punct/1\n{LINE.format(town='LIMA', dash='--')}", ("Ruiz", "PERSON"))
    assert Frames(Tree.of(doc)).of(5).agents == [4]


@pytest.mark.parametrize(("party", "aside"), [("D", True), ("Saint", False)])
def test_the_town_of_a_legislator_takes_no_part(party: str, aside: bool) -> None:
    """Papers tell it behind the name, with a letter for the party."""
    tree = Tree.of(document(f"{party}/PROPN/ROOT/0 -/PUNCT/punct/1 Plymouth/PROPN/flat/1"))
    assert is_aside(tree, Phrase(head=0, key=2, start=0, end=3)) == aside
    assert is_aside(tree, Phrase(head=2, key=2, start=2, end=3)) == aside


def test_a_speaker_is_no_party() -> None:
    """Between dashes, "I" is not an Independent."""
    tree = Tree.of(document("I/PRON/nsubj/4 -/PUNCT/punct/1 miners/NOUN/appos/1 wept/VERB/ROOT/0"))
    assert not is_aside(tree, Phrase(head=0, key=0, start=0, end=1))
