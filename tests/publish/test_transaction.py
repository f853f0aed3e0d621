"""The transactional producer on a real Kafka: both or neither, and one owner at a time."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import Any

import pytest
from aiokafka import AIOKafkaProducer

from service.config import Settings
from service.errors import BrokerUnavailable, Fenced, RecordRefusedByBroker
from service.messages import OutgoingRecord, Partition
from service.publish.transaction import TransactionalPublisher, _send
from tests.conftest import MakeTopics
from tests.kafka.cluster import KafkaCluster
from tests.kafka.records import Topics, committed, read_all

MakePublisher = Callable[..., TransactionalPublisher]


@pytest.fixture
async def topics(kafka: KafkaCluster, make_topics: MakeTopics) -> Topics:
    return await make_topics(kafka)


@pytest.fixture
async def make_publisher(kafka: KafkaCluster, topics: Topics) -> AsyncIterator[MakePublisher]:
    publishers: list[TransactionalPublisher] = []

    def make(topic: str | None = None, bootstrap: str | None = None) -> TransactionalPublisher:
        base = Settings()
        settings = replace(
            base,
            kafka=replace(base.kafka, bootstrap_servers=bootstrap or kafka.bootstrap),
            delivery=replace(base.delivery, transaction_timeout_seconds=3.0),
        )
        publishers.append(TransactionalPublisher(settings, topics.group, Partition(topic or topics.raw, 0)))
        return publishers[-1]

    yield make
    for publisher in publishers:
        await publisher.close()


def record(topic: str, value: bytes = b"v") -> OutgoingRecord:
    return OutgoingRecord(topic, b"k", value, (("h", b"1"), ("n", None)))


async def test_records_and_offset_are_published_together(
    kafka: KafkaCluster, topics: Topics, make_publisher: MakePublisher
) -> None:
    """Keys, values and headers as they are, null header values too."""
    publisher = make_publisher()
    await publisher.fence()
    await publisher.publish([record(topics.enriched), record(topics.events)], 7)
    [published] = await read_all(kafka.bootstrap, topics.enriched)
    assert (published.key, published.value, list(published.headers)) == (b"k", b"v", [("h", b"1"), ("n", None)])
    assert await committed(kafka.bootstrap, topics.group, topics.raw) == {0: 7}


async def test_the_previous_owner_is_fenced_and_its_transaction_leaves_no_trace(
    kafka: KafkaCluster, topics: Topics, make_publisher: MakePublisher
) -> None:
    """Whoever takes the partition last is its only owner; a fenced one can take it back."""
    zombie, owner = make_publisher(), make_publisher()
    await zombie.fence()
    await owner.fence()
    with pytest.raises(Fenced):
        await zombie.publish([record(topics.enriched, b"zombie")], 9)
    await owner.publish([record(topics.enriched, b"owner")], 1)
    assert [r.value for r in await read_all(kafka.bootstrap, topics.enriched)] == [b"owner"]
    assert await committed(kafka.bootstrap, topics.group, topics.raw) == {0: 1}
    await zombie.fence()
    await zombie.publish([record(topics.enriched, b"again")], 2)


async def test_a_record_the_broker_refuses_stops_the_whole_transaction(
    kafka: KafkaCluster, make_topics: MakeTopics, make_publisher: MakePublisher, topics: Topics
) -> None:
    """aiokafka would commit the others and the offset."""
    narrow = await make_topics(kafka, config={"max.message.bytes": "2000"})
    publisher = make_publisher()
    await publisher.fence()
    large = record(narrow.enriched, os.urandom(10_000))  # nothing that compression could help
    with pytest.raises(RecordRefusedByBroker):
        await publisher.publish([record(topics.enriched), large], 5)
    await publisher.fence()  # ends what was open
    assert await read_all(kafka.bootstrap, topics.enriched) == []
    assert await committed(kafka.bootstrap, topics.group, topics.raw) == {0: None}


async def test_records_that_are_too_large_are_told_from_those_of_their_batch(
    kafka: KafkaCluster, make_topics: MakeTopics, make_publisher: MakePublisher
) -> None:
    """A broker refuses batches, whose other records it would take."""
    narrow = await make_topics(kafka, config={"max.message.bytes": "20000"})
    publisher = make_publisher()
    sizes = [5_000, 5_000, 30_000, 5_000, 5_000]
    records = [record(narrow.enriched, os.urandom(size)) for size in sizes]
    refused: list[tuple[int, ...]] = []
    for offset in range(5):
        await publisher.fence()
        try:
            await publisher.publish(records, offset)
            break
        except RecordRefusedByBroker as error:
            assert narrow.enriched in str(error)
            refused.append(error.positions)
            records = [one for position, one in enumerate(records) if position not in error.positions]
    assert sorted(position for positions in refused for position in positions) == [2]
    published = await read_all(kafka.bootstrap, narrow.enriched)
    assert [len(one.value) for one in published] == [5_000] * 4


async def test_a_refusal_is_noticed_before_all_the_rest_is_sent(
    kafka: KafkaCluster, make_topics: MakeTopics, make_publisher: MakePublisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In small batches, one after the other, the rest could take longer than a transaction may."""
    narrow = await make_topics(kafka, config={"max.message.bytes": "20000"})
    publisher = make_publisher()
    records = [record(narrow.enriched, os.urandom(size)) for size in [30_000, *[5_000] * 300]]
    sent: list[OutgoingRecord] = []

    async def counting(producer: AIOKafkaProducer, one: OutgoingRecord) -> asyncio.Future[Any]:
        sent.append(one)
        return await _send(producer, one)

    monkeypatch.setattr("service.publish.transaction._send", counting)
    await publisher.fence()
    with pytest.raises(RecordRefusedByBroker):
        await publisher.publish(records, 1)
    assert len(sent) < len(records) / 2


