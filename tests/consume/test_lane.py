"""A lane: what it takes, in which order it publishes, and when."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from service.errors import InputMadeAnew, TooManyDeadLetters
from service.messages import Outcome, OutgoingMessage, OutgoingRecord, Processed
from tests.consume.conftest import MakeLane
from tests.consume.fakes import QUICK, ManualWork, MemoryPartition, all_wait, opened, record


async def test_results_are_published_in_offset_order_whatever_finishes_first(
    make_lane: MakeLane, work: ManualWork
) -> None:
    """Order within a partition is kept whatever the workers do."""
    kafka = MemoryPartition()
    lane = await opened(make_lane(kafka))
    lane.accept([record(n) for n in range(4)])
    work.finish(3, 1, 2)
    work.finish(0)
    await kafka.until(lambda: kafka.committed == 4)
    assert kafka.published == [b"a0", b"a1", b"a2", b"a3"]


async def test_the_gate_stays_shut_until_the_partition_is_fenced_and_its_offset_read(
    make_lane: MakeLane, work: ManualWork
) -> None:
    """aiokafka fetches on before its listener is done, so the lane itself must refuse."""
    kafka = MemoryPartition(committed=7)
    kafka.fencing.clear()
    lane = make_lane(kafka)
    await all_wait()
    assert not lane.has_room
    lane.accept([record(3)])
    kafka.fencing.set()
    await opened(lane)
    assert kafka.seeks == [7]
    assert work.submitted == []


async def test_closing_publishes_the_finished_run_and_gives_up_the_rest(make_lane: MakeLane, work: ManualWork) -> None:
    """On revoke nothing finished is wasted and nothing unfinished is waited for."""
    slow = replace(QUICK, delivery=replace(QUICK.delivery, flush_seconds=10))
    kafka = MemoryPartition()
    lane = await opened(make_lane(kafka, slow))
    lane.accept([record(n) for n in range(4)])
    work.finish(0)
    await kafka.until(lambda: kafka.committed == 1)  # a lane at rest publishes at once, then every 10 s
    work.finish(1, 3)
    await lane.close(1.0)
    assert kafka.published == [b"a0", b"a1"]
    assert kafka.committed == 2
    assert work.futures[2].cancelled()
    assert kafka.closed


async def test_articles_that_waited_long_wait_a_little_for_others_to_share_their_transaction(
    make_lane: MakeLane, work: ManualWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a backlog; one transaction for each would cost more than their work."""
    gathering = replace(QUICK, delivery=replace(QUICK.delivery, flush_seconds=10, transaction_articles=3))
    kafka = MemoryPartition()
    lane = await opened(make_lane(kafka, gathering))
    with monkeypatch.context() as clock:
        clock.setattr("service.consume.window.time.monotonic", lambda: -1e6)
        lane.accept([record(n) for n in range(3)])
    work.finish(0, 1)
    await all_wait()
    assert kafka.transactions == []
    work.finish(2)  # as many as a transaction takes
    await kafka.until(lambda: kafka.committed == 3)
    assert kafka.transactions == [([b"a0", b"a1", b"a2"], 3)]


async def test_a_closed_lane_takes_nothing(make_lane: MakeLane, work: ManualWork) -> None:
    """Records of a revoked partition belong to its next owner."""
    lane = await opened(make_lane(MemoryPartition()))
    await lane.close(1.0)
    lane.accept([record(0)])
    assert work.submitted == []


async def test_a_drain_ends_exactly_at_its_end(make_lane: MakeLane, work: ManualWork) -> None:
    """Records that came after the start of a drain are left alone."""
    kafka = MemoryPartition()
    lane = await opened(make_lane(kafka, end=3))
    lane.accept([record(n) for n in range(5)])
    lane.advance(6)
    assert work.submitted == [0, 1, 2]
    assert not lane.has_room
    work.finish(0, 1, 2)
    await kafka.until(lambda: kafka.committed == 3)
    assert lane.drained


async def test_trailing_transaction_markers_are_committed(make_lane: MakeLane) -> None:
    """A topic that ends in a marker has no lag left."""
    kafka = MemoryPartition(committed=4)
    lane = await opened(make_lane(kafka, end=5))
    lane.advance(5)
    await kafka.until(lambda: kafka.committed == 5)
    assert kafka.published == []


async def test_room_ends_with_the_windows_articles_or_bytes(make_lane: MakeLane, work: ManualWork) -> None:
    """Backpressure: a lane whose window is full is left out of the next read."""
    small = replace(QUICK, consumer=replace(QUICK.consumer, window_articles=2, window_bytes=100))
    kafka = MemoryPartition()
    lane = await opened(make_lane(kafka, small))
    assert lane.has_room
    lane.accept([record(0, b"x" * 100)])
    assert not lane.has_room
    work.finish(0)
    await kafka.until(lambda: kafka.committed == 1)
    lane.accept([record(1), record(2)])
    assert not lane.has_room


