"""The worker processes: who gets which article, and what happens when one ends badly.

One article runs in a process at a time, so the one at its front is the culprit of a crash, a hang
or an exhausted memory. The culprit gets one more try, alone; its mate in the socket goes back to
the front of the queue, uncounted. A well-kept pool would win over our own, but none watches memory,
waits for a loaded model, or hands over to a warmed-up successor (``make bench-workers`` compares).
"""

import asyncio
import itertools
import logging
import random
import time
from dataclasses import replace
from typing import Any

from service.config import ArticleSettings, WorkerSettings
from service.errors import Reason, Stage, WorkersKeepDying, WorkersUnavailable
from service.messages import Outcome, Processed, RawRecord, Refused
from service.observe import metrics
from service.workers.cpus import usable_cpus
from service.workers.facts import FactsDesk
from service.workers.queue import TaskQueue
from service.workers.watch import DeathLimit, watch
from service.workers.worker import Task, Worker

logger = logging.getLogger(__name__)

# Articles in a worker's socket beside the running one: enough work to last while this process waits
# for its turn on a busy machine, and few when articles are long, since a hang holds those behind it up.
WAITING_SECONDS = 0.025
WAITING_LEAST, WAITING_MOST = 1, 7
SMOOTHING = 0.05  # of the mean time of an article
RECYCLE_JITTER = 0.1  # so that workers of one age do not all start anew at once
RESTART_SECONDS = 1.0  # before a worker that failed to load is tried again
KILLED_SECONDS = 5.0  # for the system to end processes that were killed


