"""When a lane's next transaction is due: at once for a lane at rest, spaced out for a busy one."""

import asyncio
import contextlib
import time

from service.consume.window import Window

MARKER_COMMIT_SECONDS = 1.0
"""Between commits that only pass transaction markers: lag must read 0, but not at any price."""

BACKLOG_SPACING = 5
"""How much longer a lane with a full window gathers: its articles wait anyway, and transactions cost
broker and loop the more the smaller they are."""


class Pacing:
    """Tells a lane's task when to publish.

    Args:
        flush_seconds: from one transaction to the next while articles keep coming.
        window_articles: with which a window is full.
        draining: whether the lane has an end, which markers must not hold up.
    """

    def __init__(self, flush_seconds: float, window_articles: int, *, draining: bool) -> None:
        self._flush_seconds = flush_seconds
        self._window_articles = window_articles
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
            seconds = self._last_transaction + self._spacing(window) - time.monotonic()
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

    def _spacing(self, window: Window) -> float:
        """Seconds from one transaction to the next."""
        if not window.something_to_commit:
            return 0.0
        if not window.run_ready and not self._draining:
            return MARKER_COMMIT_SECONDS
        if len(window) >= self._window_articles:
            return self._flush_seconds * BACKLOG_SPACING
        return self._flush_seconds
