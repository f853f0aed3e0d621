"""What retention deleted unread: counted once, and not taken for markers or compaction."""

from collections.abc import Iterator

import pytest

from service.consume import expired
from service.consume.expired import Expired
from service.messages import Partition
from service.observe import metrics

PARTITION = Partition("expired.raw", 0)


@pytest.fixture
def lost() -> Iterator[Expired]:
    yield Expired()
    metrics.RECORDS_EXPIRED.clear()


def counted() -> float:
    return metrics.REGISTRY.get_sample_value(
        "newswire_records_expired_total", {"topic": PARTITION.topic, "partition": "0"}
    ) or 0.0  # fmt: skip


def test_what_lies_below_the_earliest_offset_was_deleted_unread(lost: Expired) -> None:
    """And only what was passed without a record."""
    lost.passed(PARTITION, 5, 20)
    lost.explain({PARTITION: 20})
    assert counted() == 15


def test_a_marker_or_a_compacted_record_is_no_loss(lost: Expired) -> None:
    """The partition begins before it."""
    lost.passed(PARTITION, 5, 6)
    lost.explain({PARTITION: 0})
    assert counted() == 0


def test_records_passed_again_are_counted_once(lost: Expired) -> None:
    """A lane that fails before its first commit begins again where it began."""
    for _ in range(3):
        lost.passed(PARTITION, 5, 20)
        lost.explain({PARTITION: 20})
    lost.passed(PARTITION, 5, 30)
    lost.explain({PARTITION: 30})
    assert counted() == 25


def test_the_broker_is_asked_seldom_and_never_without_need(lost: Expired, monkeypatch: pytest.MonkeyPatch) -> None:
    """A producer of transactions leaves a marker after each of them."""
    now = 100.0
    monkeypatch.setattr(expired.time, "monotonic", lambda: now)
    assert lost.to_ask() == ()
    lost.passed(PARTITION, 1, 2)
    assert lost.to_ask() == (PARTITION,)
    assert lost.to_ask() == ()
    now += expired.ASK_SECONDS
    assert lost.to_ask() == (PARTITION,)
    lost.explain({PARTITION: 0})
    now += expired.ASK_SECONDS
    assert lost.to_ask() == ()
