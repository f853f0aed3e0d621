"""The worker processes: who gets which article, and what happens when one ends badly.

A process runs one article at a time, so the one it is running is to blame for a crash, a hang or
exhausted memory. That article gets one more try, alone; those that waited behind it in the socket go
back to the front of the queue, and the try is not counted against them.

No library's pool watches memory, waits until a model is loaded, or lets a successor load it before a worker
is replaced; hence a pool of our own (``make bench-workers`` compares).
"""

import asyncio
import contextlib
import logging
import random
from dataclasses import replace
from typing import Any

from service.config.processing import ArticleSettings, WorkerSettings
from service.errors import WorkersKeepDying, WorkersUnavailable
from service.messages import Outcome, RawRecord
from service.observe import metrics
from service.workers.cpus import usable_cpus
from service.workers.deaths import DeathLimit, cause_of_death, verdict
from service.workers.dispatch import Dispatcher
from service.workers.shared_facts import SharedFacts
from service.workers.slots import Slots
from service.workers.watchdog import watchdog
from service.workers.worker import Task, Worker, end_fork_server

logger = logging.getLogger(__name__)

RECYCLE_JITTER = 0.1  # so that workers of one age do not all start anew at once
RESTART_SECONDS = 1.0  # before a worker that failed to load is tried again
KILLED_SECONDS = 5.0  # for the system to end processes that were killed
KILLED_CHECK_SECONDS = 0.02


