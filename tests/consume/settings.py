"""Settings of a consumer on a real Kafka."""

from dataclasses import replace
from typing import Any

from service.config import Settings
from tests.kafka.cluster import KafkaCluster


def settings_for(kafka: KafkaCluster, **consumer: Any) -> Settings:
    """The default settings with a cluster's address, and some of the consumer's."""
    base = Settings()
    return replace(
        base,
        kafka=replace(base.kafka, bootstrap_servers=kafka.bootstrap),
        consumer=replace(base.consumer, **consumer),
    )
