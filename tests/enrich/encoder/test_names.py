"""Names: the best whole ones."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from service.enrich.encoder.labels import NAME_LABELS, NAME_TAGS
from service.enrich.encoder.names import best_tags, find_names

TAGS = len(NAME_TAGS)
SCORES = st.floats(-20, 20, width=32)


def scores(least: int, most: int) -> st.SearchStrategy[np.ndarray]:
    return st.integers(least, most).flatmap(lambda n: arrays(np.float32, (n, TAGS), elements=SCORES))


def keeps_the_rule(tags: tuple[int, ...], breaks: set[int]) -> bool:
    """Every I- follows a B- or I- of its label in the same run."""
    for index, tag in enumerate(tags):
        mark, _, label = NAME_TAGS[tag].partition("-")
        before = NAME_TAGS[tags[index - 1]] if index and index not in breaks else "O"
        if mark == "I" and before not in (f"B-{label}", f"I-{label}"):
            return False
    return True


@settings(max_examples=25)
@given(scores(1, 3), st.booleans())
def test_no_sequence_that_keeps_the_rule_scores_more(given_scores: np.ndarray, with_break: bool) -> None:
    """Against every sequence there is."""
    count = len(given_scores)
    breaks = [0, 1] if with_break and count > 1 else [0]
    found = tuple(best_tags(given_scores, np.array(breaks)).tolist())
    words = np.arange(count)
    total = {tags: given_scores[words, tags].sum(dtype=float) for tags in product(range(TAGS), repeat=count)}
    best = max(score for tags, score in total.items() if keeps_the_rule(tags, set(breaks)))
    assert keeps_the_rule(found, set(breaks))
    assert np.isclose(total[found], best, atol=1e-3)


@given(scores(1, 60), st.data())
def test_names_lie_side_by_side_within_their_runs(given_scores: np.ndarray, data: st.DataObject) -> None:
    """In order, without overlap, and none across a break."""
    breaks = sorted({0, *data.draw(st.lists(st.integers(0, len(given_scores) - 1), max_size=5))})
    reached = 0
    for name in find_names(given_scores, np.array(breaks)):
        assert reached <= name.start < name.end <= len(given_scores)
        assert not any(name.start < place < name.end for place in breaks)
        assert 0 <= name.label < len(NAME_LABELS)
        reached = name.end


@given(scores(1, 40), st.data())
def test_runs_do_not_influence_one_another(given_scores: np.ndarray, data: st.DataObject) -> None:
    """What is found in two runs together is what is found in each alone."""
    edge = data.draw(st.integers(0, len(given_scores) - 1))
    together = best_tags(given_scores, np.array(sorted({0, edge})))
    alone = [best_tags(part, np.array([0])) for part in (given_scores[:edge], given_scores[edge:]) if len(part)]
    assert together.tolist() == np.concatenate(alone).tolist()
