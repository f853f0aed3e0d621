"""Alive, ready, or stuck: verdicts with named causes, from a snapshot the service takes each second.

Liveness fails only for what a restart may cure. A broker that refuses connections is not that: all
Pods would restart for nothing, so it makes the service not ready, but alive. A broker that accepts
and never answers may be a dead connection of ours, so that is a cause.
"""

import queue
import socket
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

LOOP_STALL_SECONDS = 15.0
"""A snapshot older than this: the event loop does not turn, so heartbeats stop, too."""

PROBE_SECONDS = 1.0
"""For the question whether any broker accepts connections, however many there are."""


class Cause(StrEnum):
    """Everything that keeps the service from being alive or ready."""

    STARTING = "starting"
    STOPPING = "stopping"
    EVENT_LOOP_STALLED = "event_loop_stalled"
    BROKER_UNREACHABLE = "broker_unreachable"
    BROKER_SILENT = "broker_silent"
    TOPICS_MISSING = "topics_missing"
    PARTITION_OPENING = "partition_opening"
    PARTITION_FAILING = "partition_failing"
    FETCH_STALLED = "fetch_stalled"
    WORKERS_STUCK = "workers_stuck"
    NO_WORKERS = "no_workers"


# A broker at fault explains these; whether it is one is found out by connecting to it.
_BROKER_CAUSES = frozenset({Cause.BROKER_SILENT, Cause.PARTITION_OPENING, Cause.PARTITION_FAILING})


@dataclass(frozen=True, slots=True)
class PartitionState:
    """One partition as of a snapshot.

    Attributes:
        end: end of what may be read, None before the first fetch.
        still_seconds: for how long there was work and nothing moved.
        unanswered_seconds: for how long no fetch was answered though there was room for records.
    """

    topic: str
    partition: int
    gate: str
    in_work: int
    has_room: bool
    position: int | None
    committed: int | None
    end: int | None
    still_seconds: float
    unanswered_seconds: float
    last_error: str | None = None

    @property
    def lag(self) -> int | None:
        """Offsets between the committed one and the end."""
        if self.end is None or self.committed is None:
            return None
        return max(0, self.end - self.committed)


@dataclass(frozen=True, slots=True)
class WorkersState:
    """The worker processes as of a snapshot."""

    size: int = 0
    ready: int = 0
    busy: int = 0
    queued: int = 0
    oldest_running_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the event loop knows; immutable, so that other threads may read it.

    Attributes:
        at: ``time.monotonic()`` when it was taken.
        disconnected_seconds: for how long there is no connection to Kafka; 0 when there is one.
        topics_missing: whether that is for want of topics, which no restart creates.
    """

    at: float
    started: bool = False
    stopping: bool = False
    disconnected_seconds: float = 0.0
    broker_error: str | None = None
    topics_missing: bool = False
    partitions: tuple[PartitionState, ...] = ()
    workers: WorkersState = field(default_factory=WorkersState)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether all is well, and if not, why: each cause with a sentence for people."""

    causes: dict[Cause, str]

    @property
    def ok(self) -> bool:
        """No cause was found."""
        return not self.causes


