"""Lanes that end with the test, and topics."""

from collections.abc import AsyncIterator, Callable

import pytest

from service.config import Settings
from service.consume.lane import Lane
from tests.conftest import MakeTopics
from tests.consume.fakes import PARTITION, QUICK, ManualWork, MemoryPartition
from tests.kafka.cluster import KafkaCluster
from tests.kafka.records import Topics

MakeLane = Callable[..., Lane]


@pytest.fixture
def work() -> ManualWork:
    return ManualWork()


@pytest.fixture
async def make_lane(work: ManualWork) -> AsyncIterator[MakeLane]:
    """Makes a lane of a partition in memory; what would stop the service is in its ``failures``."""
    lanes: list[Lane] = []

    def make(kafka: MemoryPartition, settings: Settings = QUICK, end: int | None = None) -> Lane:
        failures: list[Exception] = []
        lane = Lane(PARTITION, kafka, kafka, work, settings, failures.append, end)
        lane.failures = failures  # type: ignore[attr-defined]  # for the test to look at
        lanes.append(lane)
        return lane

    yield make
    for lane in lanes:
        await lane.close(1.0)


@pytest.fixture
async def topics(kafka: KafkaCluster, make_topics: MakeTopics) -> Topics:
    """Topics of two partitions."""
    return await make_topics(kafka, 2)
