"""`newswire run` on a real Kafka: what goes in comes out, once, in order, valid."""

import asyncio
import json
import uuid
from dataclasses import replace
from pathlib import Path

import pytest

from service.schemas import faults
from tests.conftest import MakeTopics, StartService
from tests.kafka.cluster import KafkaCluster
from tests.kafka.records import (
    committed,
    delete_records,
    end_offsets,
    headers_of,
    open_transaction,
    produce,
    read_all,
)


def article(number: int) -> dict[str, bytes]:
    body = f"Article {number}. The minister said on Monday that talks would go on."
    return {"value": json.dumps({"id": f"a{number}", "body": body}).encode()}


async def test_the_seed_article_comes_out_as_a_valid_record(
    kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService, shared: Path
) -> None:
    """A plain text message through real Kafka."""
    topics = await make_topics(kafka)
    service = start_service(kafka, topics, "run").wait_until_ready()
    seed = {
        "value": (shared / "gold/seed/article.txt").read_bytes(),
        "headers": [("content-type", b"text/plain")],
    }
    await produce(kafka.bootstrap, topics.raw, [seed])
    service.wait_until(lambda: service.metric("newswire_messages_total", outcome="published") == 1, 30, "published")
    [published] = await read_all(kafka.bootstrap, topics.enriched)
    record = json.loads(published.value)
    assert list(faults(record, "enriched-article.v1")) == []
    assert record["text"].startswith("Russia seeks Iran drones")
    assert published.key.decode() == record["id"]
    assert service.terminate() == 0


