"""The consumer on a real Kafka: the traps of aiokafka that the source steps around."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from dataclasses import replace
from types import SimpleNamespace

import pytest
from aiokafka.record.default_records import _DefaultRecordBatchPy

from service.config import Settings
from service.consume.rebalance import Lanes
from service.consume.source import Read, Source
from service.errors import BrokerUnavailable, TopicsMissing
from service.messages import Partition, RawRecord
from tests.conftest import MakeTopics
from tests.consume.settings import settings_for
from tests.kafka.cluster import KafkaCluster
from tests.kafka.records import Topics, delete_records, produce, produce_batch, produce_in_transaction


def quick_settings(kafka: KafkaCluster, **consumer: float) -> Settings:
    return settings_for(kafka, **{"session_timeout_seconds": 6.0, "heartbeat_seconds": 0.3, **consumer})


@pytest.fixture
async def source(kafka: KafkaCluster, topics: Topics) -> AsyncIterator[Source]:
    source = Source(quick_settings(kafka), topics.raw, topics.group)
    await source.start()
    yield source
    await source.stop()


def failed(error: Exception) -> None:
    raise error


async def read(source: Source, partitions: list[Partition], count: int) -> list[RawRecord]:
    found: list[RawRecord] = []
    async with asyncio.timeout(30):
        while len(found) < count:
            for records in (await source.poll(partitions, some_left_out=False)).records.values():
                found += records
    return found


async def test_a_partition_that_is_left_out_loses_nothing(kafka: KafkaCluster, topics: Topics, source: Source) -> None:
    """Backpressure without pause(), which would throw prefetched records away; no partition never means all."""
    await produce(kafka.bootstrap, topics.raw, [{"value": b"%d" % n, "partition": n % 2} for n in range(40)])
    partitions = await source.partitions()
    source.assign(partitions)
    for partition in partitions:
        source.seek(partition, 0)
    first = await read(source, partitions[:1], 20)
    for _ in range(5):
        assert await source.poll([], some_left_out=True) == Read()
    second = await read(source, partitions[1:], 20)
    assert [record.offset for record in first] == [record.offset for record in second] == list(range(20))


@pytest.mark.parametrize("lost", [3, 100])
async def test_an_offset_that_is_not_there_is_told_and_read_on_from_the_earliest_one(
    kafka: KafkaCluster, topics: Topics, source: Source, lost: int
) -> None:
    """Deleted before it was read, or beyond the end of a topic made anew: aiokafka alone would tell nobody."""
    await produce(kafka.bootstrap, topics.raw, [{"value": b"%d" % n, "partition": 0} for n in range(20)])
    await delete_records(kafka.bootstrap, topics.raw, 10)
    partition = Partition(topics.raw, 0)
    source.assign([partition])
    source.seek(partition, lost)
    async with asyncio.timeout(30):
        while not (told := await source.poll([partition], some_left_out=False)).restarted:
            assert not told.records
    assert told.restarted == {partition: 10}
    assert [record.offset for record in await read(source, [partition], 10)] == list(range(10, 20))


async def test_the_position_passes_transaction_markers(kafka: KafkaCluster, topics: Topics, source: Source) -> None:
    """The last record's offset does not, and lag would never read 0."""
    await produce_in_transaction(kafka.bootstrap, topics.raw, [{"value": b"x", "partition": 0}])
    partition = Partition(topics.raw, 0)
    source.assign([partition])
    source.seek(partition, 0)
    [record] = await read(source, [partition], 1)
    async with asyncio.timeout(10):
        while source.position(partition) != 2:
            await source.poll([partition], some_left_out=False)
    assert record.offset == 0
    assert (await source.ends([partition]))[partition] == 2 == source.end(partition)


class Latin1Name(str):
    """A header's name that goes out in another encoding than UTF-8, as clients in other languages let it."""

    def encode(self, *_: object) -> bytes:
        return super().encode("latin-1")


