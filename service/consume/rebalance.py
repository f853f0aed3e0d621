"""Lanes as partitions come and go: flush and close on revoke, fence and open on assign.

aiokafka calls the listener before and after each rebalance (always all partitions: its protocol is
eager), logs and swallows what the listener raises, and does not wait for it before it fetches on.
So the gate of each lane decides what is taken, and nothing is raised here.
"""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable, Iterable, Iterator

from aiokafka import ConsumerRebalanceListener, TopicPartition

from service.config.streaming import ConsumerSettings
from service.consume.lane import Lane
from service.messages import Partition
from service.observe import metrics

logger = logging.getLogger(__name__)

REVOKE_SHARE = 0.8
"""Share of the time that the group waits for us in which lanes close; ``lane.PUBLISH_SHARE`` divides it further."""

MakeLane = Callable[[Partition], Lane]


class Lanes(ConsumerRebalanceListener):  # type: ignore[misc]  # aiokafka has no type information
    """The lanes of the partitions this process holds.

    Args:
        make_lane: opens the lane of a partition.
        settings: for how long a revoked lane may take.
    """

    def __init__(self, make_lane: MakeLane, settings: ConsumerSettings) -> None:
        self._make_lane = make_lane
        self._lanes: dict[Partition, Lane] = {}
        self._revoke_budget = REVOKE_SHARE * min(settings.rebalance_timeout_seconds, settings.session_timeout_seconds)
        self._revoked_at: float | None = None

    def __iter__(self) -> Iterator[Lane]:
        return iter(self._lanes.values())

    @property
    def count(self) -> int:
        """How many there are. Not ``__len__``: aiokafka does not call a listener that is falsy."""
        return len(self._lanes)

    def with_room(self) -> list[Partition]:
        """Partitions whose records may be fetched."""
        return [partition for partition, lane in self._lanes.items() if lane.has_room]

    def get(self, partition: Partition) -> Lane | None:
        """The lane of a partition, None when it is not ours."""
        return self._lanes.get(partition)

    def open(self, partitions: Iterable[Partition]) -> None:
        """Open lanes, all at once; each fences, reads its offset and opens its gate by itself."""
        for partition in sorted(partitions):
            if partition not in self._lanes:
                self._lanes[partition] = self._make_lane(partition)
        metrics.ASSIGNED_PARTITIONS.set(len(self._lanes))

    async def settle(self) -> None:
        """Shut all gates and wait for the articles that are being worked on."""
        await asyncio.gather(*(lane.settle() for lane in self._lanes.values()))

    async def close(self, budget_seconds: float) -> None:
        """Flush and close all lanes at once, within the budget, and remove their metrics.

        When this is cancelled, the lanes are still there, to be closed again within a shorter one.
        """
        lanes = dict(self._lanes)
        results = await asyncio.gather(*(lane.close(budget_seconds) for lane in lanes.values()), return_exceptions=True)
        for (partition, lane), result in zip(lanes.items(), results, strict=True):
            if isinstance(result, BaseException):
                logger.error("closing the lane of %s failed: %r", partition, result)
            if self._lanes.get(partition) is not lane:
                continue  # closed by two at once, and its partition has come back meanwhile
            del self._lanes[partition]
            for metric in metrics.PARTITION_METRICS:
                with contextlib.suppress(KeyError):  # it may not have been set yet
                    metric.remove(*partition)
        metrics.ASSIGNED_PARTITIONS.set(len(self._lanes))

    async def on_partitions_revoked(self, revoked: Iterable[TopicPartition]) -> None:
        """Called by aiokafka before a rebalance, and when the group has thrown us out."""
        if self._lanes:
            self._revoked_at = time.monotonic()
            logger.info("partitions revoked: %s", _numbers(revoked))
        await self.close(self._revoke_budget)

    async def on_partitions_assigned(self, assigned: Iterable[TopicPartition]) -> None:
        """Called by aiokafka after a rebalance."""
        metrics.REBALANCES.inc()
        if self._revoked_at is not None:
            metrics.REBALANCE_DURATION.observe(time.monotonic() - self._revoked_at)
            self._revoked_at = None  # who holds none loses none at the next rebalance
        logger.info("partitions assigned: %s", _numbers(assigned))
        self.open(Partition(found.topic, found.partition) for found in assigned)


def _numbers(partitions: Iterable[TopicPartition]) -> str:
    return ",".join(str(number) for number in sorted(found.partition for found in partitions)) or "none"
