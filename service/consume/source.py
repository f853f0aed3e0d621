"""The source: the only place that reads records from Kafka.

Three habits of aiokafka shape it. ``pause()`` throws prefetched records away, so backpressure is to
leave a partition out of ``getmany``. ``getmany()`` without partitions means all of them, so it is
never called so. Without a ``getmany`` for ``max_poll_interval_ms`` it leaves the group, so it is called
also when no partition has room, or none is ours.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener, TopicPartition
from aiokafka.errors import NoOffsetForPartitionError, OffsetOutOfRangeError

from service.config import Settings
from service.consume.consumer import end_consumer, new_consumer
from service.consume.conversion import at_hand, from_kafka, raw_record, to_kafka
from service.consume.expired import Expired
from service.consume.namesake import NamesakeCheck
from service.consume.topics import partitions_of, require_topics
from service.errors import BrokerUnavailable, named
from service.messages import Partition, RawRecord
from service.refusals import BROKER_FAILURES, refused_setting

Answer = TypeVar("Answer")

POLL_SECONDS = 0.2  # an idle read; also how soon a request to stop is seen
FULL_LANES_POLL_SECONDS = 0.02  # while a full lane is left out: it may have room again by then
MAX_RECORDS = 500  # of one read, so that taking them in does not hold the loop up
NOWHERE = -1  # no partition's number: asked for alone, it keeps us in the group and reads nothing
STOP_SECONDS = 10.0  # where nobody says otherwise


@dataclass(frozen=True, slots=True)
class Read:
    """What one read gave.

    Attributes:
        records: in offset order.
        restarted: partitions that do not have the record that was to be read next, and the offset of the earliest one
            that they have, from which they are read now.
    """

    records: Mapping[Partition, Sequence[RawRecord]] = field(default_factory=dict)
    restarted: Mapping[Partition, int] = field(default_factory=dict)


class Source:
    """A consumer of the input topic, by group membership or by assignment.

    Args:
        settings: all settings.
        topic: what is read.
        group: whose committed offsets.
    """

    def __init__(self, settings: Settings, topic: str, group: str) -> None:
        self._settings = settings
        self._topic = topic
        self._group = group
        self._consumer: AIOKafkaConsumer | None = None
        self._expired = Expired()
        self._asking: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Connect.

        Raises:
            BrokerUnavailable: no broker answered.
        """
        consumer = new_consumer(self._settings, self._group)
        self._consumer = consumer  # before it is started: who gives the start up can stop it
        try:
            await consumer.start()
        except BROKER_FAILURES as error:
            await self.stop()
            raise BrokerUnavailable(f"connecting to Kafka: {named(error)}") from error

    async def stop(self, budget_seconds: float = STOP_SECONDS) -> None:
        """Leave the group and disconnect within the budget; the listener is not called."""
        consumer, self._consumer = self._consumer, None
        if self._asking is not None:
            self._asking.cancel()
        if consumer is not None:
            await end_consumer(consumer, budget_seconds)

    async def require(self, topics: Sequence[str]) -> None:
        """Make sure that the topics are there: a consumer of one that is not reads nothing, without a word.

        Raises:
            TopicsMissing: some are not, and did not come within seconds.
            BrokerUnavailable: the broker did not answer.
        """
        # The consumer has no question for this; its client's is also the one that creates topics where
        # brokers are set to do so.
        await require_topics(self._running._client, topics, self._ask)

    def subscribe(self, listener: ConsumerRebalanceListener, on_failure: Callable[[Exception], None]) -> None:
        """Join the group; ``listener`` learns which partitions come and go, ``on_failure`` of a namesake."""
        check = NamesakeCheck(listener, self._running, self._settings.consumer, on_failure)
        self._running.subscribe((self._topic,), listener=check)

    def assign(self, partitions: Iterable[Partition]) -> None:
        """Take partitions without the group protocol."""
        self._running.assign([to_kafka(partition) for partition in partitions])

    async def partitions(self) -> list[Partition]:
        """Every partition of the topic.

        Raises:
            BrokerUnavailable: the broker does not know the topic, or did not answer.
        """
        return await partitions_of(self._topic, self._settings.kafka, self._ask)

    async def poll(self, partitions: Sequence[Partition], *, some_left_out: bool) -> Read:
        """Read what there is, waiting a moment if there is nothing.

        ``getmany`` is awaited directly: it hands records over in the tick in which it moves the
        position, so that a gate that is open on return was open when they were taken.

        Args:
            partitions: those with room; the others' records stay where they are.
            some_left_out: whether a partition is left out, which may have room again soon.

        Raises:
            TopicsMissing: the topic was deleted.
            BrokerUnavailable: the consumer failed.
            SettingsError: the brokers refuse a setting.
        """
        if not self._running._client.cluster.partitions_for_topic(self._topic):
            await self.require([self._topic])  # else nothing is assigned, for minutes after it is back, without a word
        self._look_for_expired()
        wait = FULL_LANES_POLL_SECONDS if some_left_out else POLL_SECONDS
        asked = [to_kafka(partition) for partition in partitions] or [TopicPartition(self._topic, NOWHERE)]
        try:
            fetched = await self._running.getmany(*asked, timeout_ms=int(1000 * wait), max_records=MAX_RECORDS)
        except OffsetOutOfRangeError as error:
            return Read(restarted=await self._restart(error.args[0]))
        except NoOffsetForPartitionError:
            return Read()  # of a partition that came this moment: its lane will tell where it starts
        except BROKER_FAILURES as error:
            if (refused := refused_setting(error, self._settings)) is not None:
                raise refused from error
            raise BrokerUnavailable(f"reading {self._topic}: {named(error)}") from error
        return Read({from_kafka(found): [raw_record(one) for one in records] for found, records in fetched.items()})

    async def _restart(self, lost: Mapping[TopicPartition, int]) -> dict[Partition, int]:
        """Read partitions from their earliest record on, unless they are read from another offset than the lost one."""
        earliest = await self._earliest([from_kafka(partition) for partition in lost])
        found = {p: first for p, first in earliest.items() if self.position(p) == lost[to_kafka(p)]}
        for partition, first in found.items():
            self.seek(partition, first)
        return found

    def position(self, partition: Partition) -> int | None:
        """The next offset the consumer will read, past transaction markers; None while it is not known."""
        consumer = self._holding(partition)
        return at_hand(consumer.position(to_kafka(partition))) if consumer is not None else None

    def end(self, partition: Partition) -> int | None:
        """The end of what may be read, as of the last fetch; None before the first."""
        if (consumer := self._holding(partition)) is None:
            return None
        stable = consumer.last_stable_offset(to_kafka(partition))
        found = stable if stable is not None and stable >= 0 else consumer.highwater(to_kafka(partition))
        return int(found) if found is not None else None

    def beyond_end(self, partition: Partition) -> int | None:
        """Offsets beyond that end, behind a transaction that is open, as of the last fetch; None before the first."""
        end = self.end(partition)
        consumer = self._holding(partition)
        last = consumer.highwater(to_kafka(partition)) if consumer is not None else None
        return max(0, int(last) - end) if last is not None and end is not None else None

    def last_answer(self, partition: Partition) -> float | None:
        """Unix time of the broker's last answer to a fetch of the partition; None before the first."""
        consumer = self._holding(partition)
        milliseconds = consumer.last_poll_timestamp(to_kafka(partition)) if consumer is not None else None
        return milliseconds / 1000 if milliseconds else None

    async def ends(self, partitions: Sequence[Partition]) -> dict[Partition, int]:
        """The current end of each partition: its last stable offset, exclusive.

        Raises:
            BrokerUnavailable: the broker did not answer in time.
        """
        asked = self._running.end_offsets([to_kafka(partition) for partition in partitions])
        return {from_kafka(found): end for found, end in (await self._ask(asked, "end offsets")).items()}

    async def start_offset(self, partition: Partition) -> int:
        """The committed offset, freshly asked for, or the earliest record there is without one.

        Raises:
            BrokerUnavailable: the broker did not answer in time.
        """
        committed = await self._committed(partition)
        return committed if committed is not None else (await self._earliest([partition]))[partition]

    def seek(self, partition: Partition, offset: int) -> None:
        """Read on from ``offset``; never awaits.

        Raises:
            BrokerUnavailable: the partition is not ours any more.
        """
        if (consumer := self._holding(partition)) is None:
            raise BrokerUnavailable(f"{partition} is not assigned any more")
        consumer.seek(to_kafka(partition), offset)

    def passed(self, partition: Partition, first: int, end: int) -> None:
        """Note that offsets from ``first`` on, below ``end``, held no record: were they deleted unread?"""
        self._expired.passed(partition, first, end)

    def _look_for_expired(self) -> None:
        # Asked beside the reading, which a silent broker must not hold up.
        if (self._asking is None or self._asking.done()) and (partitions := self._expired.to_ask()):
            self._asking = asyncio.create_task(self._explain(partitions))

    async def _explain(self, partitions: Sequence[Partition]) -> None:
        with contextlib.suppress(BrokerUnavailable):  # asked again later
            self._expired.explain(await self._earliest(partitions))

    async def _earliest(self, partitions: Sequence[Partition]) -> dict[Partition, int]:
        asked = self._running.beginning_offsets([to_kafka(partition) for partition in partitions])
        return {
            from_kafka(found): int(offset) for found, offset in (await self._ask(asked, "beginning offsets")).items()
        }

    async def _committed(self, partition: Partition) -> int | None:
        found = await self._ask(self._running.committed(to_kafka(partition)), "committed offset")
        return int(found) if found is not None else None

    async def _ask(self, question: Awaitable[Answer], what: str) -> Answer:
        """Await an answer of the broker; aiokafka would ask for ever."""
        try:
            async with asyncio.timeout(self._settings.kafka.request_timeout_seconds):
                return await question
        except BROKER_FAILURES as error:
            raise BrokerUnavailable(f"{what} of {self._topic}: {named(error)}") from error

    def _holding(self, partition: Partition) -> AIOKafkaConsumer | None:
        """The consumer while the partition is assigned to it."""
        held = self._consumer.assignment() if self._consumer is not None else ()
        return self._consumer if to_kafka(partition) in held else None

    @property
    def _running(self) -> AIOKafkaConsumer:
        if self._consumer is None:
            raise BrokerUnavailable("the consumer is not connected")
        return self._consumer
