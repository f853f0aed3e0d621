"""Writing and reading topics as an outsider would: plain producers, consumers that read committed records."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import confluent_kafka
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRecord, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, RecordsToDelete
from aiokafka.client import AIOKafkaClient
from aiokafka.errors import NodeNotReadyError, NotLeaderForPartitionError, for_code
from aiokafka.protocol.produce import ProduceRequest
from aiokafka.record.default_records import _DefaultRecordBatchBuilderPy

# What only its leader has is lost with the leader; what is sent again to a slow broker would be there twice.
SAFELY: dict[str, Any] = {"acks": "all", "enable_idempotence": True}
COMMITTED_SECONDS = 30.0
COORDINATOR_MOVES = (
    confluent_kafka.KafkaError.COORDINATOR_LOAD_IN_PROGRESS,
    confluent_kafka.KafkaError.COORDINATOR_NOT_AVAILABLE,
    confluent_kafka.KafkaError.NOT_COORDINATOR,
)


@dataclass(frozen=True)
class Topics:
    """The topics and the group of one test."""

    raw: str
    enriched: str
    events: str
    dead_letters: str
    group: str

    def environment(self) -> dict[str, str]:
        """As settings of the service."""
        return {
            "NEWSWIRE_TOPIC_RAW": self.raw,
            "NEWSWIRE_TOPIC_ENRICHED": self.enriched,
            "NEWSWIRE_TOPIC_EVENTS": self.events,
            "NEWSWIRE_TOPIC_DEAD_LETTERS": self.dead_letters,
            "NEWSWIRE_GROUP": self.group,
        }


async def produce(bootstrap: str, topic: str, records: Iterable[dict[str, Any]], **options: Any) -> None:
    """Send records (arguments of aiokafka's ``send``) and wait until all are there."""
    producer = AIOKafkaProducer(bootstrap_servers=bootstrap, linger_ms=5, **{**SAFELY, **options})
    await producer.start()
    try:
        pending = [await producer.send(topic, **record) for record in records]
        await asyncio.gather(*pending)
    finally:
        await producer.stop()


async def produce_in_transaction(bootstrap: str, topic: str, records: Iterable[dict[str, Any]]) -> None:
    """Send records in one transaction, so that the topic ends in a marker."""
    producer = AIOKafkaProducer(bootstrap_servers=bootstrap, transactional_id=f"test-{topic}")
    await producer.start()
    try:
        async with producer.transaction():
            await asyncio.gather(*[await producer.send(topic, **record) for record in records])
    finally:
        await producer.stop()


@asynccontextmanager
async def open_transaction(bootstrap: str, topic: str, record: dict[str, Any]) -> AsyncIterator[None]:
    """A record in a transaction that is open during the block, and aborted after it."""
    producer = AIOKafkaProducer(bootstrap_servers=bootstrap, transactional_id=f"test-{topic}")
    await producer.start()
    try:
        await producer.begin_transaction()
        await producer.send_and_wait(topic, **record)
        yield
        await producer.abort_transaction()
    finally:
        await producer.stop()


async def produce_batch(
    bootstrap: str, topic: str, records: Sequence[tuple[bytes, list[tuple[str, bytes]]]], codec: int
) -> None:
    """Send values with headers to partition 0 as one batch, made by hand: what no client in Python would send."""
    batch = _DefaultRecordBatchBuilderPy(2, codec, 0, -1, -1, -1, 1 << 20)
    for place, (value, headers) in enumerate(records):
        batch.append(place, int(time.time() * 1000), None, value, headers)  # an old one would be deleted soon
    request = ProduceRequest(None, -1, 10_000, [(topic, [(0, bytes(batch.build()))])])
    client = AIOKafkaClient(bootstrap_servers=bootstrap)
    await client.bootstrap()
    try:
        await client.set_topics([topic])
        code = NotLeaderForPartitionError.errno
        while code == NotLeaderForPartitionError.errno:  # a topic's brokers learn of it one after the other
            while (leader := client.cluster.leader_for_partition(TopicPartition(topic, 0))) in (None, -1):
                await client.force_metadata_update()
            [(_, [(_, code, *_)])] = (await client.send(leader, request)).topics
    finally:
        await client.close()
    assert code == 0, for_code(code)


async def read_all(
    bootstrap: str, topic: str, partition: int | None = None, isolation: str = "read_committed"
) -> list[ConsumerRecord]:
    """Every record up to the present end, by partition and offset.

    A broker answers a commit before the transaction's markers are written, and until then shows its
    records to no reader of committed ones. So the end is that of all records, and transactions open
    now are waited for; it is compared with the position, since markers take offsets but are no records.

    Args:
        bootstrap: addresses of the brokers.
        topic: the topic.
        partition: only this one; all by default.
        isolation: ``read_uncommitted`` also gives what was aborted.

    Raises:
        TimeoutError: a transaction was open for a minute.
    """
    ends = await end_offsets(bootstrap, topic, isolation="read_uncommitted")
    wanted = [TopicPartition(topic, n) for n in ends if partition in (None, n)]
    consumer = AIOKafkaConsumer(bootstrap_servers=bootstrap, isolation_level=isolation, auto_offset_reset="earliest")
    await consumer.start()
    try:
        consumer.assign(wanted)
        await consumer.seek_to_beginning(*wanted)
        found: list[ConsumerRecord] = []
        async with asyncio.timeout(60):
            while any([await consumer.position(tp) < ends[tp.partition] for tp in wanted]):
                for records in (await consumer.getmany(timeout_ms=200)).values():
                    found += records
        return sorted(found, key=lambda record: (record.partition, record.offset))
    finally:
        await consumer.stop()


async def partitions_of(bootstrap: str, topic: str) -> list[int]:
    """The numbers of a topic's partitions, in order.

    A broker that was frozen tells of no broker, not even of itself, until the controller has heard of it again.
    """
    async with asyncio.timeout(COMMITTED_SECONDS):
        while True:
            admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
            await admin.start()
            try:
                [described] = await admin.describe_topics([topic])
            except NodeNotReadyError:
                await asyncio.sleep(0.1)
            else:
                return sorted(found["partition"] for found in described["partitions"])
            finally:
                await admin.close()


async def committed(bootstrap: str, group: str, topic: str) -> dict[int, int | None]:
    """The group's offset of each partition, None where it has none.

    Offsets of a transaction whose commit was answered are waited for. librdkafka is asked, since
    aiokafka cannot (it reads offsets by a version of the request that has no ``require_stable``).
    """
    numbers = await partitions_of(bootstrap, topic)
    wanted = [confluent_kafka.TopicPartition(topic, n) for n in numbers]
    found = await asyncio.to_thread(_committed, bootstrap, group, wanted)
    return {one.partition: one.offset if one.offset >= 0 else None for one in found}


def _committed(
    bootstrap: str, group: str, wanted: list[confluent_kafka.TopicPartition]
) -> list[confluent_kafka.TopicPartition]:
    """The same, blocking; asks again while a coordinator is being found or started."""
    settings = {"bootstrap.servers": bootstrap, "group.id": group, "isolation.level": "read_committed"}
    deadline = time.monotonic() + COMMITTED_SECONDS
    consumer = confluent_kafka.Consumer(settings)
    try:
        while True:
            try:
                found: list[confluent_kafka.TopicPartition] = consumer.committed(wanted, timeout=COMMITTED_SECONDS)
            except confluent_kafka.KafkaException as error:
                if error.args[0].code() not in COORDINATOR_MOVES or time.monotonic() > deadline:
                    raise
            else:
                return found
            time.sleep(0.1)
    finally:
        consumer.close()


async def end_offsets(bootstrap: str, topic: str, isolation: str = "read_committed") -> dict[int, int]:
    """The end of what a reader may read of each partition: at most the first open transaction."""
    consumer = AIOKafkaConsumer(bootstrap_servers=bootstrap, isolation_level=isolation)
    await consumer.start()
    try:
        wanted = [TopicPartition(topic, n) for n in await partitions_of(bootstrap, topic)]
        return {tp.partition: end for tp, end in (await consumer.end_offsets(wanted)).items()}
    finally:
        await consumer.stop()


async def delete_records(bootstrap: str, topic: str, before: int) -> None:
    """Delete the records of partition 0 below an offset, as retention does."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    try:
        await admin.delete_records({TopicPartition(topic, 0): RecordsToDelete(before)})
    finally:
        await admin.close()


def headers_of(record: ConsumerRecord) -> dict[str, str]:
    """A record's headers as text, the last of each name."""
    return {name: value.decode(errors="replace") for name, value in record.headers if value is not None}
