"""The monitor: what it makes of lanes, workers and the connection, as health checks see it."""

import asyncio
import time
from types import SimpleNamespace
from typing import Any

import pytest

from service.config import Settings
from service.monitor import Monitor
from service.observe.health import Cause

POOL: Any = SimpleNamespace(size=1, ready_count=1, busy_count=0, queued=0, oldest_running_seconds=0.0)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Monotonic seconds as the test sets them."""
    clock = SimpleNamespace(now=1000.0)
    monkeypatch.setattr(time, "monotonic", lambda: clock.now)
    return clock


def test_kafka_is_not_missed_while_workers_load_their_model(
    clock: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long that takes, nothing has been asked of it yet; from then on it is."""
    monkeypatch.setattr("service.observe.health.accepts_connections", lambda addresses: True)
    no_lanes: Any = {}
    monitor = Monitor(Settings(), no_lanes, None, POOL)  # type: ignore[arg-type]
    monitor.health._clock = lambda: clock.now
    for working, expected in ((lambda: None, []), (monitor.workers_ready, [Cause.BROKER_SILENT])):
        working()
        clock.now += Settings().observe.stuck_seconds + 1
        monitor.look()
        assert list(monitor.health.livez().causes) == expected


async def test_a_monitor_that_fails_says_why(caplog: pytest.LogCaptureFixture) -> None:
    """What /livez then tells, that the event loop does not turn, is not true."""
    no_lanes: Any = {}
    monitor = Monitor(Settings(), no_lanes, None, SimpleNamespace())  # type: ignore[arg-type]
    monitor.start()
    await asyncio.wait(monitor._tasks, return_when=asyncio.FIRST_COMPLETED)
    await monitor.stop()
    [told] = [record for record in caplog.records if record.name == "service.monitor"]
    assert told.exc_info is not None
    assert isinstance(told.exc_info[1], AttributeError)
