"""The transactional producer of one input partition: one run of articles, one transaction.

Its transactional id is ``group.topic.partition``, so whoever owns the partition fences whoever
owned it before. aiokafka cannot fence by group generation (its TxnOffsetCommit is version 0),
which is why a producer per process would not be exactly-once across a rebalance.
"""

import asyncio
import logging
import time
from collections.abc import Sequence
from typing import Any

from aiokafka import AIOKafkaProducer, TopicPartition
from aiokafka.errors import MessageSizeTooLargeError, ProducerFenced, RecordListTooLargeError

from service.config import Settings
from service.errors import BrokerUnavailable, Fenced, RecordRefusedByBroker, named
from service.messages import RECORD_OVERHEAD, OutgoingRecord, Partition
from service.refusals import BROKER_FAILURES, refused_setting
from service.security import client_arguments

logger = logging.getLogger(__name__)

LINGER_MS = 5  # a run's sends arrive within a tick or two: enough to fill batches
BATCH_BYTES = 256 * 1024  # aiokafka's 16 KiB would cut a run of articles into many requests
SMALLER_BATCH = 4  # by how much a batch that was refused is too large, as a guess: a few refusals find what is taken
NO_BROKER_PAUSE_SECONDS = 0.2  # before a cluster that tells of no broker is asked again
CLOSE_SECONDS = 10.0  # for a producer to end, where nobody says otherwise
STOP_SHARE = 0.5  # of the time to close: stop() waits for broker answers; past this it is ended without them
CANCEL_SECONDS = 1.0  # what a cancelled task of a producer gets to unwind


class TransactionalPublisher:
    """Publishes runs of one input partition exactly once.

    Args:
        settings: all settings.
        group: whose offsets are committed; stem of the transactional id.
        partition: the input partition; the rest of that id.
    """

    def __init__(self, settings: Settings, group: str, partition: Partition) -> None:
        self._settings = settings
        self._partition = TopicPartition(partition.topic, partition.partition)
        self._group = group
        self._timeout = settings.delivery.transaction_timeout_seconds
        # Smaller for good once a topic refuses one: its limit stays, and the next one would be refused, too.
        self._batch_bytes = min(BATCH_BYTES, settings.delivery.max_request_bytes)
        self._producer: AIOKafkaProducer | None = None

    @property
    def transactional_id(self) -> str:
        """The id that fences: the same for every process that may own the partition."""
        return f"{self._group}.{self._partition.topic}.{self._partition.partition}"

    async def fence(self) -> None:
        """Fence every earlier producer of this partition and end its open transaction.

        When it returns, offsets of a transaction committed earlier can be read.

        Raises:
            BrokerUnavailable: the broker did not answer in time.
            SettingsError: it refuses a setting.
        """
        await self.close()
        producer = self._new_producer()
        self._producer = producer
        try:
            # A predecessor's transaction may have to time out first, hence twice its time.
            async with asyncio.timeout(self._timeout * 2):
                await _start(producer)
        except BROKER_FAILURES as error:
            await self.close()
            if (refused := refused_setting(error, self._settings)) is not None:
                raise refused from error
            raise BrokerUnavailable(f"fencing {self.transactional_id}: {named(error)}") from error

    async def publish(self, records: Sequence[OutgoingRecord], offset: int) -> None:
        """Publish ``records`` and commit ``offset`` of the input partition, both or neither.

        After any error the producer is dead: call ``fence`` before the next ``publish``, which
        also ends the transaction that failed.

        Raises:
            Fenced: another process has taken the partition, or the broker timed the transaction out.
            RecordRefusedByBroker: the broker takes no messages of this size, or no batch.
            BrokerUnavailable: the broker failed or did not answer in time.
        """
        producer = self._producer
        if producer is None:
            raise BrokerUnavailable(f"{self.transactional_id} is not open")
        try:
            async with asyncio.timeout(self._timeout):
                await producer.begin_transaction()
                await self._send_all(producer, records)
                await producer.send_offsets_to_transaction({self._partition: offset}, self._group)
                await producer.commit_transaction()
        except ProducerFenced as error:
            raise Fenced(f"{self.transactional_id} was fenced") from error
        except BROKER_FAILURES as error:
            why = _unknown_topics(producer, records) or named(error)
            raise BrokerUnavailable(f"transaction of {self.transactional_id}: {why}") from error

    async def close(self, budget_seconds: float = CLOSE_SECONDS) -> None:
        """End the producer within the budget, whether the broker answers or not."""
        producer, self._producer = self._producer, None
        if producer is not None:
            await _end(producer, budget_seconds)

    async def _send_all(self, producer: AIOKafkaProducer, records: Sequence[OutgoingRecord]) -> None:
        deliveries: list[asyncio.Future[Any]] = []
        failed = asyncio.Event()
        for record in records:
            delivery = await _send(producer, record)
            delivery.add_done_callback(lambda done: failed.set() if _has_failed(done) else None)
            deliveries.append(delivery)
            if failed.is_set():
                break  # the rest would be in vain, and take long where batches are small: one at a time is under way
        # aiokafka commits a transaction although a record in it failed, unless each delivery is awaited.
        results = await asyncio.gather(*deliveries, return_exceptions=True)
        if refused := [position for position, result in enumerate(results) if isinstance(result, TOO_LARGE)]:
            raise self._refusal(records, refused)
        for result in results:
            if isinstance(result, BaseException):
                raise result

    def _refusal(self, records: Sequence[OutgoingRecord], refused: Sequence[int]) -> RecordRefusedByBroker:
        """What to do about records that were refused for their size: it is that of their batches which counts.

        A record that is larger than a batch may be, or the only one that is refused, was alone in its batch.
        """
        topics = ", ".join(sorted({records[position].topic for position in refused}))
        said = f"transaction of {self.transactional_id}: {topics}"
        alone = [p for p in refused if len(refused) == 1 or records[p].size - RECORD_OVERHEAD > self._batch_bytes]
        if alone:
            largest = max(records[position].size for position in alone)
            return RecordRefusedByBroker(f"{said} takes no message of {largest} bytes (max.message.bytes)", alone)
        self._batch_bytes //= SMALLER_BATCH
        return RecordRefusedByBroker(f"{said} takes no batch as large; now of {self._batch_bytes} bytes at most")

    def _new_producer(self) -> AIOKafkaProducer:
        delivery = self._settings.delivery
        arguments = client_arguments(self._settings.kafka)
        arguments["request_timeout_ms"] = int(1000 * min(self._settings.kafka.request_timeout_seconds, self._timeout))
        return AIOKafkaProducer(
            **arguments,
            transactional_id=self.transactional_id,
            transaction_timeout_ms=int(1000 * self._timeout),
            compression_type=None if delivery.compression == "none" else delivery.compression,
            linger_ms=LINGER_MS,
            max_batch_size=self._batch_bytes,
            max_request_size=delivery.max_request_bytes,
        )


