"""Which worker gets which article, and which articles are tried once more."""

import asyncio
import itertools
import time
from collections.abc import Sequence
from dataclasses import replace

from service.messages import Outcome, Processed, RawRecord, Refused
from service.observe import metrics
from service.workers.queue import TaskQueue
from service.workers.slots import Slots
from service.workers.worker import Task, Worker

# Articles in a worker's socket beside the running one: enough work to last while this process waits
# for its turn on a busy machine, and few when articles are long, since a hang holds those behind it up.
WAITING_SECONDS = 0.025
MIN_WAITING, MAX_WAITING = 1, 7
SMOOTHING = 0.05  # of the mean time of an article

TURN_SECONDS = 0.25
"""Of a worker's time that a partition gets in its turn. Short articles go on in runs: of single ones, every
partition would be in every moment's transactions, each of a few articles only."""


class Dispatcher:
    """Hands queued articles to workers, and their outcomes to those who submitted them.

    Args:
        slots: the pool's; read anew at each turn.
    """

    def __init__(self, slots: Slots) -> None:
        self._slots = slots
        self._queue = TaskQueue()
        self._numbers = itertools.count()
        self._article_seconds = WAITING_SECONDS
        self._stopped = False

    @property
    def queued(self) -> int:
        """Articles that wait for a worker."""
        return len(self._queue)

    def submit(self, record: RawRecord) -> asyncio.Future[Outcome]:
        """Queue an article; the future gives its outcome."""
        future: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._queue.add(Task(next(self._numbers), record, future))
        self.dispatch()
        return future

    def put_back(self, tasks: Sequence[Task]) -> None:
        """Put tasks that a worker had not begun when it ended back at the front of the queue, in their order."""
        for task in reversed(tasks):
            self._queue.put_back(task)

    def drop_queued(self) -> None:
        """Cancel every article that no worker has begun."""
        waiting = list(self._queue.drop_all())
        for worker in self._slots.workers:
            waiting += list(worker.tasks)[1:]
        for task in waiting:
            task.future.cancel()

    def stop(self) -> None:
        """Give out no more."""
        self._stopped = True
        self.drop_queued()

    def dispatch(self) -> None:
        """Give waiting articles to workers: to idle ones first, then a few behind those that run."""
        if self._stopped or not self._queue:
            return
        waiting = int(WAITING_SECONDS / self._article_seconds)
        for depth in range(1 + min(max(waiting, MIN_WAITING), MAX_WAITING)):
            for worker in self._slots.holders:
                if worker is None or not worker.ready or worker.retiring or worker.alone:
                    continue
                if len(worker.tasks) == depth and not self._give(worker):
                    return

    def done(self, worker: Worker, task: Task, outcome: Outcome) -> None:
        """A worker is done with its article."""
        worker.alone = False
        if task.started is not None:
            seconds = max(time.monotonic() - task.started, 1e-6)
            self._article_seconds += SMOOTHING * (seconds - self._article_seconds)
        self.settle(task, outcome)

    def settle(self, task: Task, outcome: Outcome) -> None:
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

    def _give(self, worker: Worker) -> bool:
        """Give one article to a worker; False when there is none left for it or anyone."""
        if not worker.tasks and self._suspect_may_run() and (suspect := self._queue.next_suspect()):
            worker.alone = True
            worker.give(suspect)
            return True
        task = self._queue.next_in_turn(max(1, int(TURN_SECONDS / self._article_seconds)))
        if task is None:
            return False
        metrics.QUEUE_WAIT.observe(time.monotonic() - task.queued)
        worker.give(task)
        return True

    def _suspect_may_run(self) -> bool:
        # Articles that hang may hang again: half of the workers stay with the others.
        alone = sum(worker is not None and worker.alone for worker in self._slots.holders)
        return alone < max(1, len(self._slots.holders) // 2)
