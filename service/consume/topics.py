"""What a broker tells of topics: whether they are there, and their partitions."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.client import AIOKafkaClient

from service.config.kafka import KafkaSettings
from service.errors import BrokerUnavailable, TopicsMissing
from service.messages import Partition
from service.security import client_arguments

Ask = Callable[[Awaitable[Any], str], Awaitable[Any]]
"""Awaits an answer of the broker in bounded time; takes the question, and what it is about in words."""

TOPIC_SECONDS = 5.0  # for news of a topic that was just created
TOPIC_POLL_SECONDS = 0.5


async def require_topics(client: AIOKafkaClient, topics: Sequence[str], ask: Ask) -> None:
    """Make sure that topics are there.

    Args:
        client: asks from now on for news of these topics only.
        topics: their names.
        ask: how the broker is asked.

    Raises:
        TopicsMissing: some are not, and did not come within seconds.
        BrokerUnavailable: the broker did not answer.
    """
    answered = await ask(client.set_topics(topics), "metadata")
    deadline = time.monotonic() + TOPIC_SECONDS
    while missing := [topic for topic in topics if not client.cluster.partitions_for_topic(topic)]:
        if not answered:
            raise BrokerUnavailable("metadata: no broker tells of the topics")
        if time.monotonic() > deadline:
            raise TopicsMissing(
                f"the broker does not know {', '.join(missing)}, or does not let this user describe it; "
                "create it, or set NEWSWIRE_TOPIC_* to the right name"
            )
        await asyncio.sleep(TOPIC_POLL_SECONDS)
        answered = await ask(client.force_metadata_update(), "metadata")


async def partitions_of(topic: str, settings: KafkaSettings, ask: Ask) -> list[Partition]:
    """Every partition of a topic, in order.

    A consumer learns about partitions only of topics it is subscribed to, hence a client of its own.

    Args:
        topic: its name.
        settings: how Kafka is reached.
        ask: how the broker is asked.

    Raises:
        BrokerUnavailable: the broker does not know the topic, or did not answer.
    """
    admin = AIOKafkaAdminClient(**client_arguments(settings))
    try:
        await ask(admin.start(), "metadata")
        [described] = await ask(admin.describe_topics([topic]), "metadata")
    finally:
        await admin.close()
    if not described["partitions"]:
        raise BrokerUnavailable(f"the broker does not know the topic {topic}")
    numbers = sorted(found["partition"] for found in described["partitions"])
    return [Partition(topic, number) for number in numbers]
