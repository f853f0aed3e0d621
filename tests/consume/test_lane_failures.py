"""What a lane does when Kafka fails: nothing is lost, doubled or enriched again."""

import asyncio

from service.consume.interfaces import Gate
from service.consume.lane import PUBLISH_SHARE
from service.consume.retry import REFUSALS_AT_ONCE
from service.errors import BrokerUnavailable, Fenced, RecordRefusedByBroker
from service.observe.metrics import REGISTRY
from tests.consume.conftest import MakeLane
from tests.consume.fakes import QUICK, ManualWork, MemoryPartition, opened, record, until_gate


def counted_as_published() -> float:
    return REGISTRY.get_sample_value("newswire_messages_total", {"outcome": "published"}) or 0.0


async def test_a_failed_transaction_is_repeated_without_enriching_again(make_lane: MakeLane, work: ManualWork) -> None:
    """Results stay valid when only their delivery failed."""
    kafka = MemoryPartition()
    lane = await opened(make_lane(kafka))
    kafka.failures = [BrokerUnavailable("away")]
    lane.accept([record(0), record(1)])
    work.finish(0, 1)
    await kafka.until(lambda: kafka.committed == 2)
    assert kafka.published == [b"a0", b"a1"]
    assert work.submitted == [0, 1]
    assert kafka.fences == 2


async def test_a_transaction_that_takes_too_long_is_tried_with_fewer_articles(
    make_lane: MakeLane, work: ManualWork
) -> None:
    """Else it would never be over in time; once it is, more are tried again."""
    kafka = MemoryPartition()
    lane = await opened(make_lane(kafka))
    publish = kafka.publish

    async def slow(records: list, offset: int) -> None:  # type: ignore[type-arg]
        if len(records) > 5:
            raise BrokerUnavailable("not done in time")
        await publish(records, offset)

    kafka.publish = slow  # type: ignore[method-assign,assignment]
    lane.accept([record(n) for n in range(40)])
    work.finish(*range(39, -1, -1))
    await kafka.until(lambda: kafka.committed == 40)
    assert kafka.published == [b"a%d" % n for n in range(40)]
    assert max(len(values) for values, _ in kafka.transactions) > 1


async def test_a_commit_whose_answer_was_lost_is_not_published_twice(make_lane: MakeLane, work: ManualWork) -> None:
    """After a failure the committed offset is read afresh before anything is published."""
    kafka = MemoryPartition()
    lane = await opened(make_lane(kafka))
    kafka.answers_lost = 1
    before = counted_as_published()
    lane.accept([record(0), record(1)])
    work.finish(0)
    await kafka.until(lambda: kafka.fences == 2)
    work.finish(1)
    await kafka.until(lambda: kafka.committed == 2)
    await lane.close(1.0)
    assert kafka.published == [b"a0", b"a1"]
    assert counted_as_published() == before + 2


async def test_a_failed_transaction_is_not_counted(make_lane: MakeLane, work: ManualWork) -> None:
    """Only what the group's offset tells of is done; here another owner did more than we tried to commit."""
    kafka = MemoryPartition()
    lane = await opened(make_lane(kafka))
    kafka.failures = [BrokerUnavailable("away")]
    kafka.committed = 9
    before = counted_as_published()
    lane.accept([record(0)])
    work.finish(0)
    await kafka.until(lambda: kafka.fences == 2)
    await opened(lane)
    assert counted_as_published() == before


async def test_records_that_came_while_the_gate_was_shut_are_read_again(make_lane: MakeLane, work: ManualWork) -> None:
    """A failing lane drops what is fetched; opening again seeks back to what it has."""
    kafka = MemoryPartition()
    lane = await opened(make_lane(kafka))
    lane.accept([record(0)])
    kafka.failures = [BrokerUnavailable("away")]
    kafka.fencing.clear()
    work.finish(0)
    await until_gate(lane, Gate.FAILING)
    lane.accept([record(1)])
    kafka.fencing.set()
    await opened(lane)
    assert kafka.seeks == [0, 1]
    assert work.submitted == [0]


