"""One lane's waits after Kafka has failed, each longer than the last one until something succeeds."""

import asyncio
import contextlib
import logging

from service.config import Settings
from service.consume.backoff import Backoff
from service.errors import BrokerUnavailable, Fenced, RecordRefusedByBroker
from service.messages import Partition
from service.observe import metrics

logger = logging.getLogger(__name__)

REFUSALS_AT_ONCE = 20
"""So many refusals in a row are answered without a wait: batches and letters get smaller with each, and are as small
as can be before."""


class Retry:
    """When a lane tries again.

    Args:
        partition: the lane's, for its log lines.
        settings: all settings.

    Attributes:
        last_error: of the last failure; None since the last success.
    """

    def __init__(self, partition: Partition, settings: Settings) -> None:
        self.last_error: str | None = None
        self._partition = partition
        self._heartbeat_seconds = settings.consumer.heartbeat_seconds
        self._refusals = 0
        self._backoff = Backoff(settings.delivery.backoff_seconds, settings.delivery.backoff_max_seconds)

    def succeeded(self) -> None:
        """Forget what failed before."""
        self._backoff.reset()
        self._refusals = 0
        self.last_error = None

    async def wait(self, error: BrokerUnavailable, closing: asyncio.Event) -> None:
        """Count a failure and wait before the next try.

        What was refused for its size is tried again at once: the broker is well, and the next try is another one.

        Args:
            error: the failure.
            closing: ends the wait when it is set.
        """
        self.last_error = str(error)
        metrics.COMMIT_FAILURES.labels(cause=type(error).__name__).inc()
        wait = 0.0 if self._is_other_next_time(error) else self._backoff.next()
        if isinstance(error, Fenced):
            # If the group gave the partition away, a heartbeat will tell; taking the partition back
            # before would only fence its rightful owner.
            wait += self._heartbeat_seconds
        topic, partition = self._partition
        logger.warning(
            "lane failed, opens again in %.1f s: %s",
            wait,
            error,
            extra={"topic": topic, "partition": partition},
        )
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(wait):
                await closing.wait()
        metrics.RETRIES.labels(operation="lane").inc()

    def _is_other_next_time(self, error: BrokerUnavailable) -> bool:
        if not isinstance(error, RecordRefusedByBroker):
            return False
        self._refusals += 1
        return self._refusals <= REFUSALS_AT_ONCE
