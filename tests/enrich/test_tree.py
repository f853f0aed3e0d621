"""What components read of a document: edges of subtrees, and words shared between components."""

from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from service.enrich.tree import NameSpan, Tree, names_of, settle
from tests.enrich.trees import VOCAB


@st.composite
def forests(draw: st.DrawFn) -> list[int]:
    """Heads of some tokens, each below one that was placed before it, in any order of the words."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = list(range(size))
    for place in range(1, size):
        heads[order[place]] = order[draw(st.integers(0, place))]
    return heads


def below(heads: list[int], top: int) -> list[int]:
    """The tokens of a subtree, by climbing from each token."""
    found = []
    for index in range(len(heads)):
        at = index
        while at != top and heads[at] != at:
            at = heads[at]
        if at == top:
            found.append(index)
    return found


@given(forests())
def test_edges_are_those_of_the_subtree(heads: list[int]) -> None:
    """Whatever the tree, also one whose branches cross."""
    doc = Doc(VOCAB, ["word"] * len(heads), heads=heads, deps=["dep"] * len(heads))
    tree = Tree.of(doc)
    for index in range(len(heads)):
        own = below(heads, index)
        assert (tree.first[index], tree.last[index]) == (min(own), max(own))


def test_components_share_what_was_read_until_annotation_changes() -> None:
    """A tree is read once, and never out of date."""
    doc = Doc(VOCAB, ["Ships", "waited", "."])
    read = Tree.of(doc)
    assert Tree.of(doc) is read
    doc[1].lemma_ = "wait"
    assert Tree.of(doc).lemmas == ["ships", "wait", "."]


def test_a_settled_document_is_read_once() -> None:
    """Its tree and its names, without a look at whether they are the same."""
    doc = Doc(VOCAB, ["Ships", "waited", "."], ents=["B-ORG", "O", "O"])
    settle(doc, doc.text)
    read, names = Tree.of(doc), names_of(doc)
    doc[1].lemma_ = "wait"
    doc.ents = []
    assert Tree.of(doc) is read
    assert names_of(doc) is names
    assert names == [NameSpan(0, 1, "ORG", "ORG")]


def test_names_are_those_of_the_document() -> None:
    """Also when they change, as long as it is not settled."""
    doc = Doc(VOCAB, ["Ships", "waited", "."], ents=["B-ORG", "O", "O"])
    assert names_of(doc) == [NameSpan(0, 1, "ORG", "ORG")]
    doc.ents = []
    assert names_of(doc) == []


def test_the_words_make_the_text() -> None:
    """With offsets in code points, ends exclusive."""
    doc = Doc(VOCAB, ["Ships", "waited", "."], spaces=[True, False, False])
    tree = Tree.of(doc)
    assert tree.text == doc.text
    assert [tree.text[tree.offsets[i] : tree.ends[i]] for i in range(3)] == tree.texts
    assert tree.capitals == {"Ships"}


def test_a_stretch_of_text_is_covered_by_tokens_and_headed_by_the_topmost() -> None:
    """Also where it begins or ends inside of one."""
    doc = Doc(
        VOCAB, ["Two", "ships", "waited", "there"], heads=[1, 2, 2, 2], deps=["nummod", "nsubj", "ROOT", "advmod"]
    )
    tree = Tree.of(doc)
    assert tree.covering(1, 9) == (0, 2)
    assert tree.top(0, 2) == 1
    assert tree.top(0, 4) == 2


def test_a_hyphen_stands_between_words_without_spaces() -> None:
    """A dash has some."""
    doc = Doc(VOCAB, ["director", "-", "general", "-", "she"], spaces=[False, False, True, True, False])
    assert [Tree.of(doc).is_hyphen(token) for token in range(5)] == [False, True, False, False, False]
