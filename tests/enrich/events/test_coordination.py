"""Parties told side by side, or as examples."""

from service.enrich.events.coordination import coordinated
from service.enrich.events.phrases import Phrases
from service.enrich.tree import Tree
from tests.enrich.trees import document


def side(text: str, chosen: str, *names: tuple[str, str]) -> list[str]:
    """What is told of a side of which the first phrase that ends with ``chosen`` is known."""
    doc = document(text, *names)
    tree, found = Tree.of(doc), Phrases(doc, Tree.of(doc))
    parties = found.between(0, len(doc))
    first = next(party for party in parties if tree.texts[party.head] == chosen)
    return [doc[party.start : party.end].text for party, _ in coordinated(tree, found, parties, [(first, 0.9)], [])]


EXAMPLES = (
    "met/VERB/ROOT/0 states/NOUN/obj/1 including/ADP/case/4 {first}/PROPN/nmod/2 and/CCONJ/cc/6 Chile/PROPN/conj/4"
)


def test_who_is_told_side_by_side_is_of_one_side() -> None:
    """All members of a coordination."""
    assert side("Peru/PROPN/nsubj/4 and/CCONJ/cc/3 Chile/PROPN/conj/1 met/VERB/ROOT/0", "Peru") == ["Peru", "Chile"]


def test_examples_by_name_are_parties_of_their_own() -> None:
    """With all that is told beside them."""
    names = (("Peru", "LOC"), ("Chile", "LOC"))
    assert side(EXAMPLES.format(first="Peru"), "states", *names) == ["states", "Peru", "Chile"]


def test_examples_without_a_name_are_none() -> None:
    """They are among those who are told already."""
    assert side(EXAMPLES.format(first="neighbours"), "states") == ["states"]
