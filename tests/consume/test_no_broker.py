"""A cluster that tells of no broker, as a lone one does while it starts: aiokafka fails with an assertion then."""

import pytest

from service.consume.source import Source
from service.errors import BrokerUnavailable
from service.messages import Partition
from tests.conftest import MakeTopics
from tests.consume.settings import settings_for
from tests.kafka.cluster import KafkaCluster


async def test_whoever_asks_it_for_an_offset_is_to_try_again(kafka: KafkaCluster, make_topics: MakeTopics) -> None:
    """A lane does; by any other error it would end the service."""
    topics = await make_topics(kafka)
    source = Source(settings_for(kafka), topics.raw, topics.group)
    await source.start()
    try:
        source._running._client.cluster._brokers = {}
        with pytest.raises(BrokerUnavailable, match="committed offset"):
            await source.start_offset(Partition(topics.raw, 0))
        await source._running._client.force_metadata_update()
    finally:
        await source.stop()