@pytest.mark.parametrize("codec", [_DefaultRecordBatchPy.CODEC_NONE, _DefaultRecordBatchPy.CODEC_GZIP])
async def test_a_header_name_that_is_not_utf_8_costs_no_record(
    kafka: KafkaCluster, topics: Topics, source: Source, codec: int
) -> None:
    """aiokafka fails on the batch, which would end every process that comes to it."""
    names = ["a", Latin1Name("gr\u00f6\u00dfe"), "c"]
    await produce_batch(
        kafka.bootstrap, topics.raw, [(b"%d" % n, [(name, b"h")]) for n, name in enumerate(names)], codec
    )
    partition = Partition(topics.raw, 0)
    source.assign([partition])
    source.seek(partition, 0)
    records = await read(source, [partition], 3)
    assert [record.value for record in records] == [b"0", b"1", b"2"]
    assert [record.headers for record in records] == [((name, b"h"),) for name in ("a", "gr\ufffd\ufffde", "c")]


async def test_without_a_committed_offset_reading_starts_at_the_earliest_record(
    kafka: KafkaCluster, topics: Topics, source: Source
) -> None:
    """aiokafka's default is the latest."""
    await produce(kafka.bootstrap, topics.raw, [{"value": b"x", "partition": 1}])
    source.assign(await source.partitions())
    assert await source.start_offset(Partition(topics.raw, 1)) == 0


async def test_a_partition_that_is_not_ours_has_no_position_and_cannot_be_moved(topics: Topics, source: Source) -> None:
    """It may be revoked at any moment."""
    source.assign([Partition(topics.raw, 0)])
    other = Partition(topics.raw, 1)
    assert (source.position(other), source.end(other), source.last_answer(other)) == (None, None, None)
    with pytest.raises(BrokerUnavailable, match="not assigned"):
        source.seek(other, 0)


async def test_no_partition_can_be_moved_before_the_group_has_given_any(topics: Topics, source: Source) -> None:
    """A lane that was opened before the connection was lost may ask for it on the next one."""
    source.subscribe(Lanes(lambda partition: None, Settings().consumer), failed)  # type: ignore[arg-type,return-value]
    with pytest.raises(BrokerUnavailable, match="not assigned"):
        source.seek(Partition(topics.raw, 0), 0)


def test_a_source_that_is_not_connected_knows_nothing_of_a_partition() -> None:
    """Health checks look at lanes at any time, also between two connections."""
    source, partition = Source(Settings(), "news.raw", "group"), Partition("news.raw", 0)
    assert (source.position(partition), source.end(partition), source.last_answer(partition)) == (None, None, None)


async def test_a_topic_that_does_not_exist_is_named(kafka: KafkaCluster) -> None:
    """And waited for: it may be created yet."""
    source = Source(quick_settings(kafka), "no.such.topic", "group")
    await source.start()
    try:
        with pytest.raises(BrokerUnavailable, match=r"no\.such\.topic"):
            await source.partitions()
    finally:
        await source.stop()


