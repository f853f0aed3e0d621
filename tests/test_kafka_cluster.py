"""What the tests may rely on of their Kafka, and the traps of aiokafka on a real broker."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRecord, TopicPartition
from aiokafka.errors import KafkaError, MessageSizeTooLargeError, ProducerFenced

from tests.conftest import MakeTopics
from tests.kafka.cluster import KafkaCluster
from tests.kafka.records import committed, end_offsets, produce, produce_in_transaction, read_all


@asynccontextmanager
async def transactional(cluster: KafkaCluster, name: str) -> AsyncIterator[AIOKafkaProducer]:
    producer = AIOKafkaProducer(bootstrap_servers=cluster.bootstrap, transactional_id=name)
    await producer.start()
    try:
        yield producer
    finally:
        await producer.stop()


def values(records: list[ConsumerRecord]) -> list[bytes]:
    return [record.value for record in records]


async def test_offsets_committed_in_a_transaction_are_seen_with_its_records(
    kafka: KafkaCluster, make_topics: MakeTopics
) -> None:
    """Both or neither: this is what a run of articles is published by."""
    topics = await make_topics(kafka)
    await produce(kafka.bootstrap, topics.raw, [{"value": b"in"}] * 3)
    async with transactional(kafka, topics.group) as producer:
        await producer.begin_transaction()
        await producer.send_and_wait(topics.enriched, b"out")
        await producer.send_offsets_to_transaction({TopicPartition(topics.raw, 0): 3}, topics.group)
        assert await end_offsets(kafka.bootstrap, topics.enriched) == {0: 0}
        await producer.commit_transaction()
    assert values(await read_all(kafka.bootstrap, topics.enriched)) == [b"out"]
    assert await committed(kafka.bootstrap, topics.group, topics.raw) == {0: 3}


async def test_an_aborted_transaction_leaves_neither_records_nor_offsets(
    kafka: KafkaCluster, make_topics: MakeTopics
) -> None:
    """Only who reads uncommitted records sees that something was there."""
    topics = await make_topics(kafka)
    await produce(kafka.bootstrap, topics.raw, [{"value": b"in"}])
    async with transactional(kafka, topics.group) as producer:
        await producer.begin_transaction()
        await producer.send_and_wait(topics.enriched, b"out")
        await producer.send_offsets_to_transaction({TopicPartition(topics.raw, 0): 1}, topics.group)
        await producer.abort_transaction()
    assert await read_all(kafka.bootstrap, topics.enriched) == []
    assert values(await read_all(kafka.bootstrap, topics.enriched, isolation="read_uncommitted")) == [b"out"]
    assert await committed(kafka.bootstrap, topics.group, topics.raw) == {0: None}


async def test_a_second_producer_of_the_same_id_fences_the_first(kafka: KafkaCluster, make_topics: MakeTopics) -> None:
    """And ends its open transaction: a zombie cannot publish what its heir publishes."""
    topics = await make_topics(kafka)
    async with transactional(kafka, topics.group) as zombie:
        await zombie.begin_transaction()
        await zombie.send_and_wait(topics.enriched, b"zombie")
        async with transactional(kafka, topics.group) as heir, heir.transaction():
            await heir.send_and_wait(topics.enriched, b"heir")
        with pytest.raises(ProducerFenced):
            await zombie.commit_transaction()
    assert values(await read_all(kafka.bootstrap, topics.enriched)) == [b"heir"]


async def test_aiokafka_commits_a_transaction_although_the_broker_refused_a_record(
    kafka: KafkaCluster, make_topics: MakeTopics
) -> None:
    """Where nobody awaited its delivery; why the service awaits each before it commits."""
    topics = await make_topics(kafka)
    narrow = f"{topics.enriched}.narrow"
    await kafka.create_topics({narrow: 1}, config={"max.message.bytes": "1000"})
    async with transactional(kafka, topics.group) as producer:
        await producer.begin_transaction()
        refused = await producer.send(narrow, bytes(5000))
        await producer.send_offsets_to_transaction({TopicPartition(topics.raw, 0): 1}, topics.group)
        await producer.commit_transaction()
        with pytest.raises(MessageSizeTooLargeError):
            await refused
    assert await read_all(kafka.bootstrap, narrow) == []
    assert await committed(kafka.bootstrap, topics.group, topics.raw) == {0: 1}


async def test_the_position_passes_a_trailing_marker_and_the_last_record_does_not(
    kafka: KafkaCluster, make_topics: MakeTopics
) -> None:
    """So whoever drains to the end compares positions with it, not offsets of records."""
    topics = await make_topics(kafka)
    await produce_in_transaction(kafka.bootstrap, topics.raw, [{"value": b"1"}, {"value": b"2"}])
    partition = TopicPartition(topics.raw, 0)
    consumer = AIOKafkaConsumer(
        bootstrap_servers=kafka.bootstrap, isolation_level="read_committed", auto_offset_reset="earliest"
    )
    await consumer.start()
    try:
        consumer.assign([partition])
        records: list[ConsumerRecord] = []
        async with asyncio.timeout(30):
            while len(records) < 2 or await consumer.position(partition) < 3:
                records += (await consumer.getmany(timeout_ms=200)).get(partition, [])
    finally:
        await consumer.stop()
    assert [record.offset for record in records] == [0, 1]
    assert await end_offsets(kafka.bootstrap, topics.raw) == {0: 3}


async def test_creating_a_topic_that_the_broker_refuses_says_why(kafka: KafkaCluster) -> None:
    """Rather than waiting for leaders of a topic that never comes."""
    with pytest.raises(KafkaError, match="no number"):
        await kafka.create_topics({"refused": 1}, config={"max.message.bytes": "no number"})


@pytest.mark.parametrize("end", ["kill", "terminate"])
async def test_a_broker_started_again_has_its_records_and_offsets(
    own_kafka: KafkaCluster, make_topics: MakeTopics, end: str
) -> None:
    """Whether it was killed or ended in order."""
    topics = await make_topics(own_kafka)
    async with transactional(own_kafka, topics.group) as producer, producer.transaction():
        await producer.send_and_wait(topics.raw, b"kept")
        await producer.send_offsets_to_transaction({TopicPartition(topics.raw, 0): 1}, topics.group)

    async def kept() -> bool:
        records = await read_all(own_kafka.bootstrap, topics.raw)
        offsets = await committed(own_kafka.bootstrap, topics.group, topics.raw)
        return values(records) == [b"kept"] and offsets == {0: 1}

    assert await kept()  # and with that its markers are written, see KafkaCluster.kill
    getattr(own_kafka, end)(0)
    own_kafka.start_broker(0)
    await own_kafka.ready()
    assert await kept()


async def test_a_frozen_broker_takes_connections_and_answers_once_it_goes_on(
    own_kafka: KafkaCluster, make_topics: MakeTopics
) -> None:
    """Unlike a dead one, it is not refused at once."""
    topics = await make_topics(own_kafka)
    producer = AIOKafkaProducer(bootstrap_servers=own_kafka.bootstrap)
    await producer.start()
    try:
        await producer.send_and_wait(topics.raw, b"early")
        own_kafka.pause(0)
        _, writer = await asyncio.open_connection(*own_kafka.bootstrap.split(":"))
        writer.close()
        delivery = await producer.send(topics.raw, b"late")
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(asyncio.shield(delivery), 1)
        own_kafka.resume(0)
        await delivery
    finally:
        await producer.stop()
    assert values(await read_all(own_kafka.bootstrap, topics.raw)) == [b"early", b"late"]


async def test_of_three_brokers_one_may_die(kafka3: KafkaCluster, make_topics: MakeTopics) -> None:
    """Records that all replicas must take are still taken, and none is lost; nor when it comes back."""
    topics = await make_topics(kafka3, partitions=3)
    sent = [b"%02d" % number for number in range(60)]

    async def send(part: list[bytes]) -> None:
        records = [{"value": value, "partition": number % 3} for number, value in enumerate(part)]
        await produce(kafka3.bootstrap, topics.raw, records, acks="all")

    await send(sent[:30])
    kafka3.kill(0)
    await send(sent[30:])
    assert sorted(values(await read_all(kafka3.bootstrap, topics.raw))) == sent
    kafka3.start_broker(0)
    await kafka3.ready()
    assert sorted(values(await read_all(kafka3.bootstrap, topics.raw))) == sent
