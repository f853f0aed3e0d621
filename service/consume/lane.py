"""One partition's lane: a gate, a window, and one transaction after another in offset order.

The lane's own task opens it (fence, read the committed offset, seek, in that order), publishes
unbroken runs of finished articles, and starts over when Kafka fails. Results already there stay
valid across such a failure, so nothing is enriched again.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence

from service.config import Settings
from service.consume.interfaces import Gate, LaneState, PartitionReader, Publisher, Work
from service.consume.pacing import Pacing
from service.consume.progress import observe_outcome
from service.consume.retry import Retry
from service.consume.runs import RunPublisher
from service.consume.window import Window
from service.errors import BrokerUnavailable, InputMadeAnew
from service.messages import Outcome, Partition, RawRecord

logger = logging.getLogger(__name__)

PUBLISH_SHARE = 0.6
"""Share of the time to close that the last transaction may take; the rest is for the producer to end."""

CANCEL_SECONDS = 1.0
"""What a cancelled lane gets to unwind."""


class Lane:
    """The way of one partition's articles from read to committed.

    Args:
        partition: topic and number.
        reader: where the partition is read.
        publisher: its transactional producer.
        work: what is done with each article.
        settings: all settings.
        on_failure: called with an error that must stop the service.
        end: where a drain ends, exclusive; None to go on for ever.
    """

    def __init__(
        self,
        partition: Partition,
        reader: PartitionReader,
        publisher: Publisher,
        work: Work,
        settings: Settings,
        on_failure: Callable[[Exception], None],
        end: int | None = None,
    ) -> None:
        self.partition = partition
        self.gate = Gate.OPENING
        self.end = end
        self._reader = reader
        self._publisher = publisher
        self._work = work
        self._settings = settings
        self._on_failure = on_failure
        self._window: Window | None = None
        self._closing = asyncio.Event()
        self._pacing = Pacing(settings.delivery.flush_seconds, draining=end is not None)
        self._runs = RunPublisher(publisher, self._pacing, settings.delivery)
        self._retry = Retry(partition, settings)
        self._task = asyncio.create_task(self._live(), name=f"lane-{partition.topic}-{partition.partition}")

    # What the main loop asks and gives.

    @property
    def has_room(self) -> bool:
        """Whether records may be fetched: the gate is open, the window not full, the end not reached."""
        window, limits = self._window, self._settings.consumer
        return (
            self.gate is Gate.OPEN
            and window is not None
            and len(window) < limits.window_articles
            and window.bytes < limits.window_bytes
            and (self.end is None or window.position < self.end)
        )

    @property
    def drained(self) -> bool:
        """Whether everything below ``end`` is committed."""
        window = self._window
        return self.end is not None and window is not None and window.committed >= self.end

    def state(self) -> LaneState:
        """The lane as health checks and the status page see it."""
        window = self._window
        return LaneState(
            partition=self.partition,
            gate=self.gate,
            in_work=len(window) if window is not None else 0,
            bytes_held=window.bytes if window is not None else 0,
            has_room=self.has_room,
            position=window.position if window is not None else None,
            committed=window.committed if window is not None else None,
            last_error=self._retry.last_error,
        )

    def accept(self, records: Sequence[RawRecord]) -> None:
        """Take fetched records into work; a closed gate and a drain's end let none through."""
        if self.gate is not Gate.OPEN or self._window is None or not records:
            return
        if self._was_sent_back(records[0].offset):
            return
        self._pass(records[0].offset)
        for record in records:
            if self.end is None or record.offset < self.end:
                self._window.start(record)

    def advance(self, position: int) -> None:
        """Pass offsets that hold no record for us: transaction markers, compacted or aborted records."""
        if self.gate is Gate.OPEN and self._window is not None and not self._was_sent_back(position):
            self._pass(position)
            self._window.advance(position if self.end is None else min(position, self.end))
            self._wake()

    def restart(self, first: int) -> None:
        """Go on from the earliest record there is: the partition does not have the one that was to be read next.

        Before it, it was deleted unread. After it, the partition begins anew, and nothing in it was read before.
        """
        if self.gate is Gate.OPEN and self._window is not None and first < self._window.position:
            self._start_over(self._window.position, first)

    # Closing.

    async def settle(self) -> None:
        """Close the gate and wait until no article of the window is being worked on."""
        self.gate = Gate.CLOSED
        if self._window is not None and (pending := self._window.in_progress()):
            await asyncio.wait(pending)

    async def close(self, budget_seconds: float) -> None:
        """Close the gate, publish what is finished without a gap, forget the rest, end the producer.

        Args:
            budget_seconds: for all of it; a transaction that takes more than its share is left to the
                next owner to abort.
        """
        deadline = time.monotonic() + budget_seconds
        can_publish = self.gate in (Gate.OPEN, Gate.CLOSED)
        self.gate = Gate.CLOSED
        self._closing.set()
        self._pacing.close()
        if self._window is not None:
            self._window.cancel()
        if can_publish:
            await asyncio.wait({self._task}, timeout=budget_seconds * PUBLISH_SHARE)
        if not self._task.done():
            self._task.cancel()
            await asyncio.wait({self._task}, timeout=min(CANCEL_SECONDS, (deadline - time.monotonic()) / 2))
        await self._publisher.close(max(0.0, deadline - time.monotonic()))

    # The lane's own task.

    async def _live(self) -> None:
        try:
            while not self._closing.is_set():
                try:
                    window = await self._open()
                    await self._publish_runs(window)
                except BrokerUnavailable as error:
                    if not self._closing.is_set():
                        self.gate = Gate.FAILING
                        await self._retry.wait(error, self._closing)
        except Exception as error:
            self._on_failure(error)  # a lane must not die in silence

    async def _open(self) -> Window:
        """Fence, then read the committed offset, then seek and open the gate in one tick."""
        await self._publisher.fence()
        start = await self._reader.start_offset(self.partition)
        self._runs.resume(start)
        # No await from here on: no record fetched from the old position may slip through the gate.
        window = self._window
        if window is not None and window.committed <= start <= window.position:
            window.commit(start)  # a commit whose answer was lost may have succeeded
        else:
            window = self._begin_at(start)
        if not self._closing.is_set():  # else the place may be another lane's by now
            # Records that came while the gate was shut were dropped: read them again.
            self._reader.seek(self.partition, window.position)
            self.gate = Gate.OPEN
        self._wake()
        return window

    async def _publish_runs(self, window: Window) -> None:
        while True:
            await self._pacing.wait(window)
            # The main loop may have started the window over meanwhile.
            window = self._window or window
            if await self._runs.publish(window):
                self._retry.succeeded()
                self._wake()
            if self._closing.is_set() and not window.run_ready:
                return

    # The window.

    def _admit(self, outcome: Outcome) -> bool:
        """Count an outcome; one that is too much stops the service, and is not published."""
        observe_outcome(outcome)
        try:
            self._work.count(outcome)
        except Exception as error:
            self._on_failure(error)
            return False
        if self._window and self._window.finished_count + 1 >= self._settings.delivery.transaction_articles:
            self._pacing.enough_to_publish()
        return True

    def _pass(self, offset: int) -> None:
        """Tell the reader of offsets below one that held no record."""
        if self._window is not None and self._window.position < offset:
            self._reader.passed(self.partition, self._window.position, offset)

    def _was_sent_back(self, offset: int) -> bool:
        """Whether the reader is at an offset that was read before; it is sent on, and nothing is worked on twice."""
        assert self._window is not None
        if offset >= self._window.position:
            return False
        topic, partition = self.partition
        logger.warning(
            "read %d again where %d is next: sent on",
            offset,
            self._window.position,
            extra={"topic": topic, "partition": partition},
        )
        self._reader.seek(self.partition, self._window.position)
        return True

    def _start_over(self, was: int, offset: int) -> None:
        """Go on at an offset below the one that was to be read next: the partition has nothing there any more."""
        topic, partition = self.partition
        logger.error(
            "offset %d is beyond the end: the topic was made anew, or the group's offset was set wrongly; "
            "it is read from its beginning, %d",
            was,
            offset,
            extra={"topic": topic, "partition": partition},
        )
        if self.end is not None:
            self._on_failure(InputMadeAnew(f"{topic} does not reach to {self.end} any more: start the command again"))
        self._begin_at(offset)

    def _begin_at(self, offset: int) -> Window:
        """A window from an offset on, in place of the one before."""
        if self._window is not None:
            self._window.cancel()
        self._window = Window(offset, self._work, self._admit, self._pacing.something_to_publish)
        return self._window

    def _wake(self) -> None:
        if self._window is not None and self._window.something_to_commit:
            self._pacing.something_to_publish()
