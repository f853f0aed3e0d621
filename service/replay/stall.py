"""A replay that makes no progress ends: it runs in a Job, which would otherwise never end."""

import time
from collections.abc import Sequence

from service.consume.interfaces import LaneState
from service.errors import BrokerUnavailable


class StallCheck:
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