class Health:
    """Verdicts over the latest snapshot; safe to ask from any thread.

    Args:
        stuck_seconds: without movement that long, a partition with work is stuck.
        deadline_seconds: of one article.
        addresses: host and port of the brokers, for the question whether they accept connections.
        clock: monotonic seconds.
    """

    def __init__(
        self,
        stuck_seconds: float,
        deadline_seconds: float,
        addresses: Sequence[tuple[str, int]],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stuck = stuck_seconds
        self._deadline = deadline_seconds
        self._addresses = tuple(addresses)
        self._clock = clock
        self.snapshot = Snapshot(at=clock())

    def update(self, snapshot: Snapshot) -> None:
        """Take the latest snapshot."""
        self.snapshot = snapshot

    def livez(self) -> Verdict:
        """Whether the process should go on; every cause is something a restart may cure."""
        causes = self._stuck_causes()
        if _BROKER_CAUSES & causes.keys() and not accepts_connections(self._addresses):
            causes = {cause: why for cause, why in causes.items() if cause not in _BROKER_CAUSES}
        return Verdict(causes)

    def readyz(self) -> Verdict:
        """Whether the service takes work now."""
        seen = self.snapshot
        causes = self._stuck_causes()
        if not seen.started:
            causes[Cause.STARTING] = f"{seen.workers.ready} of {seen.workers.size} workers are ready"
        if seen.stopping:
            causes[Cause.STOPPING] = "the service was told to stop"
        if seen.disconnected_seconds:
            cause = Cause.TOPICS_MISSING if seen.topics_missing else Cause.BROKER_UNREACHABLE
            causes[cause] = seen.broker_error or "not connected to Kafka"
        for state in seen.partitions:
            if state.gate == "opening":
                causes.setdefault(Cause.PARTITION_OPENING, _about(state))
            elif state.gate == "failing" or (state.last_error and state.in_work):
                # Between two tries its gate is open, too: only a commit tells that it is over.
                causes.setdefault(Cause.PARTITION_FAILING, _about(state))
        return Verdict(causes)

    def _stuck_causes(self) -> dict[Cause, str]:
        seen, causes = self.snapshot, {}
        stalled = self._clock() - seen.at
        if stalled > LOOP_STALL_SECONDS:
            causes[Cause.EVENT_LOOP_STALLED] = f"the event loop has not turned for {stalled:.0f} s"
        if seen.stopping:
            return causes
        if seen.disconnected_seconds > self._stuck and not seen.topics_missing:
            causes[Cause.BROKER_SILENT] = f"no connection for {seen.disconnected_seconds:.0f} s: {seen.broker_error}"
        if seen.started and seen.workers.ready == 0:
            causes[Cause.NO_WORKERS] = "no worker process has loaded its program"
        # An article's retry doubles its time; a worker older than that has escaped its deadline.
        if seen.workers.oldest_running_seconds > 2 * self._deadline + LOOP_STALL_SECONDS:
            causes[Cause.WORKERS_STUCK] = f"an article runs for {seen.workers.oldest_running_seconds:.0f} s"
        for state in seen.partitions:
            if (found := self._stuck_partition(state)) is not None:
                causes.setdefault(found, _about(state))
        return causes

    def _stuck_partition(self, state: PartitionState) -> Cause | None:
        if state.unanswered_seconds > self._stuck:
            return Cause.BROKER_SILENT
        if state.still_seconds <= self._stuck:
            return None
        if state.gate == "opening":
            return Cause.PARTITION_OPENING
        if state.gate == "failing":
            return Cause.PARTITION_FAILING
        return Cause.WORKERS_STUCK if state.in_work else Cause.FETCH_STALLED


def accepts_connections(addresses: Sequence[tuple[str, int]]) -> bool:
    """Whether any of the addresses accepts a TCP connection within a second.

    All are tried at once, in threads that are left behind: where packets are dropped or names are not
    resolved each would take seconds, and a probe that is late is one that failed.
    """
    answers: queue.SimpleQueue[bool] = queue.SimpleQueue()
    for address in addresses:
        threading.Thread(target=_try, args=(address, answers), daemon=True).start()
    deadline = time.monotonic() + PROBE_SECONDS
    try:
        return any(answers.get(timeout=max(0.0, deadline - time.monotonic())) for _ in addresses)
    except queue.Empty:
        return False


def _try(address: tuple[str, int], answers: "queue.SimpleQueue[bool]") -> None:
    try:
        socket.create_connection(address, timeout=PROBE_SECONDS).close()
    except OSError:
        answers.put(False)
    else:
        answers.put(True)


def _about(state: PartitionState) -> str:
    what = f"{state.topic}-{state.partition}: gate {state.gate}, {state.in_work} articles in work, "
    what += f"position {state.position} of {state.end}, nothing moved for {state.still_seconds:.0f} s"
    if state.unanswered_seconds > 1:
        what += f", no fetch answered for {state.unanswered_seconds:.0f} s"
    return f"{what} ({state.last_error})" if state.last_error else what