@pytest.mark.parametrize("answered", [True, False])
async def test_topics_are_missing_only_when_a_broker_says_so(answered: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A drain ends for want of a topic, but waits for a broker."""
    monkeypatch.setattr("service.consume.topics.TOPIC_SECONDS", 0.0)

    async def update(*topics: object) -> bool:
        return answered

    cluster = SimpleNamespace(partitions_for_topic=lambda topic: None)
    client = SimpleNamespace(cluster=cluster, set_topics=update, force_metadata_update=update)
    source = Source(Settings(), "news.raw", "group")
    source._consumer = SimpleNamespace(_client=client)
    with pytest.raises(BrokerUnavailable) as raised:
        await source.require(["news.raw"])
    assert isinstance(raised.value, TopicsMissing) is answered


async def test_a_broker_that_is_not_there_is_told_as_such(kafka: KafkaCluster) -> None:
    """As a failure of Kafka, which is tried again."""
    base = quick_settings(kafka)
    nowhere = replace(base, kafka=replace(base.kafka, bootstrap_servers="127.0.0.1:1"))
    with pytest.raises(BrokerUnavailable, match="connecting to Kafka"):
        await Source(nowhere, "t", "g").start()


async def test_a_broker_that_is_frozen_cannot_hold_a_consumer(own_kafka: KafkaCluster, make_topics: MakeTopics) -> None:
    """It would wait for the answer to leaving the group as long as for any."""
    topics = await make_topics(own_kafka)
    joined = asyncio.Event()

    class Listener(Lanes):
        async def on_partitions_assigned(self, assigned: object) -> None:
            joined.set()

    source = Source(quick_settings(own_kafka), topics.raw, topics.group)
    await source.start()
    source.subscribe(Listener(lambda partition: None, Settings().consumer), failed)  # type: ignore[arg-type,return-value]
    async with asyncio.timeout(30):
        await joined.wait()
    own_kafka.pause(0)
    async with asyncio.timeout(2.0):
        await source.stop(1.0)


async def test_a_start_that_is_given_up_can_be_stopped(kafka: KafkaCluster) -> None:
    """A request to stop does not wait until Kafka is connected, and leaves no client behind."""
    source = Source(quick_settings(kafka), "t", "g")
    starting = asyncio.create_task(source.start())
    await asyncio.sleep(0)
    starting.cancel()
    await asyncio.wait({starting})
    consumer = source._running
    async with asyncio.timeout(5):
        await source.stop()
    assert consumer._closed


async def test_a_member_without_partitions_stays_in_the_group(kafka: KafkaCluster, topics: Topics) -> None:
    """Longer than max_poll_interval: else it would leave, and could not take over."""
    quick = quick_settings(kafka, max_poll_interval_seconds=2.0)
    sources = [Source(quick, topics.raw, topics.group) for _ in range(3)]  # for two partitions
    assigned: dict[int, set[Partition]] = {}
    rebalances = 0

    class Listener(Lanes):
        def __init__(self, number: int) -> None:
            super().__init__(lambda partition: None, quick.consumer)  # type: ignore[arg-type,return-value]
            self.number = number

        async def on_partitions_revoked(self, revoked: object) -> None:
            nonlocal rebalances
            rebalances += 1

        async def on_partitions_assigned(self, given: Iterable[Partition]) -> None:
            assigned[self.number] = {Partition(found.topic, found.partition) for found in given}

    async def poll(number: int) -> None:
        while True:
            await sources[number].poll(sorted(assigned.get(number, ())), some_left_out=False)

    for number, source in enumerate(sources):
        await source.start()
        source.subscribe(Listener(number), failed)
    polls = [asyncio.create_task(poll(number)) for number in range(3)]
    try:
        async with asyncio.timeout(40):
            while sorted(len(found) for found in assigned.values()) != [0, 1, 1]:
                await asyncio.sleep(0.1)
        rebalances = 0
        await asyncio.sleep(5.0)  # more than twice the interval after which an idle member leaves
        assert rebalances == 0
    finally:
        for task in polls:
            task.cancel()
        await asyncio.gather(*polls, return_exceptions=True)
        for source in sources:
            await source.stop()


def test_lanes_are_a_listener_also_while_there_are_none(kafka: KafkaCluster) -> None:
    """aiokafka does not call a listener that is falsy, as an empty collection would be."""
    assert Lanes(lambda partition: None, Settings().consumer)  # type: ignore[arg-type,return-value]


async def test_the_group_waits_for_a_revoke_longer_than_aiokafka_would(source: Source) -> None:
    """Its own default is the session timeout, whatever a last transaction takes."""
    coordinator = source._running._coordinator
    source.subscribe(Lanes(lambda partition: None, Settings().consumer), failed)  # type: ignore[arg-type,return-value]
    assert coordinator._rebalance_timeout_ms == 60_000
