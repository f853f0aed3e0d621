"""The watch over running workers: deadlines, memory, and how often they may die."""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Sequence

from service.config import WorkerSettings
from service.errors import Reason, WorkersKeepDying
from service.observe import metrics
from service.workers.worker import Worker

DEADLINE_CHECK_SECONDS = 0.05
MEMORY_CHECK_SECONDS = 0.25
RECYCLE_MEMORY_SHARE = 0.75
"""Of the limit: a worker this large is replaced between two articles."""


async def watch(
    workers: Sequence[Worker | None],
    settings: WorkerSettings,
    recycle: Callable[[Worker], None],
    report: Callable[[], None],
) -> None:
    """Kill workers past a deadline or their memory, for as long as the task runs.

    Args:
        workers: the pool's slots; read anew at each look.
        settings: the limits.
        recycle: called with a worker that has grown large and is at rest.
        report: called at each look at memory, to set metrics.
    """
    looked = 0.0
    while True:
        await asyncio.sleep(DEADLINE_CHECK_SECONDS)
        now = time.monotonic()
        for worker in workers:
            if worker is not None and worker.tasks:
                started = worker.tasks[0].started
                if started is not None and now - started > settings.deadline_seconds:
                    worker.kill(Reason.DEADLINE)
        if now - looked >= MEMORY_CHECK_SECONDS:
            looked = now
            for worker in workers:
                if worker is not None and worker.ready:
                    _look_at_memory(worker, settings.memory_bytes, recycle)
            report()


def _look_at_memory(worker: Worker, limit: int, recycle: Callable[[Worker], None]) -> None:
    resident = worker.resident_bytes()
    metrics.WORKER_RESIDENT.labels(worker=str(worker.slot)).set(resident)
    if resident > limit:
        worker.kill(Reason.OUT_OF_MEMORY)
    elif resident > limit * RECYCLE_MEMORY_SHARE and not worker.tasks:
        recycle(worker)


class DeathLimit:
    """Ends the service when workers die faster than bad luck explains."""

    def __init__(self, settings: WorkerSettings) -> None:
        self._most = settings.deaths_max
        self._window = settings.deaths_window_seconds
        self._deaths: deque[float] = deque()

    def count(self, how: str) -> None:
        """Count one death.

        Args:
            how: the worker's end in words.

        Raises:
            WorkersKeepDying: there were too many within the window.
        """
        now = time.monotonic()
        self._deaths.append(now)
        while self._deaths[0] < now - self._window:
            self._deaths.popleft()
        if len(self._deaths) > self._most:
            raise WorkersKeepDying(
                f"{len(self._deaths)} workers died within {self._window} s, the last one {how}; "
                "mend the input or the model, or raise NEWSWIRE_WORKER_DEATHS_MAX"
            )
