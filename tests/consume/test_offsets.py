"""The offset tracker: what may be committed, whatever the order in which articles finish."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.consume.offsets import OffsetTracker


def received(*offsets: int, start: int = 0) -> OffsetTracker[int]:
    tracker: OffsetTracker[int] = OffsetTracker(start)
    for offset in offsets:
        tracker.receive(offset, offset)
    return tracker


def test_nothing_is_ready_before_the_first_article_is_finished() -> None:
    """A finished article behind an unfinished one waits."""
    tracker = received(0, 1, 2)
    assert tracker.finish(1) is False
    assert not tracker.run_ready
    assert tracker.finished_run(10) == []


def test_the_run_ends_at_the_first_unfinished_article() -> None:
    """The unbroken run is what is published and committed."""
    tracker = received(0, 1, 2, 3)
    for offset in (1, 0, 3):
        tracker.finish(offset)
    assert tracker.finished_run(10) == [0, 1]
    assert tracker.offset_after(2) == 2


def test_the_committed_offset_passes_holes_left_by_transaction_markers() -> None:
    """Behind the last record of the window the read position is committed, markers included."""
    tracker = received(0, 1)
    tracker.finish(0)
    tracker.finish(1)
    tracker.advance(5)
    assert tracker.offset_after(2) == 5


def test_the_committed_offset_before_a_hole_is_that_of_the_next_record() -> None:
    """A hole in the middle of the window is passed with the record before it."""
    tracker = received(0, 7)
    assert tracker.offset_after(1) == 7


def test_markers_alone_are_something_to_commit() -> None:
    """Lag must read 0 on a topic that ends in a transaction marker."""
    tracker = received()
    assert not tracker.something_to_commit
    tracker.advance(1)
    assert tracker.something_to_commit


def test_an_offset_read_before_is_refused() -> None:
    """A record twice in a window would be published twice."""
    tracker = received(3)
    with pytest.raises(ValueError, match="read before"):
        tracker.receive(3, 3)


def test_an_offset_outside_of_the_window_cannot_be_committed() -> None:
    """The group's offset moves within what was read."""
    tracker = received(3, start=3)
    for offset in (2, 5):
        with pytest.raises(ValueError, match="outside"):
            tracker.commit(offset)


def test_finishing_an_unknown_offset_is_an_error() -> None:
    """A late result belongs to no window."""
    with pytest.raises(KeyError):
        received(1).finish(0)


@given(
    gaps=st.lists(st.integers(1, 4), min_size=1, max_size=40),
    order=st.randoms(use_true_random=False),
    most=st.integers(1, 7),
)
def test_every_article_is_published_once_in_order_and_none_is_passed_over(
    gaps: list[int], order: random.Random, most: int
) -> None:
    """Whatever the holes, the order of finishing and the size of runs."""
    offsets = [sum(gaps[: i + 1]) for i in range(len(gaps))]
    tracker = received(*offsets)
    unfinished = offsets.copy()
    order.shuffle(unfinished)
    published: list[int] = []
    while unfinished:
        tracker.finish(unfinished.pop())
        run = tracker.finished_run(most)
        offset = tracker.offset_after(len(run))
        assert all(done < offset for done in run)
        assert not set(unfinished) & set(range(tracker.committed, offset))
        tracker.commit(offset)
        published += run
    while run := tracker.finished_run(most):
        tracker.commit(tracker.offset_after(len(run)))
        published += run
    assert published == offsets
    assert tracker.committed == tracker.position == offsets[-1] + 1
