"""The line model: its parts against what they are defined as, and the weights that ship."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.clean.lines.decision.decide import KEEP_LONG, KEEP_SHORT, count_words, keep_from
from service.clean.lines.features.lexicon import Lexicon, lexical_keys
from service.clean.lines.features.matrix import features
from service.clean.lines.model.line_model import load_line_model
from service.clean.lines.model.stacked_features import stacked_features
from service.clean.lines.model.trees import Trees
from service.clean.lines.tokens.vocabulary import WORD
from service.clean.lines.tokens.words import forget_words, read_words

# Two trees: "f0 <= 1 ? (f1 <= 5 ? 0.5 : -1) : 2", and "f1 <= 0 ? 0.25 : -0.25".
TREES = Trees(
    {
        "feature": [0, 1, 1],
        "threshold": [1.0, 5.0, 0.0],
        "struck": [0b011, 0b001, 0b001],
        "starts": [0, 2],
        "leaves": [[0.5, -1.0, 2.0], [0.25, -0.25]],
    }
)


@pytest.mark.parametrize(
    ("seen", "margin"),
    [([0, 0], 0.75), ([1, 5], 0.25), ([1, 6], -1.25), ([2, 6], 1.75), ([2, -1], 2.25)],
)
def test_trees_add_up_the_leaf_of_each(seen: list[float], margin: float) -> None:
    """A value on the threshold goes left."""
    assert TREES.scores(np.array([seen], float))[0] == pytest.approx(1 / (1 + np.exp(-margin)), abs=1e-6)


@given(st.lists(st.tuples(st.floats(0, 1, width=32), st.integers(0, 200)), min_size=1, max_size=40))
def test_a_second_look_has_a_number_for_everything(lines: list[tuple[float, int]]) -> None:
    """Whatever the first scores, and however few or empty the lines."""
    scores = np.array([score for score, _ in lines], np.float32)
    found = stacked_features(scores, np.array([words for _, words in lines], float))
    assert found.shape[0] == len(lines)
    assert np.isfinite(found).all()


WORDS = st.sampled_from(
    ["Share", "said", "“No,”", "the", "12", "2024", "U.S.", "I", "e-mail", "storm", "Storm!", "-", "“", "Ann’s", "→"]
)
LINES = st.lists(st.lists(WORDS | st.text("aA1.’ß²", min_size=1), min_size=1, max_size=50).map(" ".join), min_size=1)


@given(LINES)
def test_remembered_words_are_those_of_the_line(texts: list[str]) -> None:
    """However often and in whatever order they were read before."""
    words = read_words(texts, None)
    assert words.lines() == [list(map(str.lower, WORD.findall(text))) for text in texts]


@given(st.lists(st.text("aß. ", max_size=6).map(lambda text: " ".join(text.split())), min_size=1))
def test_every_line_has_the_tokens_between_its_spaces(texts: list[str]) -> None:
    """A line without any has an empty one, for something to be told of it."""
    ends = np.cumsum([0, *(len(text.split()) or 1 for text in texts)])
    words = read_words(texts, None)
    assert words.token_starts.tolist() == ends[:-1].tolist()
    assert len(words.token_flags) == ends[-1]


@given(LINES)
def test_a_lexicon_adds_up_the_weights_of_a_lines_keys(texts: list[str]) -> None:
    """As its keys are defined for training."""
    words = read_words(texts, None)
    keys = [lexical_keys(line) for line in words.lines()]
    weights = {key: float(len(key)) for line in keys for key in line}
    expected = [sum(map(weights.__getitem__, line)) for line in keys]
    assert Lexicon(weights).scores(words).tolist() == pytest.approx(expected)


@given(LINES, st.none() | st.just("The storm"))
def test_a_line_looks_the_same_whatever_was_read_before(texts: list[str], title: str | None) -> None:
    """What is remembered of words changes no feature."""
    remembered = features(read_words(texts, title), np.zeros(len(texts)))
    forget_words()
    assert (features(read_words(texts, title), np.zeros(len(texts))) == remembered).all()


TEXTS = st.lists(
    st.sampled_from(["Share", "-", "", "A storm has closed the harbour, the mayor said.", "…", "١٢"]) | st.text()
)


@given(texts=TEXTS, title=st.none() | st.text())
def test_every_line_gets_a_probability(texts: list[str], title: str | None) -> None:
    """Also an empty one, and one that is no text at all."""
    scores = load_line_model("text").scores(texts, title)
    assert len(scores) == len(texts)
    assert ((scores >= 0) & (scores <= 1)).all()


def test_a_paragraph_is_kept_sooner_than_a_word() -> None:
    """Losing it costs more."""
    word, paragraph = keep_from(np.array([1, 60]), np.array([0.9, 0.9], np.float32))
    assert (word, paragraph) == (KEEP_SHORT, KEEP_LONG)


def test_where_nothing_is_sure_the_surest_sentences_are_kept() -> None:
    """A text of a kind that the model has never seen is not emptied."""
    texts = ["one two three four five six seven eight nine"] * 2
    scores = np.array([0.10, 0.08], np.float32)
    assert (scores >= keep_from(count_words(texts), scores)).all()
