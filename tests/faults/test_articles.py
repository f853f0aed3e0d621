"""Faults of articles: each becomes one dead letter that says why, and costs no other article."""

import asyncio
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from tests.conftest import MakeTopics, StartService
from tests.faults.accounts import PROGRAM, Accounts, article, finished
from tests.kafka.cluster import KafkaCluster
from tests.kafka.records import headers_of, read_all
from tests.kafka.service import NewswireProcess

pytestmark = [pytest.mark.faults, pytest.mark.timeout(300)]

SETTINGS = {
    **PROGRAM,
    "NEWSWIRE_WORKERS": "2",
    "NEWSWIRE_ARTICLE_DEADLINE_SECONDS": "12",
    "NEWSWIRE_WORKER_MEMORY_BYTES": str(400 << 20),
    "NEWSWIRE_MAX_VALUE_BYTES": str(900_000),
}
JSON = {"headers": [("content-type", b"application/json")]}


def numbered_sentences(count: int) -> bytes:
    """An article that grows when enriched: each sentence gets a span."""
    return b'{"body": "' + b"".join(b"%06d. " % number for number in range(count)) + b'"}'


# Name: reason of the dead letter, the record.
BAD: dict[str, tuple[str, dict[str, Any]]] = {
    "segfault": ("worker_crash", article("x", "segfault")),
    "endless": ("deadline", article("x", "hang")),
    "hog": ("out_of_memory", article("x", "hog 4000")),
    "fails-for-ever": ("exception", article("x", "raise")),
    "too-large": ("too_large", {"value": b'{"body": "' + b"x" * 950_000 + b'"}'}),
    "too-large-when-enriched": ("output_too_large", {"value": numbered_sentences(36_000)}),
    "bad-json": ("not_json", {"value": b'{"body": "cut of', **JSON}),
    "wrong-schema": ("schema", {"value": b'{"body": 7, "source": {"country": "us"}}'}),
    "empty": ("empty_value", {"value": b""}),
    "tombstone": ("tombstone", {"value": None}),
    "not-utf-8": ("encoding", {"value": b'{"body": "\xff\xfe"}', **JSON}),
    "no-text": ("empty_text", {"value": b'{"body": "<html><script>1</script></html>"}'}),
    "nested": ("too_deep", {"value": b"<div>" * 5000, "headers": [("content-type", b"text/html")]}),
}


