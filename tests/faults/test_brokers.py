"""Faults of brokers: restarted, lost, silent, and still every article exactly once."""

import asyncio

import pytest

from tests.conftest import MakeTopics, StartService
from tests.faults.accounts import PROGRAM, Accounts, finished, published_since
from tests.kafka.cluster import KafkaCluster

pytestmark = [pytest.mark.faults, pytest.mark.timeout(420)]

SETTINGS = {
    **PROGRAM,
    "NEWSWIRE_WORKERS": "2",
    "NEWSWIRE_REQUEST_TIMEOUT_SECONDS": "5",
    "NEWSWIRE_TRANSACTION_TIMEOUT_SECONDS": "5",
    "NEWSWIRE_BACKOFF_MAX_SECONDS": "1",
}


async def test_brokers_are_killed_restarted_and_leaders_change(
    kafka3: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """Each of three brokers in turn is lost under load, one in order, two at once, and comes back."""
    accounts = Accounts(kafka3.bootstrap, await make_topics(kafka3, 3), 3)
    service = start_service(kafka3, accounts.topics, "run", **SETTINGS)
    await accounts.send_good(100, "busy 0.002")
    await published_since(service, 50)
    for node in range(3):
        # Slow enough that much is left to do when the broker goes, however long sending took.
        await accounts.send_good(1500, "busy 0.015")
        await asyncio.to_thread(kafka3.terminate if node == 1 else kafka3.kill, node)
        done = service.metric("newswire_messages_total")
        await published_since(service, done + 200)
        kafka3.start_broker(node)
        await kafka3.ready()
    await finished(accounts)
    await accounts.check()
    assert await asyncio.to_thread(service.terminate) == 0


async def test_a_broker_that_accepts_and_never_answers_fails_livez_until_it_does(
    own_kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """With a named cause; when it answers again, so does the service, without a restart."""
    accounts = Accounts(own_kafka.bootstrap, await make_topics(own_kafka, 2), 2)
    quick = {
        **SETTINGS,
        "NEWSWIRE_STUCK_SECONDS": "10",
        "NEWSWIRE_ARTICLE_DEADLINE_SECONDS": "4",
        "NEWSWIRE_SESSION_TIMEOUT_SECONDS": "30",
    }
    service = start_service(own_kafka, accounts.topics, "run", **quick)
    await accounts.send_good(50)
    await published_since(service, 50)
    assert service.get("/livez")[0] == 200
    own_kafka.pause(0)
    await asyncio.to_thread(service.wait_until, lambda: "broker_silent" in service.causes("/livez"), 40, "broken")
    assert service.get("/livez")[0] == 503
    own_kafka.resume(0)
    await asyncio.to_thread(service.wait_until, lambda: service.get("/livez")[0] == 200, 60, "alive again")
    await accounts.send_good(50)
    await published_since(service, 100)
    await finished(accounts)
    await accounts.check()


async def test_a_stop_with_a_silent_broker_is_over_at_its_deadline_and_loses_nothing(
    own_kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """Whatever is in work, in a transaction or unanswered then; the next owner aborts it and reads it again."""
    deadline = 10
    accounts = Accounts(own_kafka.bootstrap, await make_topics(own_kafka, 2), 2)
    # Answers are waited for much longer than the deadline.
    patient = {
        **PROGRAM,
        "NEWSWIRE_WORKERS": "2",
        "NEWSWIRE_STOP_SECONDS": str(deadline),
        "NEWSWIRE_SESSION_TIMEOUT_SECONDS": "60",
        "NEWSWIRE_TRANSACTION_TIMEOUT_SECONDS": "60",
    }
    service = start_service(own_kafka, accounts.topics, "run", **patient)
    await accounts.send_good(1000, "busy 0.02")
    await published_since(service, 50)
    own_kafka.pause(0)
    assert await asyncio.to_thread(service.terminate, deadline) == 0
    own_kafka.resume(0)
    await own_kafka.ready()
    start_service(own_kafka, accounts.topics, "run", **SETTINGS)
    await finished(accounts)
    await accounts.check()


async def test_a_broker_that_is_away_makes_the_service_unready_but_not_dead(
    own_kafka: KafkaCluster, make_topics: MakeTopics, start_service: StartService
) -> None:
    """A restart of all Pods would not bring the broker back."""
    accounts = Accounts(own_kafka.bootstrap, await make_topics(own_kafka), 1)
    quick = {**SETTINGS, "NEWSWIRE_STUCK_SECONDS": "10", "NEWSWIRE_ARTICLE_DEADLINE_SECONDS": "4"}
    service = start_service(own_kafka, accounts.topics, "run", **quick)
    await accounts.send_good(20)
    await published_since(service, 20)
    await asyncio.to_thread(own_kafka.kill, 0)
    await asyncio.to_thread(service.wait_until, lambda: service.get("/readyz")[0] == 503, 60, "unready")
    assert service.get("/livez")[0] == 200
    own_kafka.start_broker(0)
    await own_kafka.ready()
    await accounts.send_good(20)
    await published_since(service, 40)
    await finished(accounts)
    await accounts.check()
