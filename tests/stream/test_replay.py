"""`newswire replay` on a real Kafka: dead letters back to where they came from, once."""

import asyncio

import pytest

from tests.conftest import MakeTopics, StartService
from tests.faults.accounts import Accounts
from tests.kafka.cluster import KafkaCluster
from tests.kafka.records import headers_of, read_all
from tests.kafka.service import NewswireProcess

pytestmark = pytest.mark.timeout(240)

HEADERS = [("content-type", b"application/json"), ("odd", b"\xff")]


@pytest.fixture
async def accounts(kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService) -> Accounts:
    """Three letters with two reasons, made by the service itself."""
    accounts = Accounts(kafka.bootstrap, await make_topics(kafka), 1)
    await accounts.send_bad("cut", "not_json", {"value": b"{", "headers": HEADERS})
    await accounts.send_bad("wrong", "schema", {"value": b'{"body": 1}', "headers": HEADERS})
    await accounts.send_bad("cut too", "not_json", {"value": b"{{", "headers": HEADERS})
    assert await asyncio.to_thread(start_service(kafka, accounts.topics, "drain").wait, 60) == 0
    return accounts


def told(process: NewswireProcess) -> str:
    assert process.wait(60) == 0, process.log()
    assert process.process.stdout is not None
    return process.process.stdout.read().decode()


async def raw_keys(accounts: Accounts) -> list[str]:
    return [record.key.decode() for record in await read_all(accounts.bootstrap, accounts.topics.raw)]


async def test_originals_are_put_back_once(
    kafka: KafkaCluster, accounts: Accounts, start_service: StartService
) -> None:
    """Key, value and headers as they were, the replay counted; run again, it does nothing."""
    first = await asyncio.to_thread(told, start_service(kafka, accounts.topics, "replay"))
    second = await asyncio.to_thread(told, start_service(kafka, accounts.topics, "replay"))
    assert first.startswith("3 letters put back")
    assert second.startswith("0 letters put back")
    raw = await read_all(kafka.bootstrap, accounts.topics.raw)
    assert [(r.key, r.value) for r in raw[3:]] == [(r.key, r.value) for r in raw[:3]]
    assert list(raw[3].headers) == [*HEADERS, ("newswire_replays", b"1")]


async def test_a_dry_run_changes_nothing(kafka: KafkaCluster, accounts: Accounts, start_service: StartService) -> None:
    """It tells what would be put back, and commits nothing."""
    for _ in range(2):
        output = await asyncio.to_thread(told, start_service(kafka, accounts.topics, "replay", "--dry-run"))
        assert output.startswith("3 letters would be put back")
    assert len(await raw_keys(accounts)) == 3


async def test_what_one_filter_leaves_out_is_there_for_the_next(
    kafka: KafkaCluster, accounts: Accounts, start_service: StartService
) -> None:
    """Each filter has a group of its own."""
    by_reason = [start_service(kafka, accounts.topics, "replay", "--reason", r) for r in ("schema", "not_json")]
    assert (await asyncio.to_thread(told, by_reason[0])).startswith("1 letters put back")
    assert (await asyncio.to_thread(told, by_reason[1])).startswith("2 letters put back")
    assert sorted((await raw_keys(accounts))[3:]) == ["cut", "cut too", "wrong"]


async def test_the_maximum_leaves_the_rest_for_the_next_run(
    kafka: KafkaCluster, accounts: Accounts, start_service: StartService
) -> None:
    """Letters beyond it are not committed."""
    for name in ("cut", "wrong", "cut too"):
        output = await asyncio.to_thread(told, start_service(kafka, accounts.topics, "replay", "--max", "1"))
        assert output.startswith("1 letters put back")
        assert (await raw_keys(accounts))[-1] == name


@pytest.mark.parametrize("maximum", [(), ("--max", "1")], ids=["all", "some"])
async def test_what_its_topic_does_not_take_is_not_told_as_put_back(
    kafka: KafkaCluster, accounts: Accounts, start_service: StartService, maximum: tuple[str, ...]
) -> None:
    """It ends with the reason, and the letters are still there."""
    impatient = {
        "NEWSWIRE_TRANSACTION_TIMEOUT_SECONDS": "1",
        "NEWSWIRE_ARTICLE_DEADLINE_SECONDS": "1",
        "NEWSWIRE_STUCK_SECONDS": "5",
    }
    command = ("replay", "--topic", "no.such.topic", *maximum)
    failing = start_service(kafka, accounts.topics, *command, **impatient)
    assert await asyncio.to_thread(failing.wait, 60) == 1
    assert "nothing was put back for 5 s" in failing.log()
    assert "the broker does not know no.such.topic" in failing.log()


async def test_times_are_a_filter(kafka: KafkaCluster, accounts: Accounts, start_service: StartService) -> None:
    """Since is inclusive, until is exclusive."""
    past = ["--until", "2020-01-01T00:00Z", "--dry-run"]
    assert "0 letters" in await asyncio.to_thread(told, start_service(kafka, accounts.topics, "replay", *past))
    since = ["--since", "2020-01-01T00:00Z", "--dry-run"]
    assert "3 letters" in await asyncio.to_thread(told, start_service(kafka, accounts.topics, "replay", *since))


async def test_a_letter_does_not_go_round_for_ever(
    kafka: KafkaCluster, accounts: Accounts, start_service: StartService
) -> None:
    """Replayed as often as NEWSWIRE_REPLAY_MAX says, it stays a dead letter."""
    settings = {"NEWSWIRE_REPLAY_MAX": "1"}
    await asyncio.to_thread(told, start_service(kafka, accounts.topics, "replay", **settings))
    assert await asyncio.to_thread(start_service(kafka, accounts.topics, "drain").wait, 60) == 0
    letters = await read_all(kafka.bootstrap, accounts.topics.dead_letters)
    assert [headers_of(letter)["dlq.replays"] for letter in letters] == ["0"] * 3 + ["1"] * 3
    again = await asyncio.to_thread(told, start_service(kafka, accounts.topics, "replay", **settings))
    assert again.startswith("0 letters put back")
    assert "replayed 1 times already" in again


async def test_sigterm_stops_it_in_order(kafka: KafkaCluster, accounts: Accounts, start_service: StartService) -> None:
    """In a Pod it is process 1, for which a signal that it does not handle is no signal at all."""
    settings = {"NEWSWIRE_TRANSACTION_TIMEOUT_SECONDS": "1"}
    waiting = start_service(kafka, accounts.topics, "replay", "--topic", "no.such.topic", **settings)
    await asyncio.to_thread(waiting.wait_until, lambda: "lane failed" in waiting.log(), 60, "waiting for the topic")
    assert await asyncio.to_thread(waiting.terminate) == 1
    assert "Run it again" in waiting.log()
    output = await asyncio.to_thread(told, start_service(kafka, accounts.topics, "replay"))
    assert output.startswith("3 letters put back")