async def test_room_ends_with_the_bytes_of_results_that_wait_behind_a_slow_article(
    make_lane: MakeLane, work: ManualWork
) -> None:
    """They are many times those of the input, and so is what the next articles are expected to become."""
    small = replace(QUICK, consumer=replace(QUICK.consumer, window_bytes=5_000))
    kafka = MemoryPartition()
    lane = await opened(make_lane(kafka, small))
    lane.accept([record(0), record(1)])
    work.futures[1].set_result(Processed("a1", (OutgoingMessage("enriched", "a1", b"x" * 10_000),)))
    await all_wait()
    assert not lane.has_room
    work.finish(0)
    await kafka.until(lambda: kafka.committed == 2)
    assert lane.has_room
    lane.accept([record(2), record(3)])
    assert not lane.has_room


async def test_an_outcome_too_many_stops_the_service(make_lane: MakeLane, work: ManualWork) -> None:
    """The dead-letter limit reaches the service as a failure, it is not lost in a callback."""
    error = TooManyDeadLetters("too many")

    def count(outcome: Outcome) -> None:
        raise error

    work.count = count  # type: ignore[method-assign]
    lane = await opened(make_lane(MemoryPartition()))
    lane.accept([record(0)])
    work.finish(0)
    await all_wait()
    assert lane.failures == [error]  # type: ignore[attr-defined]


async def test_a_topic_made_anew_is_read_from_its_new_start(make_lane: MakeLane, work: ManualWork) -> None:
    """Offsets that go back are a new topic, not records to skip."""
    kafka = MemoryPartition(committed=100)
    lane = await opened(make_lane(kafka))
    lane.restart(0)
    lane.accept([record(0), record(1)])
    work.finish(0, 1)
    await kafka.until(lambda: kafka.committed == 2)
    assert kafka.published == [b"a0", b"a1"]


async def test_a_topic_made_anew_without_a_record_is_read_from_its_new_start(
    make_lane: MakeLane, work: ManualWork
) -> None:
    """The reader goes back to where it can read; what is committed then is an offset of the new topic."""
    kafka = MemoryPartition(committed=100)
    lane = await opened(make_lane(kafka))
    lane.restart(0)
    lane.advance(0)
    lane.accept([record(0)])
    assert work.submitted == [0]
    assert lane.state().position == 1


async def test_a_partition_whose_next_records_were_deleted_goes_on_behind_them(
    make_lane: MakeLane, work: ManualWork
) -> None:
    """What is in work stays there: it was read in time."""
    kafka = MemoryPartition()
    lane = await opened(make_lane(kafka))
    lane.accept([record(0)])
    lane.restart(10)
    lane.accept([record(10)])
    work.finish(0, 10)
    await kafka.until(lambda: kafka.committed == 11)
    assert kafka.published == [b"a0", b"a10"]


async def test_what_is_read_again_is_not_worked_on_again(make_lane: MakeLane, work: ManualWork) -> None:
    """Whoever sent the reader back: only the broker's word that an offset is not there begins a partition anew."""
    kafka = MemoryPartition()
    lane = await opened(make_lane(kafka))
    lane.accept([record(n) for n in range(5)])
    work.finish(0, 1)
    await kafka.until(lambda: kafka.committed == 2)
    lane.accept([record(n) for n in range(2, 5)])
    lane.advance(3)
    assert kafka.seeks == [0, 5, 5]
    assert work.submitted == [0, 1, 2, 3, 4]
    work.finish(2, 3, 4)
    await kafka.until(lambda: kafka.committed == 5)
    assert kafka.published == [b"a%d" % n for n in range(5)]


async def test_a_drain_whose_topic_is_made_anew_fails(make_lane: MakeLane) -> None:
    """Its end is not there any more, and it would wait for it for ever."""
    lane = await opened(make_lane(MemoryPartition(committed=100), end=200))
    lane.restart(0)
    [failure] = lane.failures  # type: ignore[attr-defined]
    assert isinstance(failure, InputMadeAnew)


async def test_an_article_does_not_wait_for_a_marker_before_it(
    make_lane: MakeLane, work: ManualWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Commits that only pass markers may be far apart; an article is published when it is done."""
    monkeypatch.setattr("service.consume.pacing.MARKER_COMMIT_SECONDS", 3600.0)
    kafka = MemoryPartition()
    lane = await opened(make_lane(kafka))
    for offset in (0, 2, 4):
        lane.accept([record(offset)])
        work.finish(offset)
        await kafka.until(lambda last=offset: kafka.committed > last)
        lane.advance(offset + 2)
        await all_wait()


async def test_the_main_loops_turn_during_a_transaction_makes_no_later_article_wait(
    make_lane: MakeLane, work: ManualWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lane that was told of nothing new goes to rest, and publishes the next article at once."""
    monkeypatch.setattr("service.consume.pacing.MARKER_COMMIT_SECONDS", 3600.0)
    kafka = MemoryPartition()
    lane = await opened(make_lane(kafka))
    publish = kafka.publish

    async def turn_and_publish(records: Sequence[OutgoingRecord], offset: int) -> None:
        lane.advance(offset)
        await publish(records, offset)

    monkeypatch.setattr(kafka, "publish", turn_and_publish)
    for offset in range(3):
        lane.accept([record(offset)])
        work.finish(offset)
        await kafka.until(lambda last=offset: kafka.committed > last)
        await all_wait()
