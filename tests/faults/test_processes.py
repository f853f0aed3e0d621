"""Faults of processes: killed, frozen, joined and left, and still every article exactly once."""

import asyncio
import random
import signal

import pytest

from tests.conftest import MakeTopics, StartService
from tests.faults.accounts import PROGRAM, Accounts, finished, published_since
from tests.kafka.cluster import KafkaCluster

pytestmark = [pytest.mark.faults, pytest.mark.timeout(600)]

PARTITIONS = 4
KILLS = 20
QUICK_GROUP = {
    **PROGRAM,
    "NEWSWIRE_WORKERS": "2",
    "NEWSWIRE_SESSION_TIMEOUT_SECONDS": "2",
    "NEWSWIRE_HEARTBEAT_SECONDS": "0.3",
    "NEWSWIRE_FLUSH_SECONDS": "0.05",
}


@pytest.fixture
async def accounts(kafka: KafkaCluster, make_topics: MakeTopics) -> Accounts:
    return Accounts(kafka.bootstrap, await make_topics(kafka, PARTITIONS), PARTITIONS)


async def test_killed_twenty_times_at_random_moments(
    kafka: KafkaCluster, accounts: Accounts, start_service: StartService
) -> None:
    """kill -9 while articles are read, worked on, published and committed."""
    chance = random.Random(20)
    for _ in range(KILLS):
        await accounts.send_good(200, "busy 0.005")
        service = start_service(kafka, accounts.topics, "run", **QUICK_GROUP)
        await published_since(service, 1)
        await asyncio.sleep(chance.uniform(0.0, 0.7))  # the fault itself: its moment must be random
        service.kill()
    start_service(kafka, accounts.topics, "run", **QUICK_GROUP)
    await finished(accounts)
    await accounts.check()


async def test_frozen_past_its_session_and_thawed_beside_the_new_owner(
    kafka: KafkaCluster, accounts: Accounts, start_service: StartService
) -> None:
    """A zombie holds results and a transaction that are no longer its to commit, and that has timed out."""
    settings = {**QUICK_GROUP, "NEWSWIRE_TRANSACTION_TIMEOUT_SECONDS": "2"}
    zombie = start_service(kafka, accounts.topics, "run", **settings)
    await accounts.send_good(1500, "busy 0.005")
    await published_since(zombie, 100)
    zombie.process.send_signal(signal.SIGSTOP)
    heir = start_service(kafka, accounts.topics, "run", **settings)
    await published_since(heir, 100)
    zombie.process.send_signal(signal.SIGCONT)
    await accounts.send_good(500, "busy 0.005")
    await finished(accounts)
    await accounts.check()


async def test_instances_join_and_leave_under_load(
    kafka: KafkaCluster, accounts: Accounts, start_service: StartService
) -> None:
    """Up to three at once; some leave in order, one is killed."""
    async with accounts.feed("busy 0.002"):
        first = start_service(kafka, accounts.topics, "run", **QUICK_GROUP)
        await published_since(first, 20)
        second = start_service(kafka, accounts.topics, "run", **QUICK_GROUP)
        await published_since(second, 20)
        third = start_service(kafka, accounts.topics, "run", **QUICK_GROUP)
        await published_since(third, 20)
        assert await asyncio.to_thread(first.terminate) == 0
        fourth = start_service(kafka, accounts.topics, "run", **QUICK_GROUP)
        await published_since(fourth, 20)
        second.kill()
        assert await asyncio.to_thread(third.terminate) == 0
    await finished(accounts)
    assert await asyncio.to_thread(fourth.terminate) == 0
    await accounts.check()