async def test_an_offset_of_a_topic_that_does_not_exist_fails_within_the_timeout(
    topics: Topics, make_publisher: MakePublisher
) -> None:
    """aiokafka would try for ever, and its stop() would wait as long."""
    publisher = make_publisher("no.such.topic")
    await publisher.fence()
    async with asyncio.timeout(20):
        with pytest.raises(BrokerUnavailable):
            await publisher.publish([record(topics.enriched)], 1)
        await publisher.close()


async def test_a_topic_that_does_not_exist_is_named(topics: Topics, make_publisher: MakePublisher) -> None:
    """All aiokafka says is that time is over."""
    publisher = make_publisher()
    await publisher.fence()
    with pytest.raises(BrokerUnavailable, match=r"does not know no\.such\.topic$"):
        await publisher.publish([record(topics.enriched), record("no.such.topic")], 1)


async def test_a_broker_that_is_frozen_cannot_hold_a_publisher(
    own_kafka: KafkaCluster, make_topics: MakeTopics, make_publisher: MakePublisher
) -> None:
    """Publishing, closing and fencing all end within their times."""
    topics = await make_topics(own_kafka)
    publisher = make_publisher(topics.raw, own_kafka.bootstrap)
    await publisher.fence()
    own_kafka.pause(0)
    async with asyncio.timeout(40):
        with pytest.raises(BrokerUnavailable):
            await publisher.publish([record(topics.enriched)], 1)
        with pytest.raises(BrokerUnavailable):
            await publisher.fence()
    own_kafka.resume(0)
    async with asyncio.timeout(40):
        await publisher.fence()
    own_kafka.pause(0)
    with pytest.raises(BrokerUnavailable):
        await publisher.publish([record(topics.enriched)], 1)
    async with asyncio.timeout(2.0):
        await publisher.close(1.0)
    own_kafka.resume(0)
    async with asyncio.timeout(40):
        await publisher.fence()
    await publisher.publish([record(topics.enriched)], 1)


async def test_nothing_is_published_before_the_partition_is_fenced(
    topics: Topics, make_publisher: MakePublisher
) -> None:
    """A publisher that was not opened refuses."""
    with pytest.raises(BrokerUnavailable):
        await make_publisher().publish([record(topics.enriched)], 1)
