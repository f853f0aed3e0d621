"""Health: alive, ready or stuck, each with a named cause."""

import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from service.observe.health import (
    PROBE_SECONDS,
    Cause,
    Health,
    PartitionState,
    Snapshot,
    WorkersState,
    accepts_connections,
)

STUCK = 100.0
DEADLINE = 10.0

FINE = PartitionState("news.raw", 0, "open", 0, True, 10, 10, 10, still_seconds=0.0, unanswered_seconds=0.0)
WORKING = WorkersState(size=2, ready=2, busy=1)


@pytest.fixture
def accepting() -> Iterator[tuple[str, int]]:
    """A port that accepts connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[:2]


@pytest.fixture
def refusing() -> tuple[str, int]:
    """A port where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        address: tuple[str, int] = server.getsockname()[:2]
    return address


def health(address: tuple[str, int], *partitions: PartitionState, now: float = 1000.0, **seen: object) -> Health:
    found = Health(STUCK, DEADLINE, [address], clock=lambda: now)
    found.update(Snapshot(at=1000.0, **{"started": True, "workers": WORKING, "partitions": partitions, **seen}))  # type: ignore[arg-type]
    return found


def test_a_service_with_nothing_to_do_is_alive_and_ready(accepting: tuple[str, int]) -> None:
    """However long nothing came, and also without any partition."""
    for found in (health(accepting, FINE), health(accepting)):
        assert found.livez().ok
        assert found.readyz().ok


@pytest.mark.parametrize(
    ("partition", "cause"),
    [
        (replace(FINE, unanswered_seconds=101), Cause.BROKER_SILENT),
        (replace(FINE, gate="opening", still_seconds=101), Cause.PARTITION_OPENING),
        (replace(FINE, gate="failing", still_seconds=101), Cause.PARTITION_FAILING),
        (replace(FINE, end=20, still_seconds=101), Cause.FETCH_STALLED),
        (replace(FINE, in_work=3, still_seconds=101), Cause.WORKERS_STUCK),
    ],
)
def test_a_stuck_partition_fails_livez_with_its_cause(
    accepting: tuple[str, int], partition: PartitionState, cause: Cause
) -> None:
    """The sentence names the partition; before its time it is no cause."""
    verdict = health(accepting, FINE, partition).livez()
    assert list(verdict.causes) == [cause]
    assert "news.raw-0" in verdict.causes[cause]
    early = replace(partition, still_seconds=99, unanswered_seconds=0)
    assert health(accepting, early).livez().ok


@pytest.mark.parametrize("gate", ["opening", "failing"])
def test_a_broker_that_refuses_connections_is_no_reason_to_restart(refusing: tuple[str, int], gate: str) -> None:
    """It makes the service unready; all Pods would restart for nothing."""
    found = health(refusing, replace(FINE, gate=gate, still_seconds=101, unanswered_seconds=101))
    assert found.livez().ok
    assert not found.readyz().ok


def test_no_connection_for_long_is_a_cause_when_the_broker_accepts(
    accepting: tuple[str, int], refusing: tuple[str, int]
) -> None:
    """Then the fault may be ours."""
    lost = {"disconnected_seconds": 101.0, "broker_error": "timed out"}
    assert Cause.BROKER_SILENT in health(accepting, **lost).livez().causes
    assert health(refusing, **lost).livez().ok
    assert Cause.BROKER_UNREACHABLE in health(refusing, **lost).readyz().causes


def test_missing_topics_are_told_and_no_reason_to_restart(accepting: tuple[str, int]) -> None:
    """No restart creates them, however long it takes somebody."""
    found = health(accepting, disconnected_seconds=101.0, broker_error="no news.raw", topics_missing=True)
    assert found.livez().ok
    assert found.readyz().causes == {Cause.TOPICS_MISSING: "no news.raw"}


def test_brokers_that_neither_accept_nor_refuse_do_not_hold_a_probe_up(
    accepting: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Behind a dead network or name server each would take seconds, and a late probe restarts the Pod."""
    released = threading.Event()
    connect = socket.create_connection

    def dropped(address: tuple[str, int], timeout: float) -> socket.socket:
        if address[0] == "dropped":
            released.wait(60)
            raise TimeoutError
        return connect(address, timeout)

    monkeypatch.setattr(socket, "create_connection", dropped)
    started = time.monotonic()
    assert not accepts_connections([("dropped", port) for port in range(1, 21)])
    assert time.monotonic() - started < 10 * PROBE_SECONDS
    assert accepts_connections([("dropped", 1), accepting])
    released.set()


def test_a_loop_that_does_not_turn_is_seen_from_outside_of_it(accepting: tuple[str, int]) -> None:
    """The snapshot grows old."""
    assert Cause.EVENT_LOOP_STALLED in health(accepting, FINE, now=1016.0).livez().causes


def test_workers_that_are_gone_or_escaped_their_deadline_are_causes(accepting: tuple[str, int]) -> None:
    """Ready in number, running in time."""
    assert Cause.NO_WORKERS in health(accepting, workers=replace(WORKING, ready=0)).livez().causes
    late = replace(WORKING, oldest_running_seconds=36.0)
    assert Cause.WORKERS_STUCK in health(accepting, workers=late).livez().causes


def test_starting_and_stopping_are_alive_and_not_ready(accepting: tuple[str, int]) -> None:
    """So that probes neither kill nor send work."""
    for seen, cause in (({"started": False}, Cause.STARTING), ({"stopping": True}, Cause.STOPPING)):
        found = health(accepting, FINE, **seen)
        assert found.livez().ok
        assert cause in found.readyz().causes


def test_a_partition_that_is_not_open_makes_the_service_unready(accepting: tuple[str, int]) -> None:
    """At once, long before it counts as stuck."""
    assert Cause.PARTITION_FAILING in health(accepting, replace(FINE, gate="failing")).readyz().causes


def test_a_partition_that_failed_is_unready_until_it_commits(accepting: tuple[str, int]) -> None:
    """While it tries again its gate is open; what failed with nothing left to do is over."""
    tries = replace(FINE, in_work=1, last_error="not authorized: news.enriched")
    verdict = health(accepting, tries).readyz()
    assert "not authorized: news.enriched" in verdict.causes[Cause.PARTITION_FAILING]
    assert health(accepting, replace(tries, in_work=0)).readyz().ok
    assert health(accepting, tries).livez().ok