class WorkerPool:
    """A fixed number of worker processes.

    Args:
        settings: the workers' settings.
        article: handed to the article's program.

    Attributes:
        failed: done, with an error, when the workers keep dying or a process cannot be started.
    """

    def __init__(self, settings: WorkerSettings, article: ArticleSettings) -> None:
        count = settings.count or usable_cpus()
        self._settings = replace(settings, count=count)
        self._article = article
        self._slots = Slots(count)
        self._dispatcher = Dispatcher(self._slots)
        self._recycle_at: list[float] = [self._next_recycling() for _ in range(count)]
        self._deaths = DeathLimit(settings)
        self._facts = SharedFacts(settings.facts_bytes, settings.deadline_seconds)
        self._starts: set[asyncio.Task[None]] = set()
        self._watchdog: asyncio.Task[None] | None = None
        self._all_ready = asyncio.Event()
        self._stopping = False
        self.failed: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    # For health checks and the status page.

    @property
    def size(self) -> int:
        """How many workers there should be."""
        return self._settings.count

    @property
    def ready_count(self) -> int:
        """Workers that have loaded their program."""
        return self._slots.ready_count

    @property
    def busy_count(self) -> int:
        """Workers that run an article."""
        return self._slots.busy_count

    @property
    def queued(self) -> int:
        """Articles that wait for a worker."""
        return self._dispatcher.queued

    @property
    def oldest_running_seconds(self) -> float:
        """For how long the longest running article runs."""
        return self._slots.oldest_running_seconds

    # What the service asks.

    async def start(self) -> None:
        """Start all workers and wait until each has loaded its program.

        Raises:
            SettingsError: a setting keeps the program from being loaded, such as the name of a model that is not there.
            WorkersUnavailable: one could not be started or did not load its program in time; it says why.
        """
        self._watchdog = asyncio.create_task(
            watchdog(self._slots, self._settings, self._recycle, self._report), name="watching the workers"
        )
        self._watchdog.add_done_callback(self._task_ended)
        for slot in range(self.size):
            self._start_worker(slot)
        ready = asyncio.ensure_future(self._all_ready.wait())
        try:
            waiting: set[asyncio.Future[Any]] = {ready, self.failed}
            seconds = self._settings.startup_seconds
            await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            ready.cancel()
        if self.failed.done():
            self.failed.result()
        if not self._all_ready.is_set():
            ready_now = f"{self.ready_count} of {self.size} workers were ready"
            raise WorkersUnavailable(f"{ready_now} within {seconds:g} s (NEWSWIRE_WORKER_STARTUP_SECONDS)")

    def submit(self, record: RawRecord) -> asyncio.Future[Outcome]:
        """Queue an article.

        Returns:
            A future of what became of it. Cancelling it takes the article out of the queue; a
            running one is finished, and its outcome dropped.
        """
        return self._dispatcher.submit(record)

    def drop_queued(self) -> None:
        """Cancel every article that no worker has begun."""
        self._dispatcher.drop_queued()

    async def stop(self, grace_seconds: float) -> None:
        """End all workers; those still busy after the grace are killed."""
        self._stopping = True
        self._dispatcher.stop()
        for start in self._starts:
            start.cancel()
        if self._watchdog is not None:
            self._watchdog.cancel()
        workers = self._slots.processes
        for worker in workers:
            worker.close()
        exits = [worker.exited for worker in workers if not worker.exited.done()]
        if exits:
            await asyncio.wait(exits, timeout=grace_seconds)
            for worker in workers:
                if not worker.exited.done():
                    worker.kill("stop")
            await asyncio.wait(exits, timeout=KILLED_SECONDS)
        await self._give_up_starts()

    async def _give_up_starts(self) -> None:
        """End what still waits for the fork server's imports, which take long where CPU is scarce.

        The thread that waits would hold the process when all else has ended.
        """
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(KILLED_SECONDS):
                while any(worker.starting for worker in self._slots.announced):
                    end_fork_server()
                    await asyncio.sleep(KILLED_CHECK_SECONDS)

    # Workers come and go.

    def _done(self, worker: Worker, task: Task, outcome: Outcome) -> None:
        self._facts.done(worker, outcome)
        self._dispatcher.done(worker, task, outcome)
        if worker.finished >= self._recycle_at[worker.slot]:
            self._recycle(worker)
        self._retire_if_replaced(worker)
        self._dispatcher.dispatch()

    def _start_worker(self, slot: int, *, successor: bool = False, after_seconds: float = 0.0) -> None:
        worker = Worker(slot, self._settings, self._article, self._ready, self._facts.ask, self._done, self._ended)
        if successor:
            self._slots.announce(worker)
        else:
            self._slots.put(worker)
        start = asyncio.create_task(_start_after(worker, after_seconds), name="starting a worker process")
        self._starts.add(start)
        start.add_done_callback(self._task_ended)

    def _task_ended(self, task: asyncio.Task[None]) -> None:
        self._starts.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._fail(WorkersUnavailable(f"{task.get_name()} failed: {error!r}"))

    def _ready(self, worker: Worker) -> None:
        if (predecessor := self._slots.hand_over(worker)) is not None:
            self._recycle_at[worker.slot] = self._next_recycling()
            predecessor.retiring = True
            self._retire_if_replaced(predecessor)
        if self.ready_count == self.size:
            self._all_ready.set()
        self._dispatcher.dispatch()

    def _ended(self, worker: Worker) -> None:
        """A process has ended: retired on purpose, killed by us, or dead by its article's doing."""
        self._facts.left(worker)
        place_is_empty = self._slots.left(worker)
        if self._stopping or (worker.retiring and not worker.tasks):
            return
        cause = cause_of_death(worker)
        metrics.WORKER_RESTARTS.labels(cause=cause).inc()
        logger.warning("worker %d ended (%s): %s", worker.slot, cause, worker.describe_end())
        tasks = list(worker.tasks)
        worker.tasks.clear()
        self._dispatcher.put_back(tasks[1:])
        if place_is_empty:
            self._start_worker(worker.slot, after_seconds=0.0 if worker.ready else RESTART_SECONDS)
        if tasks:
            self._dispatcher.settle(tasks[0], verdict(worker, self._settings))
        self._count_death(worker)
        self._dispatcher.dispatch()

    def _count_death(self, worker: Worker) -> None:
        if not worker.ready and not self._all_ready.is_set():
            ended = f"a worker ended before it had loaded the article's program: {worker.describe_end()}"
            self._fail(worker.load_error or WorkersUnavailable(ended))
            return
        try:
            self._deaths.count(worker.describe_end())
        except WorkersKeepDying as error:
            self._fail(error)

    def _fail(self, error: Exception) -> None:
        if not self.failed.done():
            self.failed.set_exception(error)

    # Recycling and metrics.

    def _next_recycling(self) -> float:
        articles = self._settings.recycle_articles
        # Spreads load, guards no secret.
        return articles * random.uniform(1 - RECYCLE_JITTER, 1 + RECYCLE_JITTER) if articles else float("inf")  # noqa: S311

    def _recycle(self, worker: Worker) -> None:
        """Start a successor; the worker goes on until that one has loaded its program."""
        if not self._slots.is_succeeded(worker) and not worker.retiring and not self._stopping:
            metrics.WORKER_RESTARTS.labels(cause="recycle").inc()
            self._start_worker(worker.slot, successor=True)

    def _report(self) -> None:
        metrics.QUEUED.set(self.queued)
        metrics.WORKERS.labels(state="busy").set(self.busy_count)
        metrics.WORKERS.labels(state="idle").set(self.ready_count - self.busy_count)
        metrics.WORKERS.labels(state="starting").set(self.size - self.ready_count)

    def _retire_if_replaced(self, worker: Worker) -> None:
        if worker.retiring and not worker.tasks:
            worker.close()


async def _start_after(worker: Worker, seconds: float) -> None:
    await asyncio.sleep(seconds)
    try:
        await worker.start()
    except (EOFError, OSError) as error:
        # The fork server was killed, and its workers with it; it may not be quite gone yet. The next start starts it.
        logger.warning("a worker process could not be started, trying once more: %r", error)
        await asyncio.sleep(RESTART_SECONDS)
        await worker.start()
