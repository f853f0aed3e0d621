"""Where words of a class stand in documents, whatever documents were read before."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.strings import StringStore
from spacy.tokens import Doc

from service.enrich import word_classes
from service.enrich.tree import CAPITALS, Tree
from service.enrich.word_classes import Column, Vocabulary, WordClass
from tests.enrich.trees import VOCAB

SHORT = WordClass(lambda text: len(text) < 3)
SHIPS = WordClass.of({"ship", "boat"})
CAPITAL_SHIPS = WordClass(lambda text: text in ("Ship", "boat"), among=CAPITALS)


def tree_of(words: list[str]) -> Tree:
    return Tree.of(Doc(VOCAB, words))


@given(st.lists(st.text("abC", min_size=1, max_size=4)))
def test_words_are_found_wherever_they_stand(words: list[str]) -> None:
    """Also those that no document had before."""
    assert SHORT.at(tree_of(words).words) == [at for at, word in enumerate(words) if len(word) < 3]


def test_a_list_of_words_is_compared_in_lower_case() -> None:
    assert SHIPS.at(tree_of(["Ship", "and", "BOAT"]).words) == [0, 2]


def test_a_class_among_another_holds_for_no_other_words() -> None:
    assert CAPITAL_SHIPS.at(tree_of(["Ship", "boat", "Boat", "ship"]).words) == [0]


def test_a_lemma_is_found_where_another_word_is_written() -> None:
    tree = Tree.of(Doc(VOCAB, ["Boats", "sank"], lemmas=["boat", "sink"]))
    assert SHIPS.at(tree.lemma_words) == [0]
    assert SHIPS.at(tree.words) == []


def test_words_are_judged_again_when_those_of_earlier_documents_were_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document read before stays as it was."""
    first = tree_of(["a", "boat"])
    assert SHIPS.at(first.words) == [1]
    monkeypatch.setattr(word_classes, "MAX_KEPT_WORDS", 0)
    second = tree_of(["boat", "a"])
    assert second.words.vocabulary is not first.words.vocabulary
    assert SHIPS.at(second.words) == [0]
    assert SHIPS.at(first.words) == [1]


def test_words_are_read_as_written_and_in_lower_case() -> None:
    words = tree_of(["Ships", "waited"]).words
    assert (words.texts, words.lowers) == (["Ships", "waited"], ["ships", "waited"])


def test_a_vocabulary_has_room_for_any_number_of_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_classes, "FIRST_SIZE", 1)
    strings = StringStore(f"W{number}" for number in range(9))
    hashes = np.array([strings[f"W{number}"] for number in range(9)], dtype=np.uint64)
    vocabulary = Vocabulary()
    column = Column(vocabulary, vocabulary.read(strings, hashes))
    assert column.texts == [f"W{number}" for number in range(9)]
    assert column.lowers == [f"w{number}" for number in range(9)]


def test_words_that_share_a_slot_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_classes, "LAST_SLOT", np.uint64(0))
    strings = StringStore(["one", "two"])
    hashes = np.array([strings["one"], strings["two"], strings["one"]], dtype=np.uint64)
    vocabulary = Vocabulary()
    for _ in range(2):
        assert Column(vocabulary, vocabulary.read(strings, hashes)).texts == ["one", "two", "one"]
