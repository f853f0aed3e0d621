"""What a lane needs from others, as protocols: the reader, the publisher, and the work itself; and what it shows."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from service.messages import Outcome, OutgoingRecord, Partition, RawRecord


class PartitionReader(Protocol):
    """Where a partition is read from."""

    async def start_offset(self, partition: Partition) -> int:
        """The committed offset, freshly asked for, or where to start without one.

        Raises:
            BrokerUnavailable: the broker did not answer in time.
        """

    def seek(self, partition: Partition, offset: int) -> None:
        """Read on from ``offset``; never awaits.

        Raises:
            BrokerUnavailable: the partition is not ours any more.
        """

    def passed(self, partition: Partition, first: int, end: int) -> None:
        """Note that offsets from ``first`` on, below ``end``, held no record for us; never awaits."""


class Publisher(Protocol):
    """A transactional producer of one partition; see ``service.publish.transaction``."""

    async def fence(self) -> None:
        """Fence every earlier producer of the partition.

        Raises:
            BrokerUnavailable: the broker did not answer in time.
            SettingsError: it refuses a setting.
        """

    async def publish(self, records: Sequence[OutgoingRecord], offset: int) -> None:
        """Publish records and commit the offset, both or neither.

        Raises:
            Fenced: the partition is not ours any more.
            RecordRefusedByBroker: records are too large for the broker, or their batch was.
            BrokerUnavailable: the broker failed or did not answer in time.
        """

    async def close(self, budget_seconds: float) -> None:
        """End the producer within the budget, whether the broker answers or not."""


class Work(Protocol):
    """What is done with each article."""

    def submit(self, record: RawRecord) -> asyncio.Future[Outcome]:
        """Start the work; cancelling the future gives it up."""

    def compose(self, record: RawRecord, outcome: Outcome) -> tuple[Outcome, list[OutgoingRecord]]:
        """What is published for an article, and the outcome that stands."""

    def compose_smaller(
        self, record: RawRecord, outcome: Outcome, refused: list[OutgoingRecord]
    ) -> tuple[Outcome, list[OutgoingRecord]]:
        """The same after the broker refused those records for their size."""

    def count(self, outcome: Outcome) -> None:
        """Count an outcome.

        Raises:
            ServiceStopped: the service must stop.
        """


class Gate(StrEnum):
    """Whether a lane takes records."""

    OPENING = "opening"
    OPEN = "open"
    FAILING = "failing"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class LaneState:
    """A lane as health checks and the status page see it; positions are offsets of the next record."""

    partition: Partition
    gate: Gate
    in_work: int
    bytes_held: int
    has_room: bool
    position: int | None
    committed: int | None
    last_error: str | None
