"""When a lane's next transaction is due: at once for a lane at rest, spaced out for a busy one."""

import asyncio
import contextlib
import time

from service.consume.window import Window

MARKER_COMMIT_SECONDS = 1.0
"""Between commits that only pass transaction markers: lag must read 0, but not at any price."""

GATHER_SHARE = 0.1
"""Of the time that an article took: so long it then waits at most for others to share its transaction. Transactions
cost broker and loop the more the smaller they are, and who waited long for a worker hardly notices."""

MAX_GATHER = 5
"""The longest such wait, in flushes."""


class Pacing:
    """Tells a lane's task when to publish.

    Args:
        flush_seconds: from one transaction to the next while articles keep coming.
        draining: whether the lane has an end, which markers must not hold up.
    """

    def __init__(self, flush_seconds: float, *, draining: bool) -> None:
        self._flush_seconds = flush_seconds
        self._draining = draining
        self._something = asyncio.Event()
        self._enough = asyncio.Event()
        self._closing = False
        self._last_transaction = 0.0

    def something_to_publish(self) -> None:
        """The committed offset can move."""
        self._something.set()

    def enough_to_publish(self) -> None:
        """As many articles are finished as one transaction takes."""
        self._enough.set()

    def close(self) -> None:
        """Publish at once from now on."""
        self._closing = True
        self._something.set()
        self._enough.set()

    def published(self, at: float) -> None:
        """A transaction has ended.

        Args:
            at: ``time.monotonic()`` then.
        """
        self._last_transaction = at

    async def wait(self, window: Window) -> None:
        """Wait until something can be published and a transaction is due."""
        await self._something.wait()
        while True:
            self._something.clear()
            seconds = self._due(window) - time.monotonic()
            if seconds <= 0 or self._closing:
                break
            # Markers wait long, but not when an article is finished meanwhile.
            articles = window.run_ready
            sooner = self._enough if articles else self._something
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await sooner.wait()
                    if articles:
                        break
        self._enough.clear()

    def _due(self, window: Window) -> float:
        """When the next transaction is due, by ``time.monotonic()``."""
        spaced = self._last_transaction + self._flush_seconds
        if window.run_ready:
            first = next(window.items())
            gather = min(GATHER_SHARE * (first.finished - first.received), MAX_GATHER * self._flush_seconds)
            return max(spaced, first.finished + gather)
        if not window.something_to_commit:
            return 0.0
        return spaced if self._draining else self._last_transaction + MARKER_COMMIT_SECONDS
