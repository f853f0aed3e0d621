"""`newswire run` while its topics are deleted and made anew: it says what is missing, and goes on by itself."""

import json

from tests.conftest import MakeTopics, StartService
from tests.faults.accounts import article
from tests.kafka.cluster import KafkaCluster
from tests.kafka.records import committed, end_offsets, produce, read_all
from tests.kafka.topics import delete_topic, make_anew


async def published(kafka: KafkaCluster, topic: str) -> list[str]:
    return [json.loads(record.value)["id"] for record in await read_all(kafka.bootstrap, topic)]


async def test_an_input_topic_made_anew_is_missed_and_then_read_from_its_beginning(
    kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """Its offsets begin anew, too: below those that were committed."""
    topics = await make_topics(kafka)
    service = start_service(kafka, topics, "run").wait_until_ready()
    await produce(kafka.bootstrap, topics.raw, [article(f"old-{n}") for n in range(5)])
    service.wait_until(lambda: service.metric("newswire_messages_total") == 5, 60, "done with the old ones")
    await delete_topic(kafka.bootstrap, topics.raw)
    service.wait_until(lambda: topics.raw in service.causes("/readyz").get("topics_missing", ""), 60, "missing it")
    assert service.get("/livez")[0] == 200
    await make_anew(kafka, topics.raw, 1)
    await produce(kafka.bootstrap, topics.raw, [article(f"new-{n}") for n in range(3)])
    service.wait_until(lambda: service.metric("newswire_messages_total") == 8, 60, "done with the new ones")
    assert await published(kafka, topics.enriched) == [f"old-{n}" for n in range(5)] + [f"new-{n}" for n in range(3)]
    assert await committed(kafka.bootstrap, topics.group, topics.raw) == await end_offsets(kafka.bootstrap, topics.raw)


async def test_articles_wait_for_an_output_topic_that_is_made_anew(
    kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """Each comes out once, in order; the lane says what it waits for."""
    topics = await make_topics(kafka)
    quick = {"NEWSWIRE_TRANSACTION_TIMEOUT_SECONDS": "1", "NEWSWIRE_BACKOFF_MAX_SECONDS": "0.5"}
    service = start_service(kafka, topics, "run", **quick).wait_until_ready()
    await produce(kafka.bootstrap, topics.raw, [article(f"old-{n}") for n in range(5)])
    service.wait_until(lambda: service.metric("newswire_messages_total") == 5, 60, "done with the old ones")
    await delete_topic(kafka.bootstrap, topics.enriched)
    await produce(kafka.bootstrap, topics.raw, [article(f"new-{n}") for n in range(5)])
    missing = f"the broker does not know {topics.enriched}"
    service.wait_until(lambda: missing in service.causes("/readyz").get("partition_failing", ""), 60, "missing it")
    await make_anew(kafka, topics.enriched, 1)
    service.wait_until(lambda: service.metric("newswire_messages_total") == 10, 60, "done with the new ones")
    assert await published(kafka, topics.enriched) == [f"new-{n}" for n in range(5)]
    service.wait_until(lambda: service.get("/readyz")[0] == 200, 30, "ready again")
