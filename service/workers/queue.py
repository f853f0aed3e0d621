"""Articles that wait for a worker: new ones in order, suspects that are to be tried alone apart."""

from collections import deque
from collections.abc import Iterator

from service.workers.worker import Task


class TaskQueue:
    """Two lines: tasks in order, and tasks that had a first failure and get their second try alone."""

    def __init__(self) -> None:
        self._in_order: deque[Task] = deque()
        self._suspects: deque[Task] = deque()

    def __len__(self) -> int:
        return len(self._in_order) + len(self._suspects)

    def add(self, task: Task) -> None:
        """Queue a new task."""
        self._in_order.append(task)

    def put_back(self, task: Task) -> None:
        """Put a task back at the front: its worker ended before it was begun, so its try does not count."""
        task.attempts -= 1
        task.started = None
        self._in_order.appendleft(task)

    def add_suspect(self, task: Task) -> None:
        """Queue a task for its second try."""
        task.started = None
        self._suspects.append(task)

    def next_in_order(self) -> Task | None:
        """The next new task that is still wanted."""
        return _next(self._in_order)

    def next_suspect(self) -> Task | None:
        """The next suspect that is still wanted."""
        return _next(self._suspects)

    def drop_all(self) -> Iterator[Task]:
        """Empty both lines."""
        for line in (self._in_order, self._suspects):
            yield from line
            line.clear()


def _next(line: deque[Task]) -> Task | None:
    while line:
        task = line.popleft()
        if not task.future.done():
            return task
    return None