async def test_another_owners_progress_replaces_the_window(make_lane: MakeLane, work: ManualWork) -> None:
    """When the committed offset is beyond what we hold, ours is stale and read anew from there."""
    kafka = MemoryPartition()
    lane = await opened(make_lane(kafka))
    lane.accept([record(0)])
    kafka.failures = [BrokerUnavailable("away")]
    kafka.committed = 9
    work.finish(0)
    await kafka.until(lambda: kafka.fences == 2)
    await opened(lane)
    assert kafka.seeks == [0, 9]
    assert kafka.published == []


async def test_a_broker_that_hangs_cannot_hold_a_closing_lane_beyond_its_budget(
    make_lane: MakeLane, work: ManualWork
) -> None:
    """A revoke that takes too long loses the whole group; the producer ends in what the transaction left."""
    kafka = MemoryPartition()
    lane = await opened(make_lane(kafka))
    kafka.answering.clear()
    lane.accept([record(0)])
    work.finish(0)
    await kafka.publishing.wait()
    async with asyncio.timeout(5):
        await lane.close(0.05)
    assert kafka.closed
    assert kafka.close_budget <= 0.05 * (1 - PUBLISH_SHARE)


async def test_one_record_too_large_for_the_broker_costs_only_its_article(
    make_lane: MakeLane, work: ManualWork
) -> None:
    """The publisher says which it was, and that one is published smaller."""
    kafka = MemoryPartition()
    lane = await opened(make_lane(kafka))
    publish = kafka.publish

    async def refusing(records: list, offset: int) -> None:  # type: ignore[type-arg]
        if refused := [position for position, made in enumerate(records) if made.value == b"a1"]:
            raise RecordRefusedByBroker("too large", refused)
        await publish(records, offset)

    kafka.publish = refusing  # type: ignore[method-assign,assignment]
    lane.accept([record(n) for n in range(3)])
    work.finish(2, 1, 0)
    await kafka.until(lambda: kafka.committed == 3)
    assert kafka.published == [b"a0", b"small", b"a2"]
    assert work.made_smaller == [1]


async def test_a_partition_full_of_articles_too_large_goes_on_from_one_to_the_next(
    make_lane: MakeLane, work: ManualWork
) -> None:
    """Without a wait that doubles at each, and with commits between: a restart must find less to do than before."""
    kafka = MemoryPartition()
    lane = await opened(make_lane(kafka))
    publish, large = kafka.publish, {b"a%d" % n for n in range(3, 200, 10)}

    async def refusing(records: list, offset: int) -> None:  # type: ignore[type-arg]
        refused = [position for position, made in enumerate(records) if made.value in large]
        if refused:
            raise RecordRefusedByBroker("too large", refused[:1])
        await publish(records, offset)

    kafka.publish = refusing  # type: ignore[method-assign,assignment]
    lane.accept([record(n) for n in range(200)])
    work.finish(*range(199, -1, -1))
    async with asyncio.timeout(5):
        await kafka.until(lambda: kafka.committed == 200)
    assert [value for value in kafka.published if value != b"small"] == [b"a%d" % n for n in range(200) if n % 10 != 3]
    assert {offset for _, offset in kafka.transactions} >= {3, 13, 23, 33}


async def test_what_the_broker_refuses_at_any_size_is_not_tried_without_end(
    make_lane: MakeLane, work: ManualWork
) -> None:
    """A topic that takes nothing at all is asked ever more rarely."""
    kafka = MemoryPartition()
    lane = await opened(make_lane(kafka))
    kafka.failures = [RecordRefusedByBroker("too large", [0]) for _ in range(1000)]
    lane.accept([record(0)])
    work.finish(0)
    await asyncio.sleep(1)
    assert REFUSALS_AT_ONCE < 1000 - len(kafka.failures) < REFUSALS_AT_ONCE + 10


async def test_a_fenced_lane_waits_for_a_heartbeat_before_it_takes_the_partition_back(
    make_lane: MakeLane, work: ManualWork
) -> None:
    """Else a zombie and the new owner would fence each other without end."""
    kafka = MemoryPartition()
    lane = await opened(make_lane(kafka))
    kafka.failures = [Fenced("fenced")]
    lane.accept([record(0)])
    started = asyncio.get_running_loop().time()
    work.finish(0)
    await kafka.until(lambda: kafka.committed == 1)
    assert asyncio.get_running_loop().time() - started >= QUICK.consumer.heartbeat_seconds
