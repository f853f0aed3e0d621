"""Changing topics as an operator would, while others read and write them."""

from aiokafka.admin import AIOKafkaAdminClient, NewPartitions
from aiokafka.errors import TopicAlreadyExistsError, for_code

from tests.kafka.cluster import KafkaCluster


async def add_partitions(bootstrap: str, topic: str, total: int) -> None:
    """Give a topic more partitions, up to ``total``."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    try:
        answer = await admin.create_partitions({topic: NewPartitions(total)})
    finally:
        await admin.close()
    [(_, code, message)] = answer.topic_errors
    assert code == 0, for_code(code)(message)


async def delete_topic(bootstrap: str, topic: str) -> None:
    """Delete a topic with all that is in it."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    try:
        answer = await admin.delete_topics([topic])
    finally:
        await admin.close()
    [(_, code)] = answer.topic_error_codes
    assert code == 0, for_code(code)


async def make_anew(cluster: KafkaCluster, topic: str, partitions: int) -> None:
    """Create a topic whose namesake was just deleted, once that is gone."""
    while True:
        try:
            return await cluster.create_topics({topic: partitions})
        except TopicAlreadyExistsError:
            continue
