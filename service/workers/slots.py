"""The places of a pool: which worker has each, and which is to have it next."""

import time

from service.workers.worker import Worker


class Slots:
    """A number of places, each for one worker at a time.

    Args:
        count: of places.

    Attributes:
        holders: the worker that has each place now; None before the first one has it.
    """

    def __init__(self, count: int) -> None:
        self.holders: list[Worker | None] = [None] * count
        self._successors: dict[int, Worker] = {}  # each loads its program while its predecessor goes on
        self._leaving: list[Worker] = []  # replaced, with an article still to finish

    @property
    def workers(self) -> list[Worker]:
        """Every worker that has a place, or had one and has not ended."""
        return [worker for worker in (*self._leaving, *self.holders) if worker is not None]

    @property
    def announced(self) -> list[Worker]:
        """The same, and every successor, started or not."""
        return [*self.workers, *self._successors.values()]

    @property
    def processes(self) -> list[Worker]:
        """Every worker whose process was started, successors too."""
        return [worker for worker in self.announced if worker.pid]

    @property
    def ready_count(self) -> int:
        """Workers that have loaded their program."""
        return sum(worker is not None and worker.ready for worker in self.holders)

    @property
    def busy_count(self) -> int:
        """Workers that run an article."""
        return sum(worker is not None and bool(worker.tasks) for worker in self.holders)

    @property
    def oldest_running_seconds(self) -> float:
        """For how long the longest running article runs."""
        starts = [worker.tasks[0].started for worker in self.workers if worker.tasks]
        return max((time.monotonic() - start for start in starts if start is not None), default=0.0)

    def put(self, worker: Worker) -> None:
        """Give a worker its place."""
        self.holders[worker.slot] = worker

    def announce(self, successor: Worker) -> None:
        """Remember who is to have a place once it is ready."""
        self._successors[successor.slot] = successor

    def is_succeeded(self, worker: Worker) -> bool:
        """Whether somebody is to have this worker's place."""
        return worker.slot in self._successors

    def hand_over(self, successor: Worker) -> Worker | None:
        """Give a successor that is ready its place; the worker that had it, None when this is no successor."""
        if self._successors.get(successor.slot) is not successor:
            return None
        predecessor = self.holders[successor.slot]
        self.holders[successor.slot] = self._successors.pop(successor.slot)
        if predecessor is not None:
            self._leaving.append(predecessor)
        return predecessor

    def left(self, worker: Worker) -> bool:
        """Forget a worker that has ended; whether its place is empty now."""
        if worker in self._leaving:
            self._leaving.remove(worker)
        if self._successors.get(worker.slot) is worker:
            del self._successors[worker.slot]
        return self.holders[worker.slot] is worker
