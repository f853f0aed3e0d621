"""The work of a replay: dead letters are chosen, become their originals again, and are counted for the report."""

import asyncio
import logging
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime

from service.messages import Outcome, OutgoingRecord, Partition, Processed, RawRecord
from service.publish.deadletter import PREFIX, REPLAYS, replays
from service.replay.choice import Choice

logger = logging.getLogger(__name__)

READ = Processed("", ())  # every letter is done with as soon as it is read

LATEST_MS = 253_402_300_799_000
"""The end of the year 9999, beyond which Python has no times; Kafka takes any."""


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
        self._chosen = 0
        # Of letters that are done with, by partition and offset: what the report will say once they are committed.
        self._uncommitted: dict[Partition, dict[int, tuple[Counter[str], str]]] = {}

    def submit(self, record: RawRecord) -> asyncio.Future[Outcome]:
        """Finish a letter at once; past the maximum leave it unfinished, so that its offset is not committed."""
        future: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        if self.full:
            return future
        why_not = self.why_not(record)
        if why_not is None:
            self._chosen += 1
            self.full = self._chosen == self._choice.most
            told = (self.report.put_back, _header(record, "reason") or "unknown")
        else:
            told = (self.report.left, why_not)
        self._uncommitted.setdefault(Partition(record.topic, record.partition), {})[record.offset] = told
        future.set_result(READ)
        return future

    @property
    def reported(self) -> bool:
        """Whether every letter that is done with is in the report."""
        return not any(self._uncommitted.values())

    def committed(self, partition: Partition, below: int | None) -> None:
        """Report the letters of a partition below an offset: they are what they are said to be from now on."""
        waiting = self._uncommitted.get(partition, {})
        while below is not None and waiting and (first := next(iter(waiting))) < below:
            counter, what = waiting.pop(first)
            counter[what] += 1

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

    def compose_smaller(
        self,
        record: RawRecord,
        outcome: Outcome,
        refused: list[OutgoingRecord],  # noqa: ARG002 - an original has no smaller form
    ) -> tuple[Outcome, list[OutgoingRecord]]:
        """An original that its topic does not take any more stays a dead letter, and is reported as one."""
        why = "its topic does not take a message of this size any more"
        logger.error("a letter stays: %s", why, extra={"offset": record.offset})
        self._uncommitted[Partition(record.topic, record.partition)][record.offset] = (self.report.left, why)
        return outcome, []

    def count(self, outcome: Outcome) -> None:
        """A replay has no limit of its own beside the maximum."""

    def _original(self, record: RawRecord) -> OutgoingRecord:
        kept = tuple(h for h in record.headers if not h[0].startswith(PREFIX) and h[0] != REPLAYS)
        counted = (REPLAYS, str(replays(record.headers) + 1).encode())
        topic = self._choice.topic or _header(record, "topic") or ""
        return OutgoingRecord(topic, record.key, record.value or b"", (*kept, counted))


def _header(record: RawRecord, name: str) -> str | None:
    found = [value for header, value in record.headers if header == PREFIX + name and value is not None]
    return found[-1].decode("utf-8", "replace") if found else None


def _failed_at(record: RawRecord) -> datetime:
    try:
        failed_at = datetime.fromisoformat(_header(record, "failed_at") or "")
    except ValueError:  # not ours
        return datetime.fromtimestamp(min(max(0, record.timestamp_ms), LATEST_MS) / 1000, UTC)
    return failed_at if failed_at.tzinfo else failed_at.replace(tzinfo=UTC)
