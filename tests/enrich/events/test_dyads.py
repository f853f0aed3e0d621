"""Which words the tree ties to two named states, nations or bodies."""

import pytest

from service.enrich.events.grammar.frames import Frames
from service.enrich.events.triggers.dyads import Dyads
from service.enrich.tree import Tree, names_of
from tests.enrich.trees import document

NAMES = (("Peru", "LOC"), ("Chile", "LOC"), ("Chilean", "NORP"), ("Ruiz", "PERSON"))


@pytest.mark.parametrize(
    ("sentence", "tied"),
    [
        ("Peru/PROPN/nsubj/2 chided/VERB/ROOT/0 Chile/PROPN/obj/2", ["chided"]),
        ("Peru/PROPN/nsubj/2 chided/VERB/ROOT/0 the/DET/det/5 Chilean/ADJ/amod/5 envoy/NOUN/obj/2", ["chided"]),
        ("Peru/PROPN/nsubj/4 and/CCONJ/cc/3 Chile/PROPN/conj/1 agree/VERB/ROOT/0", ["agree"]),
        ("Peru/PROPN/nsubj/2 launched/VERB/ROOT/0 a/DET/det/4 raid/NOUN/obj/2 on/ADP/case/6 Chile/PROPN/nmod/4",
         ["launched", "raid"]),
        ("Peru/PROPN/nsubj/2 sign/VERB/ROOT/0 a/DET/det/4 pact/NOUN/obj/2 with/ADP/case/6 Chile/PROPN/nmod/4",
         ["sign"]),
        ("Peru/PROPN/nsubj/2 chided/VERB/ROOT/0 Ruiz/PROPN/obj/2", []),
        ("Peru/PROPN/nsubj/2 grew/VERB/ROOT/0 and/CCONJ/cc/5 Chile/PROPN/nsubj/5 shrank/VERB/conj/2", []),
        ("Peru/PROPN/nsubj/2 chided/VERB/ROOT/0 Peru/PROPN/obj/2", []),
    ],
)  # fmt: skip
def test_both_are_tied_to_a_word(sentence: str, tied: list[str]) -> None:
    """By its subject and object, by those for whom these act, as doing it together, below a verb that says little."""
    doc = document(sentence, *NAMES)
    tree = Tree.of(doc)
    dyads = Dyads(tree, Frames(tree), names_of(doc))
    assert [tree.texts[word] for word in range(len(doc)) if dyads.ties(word)] == tied
