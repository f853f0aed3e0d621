"""Which offsets of one partition are read, finished and committed. Pure: no Kafka, no clock.

Articles finish in any order; offsets are committed only up to the first unfinished one. Offsets
have holes (transaction markers, compaction), so the offset to commit is that of the next record
known, not the last one plus one.
"""

from collections import OrderedDict
from collections.abc import Iterator
from itertools import islice
from typing import Generic, TypeVar

Item = TypeVar("Item")


class OffsetTracker(Generic[Item]):
    """The window between the committed offset and the read position of one partition.

    Attributes:
        committed: the group's offset: every record below it is done with.
        position: the next offset to read; never below ``committed``.
    """

    def __init__(self, start: int) -> None:
        self.committed = start
        self.position = start
        self._items: OrderedDict[int, Item] = OrderedDict()
        self._finished: set[int] = set()

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, offset: int) -> bool:
        return offset in self._items

    def items(self) -> Iterator[Item]:
        """Every item of the window, in offset order."""
        return iter(self._items.values())

    def receive(self, offset: int, item: Item) -> None:
        """Take a record into the window.

        Raises:
            ValueError: its offset was passed already.
        """
        if offset < self.position:
            raise ValueError(f"offset {offset} was read before: the position is {self.position}")
        self._items[offset] = item
        self.position = offset + 1

    def advance(self, position: int) -> None:
        """Move the read position past offsets that hold no record, such as transaction markers."""
        self.position = max(self.position, position)

    def finish(self, offset: int) -> bool:
        """Mark a record of the window as finished.

        Returns:
            Whether it is the first of the window, so that there is something new to commit.

        Raises:
            KeyError: the offset is not in the window.
        """
        if offset not in self._items:
            raise KeyError(offset)
        self._finished.add(offset)
        return next(iter(self._items)) == offset

    @property
    def finished_count(self) -> int:
        """How many records of the window are finished, in the run or behind a gap."""
        return len(self._finished)

    @property
    def something_to_commit(self) -> bool:
        """Whether the committed offset can move: a run is ready, or only markers were passed."""
        return self.run_ready or (not self._items and self.position > self.committed)

    @property
    def run_ready(self) -> bool:
        """Whether the first record of the window is finished."""
        return bool(self._items) and next(iter(self._items)) in self._finished

    def finished_run(self, most: int) -> list[Item]:
        """The unbroken run of finished records from the front, at most ``most``; they stay in the window."""
        run: list[Item] = []
        for offset, item in islice(self._items.items(), most):
            if offset not in self._finished:
                break
            run.append(item)
        return run

    def offset_after(self, count: int) -> int:
        """The offset to commit when the first ``count`` records of the window are done with."""
        return next(islice(self._items, count, None), self.position)

    def commit(self, offset: int) -> None:
        """Note that the group's offset is now ``offset`` and forget the records below it.

        Raises:
            ValueError: it lies outside of ``committed`` to ``position``.
        """
        if not self.committed <= offset <= self.position:
            raise ValueError(f"{offset} is outside of {self.committed} to {self.position}")
        while self._items and next(iter(self._items)) < offset:
            passed, _ = self._items.popitem(last=False)
            self._finished.discard(passed)
        self.committed = offset
