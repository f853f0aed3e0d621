"""Windows: all words, none twice, none too many."""

from hypothesis import given
from hypothesis import strategies as st

from service.enrich.encoder.windows import windows

COUNTS = st.lists(st.integers(1, 9), max_size=80)


@given(COUNTS, st.sets(st.integers(0, 80)), st.sets(st.integers(0, 80)))
def test_windows_hold_every_word_once(counts: list[int], breaks: set[int], ends: set[int]) -> None:
    """In order, without a gap, each within the limit."""
    found = list(windows(counts, breaks, 20, ends))
    assert [word for start, end in found for word in range(start, end)] == list(range(len(counts)))
    assert all(0 < sum(counts[start:end]) <= 20 for start, end in found)


def test_paragraphs_stay_whole_where_they_fit() -> None:
    """A window ends at the last paragraph's end within the limit."""
    assert list(windows([1] * 10, [0, 4, 7], 8)) == [(0, 7), (7, 10)]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    """And only where there is no full stop, between two words."""
    assert list(windows([1] * 10, [0], 8, {5})) == [(0, 5), (5, 10)]
    assert list(windows([1] * 10, [0], 8)) == [(0, 8), (8, 10)]
