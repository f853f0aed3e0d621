"""What training reads is gathered once and can be carried to another machine."""

import lzma
import pickle
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.documents import NamesDocument
from training.events.sentences import LabelledEvent, LabelledSentence
from training.gathered import Gathered, load, save
from training.treebanks import Tree, TreeDocument

WORDS = "Before it rebels shelled the port again . After it".split()
EVENT = LabelledEvent(3, frozenset({3}), 1, {"actor": [2], "recipient": [5]}, 0, False)
SENTENCE = LabelledSentence("1", "doc", WORDS, 2, 8, [EVENT])


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    tree = Tree(["Rain"], ["rain"], ["NOUN"], ["NN"], [""], [0], ["root"], [False])
    names = NamesDocument("a", ["Oslo"], [0], np.ones((1, 3)))
    save(Gathered({"bank": [TreeDocument("d", [tree])]}, {"names": [names]}, [SENTENCE]), tmp_path / "file")

    found = load(tmp_path / "file")

    assert found.trees == {"bank": [TreeDocument("d", [tree])]}
    assert found.names["names"][0].words == ["Oslo"]
    assert found.events == [SENTENCE]


def test_a_file_that_holds_something_else_is_refused(tmp_path: Path) -> None:
    with lzma.open(tmp_path / "file", "wb") as file:
        pickle.dump(["something"], file)

    with pytest.raises(TypeError, match=r"training\.gather"):
        load(tmp_path / "file")


@given(before=st.integers(0, 4), after=st.integers(0, 4))
def test_a_sentence_keeps_its_events_whatever_is_cut_around_it(before: int, after: int) -> None:
    found = SENTENCE.within(before, after)

    assert found.words[found.start : found.end] == WORDS[2:8]
    assert len(found.words) == 6 + min(before, 2) + min(after, 2)
    [event] = found.events
    said = {name: [found.words[head] for head in heads] for name, heads in event.roles.items()}
    assert (found.words[event.trigger], said) == ("shelled", {"actor": ["rebels"], "recipient": ["port"]})
    assert {found.words[word] for word in event.words} == {"shelled"}
