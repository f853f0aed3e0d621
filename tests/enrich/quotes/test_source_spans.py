"""The words that name a source."""

from service.enrich.quotes.attributions.sources import source_span
from service.enrich.tree import Tree
from tests.enrich.trees import document


def test_a_source_begins_no_later_than_its_head() -> None:
    """Found by fuzzing: a preposition to which the tree gives the last word of a text."""
    tree = Tree.of(document("to/ADP/case/2 ministers/NOUN/ROOT/0 speaking/VERB/dep/1"))
    assert source_span(tree, 1)[0] == 1