async def test_articles_come_out_once_and_in_order_of_their_partition(
    kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """With two workers that finish in any order."""
    topics = await make_topics(kafka, partitions=3)
    await produce(kafka.bootstrap, topics.raw, [{**article(n), "partition": n % 3} for n in range(300)])
    service = start_service(kafka, topics, "run", NEWSWIRE_WORKERS="2").wait_until_ready()
    service.wait_until(lambda: service.metric("newswire_messages_total") == 300, 60, "published")
    inputs = {json.loads(r.value)["id"]: (r.partition, r.offset) for r in await read_all(kafka.bootstrap, topics.raw)}
    outputs = [json.loads(r.value)["id"] for r in await read_all(kafka.bootstrap, topics.enriched)]
    assert sorted(outputs) == sorted(inputs)
    by_partition: dict[tuple[int, int], int] = {}
    for record in await read_all(kafka.bootstrap, topics.enriched):
        source, offset = inputs[json.loads(record.value)["id"]]
        assert offset > by_partition.get((source, record.partition), -1)
        by_partition[source, record.partition] = offset
    assert service.terminate() == 0
    assert await committed(kafka.bootstrap, topics.group, topics.raw) == await end_offsets(kafka.bootstrap, topics.raw)


async def test_copies_name_their_original_across_the_partitions_of_a_process(
    kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """And are not enriched again, whichever worker they come to."""
    topics = await make_topics(kafka, partitions=2)
    service = start_service(kafka, topics, "run", NEWSWIRE_WORKERS="2").wait_until_ready()
    body = "The ministers of Ostmark and Veldoria met on Monday. They spoke about the harbour."
    for number in range(4):
        copy = {"value": json.dumps({"id": f"a{number}", "body": body}).encode(), "partition": number % 2}
        await produce(kafka.bootstrap, topics.raw, [copy])
        service.wait_until(lambda count=number + 1: service.metric("newswire_messages_total") == count, 30, "published")
    records = [json.loads(published.value) for published in await read_all(kafka.bootstrap, topics.enriched)]
    originals = {record["id"]: record["duplicate"]["of"] for record in records}
    assert originals == {"a0": None, "a1": "a0", "a2": "a0", "a3": "a0"}
    assert service.metric("newswire_duplicates_total", kind="exact") == 3
    assert service.metric("newswire_facts_reused_total") == 3
    assert service.terminate() == 0


async def test_traces_and_cloudevents_attributes_travel_in_headers(
    kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """Binary mode by default; W3C trace headers are handed on."""
    topics = await make_topics(kafka)
    trace = b"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    await produce(kafka.bootstrap, topics.raw, [{**article(1), "headers": [("traceparent", trace)]}])
    service = start_service(kafka, topics, "run").wait_until_ready()
    service.wait_until(lambda: service.metric("newswire_messages_total") == 1, 30, "published")
    [published] = await read_all(kafka.bootstrap, topics.enriched)
    headers = headers_of(published)
    assert headers["traceparent"] == trace.decode()
    assert headers["ce_type"] == "io.newswire.article.enriched.v1"
    assert headers["ce_subject"] == "a1"
    assert headers["content-type"] == "application/json"


async def test_a_topic_that_is_missing_is_waited_for_and_told(
    kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """A consumer of a topic that is not there is told nothing, and would seem ready for ever."""
    topics = replace(await make_topics(kafka), raw=f"{uuid.uuid4().hex[:8]}.raw")
    service = start_service(kafka, topics, "run")
    service.wait_until(lambda: "topics_missing" in service.causes("/readyz"), 60, "told")
    assert topics.raw in service.causes("/readyz")["topics_missing"]
    assert service.get("/livez")[0] == 200
    await kafka.create_topics({topics.raw: 1})
    await produce(kafka.bootstrap, topics.raw, [article(1)])
    service.wait_until(lambda: service.metric("newswire_messages_total") == 1, 60, "published")
    assert service.terminate() == 0


async def test_a_second_signal_ends_the_service_at_once(
    kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """While an article keeps the first one waiting."""
    topics = await make_topics(kafka)
    settings = {"NEWSWIRE_PROGRAM": "tests.workers.programs:obedient", "NEWSWIRE_STOP_SECONDS": "60"}
    service = start_service(kafka, topics, "run", **settings).wait_until_ready()
    await produce(kafka.bootstrap, topics.raw, [{"value": b"busy 50"}])
    service.wait_until(lambda: service.metric("newswire_workers", state="busy") == 1, 30, "busy")
    service.process.terminate()
    service.wait_until(lambda: "stopping" in service.causes("/readyz"), 10, "stopping")
    service.process.terminate()
    assert await asyncio.to_thread(service.wait, 5) == 128 + 15


async def test_what_a_producers_open_transaction_holds_back_is_told(
    kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """There is no lag in what may be read, and the article behind it comes out once it is over."""
    topics = await make_topics(kafka)
    service = start_service(kafka, topics, "run").wait_until_ready()
    await produce(kafka.bootstrap, topics.raw, [article(1)])
    async with open_transaction(kafka.bootstrap, topics.raw, article(2)):
        await produce(kafka.bootstrap, topics.raw, [article(3)])
        service.wait_until(lambda: service.metric("newswire_consumer_unreadable_messages") == 2, 30, "told")
        service.wait_until(lambda: service.metric("newswire_messages_total") == 1, 30, "published")
        service.wait_until(lambda: service.metric("newswire_consumer_lag_messages") == 0, 30, "without lag")
    service.wait_until(lambda: service.metric("newswire_messages_total") == 2, 30, "published")
    service.wait_until(lambda: service.metric("newswire_consumer_unreadable_messages") == 0, 30, "told")
    assert [json.loads(one.value)["id"] for one in await read_all(kafka.bootstrap, topics.enriched)] == ["a1", "a3"]


async def test_what_retention_deletes_before_it_is_read_is_told(
    kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """Also while the service runs: a consumer goes on at the earliest record without a word."""
    topics = await make_topics(kafka)
    await produce(kafka.bootstrap, topics.raw, [article(n) for n in range(600)])
    narrow = {"NEWSWIRE_WINDOW_ARTICLES": "1", "NEWSWIRE_PARTITION_FETCH_BYTES": "1024"}
    service = start_service(kafka, topics, "run", **narrow)
    service.wait_until(lambda: service.metric("newswire_messages_total") >= 5, 60, "at work")
    await delete_records(kafka.bootstrap, topics.raw, 550)
    service.wait_until(lambda: service.metric("newswire_consumer_committed_offset") == 600, 60, "done")
    service.wait_until(lambda: service.metric("newswire_records_expired_total") > 0, 30, "told")
    published = await read_all(kafka.bootstrap, topics.enriched)
    assert len(published) + service.metric("newswire_records_expired_total") == 600
    assert "retention deleted" in service.log()


@pytest.mark.parametrize("variable", ["NEWSWIRE_SESSION_TIMEOUT_SECONDS", "NEWSWIRE_TRANSACTION_TIMEOUT_SECONDS"])
async def test_a_setting_that_the_broker_refuses_is_named(
    kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService, variable: str
) -> None:
    """As every wrong setting: with exit code 78; trying again would not make it right."""
    service = start_service(kafka, await make_topics(kafka), "run", **{variable: "3600"})
    assert await asyncio.to_thread(service.wait, 60) == 78
    assert f"{variable}: the brokers refuse 3600" in service.log()
