"""A consumer of aiokafka: made with the settings that exactly-once needs, and ended in bounded time."""

import asyncio
import logging

from aiokafka import AIOKafkaConsumer
from aiokafka.coordinator.assignors.sticky.sticky_assignor import StickyPartitionAssignor

from service.config import Settings
from service.consume.foreign_headers import read_foreign_headers
from service.security import client_arguments

logger = logging.getLogger(__name__)

LEAVE_SHARE = 0.6
"""Share of the time to end that the broker has to answer to leaving the group; then it is left without an answer."""


def new_consumer(settings: Settings, group: str) -> AIOKafkaConsumer:
    """A consumer that is not started yet.

    Args:
        settings: all settings.
        group: its consumer group.
    """
    read_foreign_headers()
    consumer = settings.consumer
    return AIOKafkaConsumer(
        **client_arguments(settings.kafka),
        group_id=group,
        group_instance_id=consumer.group_instance_id,
        enable_auto_commit=False,
        isolation_level="read_committed",
        auto_offset_reset="none",  # a place that is lost is told, and not silently another one
        session_timeout_ms=int(1000 * consumer.session_timeout_seconds),
        heartbeat_interval_ms=int(1000 * consumer.heartbeat_seconds),
        # aiokafka's default is the session timeout, too short for a revoked lane's last transaction.
        rebalance_timeout_ms=int(1000 * consumer.rebalance_timeout_seconds),
        max_poll_interval_ms=int(1000 * consumer.max_poll_interval_seconds),
        max_partition_fetch_bytes=consumer.partition_fetch_bytes,
        request_timeout_ms=int(1000 * settings.kafka.request_timeout_seconds),
        partition_assignment_strategy=(StickyPartitionAssignor,),
    )


async def end_consumer(consumer: AIOKafkaConsumer, budget_seconds: float) -> None:
    """Stop a consumer; one whose broker does not answer is disconnected, which ends its requests.

    Args:
        consumer: started, or given up while it was starting.
        budget_seconds: for all of it.
    """
    stopping = asyncio.ensure_future(consumer.stop())
    done, _ = await asyncio.wait({stopping}, timeout=budget_seconds * LEAVE_SHARE)
    if not done:
        logger.warning("the broker does not answer: the group is left without a word")
        disconnecting = asyncio.ensure_future(consumer._client.close())
        _, unfinished = await asyncio.wait({stopping, disconnecting}, timeout=budget_seconds * (1 - LEAVE_SHARE))
        for task in unfinished:
            task.cancel()
    if stopping.done() and not stopping.cancelled() and (error := stopping.exception()):
        logger.warning("the consumer did not stop cleanly: %s", type(error).__name__)
