"""Dead letters back to where they came from, each exactly once for a filter.

It is a drain of the dead-letter topic, through lanes like the service's own: originals and offsets go
into one transaction. Each filter has a consumer group of its own, so that letters one filter leaves
out are still there for the next, and the group's lag is what is left to look at.
"""

import asyncio
import hashlib
import logging
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from service.config import Settings
from service.consume.interfaces import LaneState
from service.consume.lane import Lane
from service.consume.reading import read_once
from service.consume.rebalance import Lanes
from service.consume.source import Source
from service.errors import BrokerUnavailable, Reason
from service.messages import Outcome, OutgoingRecord, Partition, Processed, RawRecord
from service.publish.deadletter import PREFIX, REPLAYS, replays
from service.publish.transaction import TransactionalPublisher
from service.signals import stop_on_signals
from service.stop import Stop

logger = logging.getLogger(__name__)

# Seconds for the lanes to close, for the consumer to stop; after a signal, the shares of the time to stop by then.
CLOSE_SECONDS, CLOSED_BY = 30.0, 0.7
STOP_SECONDS, LEFT_BY = 10.0, 0.9
READ = Processed("", ())  # every letter is done with as soon as it is read


@dataclass(frozen=True, slots=True)
class Choice:
    """Which letters to put back.

    Attributes:
        reasons: empty for all.
        since: failed at or after it; with a time zone.
        until: failed before it.
        most: how many to put back at most; None for all.
        topic: where to instead of where each came from.
    """

    reasons: frozenset[Reason] = frozenset()
    since: datetime | None = None
    until: datetime | None = None
    most: int | None = None
    topic: str | None = None

    def group(self, stem: str) -> str:
        """The consumer group of this filter: readable, and another one for another filter or topic.

        What was put into a topic to try it out is still there to go where it came from.
        """
        filters = [",".join(sorted(self.reasons)), str(self.since or ""), str(self.until or "")]
        filters += [self.topic] if self.topic else []
        if not any(filters):
            return f"{stem}.replay"
        digest = hashlib.sha256("|".join(filters).encode()).hexdigest()[:8]
        what = "-".join(sorted(self.reasons)) or ("time" if self.since or self.until else "topic")
        return f"{stem[:100]}.replay.{what[:90]}.{digest}"


@dataclass(slots=True)
class Report:
    """What a replay did, or would do.

    Attributes:
        put_back: by reason.
        left: letters not put back, by why.
        stopped: whether a signal ended it before the present end of the topic.
    """

    put_back: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    stopped: bool = False


class ReplayWork:
    """The work of a replay's lanes: choose letters and restore their originals.

    Args:
        choice: which letters.
        replay_max: letters replayed that often are left alone.
    """

    def __init__(self, choice: Choice, replay_max: int) -> None:
        self.report = Report()
        self.full = False
        self._choice = choice
        self._replay_max = replay_max

    def submit(self, record: RawRecord) -> asyncio.Future[Outcome]:
        """Finish a letter at once; past the maximum leave it unfinished, so that its offset is not committed."""
        future: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        why_not = self.why_not(record)
        if why_not is None and self.full:
            return future
        if why_not is None:
            self.report.put_back[_header(record, "reason") or "unknown"] += 1
            self.full = sum(self.report.put_back.values()) == self._choice.most
        else:
            self.report.left[why_not] += 1
        future.set_result(READ)
        return future

    def why_not(self, record: RawRecord) -> str | None:
        """Why a letter is not put back, or None."""
        choice = self._choice
        if choice.reasons and _header(record, "reason") not in choice.reasons:
            return "another reason"
        failed_at = _failed_at(record)
        if (choice.since and failed_at < choice.since) or (choice.until and failed_at >= choice.until):
            return "another time"
        if replays(record.headers) >= self._replay_max:
            return f"replayed {self._replay_max} times already (NEWSWIRE_REPLAY_MAX)"
        if _header(record, "value_omitted") is not None:
            return "its value was left out"
        if not (choice.topic or _header(record, "topic")):
            return "it does not say where it came from"
        return None

    def compose(self, record: RawRecord, outcome: Outcome) -> tuple[Outcome, list[OutgoingRecord]]:
        """The original of a chosen letter, its replay counted."""
        return outcome, [] if self.why_not(record) else [self._original(record)]

    def compose_smaller(self, record: RawRecord, outcome: Outcome) -> tuple[Outcome, list[OutgoingRecord]]:
        """An original that its topic does not take any more stays a dead letter."""
        logger.error("the topic does not take this letter's original any more", extra={"offset": record.offset})
        return outcome, []

    def count(self, outcome: Outcome) -> None:
        """A replay has no limit of its own beside the maximum."""

    def _original(self, record: RawRecord) -> OutgoingRecord:
        kept = tuple(h for h in record.headers if not h[0].startswith(PREFIX) and h[0] != REPLAYS)
        counted = (REPLAYS, str(replays(record.headers) + 1).encode())
        topic = self._choice.topic or _header(record, "topic") or ""
        return OutgoingRecord(topic, record.key, record.value or b"", (*kept, counted))