async def test_each_bad_article_is_one_dead_letter_and_costs_no_other(
    kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """Every kind of bad input between good articles, on two partitions."""
    accounts = Accounts(kafka.bootstrap, await make_topics(kafka, 2), 2)
    for name, (reason, record) in BAD.items():
        await accounts.send_good(20)
        await accounts.send_bad(name, reason, record)
    await accounts.send_good(20)
    # 60 MB of zeros in 60 KB: only a limit after decompression can see it.
    bomb = {"value": b"0" * (60 << 20)}
    await accounts.send_bad(
        "bomb", "too_large", bomb, compression_type="gzip", max_request_size=1 << 30, max_batch_size=1 << 30
    )
    await accounts.send_good(20)
    service = start_service(kafka, accounts.topics, "run", **SETTINGS)
    await finished(accounts, 120)
    await accounts.check()
    await asyncio.to_thread(_metrics_agree, service, accounts)
    assert await asyncio.to_thread(service.terminate) == 0


def _metrics_agree(service: NewswireProcess, accounts: Accounts) -> None:
    """In is out and dead letters, by every count of them."""
    good, bad, reasons = len(accounts.good), len(accounts.bad), Counter(accounts.bad.values())
    service.wait_until(lambda: service.metric("newswire_messages_total") >= good + bad, 30, "counted")
    assert service.metric("newswire_messages_received_total") == good + bad
    assert service.metric("newswire_messages_total", outcome="published") == good
    assert service.metric("newswire_messages_total", outcome="dead_lettered") == bad
    assert service.metric("newswire_published_total", topic=accounts.topics.enriched) == good
    assert service.metric("newswire_published_total", topic=accounts.topics.dead_letters) == bad
    for reason, count in reasons.items():
        assert service.metric("newswire_dead_letters_total", reason=reason) == count
    service.wait_until(lambda: service.metric("newswire_consumer_lag_messages") == 0, 30, "told to be done")
    assert service.metric("newswire_inflight_messages") == 0


async def test_a_dead_letter_keeps_the_original_and_says_what_was_wrong(
    kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """Key, value and headers byte for byte; the field, the fault and where it came from beside them."""
    accounts = Accounts(kafka.bootstrap, await make_topics(kafka), 1)
    value = b'{"body": "b", "published_at": "yesterday"}'
    headers = [("content-type", b"application/json"), ("odd", b"\xff\x00"), ("odd", b"twice")]
    await accounts.send_bad("k\u00e9y", "schema", {"value": value, "headers": headers})
    start_service(kafka, accounts.topics, "run", **SETTINGS)
    await finished(accounts)
    [letter] = await read_all(kafka.bootstrap, accounts.topics.dead_letters)
    assert (letter.key, letter.value) == ("k\u00e9y".encode(), value)
    assert list(letter.headers[:3]) == headers
    said = {name: text.decode() for name, text in letter.headers[3:]}
    assert said["dlq.field"] == "published_at"
    assert "2026-02-03T04:05:06Z" in said["dlq.message"]
    assert (said["dlq.topic"], said["dlq.partition"], said["dlq.offset"]) == (accounts.topics.raw, "0", "0")
    assert (said["dlq.stage"], said["dlq.attempts"], said["dlq.replays"]) == ("validate", "1", "0")


async def test_a_message_too_large_for_its_topic_costs_only_its_article(
    kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """Although our own limit allows it: aiokafka would commit the transaction without the record."""
    topics = await make_topics(kafka, config={"max.message.bytes": "100000"})
    wide = await make_topics(kafka)  # the input and the dead letters take more than the output does
    mixed = replace(wide, enriched=topics.enriched, events=topics.events)
    accounts = Accounts(kafka.bootstrap, mixed, 1)
    await accounts.send_good(5)
    large = {"value": numbered_sentences(8_000)}  # makes some 245 kB: more than the topic takes, less than our limit
    await accounts.send_bad("large", "output_too_large", large)
    await accounts.send_good(5)
    start_service(kafka, accounts.topics, "run", NEWSWIRE_COMPRESSION="none", **SETTINGS)
    await finished(accounts)
    await accounts.check()
    [letter] = await read_all(kafka.bootstrap, mixed.dead_letters)
    assert headers_of(letter)["dlq.message"] == "the broker or the topic takes no message of this size"


async def test_a_letter_too_large_for_its_topic_holds_nothing_up(
    kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """It goes without its article, which is counted, and the partition goes on."""
    narrow = await make_topics(kafka, config={"max.message.bytes": "20000"})
    accounts = Accounts(kafka.bootstrap, replace(await make_topics(kafka), dead_letters=narrow.dead_letters), 1)
    await accounts.send_good(5)
    for name in ("large", "also-large"):
        await accounts.send_bad(name, "schema", {"value": b'{"title": "%s"}' % (b"x" * 50_000)})
    await accounts.send_good(5)
    service = start_service(kafka, accounts.topics, "run", NEWSWIRE_COMPRESSION="none", **SETTINGS)
    await finished(accounts)
    await accounts.check()
    letters = await read_all(kafka.bootstrap, narrow.dead_letters)
    assert {headers_of(letter)["dlq.value_omitted"] for letter in letters} == {"50013"}
    without = "newswire_dead_letters_without_value_total"
    await asyncio.to_thread(service.wait_until, lambda: service.metric(without) == 2, 30, "counted")


async def test_the_messages_of_an_article_need_not_fit_into_one_batch(
    kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """A topic that takes each of them refuses all at once, and so it does those of several articles."""
    narrow = await make_topics(kafka, config={"max.message.bytes": "20000"})
    accounts = Accounts(kafka.bootstrap, replace(await make_topics(kafka), enriched=narrow.enriched), 1)
    await accounts.send_good(60)
    start_service(kafka, accounts.topics, "run", NEWSWIRE_COMPRESSION="none", **SETTINGS)
    await finished(accounts)
    await accounts.check()


async def test_too_many_dead_letters_in_a_row_stop_the_service(
    kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """With exit code 70, a clear message, and most of the bad articles left where they are."""
    topics = await make_topics(kafka)
    accounts = Accounts(kafka.bootstrap, topics, 1)
    for number in range(30):
        await accounts.send_bad(f"bad-{number}", "not_json", {"value": b"{"})
    service = start_service(kafka, topics, "run", NEWSWIRE_DEAD_LETTER_MAX_RUN="10", **SETTINGS)
    assert await asyncio.to_thread(service.wait, 60) == 70
    assert "NEWSWIRE_DEAD_LETTER_MAX_RUN" in service.log()
    letters = await read_all(kafka.bootstrap, topics.dead_letters)
    assert len(letters) <= 10
    assert {headers_of(letter)["dlq.reason"] for letter in letters} <= {"not_json"}
