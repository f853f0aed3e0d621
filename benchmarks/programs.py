"""Programs for the benchmarks: what an article costs, and nothing else."""

import time

from service.config.processing import ArticleSettings
from service.messages import OutgoingMessage, Processed, RawRecord
from service.workers.child import Program


def pass_through(settings: ArticleSettings) -> Program:
    """Publishes each value as it came: what is measured is the way, not the work."""
    return _Busy(0.0)


def busy_5_ms(settings: ArticleSettings) -> Program:
    """Each article keeps its worker busy for 5 ms of wall time."""
    return _Busy(0.005)


def busy_50_ms(settings: ArticleSettings) -> Program:
    """Each article keeps its worker busy for 50 ms of wall time."""
    return _Busy(0.05)


class _Busy:
    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def __call__(self, record: RawRecord) -> Processed:
        until = time.perf_counter() + self._seconds
        while time.perf_counter() < until:
            pass
        name = (record.key or b"").decode()
        return Processed(name, (OutgoingMessage("enriched", name, record.value or b""),))
