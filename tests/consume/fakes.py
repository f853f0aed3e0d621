"""A partition, a broker's side of transactions, and work that finishes when told: all in memory."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from service.config import Settings
from service.consume.interfaces import Gate
from service.consume.lane import Lane
from service.errors import BrokerUnavailable
from service.messages import Outcome, OutgoingMessage, OutgoingRecord, Partition, Processed, RawRecord

PARTITION = Partition("news.raw", 0)

_SETTINGS = Settings()
QUICK = replace(
    _SETTINGS,
    delivery=replace(_SETTINGS.delivery, flush_seconds=0.001, backoff_seconds=0.01),
    consumer=replace(_SETTINGS.consumer, heartbeat_seconds=0.2),
)
"""Settings with which no lane waits long."""


def record(offset: int, value: bytes = b"article") -> RawRecord:
    return RawRecord("news.raw", 0, offset, timestamp_ms=0, key=None, value=value)


def processed(offset: int) -> Processed:
    name = f"a{offset}"
    return Processed(name, (OutgoingMessage("enriched", name, name.encode()),))


async def until_gate(lane: Lane, gate: Gate) -> Lane:
    """Wait until a lane's gate is so; returns the lane."""
    async with asyncio.timeout(10):
        while lane.gate is not gate:
            await asyncio.sleep(0)
    return lane


async def opened(lane: Lane) -> Lane:
    """Wait until a lane takes records; returns it."""
    return await until_gate(lane, Gate.OPEN)


async def all_wait() -> None:
    """Let every task go on until none can: here nothing is slow, so a few turns of the loop are enough."""
    for _ in range(100):
        await asyncio.sleep(0)


class MemoryPartition:
    """Reader and publisher of one partition; ``committed`` and ``published`` are the broker's truth.

    While ``fencing`` or ``answering`` is cleared, the broker does not answer; ``publishing`` tells that it was asked.
    """

    def __init__(self, committed: int = 0) -> None:
        self.committed = committed
        self.published: list[bytes] = []
        self.transactions: list[tuple[list[bytes], int]] = []
        self.seeks: list[int] = []
        self.passes: list[tuple[int, int]] = []
        self.fences = 0
        self.closed = False
        self.close_budget = 0.0
        self.failures: list[Exception] = []
        self.answers_lost = 0
        self.fencing = asyncio.Event()
        self.fencing.set()
        self.publishing = asyncio.Event()
        self.answering = asyncio.Event()
        self.answering.set()
        self.changed = asyncio.Condition()

    async def start_offset(self, partition: Partition) -> int:
        return self.committed

    def seek(self, partition: Partition, offset: int) -> None:
        self.seeks.append(offset)

    def passed(self, partition: Partition, first: int, end: int) -> None:
        self.passes.append((first, end))

    async def fence(self) -> None:
        await self.fencing.wait()
        self.fences += 1
        await self._notify()

    async def publish(self, records: Sequence[OutgoingRecord], offset: int) -> None:
        await asyncio.sleep(0)
        self.publishing.set()
        await self.answering.wait()
        if self.failures:
            raise self.failures.pop(0)
        values = [made.value for made in records]
        self.published += values
        self.transactions.append((values, offset))
        self.committed = offset
        await self._notify()
        if self.answers_lost:
            self.answers_lost -= 1
            raise BrokerUnavailable("the answer to the commit was lost")

    async def close(self, budget_seconds: float) -> None:
        self.closed = True
        self.close_budget = budget_seconds

    async def until(self, condition: "asyncio.Future[bool] | object") -> None:
        assert callable(condition)
        async with asyncio.timeout(10), self.changed:
            await self.changed.wait_for(condition)

    async def _notify(self) -> None:
        async with self.changed:
            self.changed.notify_all()


class ManualWork:
    """Work whose articles finish when the test says so."""

    def __init__(self) -> None:
        self.futures: dict[int, asyncio.Future[Outcome]] = {}
        self.submitted: list[int] = []
        self.counted: list[Outcome] = []
        self.made_smaller: list[int] = []

    def submit(self, raw: RawRecord) -> asyncio.Future[Outcome]:
        self.submitted.append(raw.offset)
        future: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self.futures[raw.offset] = future
        return future

    def finish(self, *offsets: int) -> None:
        for offset in offsets:
            self.futures[offset].set_result(processed(offset))

    def compose(self, raw: RawRecord, outcome: Outcome) -> tuple[Outcome, list[OutgoingRecord]]:
        assert isinstance(outcome, Processed)
        made = [OutgoingRecord("news.enriched", None, message.value) for message in outcome.messages]
        return outcome, made

    def compose_smaller(
        self, raw: RawRecord, outcome: Outcome, refused: list[OutgoingRecord]
    ) -> tuple[Outcome, list[OutgoingRecord]]:
        self.made_smaller.append(raw.offset)
        return outcome, [OutgoingRecord("news.dlq", None, b"small")]

    def count(self, outcome: Outcome) -> None:
        self.counted.append(outcome)
