"""Fixtures for all tests: a real Kafka, fresh topics, processes of the service."""

import uuid
from collections.abc import Awaitable, Callable, Generator, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.kafka.cluster import KafkaCluster
from tests.kafka.records import Topics
from tests.kafka.security import Security
from tests.kafka.service import NewswireProcess

# Properties are held to what they promise, not to the time that a busy machine takes for it.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

pytest.register_assert_rewrite("tests.faults.accounts")

SHARED = Path(__file__).parents[2] / "shared"

MakeTopics = Callable[..., Awaitable[Topics]]
StartService = Callable[..., NewswireProcess]


@pytest.fixture(scope="session")
def kafka() -> Iterator[KafkaCluster]:
    """One broker for the whole run."""
    with KafkaCluster(1) as cluster:
        yield cluster


@pytest.fixture
def own_kafka() -> Iterator[KafkaCluster]:
    """One broker of one test, which may harm it."""
    with KafkaCluster(1) as cluster:
        yield cluster


@pytest.fixture(scope="module")
def kafka3() -> Iterator[KafkaCluster]:
    """Three brokers, for failover."""
    with KafkaCluster(3) as cluster:
        yield cluster


@pytest.fixture(scope="module")
def kafka_secure() -> Iterator[KafkaCluster]:
    """One broker with TLS and logins, see ``tests/kafka/security.py``."""
    with closing(Security()) as security, KafkaCluster(1, security=security) as cluster:
        yield cluster


@pytest.fixture
def make_topics() -> MakeTopics:
    """Creates fresh topics for one test: ``await make_topics(cluster, partitions=4)``."""

    async def make(cluster: KafkaCluster, partitions: int = 1, config: dict[str, str] | None = None) -> Topics:
        name = uuid.uuid4().hex[:8]
        topics = Topics(f"{name}.raw", f"{name}.enriched", f"{name}.events", f"{name}.dlq", f"{name}-group")
        names = (topics.raw, topics.enriched, topics.events, topics.dead_letters)
        await cluster.create_topics(dict.fromkeys(names, partitions), config=config)
        return topics

    return make


@pytest.fixture
def start_service() -> Iterator[StartService]:
    """Starts processes of the service: ``start_service(cluster, topics, "run", NEWSWIRE_WORKERS="2")``."""
    processes: list[NewswireProcess] = []

    def start(cluster: KafkaCluster, topics: Topics, *command: str, **settings: str) -> NewswireProcess:
        environment = {
            "NEWSWIRE_BOOTSTRAP_SERVERS": cluster.bootstrap,
            **topics.environment(),
            **settings,
        }
        process = NewswireProcess(*command, environment=environment)
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.close()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of labelled data beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("the labelled data beside the checkout (../shared) is not here")
    return SHARED


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a real Kafka."""
    for item in items:
        if {"kafka", "own_kafka", "kafka3", "kafka_secure"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.kafka)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show the end of the brokers' logs where a test with Kafka fails."""
    report = yield
    if report.failed:
        for name, fixture in getattr(item, "funcargs", {}).items():
            if isinstance(fixture, KafkaCluster):
                for node, log in fixture.logs().items():
                    report.sections.append((f"{name}: log of broker {node}", log))
    return report
