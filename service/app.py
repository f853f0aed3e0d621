"""READ FIRST. Wires the parts: start order, main loop, stop order.

An article's way: ``consume`` reads it from its partition into that partition's lane; a process of
``workers`` runs ``article`` on it, which cleans (``clean``) and enriches (``enrich``); the lane
tells copies from originals (``duplicates``) and publishes (``publish``) unbroken runs of results,
each in one transaction with the offsets.
"""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from service.config import Settings
from service.consume.backoff import Backoff
from service.consume.drain import chosen_partitions
from service.consume.lane import Lane
from service.consume.reading import read_once
from service.consume.rebalance import Lanes
from service.consume.source import Source
from service.errors import BrokerUnavailable, SettingsError, TopicsMissing
from service.messages import Partition
from service.monitor import Monitor
from service.observe.http import StatusServer
from service.publish.transaction import TransactionalPublisher
from service.signals import stop_on_signals
from service.stop import Stop
from service.work import ArticleWork
from service.workers.pool import WorkerPool

logger = logging.getLogger(__name__)

# The share of the time to stop by whose end each step must be done; time that a step leaves is the next one's.
SETTLED_BY = 0.5  # articles in work are finished
PUBLISHED_BY = 0.75  # their transactions are committed, the producers ended
LEFT_BY = 0.85  # the group is left
WORKERS_ENDED_BY = 0.9  # workers have ended by themselves, or are killed; the rest is for the process to end

WORKERS_STOP_SECONDS = 1.0
"""What workers get at most to end by themselves: those that still run an article have had their time."""


async def run(settings: Settings) -> None:
    """Serve until SIGTERM or SIGINT; a second signal ends the process at once.

    Raises:
        ServiceStopped: something is so wrong that a person must look.
    """
    await Service(settings).run()


async def drain(settings: Settings) -> bool:
    """Process what the topic holds now, and commit exactly up to there.

    Returns:
        Whether that was reached; not when a signal stopped it before.

    Raises:
        ServiceStopped: something is so wrong that a person must look.
    """
    service = Service(settings, draining=True)
    await service.run()
    return service.drained


class Service:
    """One process of the service.

    Args:
        settings: all settings.
        draining: whether to end at the end offsets found at the start.

    Attributes:
        drained: whether a drain has committed everything up to these offsets.
    """

    def __init__(self, settings: Settings, *, draining: bool = False) -> None:
        self.settings = settings
        self._draining = draining
        self.drained = False
        self._ends: dict[Partition, int] | None = None
        self._failure: Exception | None = None
        self._stop = Stop(settings.delivery.stop_seconds)
        self._backoff = Backoff(settings.delivery.backoff_seconds, settings.delivery.backoff_max_seconds)
        self._pool = WorkerPool(settings.workers, settings.article)
        self._work = ArticleWork(settings, self._pool)
        self._source = Source(settings, settings.topics.raw, settings.consumer.group)
        self._lanes = Lanes(self._make_lane, settings.consumer)
        self._monitor = Monitor(settings, self._lanes, self._source, self._pool)
        self._status = StatusServer(settings.observe, self._monitor.health)

    async def run(self) -> None:
        """Start, read until told to stop or drained, stop in order."""
        with stop_on_signals(self._stop):
            try:
                self._status.start()
                self._monitor.start()
                await self._unless_stopped(self._pool.start())
                self._pool.failed.add_done_callback(self._pool_failed)
                self._monitor.workers_ready()
                while not (self._stop.requested or self.drained):
                    await self._read_until_broker_fails()
            finally:
                await self._end()
        if self._failure is not None:
            raise self._failure

    async def _read_until_broker_fails(self) -> None:
        try:
            await self._unless_stopped(self._connect())
            while not (self._stop.requested or self._all_drained):
                if await read_once(self._source, self._lanes):
                    self._backoff.reset()
            self.drained = self._all_drained
        except BrokerUnavailable as error:
            if self._draining and isinstance(error, TopicsMissing):
                raise SettingsError([f"NEWSWIRE_TOPIC_*: {error}"]) from error  # its Job must end
            wait = self._backoff.next()
            logger.warning("Kafka failed, connecting again in %.1f s: %s", wait, error)
            self._monitor.disconnected(error)
            await self._unless_stopped(self._disconnect())
            await self._unless_stopped(asyncio.sleep(wait))

    async def _connect(self) -> None:
        topics = self.settings.topics
        await self._source.start()
        await self._source.require((topics.raw, topics.enriched, topics.events, topics.dead_letters))
        self._monitor.connected()
        if not self._draining:
            self._source.subscribe(self._lanes, self._fail)
            return
        partitions = chosen_partitions(await self._source.partitions(), self.settings.consumer)
        if self._ends is None:
            self._ends = await self._source.ends(partitions)
            logger.info("draining %d partitions to their ends of now", len(partitions))
        self._source.assign(partitions)
        self._lanes.open(partitions)

    async def _disconnect(self) -> None:
        await self._lanes.close(self.settings.delivery.transaction_timeout_seconds)
        await self._source.stop()
        # A rebalance that ended meanwhile has opened lanes: they would fence the partitions' new owners.
        await self._lanes.close(self.settings.delivery.transaction_timeout_seconds)

    @property
    def _all_drained(self) -> bool:
        return self._draining and self._ends is not None and all(lane.drained for lane in self._lanes)

    async def _end(self) -> None:
        """Stop reading, let running articles finish, publish them, leave the group, end the workers."""
        self._stop.request()
        self._monitor.stopping = True
        try:
            async with asyncio.timeout(self._stop.left(SETTLED_BY)):
                self._pool.drop_queued()
                await self._lanes.settle()
        except TimeoutError:
            logger.warning("articles that are still in work are left to the next owner")
        await self._lanes.close(self._stop.left(PUBLISHED_BY))
        await self._source.stop(self._stop.left(LEFT_BY))
        await self._lanes.close(self._stop.left(WORKERS_ENDED_BY))  # as in _disconnect
        await self._pool.stop(min(WORKERS_STOP_SECONDS, self._stop.left(WORKERS_ENDED_BY)))
        await self._monitor.stop()
        self._status.stop()

    def _make_lane(self, partition: Partition) -> Lane:
        return Lane(
            partition,
            reader=self._source,
            publisher=TransactionalPublisher(self.settings, self.settings.consumer.group, partition),
            work=self._work,
            settings=self.settings,
            on_failure=self._fail,
            end=self._ends[partition] if self._ends is not None else None,
        )

    def _pool_failed(self, failed: asyncio.Future[None]) -> None:
        if not failed.cancelled() and isinstance(error := failed.exception(), Exception):
            self._fail(error)

    def _fail(self, error: Exception) -> None:
        """Stop the service in order, then end with this error; the first one counts."""
        if self._failure is None:
            logger.error("stopping: %s", error)
            self._failure = error
        self._stop.request()

    async def _unless_stopped(self, start: Coroutine[Any, Any, None]) -> None:
        """Await ``start``, but give it up when the service is told to stop."""
        starting = asyncio.ensure_future(start)
        stopping = asyncio.ensure_future(self._stop.wait())
        await asyncio.wait({starting, stopping}, return_when=asyncio.FIRST_COMPLETED)
        for task in (starting, stopping):
            if not task.done():
                task.cancel()
                await asyncio.wait({task})
        if not starting.cancelled():
            starting.result()
