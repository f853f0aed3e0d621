"""The order in which articles that wait are given to workers."""

import asyncio

from service.messages import RawRecord
from service.workers.queue import TaskQueue
from service.workers.worker import Task


def queue_of(*partitions: int) -> TaskQueue:
    """A queue to which an article of each of these partitions was added, in their order; must be called in a loop."""
    queue = TaskQueue()
    for number, partition in enumerate(partitions):
        record = RawRecord("news.raw", partition, number, timestamp_ms=0, key=None, value=b"")
        queue.add(Task(number, record, asyncio.get_running_loop().create_future()))
    return queue


def given(queue: TaskQueue, most: int) -> list[int]:
    """The partitions of all that the queue gives."""
    found = []
    while (task := queue.next_in_turn(most)) is not None:
        found.append(task.record.partition)
    return found


async def test_a_turn_is_of_several_articles_of_a_partition() -> None:
    """So that they end together, and one transaction takes them all."""
    assert given(queue_of(0, 0, 0, 1, 1, 1), most=2) == [0, 0, 1, 1, 0, 1]


async def test_a_partition_that_has_no_more_leaves_the_rest_of_its_turn_to_the_next() -> None:
    """Which has a whole turn of its own."""
    assert given(queue_of(0, 1, 1, 1, 2), most=2) == [0, 1, 1, 2, 1]


async def test_articles_that_are_not_wanted_any_more_are_left_out() -> None:
    """Their partition was taken away."""
    queue = queue_of(0, 1, 0)
    for task in list(queue.drop_all())[:2]:
        task.future.cancel()
        queue.add(task)
    assert given(queue, most=1) == []
