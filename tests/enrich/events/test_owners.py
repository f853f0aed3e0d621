"""Whose the things are that undergo an act."""

import pytest

from service.enrich.events.grammar.phrases import Phrases
from service.enrich.events.parties.owners import owners_below
from service.enrich.tree import Tree
from tests.enrich.trees import document


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Peruvian/ADJ/amod/2 goods/NOUN/ROOT/0", ["Peruvian"]),
        ("goods/NOUN/ROOT/0 of/ADP/case/3 Peru/PROPN/nmod/1", ["Peru"]),
        (
            "goods/NOUN/ROOT/0 of/ADP/case/3 Peru/PROPN/nmod/1 and/CCONJ/cc/5 Chile/PROPN/conj/3",
            ["Peru", "Chile"],
        ),
        ("goods/NOUN/ROOT/0 in/ADP/case/3 Peru/PROPN/nmod/1", []),
        ("help/NOUN/ROOT/0 for/ADP/case/3 victims/NOUN/nmod/1 from/ADP/case/5 Peru/PROPN/nmod/3", ["Peru"]),
        ("goods/NOUN/ROOT/0 of/ADP/case/3 farmers/NOUN/nmod/1", []),
    ],
)
def test_owners_stand_before_or_behind_their_things(text: str, owners: list[str]) -> None:
    """By name; where a thing is tells nothing."""
    doc = document(text, ("Peruvian", "NORP"), ("Peru", "LOC"), ("Chile", "LOC"))
    tree = Tree.of(doc)
    things = [token for token, head in enumerate(tree.heads) if head == token]
    assert [tree.texts[token] for token in owners_below(tree, Phrases(doc, tree), things)] == owners
