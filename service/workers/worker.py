"""One worker process as the service sees it: started, ready, fed, watched, ended."""

import asyncio
import contextlib
import logging
import multiprocessing
import os
import signal
import socket
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing import forkserver
from typing import Any

from service.config.processing import ArticleSettings, WorkerSettings
from service.errors import NewswireError, SettingsError, WorkersUnavailable
from service.messages import Outcome, RawRecord
from service.workers import child, frames
from service.workers.usage import cpu_seconds

logger = logging.getLogger(__name__)

# The processor finds the weights of the networks faster in pages of two megabytes, which the GNU C library asks for
# when a process starts with this: an article takes 3 % less. Other C libraries do not look at it.
os.environ.setdefault("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1")
_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["service.workers.preload"])


@dataclass(slots=True, eq=False)
class Task:
    """One article on its way through the pool.

    Attributes:
        queued: ``time.monotonic()`` of its submission.
        started: when it came to the front of its worker; None before.
        attempts: tries begun.
        cpu_before: CPU time of its worker when the watchdog first saw it there; None before.
    """

    number: int
    record: RawRecord
    future: asyncio.Future[Outcome]
    queued: float = field(default_factory=time.monotonic)
    started: float | None = None
    attempts: int = 0
    cpu_before: float | None = None


class Worker(asyncio.Protocol):
    """The parent's end of one worker process.

    Args:
        slot: its place in the pool, for logs and metrics.
        settings: the workers' settings.
        article: handed to the article's program.
        on_ready: called when it has loaded its program.
        on_recall: called with the key of facts that its program asks for; ``answer`` is to follow.
        on_done: called with each task and its outcome.
        on_exit: called once when the process has ended.

    Attributes:
        kill_cause: what it was killed for; None for one that was not.
        computed_seconds: CPU time that its article had when it was killed; None where that is not known.
    """

    def __init__(
        self,
        slot: int,
        settings: WorkerSettings,
        article: ArticleSettings,
        on_ready: Callable[["Worker"], None],
        on_recall: Callable[["Worker", str], None],
        on_done: Callable[["Worker", Task, Outcome], None],
        on_exit: Callable[["Worker"], None],
    ) -> None:
        self.slot = slot
        self.tasks: deque[Task] = deque()  # the first one is running, the others wait in the socket
        self.alone = False  # whether nothing may be put behind the running task
        self.ready = False
        self.retiring = False
        self.finished = 0
        self.kill_cause: str | None = None
        self.computed_seconds: float | None = None
        self.load_error: NewswireError | None = None
        self.exited = asyncio.get_running_loop().create_future()
        self._settings = settings
        self._article = article
        self._on_ready, self._on_recall, self._on_done, self._on_exit = on_ready, on_recall, on_done, on_exit
        self._process: Any = None
        self._starting: asyncio.Future[None] | None = None
        self._transport: asyncio.Transport | None = None
        self._overdue: asyncio.TimerHandle | None = None  # ends one that does not load its program
        self._reader = frames.FrameReader()

    @property
    def pid(self) -> int | None:
        """Its process id once started."""
        return self._process.pid if self._process is not None else None

    @property
    def starting(self) -> bool:
        """Whether its process is being started, also where the one who waited for that has given it up."""
        return self._starting is not None and not self._starting.done()

    async def start(self) -> None:
        """Start the process; ``on_ready`` follows when its program is loaded."""
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        process = _CONTEXT.Process(
            target=child.main,
            args=(
                theirs,
                self._settings.program,
                self._article,
                self._settings.memory_bytes,
                self._settings.facts_bytes > 0,
            ),
            name=f"newswire-worker-{self.slot}",
            daemon=True,
        )
        # The first start waits for the fork server's imports: not on the event loop.
        self._starting = asyncio.get_running_loop().run_in_executor(None, process.start)
        self._starting.add_done_callback(_note)
        try:
            await asyncio.shield(self._starting)
        except (EOFError, OSError):
            ours.close()
            raise
        finally:
            theirs.close()
        self._process = process
        loop = asyncio.get_running_loop()
        loop.add_reader(process.sentinel, self._ended)
        self._overdue = loop.call_later(self._settings.startup_seconds, self._does_not_load)
        await loop.create_connection(lambda: self, sock=ours)

    def give(self, task: Task) -> None:
        """Send a task; it runs when those before it are done."""
        assert self._transport is not None
        if not self.tasks:
            task.started = time.monotonic()
        task.attempts += 1
        self.tasks.append(task)
        self._transport.write(frames.encode((child.ARTICLE, task.number, task.record)))

    def answer(self, facts: bytes | None) -> None:
        """Answer the question for facts."""
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(frames.encode((child.FACTS, facts)))

    def kill(self, cause: str) -> None:
        """End the process at once; ``on_exit`` follows."""
        if self.kill_cause is None and self.pid is not None:
            self.kill_cause = cause
            before, now = self.tasks[0].cpu_before if self.tasks else None, cpu_seconds(self.pid)
            self.computed_seconds = now - before if before is not None and now is not None else None
            self._process.kill()

    def _stop_waiting_for_load(self) -> None:
        if self._overdue is not None:
            self._overdue.cancel()

    def _does_not_load(self) -> None:
        seconds = self._settings.startup_seconds
        logger.warning(
            "worker %d has not loaded its program in %g s (NEWSWIRE_WORKER_STARTUP_SECONDS)", self.slot, seconds
        )
        self.kill("load")

    def note_cpu(self) -> None:
        """Remember what CPU time the worker had before its article, if that has just come to its turn."""
        if self.tasks[0].cpu_before is None:
            self.tasks[0].cpu_before = cpu_seconds(self.pid)

    def close(self) -> None:
        """Let the process end by itself once its task is done."""
        self.retiring = True
        if self._transport is not None:
            self._transport.close()

    def describe_end(self) -> str:
        """How the process ended, in words."""
        code = self._process.exitcode
        if code is not None and code < 0:
            return f"killed by {signal.Signals(-code).name}"
        return f"exit code {code}"

    # asyncio.Protocol

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The socket is ours."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answers of the worker, whole or in part."""
        for kind, *values in self._reader.feed(data):
            if kind == child.DONE:
                self._done(*values)
            elif kind == child.RECALL:
                self._on_recall(self, *values)
            elif kind == child.READY:
                self.ready = True
                self._stop_waiting_for_load()
                logger.info("worker %d ready after %.2f s", self.slot, values[0])
                self._on_ready(self)
            else:
                self.load_error = _load_error(*values)

    def _done(self, number: int, outcome: Outcome) -> None:
        task = self.tasks.popleft()
        assert task.number == number, "a worker answers in the order it was asked"
        self.finished += 1
        if self.tasks:
            self.tasks[0].started = time.monotonic()
        self._on_done(self, task, outcome)

    def _ended(self) -> None:
        """The process has ended: its last answers first, then the news."""
        asyncio.get_running_loop().remove_reader(self._process.sentinel)
        self._stop_waiting_for_load()
        self._process.join()
        # Answers sent before the end may still be in the socket: they count.
        asyncio.get_running_loop().call_soon(self._report_end)

    def _report_end(self) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._drain_socket()
            self._transport.abort()
        if not self.exited.done():
            self.exited.set_result(None)
            self._on_exit(self)

    def _drain_socket(self) -> None:
        assert self._transport is not None
        connection = self._transport.get_extra_info("socket")
        while True:
            try:
                data = os.read(connection.fileno(), 1 << 20)
            except (BlockingIOError, OSError):
                return
            if not data:
                return
            self.data_received(data)


def end_fork_server() -> None:
    """Kill the process that forks the workers, and all that it has forked; who waits for a worker waits no more.

    The next start of a worker starts it anew.
    """
    if (pid := forkserver._forkserver._forkserver_pid) is not None:  # type: ignore[attr-defined]  # as in child.py
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _note(start: asyncio.Future[None]) -> None:
    """Look at what became of a start, which asyncio wants of everything that failed."""
    if not start.cancelled():
        start.exception()


def _load_error(what: str, faults: tuple[str, ...]) -> NewswireError:
    if faults:
        return SettingsError(faults)
    return WorkersUnavailable(f"the article's program cannot be loaded: {what}")
