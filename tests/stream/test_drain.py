"""`newswire drain` on a real Kafka: up to the ends it found, exactly, and then exit 0."""

import asyncio
import json
from dataclasses import replace

import pytest

from tests.conftest import MakeTopics, StartService
from tests.faults.accounts import PROGRAM, Accounts, article
from tests.kafka.cluster import KafkaCluster
from tests.kafka.records import committed, end_offsets, produce, produce_in_transaction, read_all

pytestmark = pytest.mark.timeout(240)


async def test_a_topic_that_ends_in_a_transaction_marker_is_drained_to_lag_zero(
    kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """The marker takes an offset that no record has; run again, it does nothing and exits with 0."""
    topics = await make_topics(kafka, 2)
    for partition in (0, 1):
        records = [{**article(f"a{partition}{n}"), "partition": partition} for n in range(5)]
        await produce_in_transaction(kafka.bootstrap, topics.raw, records)
    for _ in range(2):
        assert await asyncio.to_thread(start_service(kafka, topics, "drain").wait, 60) == 0
        ends = await end_offsets(kafka.bootstrap, topics.raw)
        assert ends == {0: 6, 1: 6}
        assert await committed(kafka.bootstrap, topics.group, topics.raw) == ends
        assert len(await read_all(kafka.bootstrap, topics.enriched)) == 10


async def test_records_after_the_captured_end_are_left_for_the_next_run(
    kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """A drain ends although the topic goes on growing."""
    topics = await make_topics(kafka)
    await produce(kafka.bootstrap, topics.raw, [article(f"a{n}", "busy 0.2") for n in range(10)])
    drain = start_service(kafka, topics, "drain", **PROGRAM)
    await asyncio.to_thread(
        drain.wait_until, lambda: drain.metric("newswire_messages_received_total") >= 1, 60, "reading"
    )
    await produce(kafka.bootstrap, topics.raw, [article(f"late{n}") for n in range(10)])
    assert await asyncio.to_thread(drain.wait, 60) == 0
    assert await committed(kafka.bootstrap, topics.group, topics.raw) == {0: 10}
    ids = [json.loads(record.value)["id"] for record in await read_all(kafka.bootstrap, topics.enriched)]
    assert ids == [f"a{n}" for n in range(10)]


async def test_killed_half_way_and_run_again_nothing_is_doubled(
    kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """It goes on from the committed offset."""
    accounts = Accounts(kafka.bootstrap, await make_topics(kafka, 2), 2)
    await accounts.send_good(600, "busy 0.005")
    drain = start_service(kafka, accounts.topics, "drain", **PROGRAM)
    await asyncio.to_thread(drain.wait_until, lambda: drain.metric("newswire_messages_total") > 50, 60, "half-way")
    drain.kill()
    assert await asyncio.to_thread(start_service(kafka, accounts.topics, "drain", **PROGRAM).wait, 90) == 0
    await accounts.check()


async def test_an_indexed_job_takes_its_share_of_the_partitions(
    kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """Partition number modulo the number of Jobs is the Job's index."""
    topics = await make_topics(kafka, 3)
    await produce(kafka.bootstrap, topics.raw, [{**article(f"a{n}"), "partition": n % 3} for n in range(30)])
    job = start_service(kafka, topics, "drain", NEWSWIRE_DRAIN_COUNT="2", JOB_COMPLETION_INDEX="1")
    assert await asyncio.to_thread(job.wait, 60) == 0
    assert await committed(kafka.bootstrap, topics.group, topics.raw) == {0: None, 1: 10, 2: None}
    other = start_service(kafka, topics, "drain", "--index", "0", "--count", "2")
    assert await asyncio.to_thread(other.wait, 60) == 0
    assert await committed(kafka.bootstrap, topics.group, topics.raw) == {0: 10, 1: 10, 2: 10}


async def test_a_partition_that_the_topic_does_not_have_is_a_wrong_setting(
    kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """Exit code 78, and the variable is named."""
    topics = await make_topics(kafka)
    drain = start_service(kafka, topics, "drain", "--partitions", "0,7")
    assert await asyncio.to_thread(drain.wait, 60) == 78
    assert "NEWSWIRE_DRAIN_PARTITIONS" in drain.log()


async def test_a_topic_that_is_missing_ends_the_job(
    kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """As a wrong setting; a service would wait for it."""
    topics = replace(await make_topics(kafka), events="no.such.topic")
    drain = start_service(kafka, topics, "drain")
    assert await asyncio.to_thread(drain.wait, 60) == 78
    assert "NEWSWIRE_TOPIC_*: the broker does not know no.such.topic" in drain.log()


async def test_an_empty_topic_is_drained_at_once(
    kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """Nothing to do is not an error."""
    topics = await make_topics(kafka, 2)
    assert await asyncio.to_thread(start_service(kafka, topics, "drain").wait, 60) == 0
