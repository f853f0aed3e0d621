"""What the source makes of a topic that changes while it is read, and of a process with its name; on a real Kafka."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiokafka import ConsumerRebalanceListener, TopicPartition

from service.config import Settings
from service.config.kafka import KafkaSettings
from service.consume.source import Source
from service.errors import SettingsError, TopicsMissing
from service.messages import Partition
from service.security import client_arguments
from tests.consume.settings import settings_for
from tests.kafka.cluster import KafkaCluster
from tests.kafka.records import Topics, produce
from tests.kafka.topics import add_partitions, delete_topic


class Held(ConsumerRebalanceListener):  # type: ignore[misc]  # aiokafka has no type information
    """The partitions that a member holds."""

    def __init__(self) -> None:
        self.numbers: set[int] = set()

    async def on_partitions_revoked(self, revoked: Iterable[TopicPartition]) -> None:
        self.numbers = set()

    async def on_partitions_assigned(self, assigned: Iterable[TopicPartition]) -> None:
        self.numbers = {found.partition for found in assigned}


def member_settings(kafka: KafkaCluster, **consumer: Any) -> Settings:
    return settings_for(kafka, **{"session_timeout_seconds": 30.0, "heartbeat_seconds": 0.1, **consumer})


@asynccontextmanager
async def member(
    settings: Settings, topics: Topics, held: Held, told: list[Exception] | None = None
) -> AsyncIterator[Source]:
    """A member of the group, which reads only when the test does; ``told`` gets what is wrong with its name."""
    source = Source(settings, topics.raw, topics.group)
    await source.start()
    try:
        await source.require([topics.raw])
        on_failure = (told if told is not None else []).append
        source.subscribe(held, on_failure)
        yield source
    finally:
        await source.stop()


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not condition():
            await asyncio.sleep(0.01)


async def test_partitions_that_are_added_are_shared_out_and_read_from_their_beginning(
    kafka: KafkaCluster, topics: Topics, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Within five minutes, after which clients ask for news of a topic; here sooner."""

    def curious(settings: KafkaSettings) -> dict[str, Any]:
        return {**client_arguments(settings), "metadata_max_age_ms": 200}

    monkeypatch.setattr("service.consume.consumer.client_arguments", curious)
    first, second = Held(), Held()
    settings = member_settings(kafka)
    async with member(settings, topics, first) as source, member(settings, topics, second):
        await until(lambda: {len(first.numbers), len(second.numbers)} == {1})
        await add_partitions(kafka.bootstrap, topics.raw, 6)
        await produce(kafka.bootstrap, topics.raw, [{"value": b"%d" % n, "partition": n} for n in range(6)])
        await until(lambda: {len(first.numbers), len(second.numbers)} == {3})
        assert first.numbers | second.numbers == set(range(6))
        ours = [Partition(topics.raw, number) for number in first.numbers]
        assert [await source.start_offset(partition) for partition in ours] == [0, 0, 0]


async def test_a_topic_that_is_deleted_while_it_is_read_is_missing(
    kafka: KafkaCluster, topics: Topics, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A consumer of nothing would say nothing, and hold nothing for minutes after the topic is back."""
    monkeypatch.setattr("service.consume.topics.TOPIC_SECONDS", 0.1)
    held = Held()
    async with member(member_settings(kafka), topics, held) as source:
        await until(lambda: held.numbers == {0, 1})
        for partition in (Partition(topics.raw, 0), Partition(topics.raw, 1)):
            source.seek(partition, await source.start_offset(partition))  # as lanes do before they read
        await delete_topic(kafka.bootstrap, topics.raw)
        with pytest.raises(TopicsMissing, match=topics.raw):
            async with asyncio.timeout(30):
                while True:
                    await source.poll([Partition(topics.raw, 0)], some_left_out=False)


async def test_of_two_processes_with_one_name_one_is_told_and_spares_the_other(
    kafka: KafkaCluster, topics: Topics
) -> None:
    """Else each would take the partitions from the other for ever."""
    settings = member_settings(kafka, group_instance_id="newswire-0")
    told: list[Exception] = []
    first, second = Held(), Held()
    async with member(settings, topics, first, told):
        await until(lambda: first.numbers == {0, 1})
        async with member(settings, topics, second, told):
            await until(lambda: bool(told))
            await until(lambda: sorted(first.numbers | second.numbers) == [0, 1] and len(first.numbers) == 1)
    [failure] = told
    assert isinstance(failure, SettingsError)
    assert "NEWSWIRE_GROUP_INSTANCE_ID: another process of the group is newswire-0, too" in str(failure)


async def test_a_member_that_makes_room_for_another_sees_no_namesake(kafka: KafkaCluster, topics: Topics) -> None:
    """A rebalance takes partitions away, and throws nobody out."""
    settings = [member_settings(kafka, group_instance_id=name) for name in ("newswire-0", "newswire-1")]
    told: list[Exception] = []
    held = Held()
    async with member(settings[0], topics, held, told):
        await until(lambda: held.numbers == {0, 1})
        async with member(settings[1], topics, Held(), told):
            await until(lambda: len(held.numbers) == 1)
    assert told == []
