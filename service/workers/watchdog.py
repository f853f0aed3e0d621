"""The watchdog of running workers: it kills those past their deadline or memory, and renews those grown large."""

import asyncio
import time
from collections.abc import Callable

from service.config.processing import WorkerSettings
from service.errors import Reason
from service.observe import metrics
from service.workers.slots import Slots
from service.workers.usage import resident_bytes
from service.workers.worker import Worker

DEADLINE_CHECK_SECONDS = 0.05
MEMORY_CHECK_SECONDS = 0.25
RECYCLE_MEMORY_SHARE = 0.75
"""Of the limit: a worker this large is replaced between two articles."""


async def watchdog(
    slots: Slots,
    settings: WorkerSettings,
    recycle: Callable[[Worker], None],
    report: Callable[[], None],
) -> None:
    """Kill workers past a deadline or their memory, for as long as the task runs.

    Args:
        slots: the pool's; read anew at each look.
        settings: the limits.
        recycle: called with a worker that has grown large and is at rest.
        report: called at each look at memory, to set metrics.
    """
    looked = 0.0
    while True:
        await asyncio.sleep(DEADLINE_CHECK_SECONDS)
        now = time.monotonic()
        for worker in slots.workers:
            if worker.tasks:
                worker.note_cpu()
                started = worker.tasks[0].started
                if started is not None and now - started > settings.deadline_seconds:
                    worker.kill(Reason.DEADLINE)
        if now - looked >= MEMORY_CHECK_SECONDS:
            looked = now
            for worker in slots.workers:
                if worker.ready:
                    _look_at_memory(worker, settings.memory_bytes, recycle)
            report()


def _look_at_memory(worker: Worker, limit: int, recycle: Callable[[Worker], None]) -> None:
    resident = resident_bytes(worker.pid)
    metrics.WORKER_RESIDENT.labels(worker=str(worker.slot)).set(resident)
    if resident > limit:
        worker.kill(Reason.OUT_OF_MEMORY)
    elif resident > limit * RECYCLE_MEMORY_SHARE and not worker.tasks:
        recycle(worker)
