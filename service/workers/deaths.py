"""What the death of a worker says: of the article at its front, and of the service when there are many."""

import time
from collections import deque

from service.config.processing import WorkerSettings
from service.errors import Reason, Stage, WorkersKeepDying
from service.messages import Refused
from service.workers.worker import Worker

COMPUTED_SHARE = 2 / 3
"""Of its deadline: an article that computed that long is to blame itself, not a busy machine or a wait. The same
program would take as long again, so it is not tried again."""


def cause_of_death(worker: Worker) -> str:
    """Why a process has ended: what it was killed for, else whether it had loaded its program."""
    return worker.kill_cause or ("crash" if worker.ready else "load")


def verdict(worker: Worker, settings: WorkerSettings) -> Refused:
    """What the death of its worker says of the article at its front.

    Args:
        worker: one that has ended.
        settings: the limits, to be told.
    """
    cause = cause_of_death(worker)
    if cause == Reason.DEADLINE:
        return _too_late(worker.computed_seconds, settings.deadline_seconds)
    if cause == Reason.OUT_OF_MEMORY:
        return Refused(Stage.ENRICH, Reason.OUT_OF_MEMORY, f"its worker grew beyond {settings.memory_bytes} bytes")
    return Refused(Stage.ENRICH, Reason.WORKER_CRASH, f"its worker ended: {worker.describe_end()}")


def _too_late(computed: float | None, deadline: float) -> Refused:
    """The refusal of an article that was not done at its deadline.

    Args:
        computed: CPU seconds that it had; None where that is not known.
        deadline: in seconds.
    """
    detail = f"not done after {deadline} s (NEWSWIRE_ARTICLE_DEADLINE_SECONDS)"
    if computed is None:
        return Refused(Stage.ENRICH, Reason.DEADLINE, detail)
    detail += f", of which it computed {computed:.1f} s"
    certain = computed >= COMPUTED_SHARE * deadline
    if certain:
        detail += ": a second try would take as long"
    return Refused(Stage.ENRICH, Reason.DEADLINE, detail, certain=certain)


class DeathLimit:
    """Ends the service when workers die faster than bad luck explains."""

    def __init__(self, settings: WorkerSettings) -> None:
        self._most = settings.deaths_max
        self._window = settings.deaths_window_seconds
        self._deaths: deque[float] = deque()

    def count(self, how: str) -> None:
        """Count one death.

        Args:
            how: the worker's end in words.

        Raises:
            WorkersKeepDying: there were too many within the window.
        """
        now = time.monotonic()
        self._deaths.append(now)
        while self._deaths[0] < now - self._window:
            self._deaths.popleft()
        if len(self._deaths) > self._most:
            raise WorkersKeepDying(
                f"{len(self._deaths)} workers died within {self._window} s, the last one {how}; "
                "mend the input or the model, or raise NEWSWIRE_WORKER_DEATHS_MAX"
            )