TOO_LARGE = (MessageSizeTooLargeError, RecordListTooLargeError)


async def _send(producer: AIOKafkaProducer, record: OutgoingRecord) -> asyncio.Future[Any]:
    """The delivery of a record, failed already where the client finds it too large."""
    delivery: asyncio.Future[Any]
    try:
        delivery = await producer.send(record.topic, value=record.value, key=record.key, headers=list(record.headers))
    except MessageSizeTooLargeError as error:
        delivery = asyncio.get_running_loop().create_future()
        delivery.set_exception(error)
    return delivery


def _has_failed(delivery: asyncio.Future[Any]) -> bool:
    return not delivery.cancelled() and delivery.exception() is not None


def _unknown_topics(producer: AIOKafkaProducer, records: Sequence[OutgoingRecord]) -> str:
    """Topics of the records that the cluster does not tell of: aiokafka asks for them until time is over."""
    known = producer.client.cluster.partitions_for_topic
    unknown = sorted({record.topic for record in records if not known(record.topic)})
    return f"the broker does not know {', '.join(unknown)}" if unknown else ""


async def _start(producer: AIOKafkaProducer) -> None:
    """Start a producer, once the cluster tells of a broker.

    A lone broker that starts, or wakes after it was held, answers for a while that there is none;
    aiokafka takes such an answer for a mistake of its caller (``client.coordinator_lookup`` asserts).
    """
    while True:
        try:
            await producer.start()
        except AssertionError:
            if producer.client.get_random_node() is not None:
                raise
        else:
            return
        while producer.client.get_random_node() is None:
            logger.debug("the cluster tells of no broker yet")
            await asyncio.sleep(NO_BROKER_PAUSE_SECONDS)
            await producer.client.force_metadata_update()


async def _end(producer: AIOKafkaProducer, budget_seconds: float) -> None:
    """Stop a producer; one that cannot stop by itself is taken apart.

    ``stop()`` delivers what is pending and waits for answers; in a broken transaction or with a
    silent broker it would wait for ever, and leave its sender task behind.
    """
    deadline = time.monotonic() + budget_seconds
    stopping = asyncio.ensure_future(producer.stop())
    done, _ = await asyncio.wait({stopping}, timeout=budget_seconds * STOP_SHARE)
    if done:
        if error := stopping.exception():
            logger.debug("a producer's stop failed: %s", named(error))
        return
    sender: asyncio.Task[Any] | None = producer._sender.sender_task
    stopping.cancel()
    # It waits until what was written is sent, which a silent broker does not take.
    disconnecting = asyncio.ensure_future(producer.client.close())
    await asyncio.wait({disconnecting}, timeout=_some_of(deadline))
    for _ in range(3):  # each cancellation ends one level: the stop, the sender, its last request
        if sender is None or sender.done():
            break
        sender.cancel()
        await asyncio.wait({sender}, timeout=_some_of(deadline))
    for task in (disconnecting, stopping):
        task.cancel()
    await asyncio.wait({disconnecting, stopping}, timeout=_some_of(deadline))


def _some_of(deadline: float) -> float:
    """What one of a few waits before the deadline may take, in seconds."""
    return min(CANCEL_SECONDS, max(0.0, deadline - time.monotonic()) / 2)