async def replay(settings: Settings, choice: Choice, *, dry_run: bool) -> Report:
    """Put dead letters back, up to the present end of their topic, or until SIGTERM or SIGINT.

    Args:
        settings: all settings.
        choice: which letters.
        dry_run: only read and report; nothing is published or committed.

    Raises:
        BrokerUnavailable: Kafka failed; what was put back until then is committed.
    """
    group = choice.group(settings.consumer.group)
    work = ReplayWork(choice, settings.delivery.replay_max)
    source = Source(settings, settings.topics.dead_letters, group)
    stop = Stop(settings.delivery.stop_seconds)
    with stop_on_signals(stop):
        await source.start()
        try:
            partitions = await source.partitions()
            ends = await source.ends(partitions)
            source.assign(partitions)
            if dry_run:
                await _read_only(source, partitions, ends, work, stop)
            else:
                await _put_back(settings, group, source, ends, work, stop)
        finally:
            await source.stop(min(STOP_SECONDS, stop.left(LEFT_BY)))
    work.report.stopped = stop.requested
    return work.report


async def _read_only(
    source: Source, partitions: Sequence[Partition], ends: dict[Partition, int], work: ReplayWork, stop: Stop
) -> None:
    for partition in partitions:
        source.seek(partition, await source.start_offset(partition))
    waiting = set(partitions)
    while waiting and not (work.full or stop.requested):
        for partition, records in (await source.poll(list(waiting), some_left_out=False)).items():
            for record in records:
                if record.offset < ends[partition]:
                    work.submit(record)
        waiting = {p for p in waiting if (source.position(p) or 0) < ends[p]}


async def _put_back(
    settings: Settings, group: str, source: Source, ends: dict[Partition, int], work: ReplayWork, stop: Stop
) -> None:
    failures: list[Exception] = []

    def make_lane(partition: Partition) -> Lane:
        publisher = TransactionalPublisher(settings, group, partition)
        return Lane(partition, source, publisher, work, settings, failures.append, ends[partition])

    lanes = Lanes(make_lane, settings.consumer)
    lanes.open(ends)
    stall = _StallCheck(settings.observe.stuck_seconds)
    try:
        while not (work.full or stop.requested or all(lane.drained for lane in lanes)):
            await read_once(source, lanes)
            if failures:
                raise failures[0]
            stall.look([lane.state() for lane in lanes])
    finally:
        await lanes.close(min(CLOSE_SECONDS, stop.left(CLOSED_BY)))


class _StallCheck:
    """Ends a replay that makes no progress, with the reason: its lanes, made for a service, would try for ever.

    Args:
        seconds: for how long no lane may have committed anything.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._committed: list[int | None] = []
        self._moved = time.monotonic()

    def look(self, lanes: Sequence[LaneState]) -> None:
        """Look at all lanes.

        Raises:
            BrokerUnavailable: nothing was committed for that long.
        """
        committed = [lane.committed for lane in lanes]
        if committed != self._committed:
            self._committed, self._moved = committed, time.monotonic()
        elif time.monotonic() - self._moved > self._seconds:
            why = next((lane.last_error for lane in lanes if lane.last_error), "the broker does not answer")
            raise BrokerUnavailable(f"nothing was put back for {self._seconds:.0f} s: {why}")


def _header(record: RawRecord, name: str) -> str | None:
    found = [value for header, value in record.headers if header == PREFIX + name and value is not None]
    return found[-1].decode("utf-8", "replace") if found else None


def _failed_at(record: RawRecord) -> datetime:
    try:
        return datetime.fromisoformat(_header(record, "failed_at") or "")
    except ValueError:
        return datetime.fromtimestamp(record.timestamp_ms / 1000, UTC)
