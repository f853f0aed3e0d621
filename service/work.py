"""What is done with each article: a worker runs its program, then its records are composed."""

import asyncio

from service.config import Settings
from service.errors import value_too_large
from service.messages import Outcome, RawRecord
from service.observe import metrics
from service.publish.compose import Composer
from service.publish.deadletter import DeadLetterLimit
from service.workers.pool import WorkerPool
from service.workers.refused import refused_at_once


class ArticleWork(Composer):
    """The work of the service; see ``service.consume.interfaces.Work``.

    Args:
        settings: all settings.
        pool: runs the articles.
    """

    def __init__(self, settings: Settings, pool: WorkerPool) -> None:
        super().__init__(settings)
        self._pool = pool
        self._limit = DeadLetterLimit(settings.delivery)
        self._max_value_bytes = settings.article.max_value_bytes

    def submit(self, record: RawRecord) -> asyncio.Future[Outcome]:
        """Start an article; a value above the limit is refused before it costs a worker anything."""
        size = len(record.value or b"")
        metrics.MESSAGES_RECEIVED.labels(topic=record.topic).inc()
        metrics.MESSAGE_SIZE.observe(size)
        if size <= self._max_value_bytes:
            return self._pool.submit(record)
        fault = value_too_large(size, self._max_value_bytes)
        metrics.ERRORS.labels(stage=fault.stage, reason=fault.reason).inc()
        return refused_at_once(fault)

    def count(self, outcome: Outcome) -> None:
        """Count an outcome against the dead-letter limits.

        Raises:
            TooManyDeadLetters: one of them is passed.
        """
        self._limit.count(outcome)
