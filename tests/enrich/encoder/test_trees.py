"""Trees: every sentence gets one, and the best one."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from service.enrich.encoder.trees import best_tree, best_trees

SCORES = st.floats(-50, 50, width=32)


def squares(most: int) -> st.SearchStrategy[np.ndarray]:
    return st.integers(1, most).flatmap(lambda n: arrays(np.float32, (n, n), elements=SCORES))


def is_tree(heads: np.ndarray) -> bool:
    """One root, and every word reaches it."""
    count = len(heads)
    roots = [word for word in range(count) if heads[word] == word]
    reached = np.arange(count)
    for _ in range(count):
        reached = heads[reached]
    return len(roots) == 1 and bool((reached == roots[0]).all())


@given(squares(5))
def test_no_tree_scores_more(scores: np.ndarray) -> None:
    """Against every tree there is."""
    count = len(scores)
    total = {
        heads: scores[np.arange(count), heads].sum(dtype=float)
        for heads in product(range(count), repeat=count)
        if is_tree(np.array(heads))
    }
    found = best_tree(scores)
    assert is_tree(found)
    assert np.isclose(total[tuple(found.tolist())], max(total.values()), atol=1e-2)


@given(squares(40))
def test_any_scores_give_a_tree(scores: np.ndarray) -> None:
    """No cycle and one root, whatever the scores."""
    assert is_tree(best_tree(scores))


@given(squares(30), st.data())
def test_every_sentence_of_a_window_is_a_tree_of_its_own(scores: np.ndarray, data: st.DataObject) -> None:
    """The same tree as the sentence alone would get, and no arc leaves it."""
    count = len(scores)
    starts = np.array([True, *data.draw(st.lists(st.booleans(), min_size=count - 1, max_size=count - 1))])
    roots = data.draw(arrays(np.float32, count, elements=SCORES))
    heads = best_trees(scores, roots, starts)
    edges = [*np.flatnonzero(starts).tolist(), count]
    with_roots = scores.astype(float)
    np.fill_diagonal(with_roots, roots)
    for start, end in pairwise(edges):
        sentence = heads[start:end] - start
        assert is_tree(sentence)
        block = with_roots[start:end, start:end]
        words = np.arange(end - start)
        assert np.isclose(block[words, sentence].sum(), block[words, best_tree(block)].sum(), atol=1e-2)
