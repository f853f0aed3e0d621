"""The monitor: once a second it looks at lanes, workers and event loop, for health checks and metrics."""

import asyncio
import contextlib
import logging
import time
from typing import NamedTuple

from service import __version__
from service.config import Settings
from service.consume.interfaces import LaneState
from service.consume.rebalance import Lanes
from service.consume.source import Source
from service.errors import TopicsMissing
from service.messages import Partition
from service.observe import metrics
from service.observe.health import Health, PartitionState, Snapshot, WorkersState
from service.workers.pool import WorkerPool

logger = logging.getLogger(__name__)

LOOK_SECONDS = 1.0
LAG_SAMPLE_SECONDS = 0.05  # between measurements of how late the loop runs a timer


class _Movement(NamedTuple):
    """What a partition showed when it last moved, and when that was; times are monotonic seconds."""

    mark: tuple[object, ...]
    moved: float
    answer: float | None
    answered: float


class Monitor:
    """Looks at everything and never touches it.

    Args:
        settings: all settings.
        lanes, source, pool: what to look at.
    """

    def __init__(self, settings: Settings, lanes: Lanes, source: Source, pool: WorkerPool) -> None:
        self._lanes, self._source, self._pool = lanes, source, pool
        self._movements: dict[Partition, _Movement] = {}
        self._disconnected_since: float | None = None
        self._broker_error: Exception | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self.started = False
        self.stopping = False
        self.health = Health(
            settings.observe.stuck_seconds,
            settings.workers.deadline_seconds,
            [_address(text) for text in settings.kafka.bootstrap_servers.split(",")],
        )
        metrics.BUILD.info({"version": __version__, "contract": "1"})
        metrics.MODEL.info({"name": settings.article.model})

    def start(self) -> None:
        """Begin to look."""
        self._tasks = [asyncio.create_task(self._look_on()), asyncio.create_task(_measure_loop_lag())]
        for task in self._tasks:
            task.add_done_callback(_tell_of_failure)

    async def stop(self) -> None:
        """Look no more."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def workers_ready(self) -> None:
        """Note that the workers are there: only from now on is a connection to Kafka missed."""
        self.started, self._disconnected_since = True, time.monotonic()

    def connected(self) -> None:
        """Note that Kafka is connected."""
        self._disconnected_since, self._broker_error = None, None

    def disconnected(self, error: Exception) -> None:
        """Note that Kafka failed; the time counts from the first failure on."""
        self._disconnected_since = self._disconnected_since or time.monotonic()
        self._broker_error = error

    def look(self) -> None:
        """Take a snapshot, and set the metrics that are states."""
        now = time.monotonic()
        lanes = [lane.state() for lane in self._lanes]
        states = tuple(self._partition(lane, now) for lane in lanes)
        self._movements = {p: m for p, m in self._movements.items() if self._lanes.get(p) is not None}
        pool = self._pool
        workers = WorkersState(pool.size, pool.ready_count, pool.busy_count, pool.queued, pool.oldest_running_seconds)
        lost = self._disconnected_since
        self.health.update(
            Snapshot(
                at=now,
                started=self.started,
                stopping=self.stopping,
                disconnected_seconds=now - lost if lost is not None else 0.0,
                broker_error=str(self._broker_error) if self._broker_error is not None else None,
                topics_missing=isinstance(self._broker_error, TopicsMissing),
                partitions=states,
                workers=workers,
            )
        )
        metrics.INFLIGHT.set(sum(lane.in_work for lane in lanes))
        metrics.INFLIGHT_BYTES.set(sum(lane.bytes_held for lane in lanes))

    async def _look_on(self) -> None:
        while True:
            self.look()
            await asyncio.sleep(LOOK_SECONDS)

    def _partition(self, lane: LaneState, now: float) -> PartitionState:
        end = self._source.end(lane.partition)
        answer = self._source.last_answer(lane.partition)
        behind = end is not None and lane.position is not None and end > lane.position
        nothing_to_do = lane.gate == "open" and not lane.in_work and not behind
        mark = (lane.gate, lane.position, lane.committed)
        last = self._movements.get(lane.partition) or _Movement(mark, now, answer, now)
        moved = now if mark != last.mark or nothing_to_do else last.moved
        answered = now if answer != last.answer or not lane.has_room else last.answered
        self._movements[lane.partition] = _Movement(mark, moved, answer, answered)
        state = PartitionState(
            topic=lane.partition.topic,
            partition=lane.partition.partition,
            gate=lane.gate,
            in_work=lane.in_work,
            has_room=lane.has_room,
            position=lane.position,
            committed=lane.committed,
            end=end,
            still_seconds=now - moved,
            unanswered_seconds=now - answered,
            last_error=lane.last_error,
        )
        _set_partition_metrics(state, self._source.beyond_end(lane.partition))
        return state


def _set_partition_metrics(state: PartitionState, beyond_end: int | None) -> None:
    labels = (state.topic, str(state.partition))
    if state.position is not None:
        metrics.CONSUMER_POSITION.labels(*labels).set(state.position)
    if state.committed is not None:
        metrics.CONSUMER_COMMITTED.labels(*labels).set(state.committed)
    if state.lag is not None:
        metrics.CONSUMER_LAG.labels(*labels).set(state.lag)
    if beyond_end is not None:
        metrics.CONSUMER_BEYOND_END.labels(*labels).set(beyond_end)


def _tell_of_failure(task: asyncio.Task[None]) -> None:
    """Without it /livez would say that the event loop does not turn, and nobody why."""
    if not task.cancelled() and (error := task.exception()) is not None:
        logger.error("the monitor has failed", exc_info=error)


async def _measure_loop_lag() -> None:
    loop = asyncio.get_running_loop()
    with contextlib.suppress(asyncio.CancelledError):
        while True:
            due = loop.time() + LAG_SAMPLE_SECONDS
            await asyncio.sleep(LAG_SAMPLE_SECONDS)
            metrics.LOOP_LAG.observe(max(0.0, loop.time() - due))


def _address(text: str) -> tuple[str, int]:
    host, _, port = text.strip().rpartition(":")
    return host.strip("[]"), int(port)
