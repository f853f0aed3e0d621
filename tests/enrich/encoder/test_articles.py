"""Nothing between an article and its noun hangs on a word outside."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from service.enrich.encoder.articles import within_phrases


def test_name_torn_out_of_its_phrase_is_put_back() -> None:
    """killed in a Boko Haram attack"""
    heads = np.array([0, 5, 5, 0, 3, 0])
    assert within_phrases(heads, [2]).tolist() == [0, 5, 5, 5, 3, 0]


def test_what_hangs_inside_stays() -> None:
    """a very long march"""
    heads = np.array([3, 2, 3, 3])
    assert within_phrases(heads, [0]).tolist() == heads.tolist()


def test_what_the_noun_hangs_on_stays_above_it() -> None:
    """Else there would be a cycle."""
    heads = np.array([2, 1, 1])
    assert within_phrases(heads, [0]).tolist() == heads.tolist()


@given(st.data())
def test_trees_stay_trees(data: st.DataObject) -> None:
    """Whatever the tree and the articles, every word still leads to the root."""
    size = data.draw(st.integers(1, 12))
    order = data.draw(st.permutations(range(size)))
    heads = np.zeros(size, np.int64)
    for rank, word in enumerate(order):
        heads[word] = order[data.draw(st.integers(0, rank - 1))] if rank else word
    articles = data.draw(st.lists(st.integers(0, size - 1), unique=True).map(sorted))
    found = within_phrases(heads, articles)
    for word in range(size):
        seen = set()
        while found[word] != word:
            assert word not in seen
            seen.add(word)
            word = found[word]
        assert word == order[0]
