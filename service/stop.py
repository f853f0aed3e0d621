"""A stop of the service: asked for once, and over at one deadline that all its steps share."""

import asyncio
import time


class Stop:
    """Whether the service is to stop, and how much of the time for that is left.

    Args:
        seconds: from the request to the end.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._requested = asyncio.Event()
        self._since = 0.0

    @property
    def requested(self) -> bool:
        """Whether it was asked for."""
        return self._requested.is_set()

    def request(self) -> None:
        """Ask for it; the first time counts, and starts the clock."""
        if not self.requested:
            self._since = time.monotonic()
            self._requested.set()

    async def wait(self) -> None:
        """Wait until it is asked for."""
        await self._requested.wait()

    def left(self, share: float = 1.0) -> float:
        """Seconds until this share of the time is over, 0 when it is; all of it before the request."""
        since = self._since if self.requested else time.monotonic()
        return max(0.0, since + self.seconds * share - time.monotonic())
