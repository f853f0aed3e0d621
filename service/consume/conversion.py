"""Between aiokafka's records and partitions and ours."""

from collections.abc import Coroutine
from typing import Any

from aiokafka import TopicPartition
from aiokafka.errors import KafkaError

from service.messages import Partition, RawRecord


def raw_record(record: Any) -> RawRecord:
    """A record of aiokafka as a lane takes it."""
    return RawRecord(
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
        timestamp_ms=record.timestamp,
        key=record.key,
        value=record.value,
        headers=record.headers,
    )


def to_kafka(partition: Partition) -> TopicPartition:
    """A partition as aiokafka takes it."""
    return TopicPartition(partition.topic, partition.partition)


def from_kafka(partition: Any) -> Partition:
    """A partition of aiokafka as ours."""
    return Partition(partition.topic, partition.partition)


def at_hand(awaitable: Coroutine[Any, Any, int]) -> int | None:
    """The result of a coroutine that has it at hand, None of one that would have to wait, or that fails."""
    try:
        awaitable.send(None)
    except StopIteration as finished:
        return int(finished.value)
    except KafkaError:
        return None
    awaitable.close()
    return None