class WorkerPool:
    """A fixed number of worker processes.

    Args:
        settings: the workers' settings.
        article: handed to the article's program.

    Attributes:
        failed: done with an error when the workers keep dying.
    """

    def __init__(self, settings: WorkerSettings, article: ArticleSettings) -> None:
        count = settings.count or usable_cpus()
        self._settings = replace(settings, count=count)
        self._article = article
        self._queue = TaskQueue()
        self._slots: list[Worker | None] = [None] * count
        self._successors: dict[int, Worker] = {}
        self._recycle_at: list[float] = [self._next_recycling() for _ in range(count)]
        self._deaths = DeathLimit(settings)
        self._facts = FactsDesk(settings.facts_bytes, settings.deadline_seconds)
        self._numbers = itertools.count()
        self._starts: set[asyncio.Task[None]] = set()
        self._watch: asyncio.Task[None] | None = None
        self._all_ready = asyncio.Event()
        self._stopping = False
        self._article_seconds = WAITING_SECONDS
        self.failed: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    # For health checks and the status page.

    @property
    def size(self) -> int:
        """How many workers there should be."""
        return self._settings.count

    @property
    def ready_count(self) -> int:
        """Workers that have loaded their program."""
        return sum(worker is not None and worker.ready for worker in self._slots)

    @property
    def busy_count(self) -> int:
        """Workers that run an article."""
        return sum(worker is not None and bool(worker.tasks) for worker in self._slots)

    @property
    def queued(self) -> int:
        """Articles that wait for a worker."""
        return len(self._queue)

    @property
    def oldest_running_seconds(self) -> float:
        """For how long the longest running article runs."""
        starts = [worker.tasks[0].started for worker in self._slots if worker and worker.tasks]
        return max((time.monotonic() - start for start in starts if start is not None), default=0.0)

    # What the service asks.

    async def start(self) -> None:
        """Start all workers and wait until each has loaded its program.

        Raises:
            WorkersUnavailable: one could not, with its own words why.
        """
        self._watch = asyncio.create_task(
            watch(self._slots, self._settings, self._recycle, self._report), name="worker watch"
        )
        for slot in range(self.size):
            self._start_worker(slot)
        ready = asyncio.ensure_future(self._all_ready.wait())
        try:
            waiting: set[asyncio.Future[Any]] = {ready, self.failed}
            await asyncio.wait(
                waiting,
                timeout=self._settings.startup_seconds,
                return_when=asyncio.FIRST_COMPLETED,
            )
        finally:
            ready.cancel()
        if self.failed.done():
            self.failed.result()
        if not self._all_ready.is_set():
            raise WorkersUnavailable(
                f"no worker was ready within {self._settings.startup_seconds} s (NEWSWIRE_WORKER_STARTUP_SECONDS)"
            )

    def submit(self, record: RawRecord) -> asyncio.Future[Outcome]:
        """Queue an article.

        Returns:
            A future of what became of it. Cancelling it takes the article out of the queue; a
            running one is finished, and its outcome dropped.
        """
        future: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._queue.add(Task(next(self._numbers), record, future))
        self._dispatch()
        return future

    def drop_queued(self) -> None:
        """Cancel every article that no worker has begun."""
        waiting = list(self._queue.drop_all())
        for worker in self._slots:
            waiting += list(worker.tasks)[1:] if worker is not None else []
        for task in waiting:
            task.future.cancel()

    async def stop(self, grace_seconds: float) -> None:
        """End all workers; those still busy after the grace are killed."""
        self._stopping = True
        self.drop_queued()
        for start in self._starts:
            start.cancel()
        if self._watch is not None:
            self._watch.cancel()
        workers = [w for w in (*self._slots, *self._successors.values()) if w is not None and w.pid]
        for worker in workers:
            worker.close()
        exits = [worker.exited for worker in workers if not worker.exited.done()]
        if exits:
            await asyncio.wait(exits, timeout=grace_seconds)
            for worker in workers:
                if not worker.exited.done():
                    worker.kill("stop")
            await asyncio.wait(exits, timeout=KILLED_SECONDS)

    # Dispatch.

    def _dispatch(self) -> None:
        """Give waiting articles to workers: to idle ones first, then a few behind those that run."""
        if self._stopping or not self._queue:
            return
        waiting = int(WAITING_SECONDS / self._article_seconds)
        for depth in range(1 + min(max(waiting, WAITING_LEAST), WAITING_MOST)):
            for worker in self._slots:
                if worker is None or not worker.ready or worker.retiring or worker.alone:
                    continue
                if len(worker.tasks) == depth and not self._give(worker):
                    return

    def _give(self, worker: Worker) -> bool:
        """Give one article to a worker; False when there is none left for it or anyone."""
        if not worker.tasks and self._suspect_may_run() and (suspect := self._queue.next_suspect()):
            worker.alone = True
            worker.give(suspect)
            return True
        task = self._queue.next_in_order()
        if task is None:
            return False
        metrics.QUEUE_WAIT.observe(time.monotonic() - task.queued)
        worker.give(task)
        return True

    def _suspect_may_run(self) -> bool:
        # Articles that hang may hang again: half of the workers stay with the others.
        alone = sum(worker is not None and worker.alone for worker in self._slots)
        return alone < max(1, self.size // 2)

    def _done(self, worker: Worker, task: Task, outcome: Outcome) -> None:
        worker.alone = False
        self._facts.done(worker, outcome)
        if task.started is not None:
            seconds = max(time.monotonic() - task.started, 1e-6)
            self._article_seconds += SMOOTHING * (seconds - self._article_seconds)
        self._settle(task, outcome)
        if worker.finished >= self._recycle_at[worker.slot]:
            self._recycle(worker)
        self._retire_if_replaced(worker)
        self._dispatch()

    def _settle(self, task: Task, outcome: Outcome) -> None:
        """Hand an outcome over, or queue the article for its second try."""
        if isinstance(outcome, Refused):
            metrics.ERRORS.labels(stage=outcome.stage, reason=outcome.reason).inc()
            if outcome.suspect and task.attempts == 1 and not task.future.done():
                metrics.RETRIES.labels(operation="article").inc()
                self._queue.add_suspect(task)
                return
        if not task.future.done():
            if isinstance(outcome, Processed):
                outcome = replace(outcome, facts=None)  # they have been remembered, and need not wait for a commit
            task.future.set_result(replace(outcome, attempts=task.attempts))

    # Workers come and go.

    def _start_worker(self, slot: int, *, successor: bool = False, after_seconds: float = 0.0) -> None:
        worker = Worker(slot, self._settings, self._article, self._ready, self._facts.ask, self._done, self._ended)
        if successor:
            self._successors[slot] = worker
        else:
            self._slots[slot] = worker
        start = asyncio.create_task(_start_after(worker, after_seconds))
        self._starts.add(start)
        start.add_done_callback(self._started)

    def _started(self, start: asyncio.Task[None]) -> None:
        self._starts.discard(start)
        if not start.cancelled() and (error := start.exception()) is not None:
            self._fail(WorkersUnavailable(f"a worker process could not be started: {error!r}"))

    def _ready(self, worker: Worker) -> None:
        if self._successors.get(worker.slot) is worker:
            predecessor = self._slots[worker.slot]
            self._slots[worker.slot] = self._successors.pop(worker.slot)
            self._recycle_at[worker.slot] = self._next_recycling()
            if predecessor is not None:
                predecessor.retiring = True
                self._retire_if_replaced(predecessor)
        if self.ready_count == self.size:
            self._all_ready.set()
        self._dispatch()

    def _ended(self, worker: Worker) -> None:
        """A process has ended: retired on purpose, killed by us, or dead by its article's doing."""
        self._facts.left(worker)
        if self._stopping or (worker.retiring and not worker.tasks):
            return
        cause = worker.kill_cause or ("crash" if worker.ready else "load")
        metrics.WORKER_RESTARTS.labels(cause=cause).inc()
        logger.warning("worker %d ended (%s): %s", worker.slot, cause, worker.describe_end())
        tasks = list(worker.tasks)
        worker.tasks.clear()
        for innocent in reversed(tasks[1:]):
            self._queue.put_back(innocent)
        if self._successors.get(worker.slot) is worker:
            del self._successors[worker.slot]
        elif self._slots[worker.slot] is worker:
            failed_to_load = not worker.ready
            self._start_worker(worker.slot, after_seconds=RESTART_SECONDS if failed_to_load else 0.0)
        if tasks:
            self._settle(tasks[0], self._verdict(worker, cause))
        self._count_death(worker)
        self._dispatch()

    def _verdict(self, worker: Worker, cause: str) -> Refused:
        """What the death of its worker says of the article at its front."""
        if cause == Reason.DEADLINE:
            seconds = self._settings.deadline_seconds
            return Refused(Stage.ENRICH, Reason.DEADLINE, f"not done after {seconds} s")
        if cause == Reason.OUT_OF_MEMORY:
            detail = f"its worker grew beyond {self._settings.memory_bytes} bytes"
            return Refused(Stage.ENRICH, Reason.OUT_OF_MEMORY, detail)
        return Refused(Stage.ENRICH, Reason.WORKER_CRASH, f"its worker ended: {worker.describe_end()}")

    def _count_death(self, worker: Worker) -> None:
        if not worker.ready and not self._all_ready.is_set():
            why = worker.load_error or f"its process ended: {worker.describe_end()}"
            self._fail(WorkersUnavailable(f"the article's program cannot be loaded: {why}"))
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
        if worker.slot not in self._successors and not worker.retiring and not self._stopping:
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
    await worker.start()
