"""How long to wait before Kafka is tried again."""

import random

MAX_DOUBLINGS = 30
"""Far beyond any longest wait; without it 2.0 ** failures would overflow in a night without Kafka."""


class Backoff:
    """Doubling waits with jitter, so that many lanes do not come back at once.

    Args:
        first: the first wait in seconds.
        most: the longest wait in seconds.
    """

    def __init__(self, first: float, most: float) -> None:
        self._first = first
        self._most = most
        self._failures = 0

    def next(self) -> float:
        """The wait after one more failure: between half and all of the doubled time, in seconds."""
        whole = min(self._most, self._first * 2.0 ** min(self._failures, MAX_DOUBLINGS))
        self._failures += 1
        return whole * random.uniform(0.5, 1.0)  # noqa: S311 - spreads load, guards no secret

    def reset(self) -> None:
        """Start over after a success."""
        self._failures = 0
