"""Articles that wait for a worker: new ones by partition, each in turn; suspects that are to be tried alone apart."""

from collections import OrderedDict, deque
from collections.abc import Iterator

from service.messages import Partition
from service.workers.worker import Task


class TaskQueue:
    """A line for each partition, served in turn, and one of suspects: tasks that get their second try, alone.

    In one line for all, a partition would wait for whole windows of others: for minutes where articles are long,
    which looks like one that is stuck.
    """

    def __init__(self) -> None:
        self._lines: OrderedDict[Partition, deque[Task]] = OrderedDict()  # those to be served next come first
        self._in_turn = 0  # tasks that the first line has given in its turn
        self._suspects: deque[Task] = deque()

    def __len__(self) -> int:
        return sum(map(len, self._lines.values())) + len(self._suspects)

    def __bool__(self) -> bool:
        return bool(self._lines or self._suspects)

    def add(self, task: Task) -> None:
        """Queue a new task."""
        self._line_of(task).append(task)

    def put_back(self, task: Task) -> None:
        """Put a task back at the front: its worker ended before it was begun, so its try does not count."""
        task.attempts -= 1
        task.started = None
        self._line_of(task).appendleft(task)
        self._lines.move_to_end(_partition(task), last=False)

    def add_suspect(self, task: Task) -> None:
        """Queue a task for its second try."""
        task.started = task.cpu_before = None
        self._suspects.append(task)

    def next_in_turn(self, most: int) -> Task | None:
        """The next new task that is still wanted.

        Args:
            most: tasks of one partition that a turn of it takes, before each other partition has its own.
        """
        while self._lines:
            partition, line = next(iter(self._lines.items()))
            task = _next(line)
            self._in_turn += 1
            if not line or self._in_turn >= most:
                self._in_turn = 0
                self._lines.move_to_end(partition)
            if not line:
                del self._lines[partition]
            if task is not None:
                return task
        return None

    def next_suspect(self) -> Task | None:
        """The next suspect that is still wanted."""
        return _next(self._suspects)

    def drop_all(self) -> Iterator[Task]:
        """Empty all lines."""
        lines = [*self._lines.values(), self._suspects]
        self._lines.clear()
        for line in lines:
            yield from line
            line.clear()

    def _line_of(self, task: Task) -> deque[Task]:
        return self._lines.setdefault(_partition(task), deque())


def _partition(task: Task) -> Partition:
    return Partition(task.record.topic, task.record.partition)


def _next(line: deque[Task]) -> Task | None:
    while line:
        task = line.popleft()
        if not task.future.done():
            return task
    return None
