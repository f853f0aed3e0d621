"""A worker's main: load the article's program once, then run it on one article after another."""

import contextlib
import ctypes
import gc
import importlib
import os
import resource
import signal
import socket
import time
import traceback
from collections import deque
from collections.abc import Callable
from multiprocessing import forkserver
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from service.config.processing import ArticleSettings
from service.errors import Reason, Rejected, SettingsError, Stage, named
from service.messages import Outcome, Processed, RawRecord, Refused
from service.workers import frames

Program = Callable[[RawRecord], Processed]

READY, FAILED, RECALL, DONE = "ready", "failed", "recall", "done"
"""Kinds of message a worker sends: (READY, seconds), (FAILED, text, faults of settings), (RECALL, key
of facts), which is answered, and (DONE, number, outcome)."""

ARTICLE, FACTS = "article", "facts"
"""Kinds of message it gets: (ARTICLE, number, record), and (FACTS, their JSON or None) as the answer."""

STACKTRACE_CHARACTERS = 4000
PR_SET_PDEATHSIG = 1  # of linux/prctl.h: the signal that a process gets when its parent dies
DATA_LIMIT_FACTOR = 1.25
"""Times the watchdog's limit: of what is allocated beyond it before the watchdog looks, Python raises MemoryError."""

OBJECTS_BETWEEN_COLLECTIONS = 50_000
"""More than an article of usual length makes: nearly all of them are gone when it is done, without a collector."""


@runtime_checkable
class RecallingProgram(Protocol):
    """A program that asks for facts found lately before it looks for them itself."""

    recall: Callable[[str], bytes | None] | None


def main(
    connection: socket.socket, program: str, settings: ArticleSettings, memory_bytes: int, remembers: bool
) -> None:
    """Serve until the other end closes the connection.

    Args:
        connection: this worker's end of the socket pair.
        program: ``module:function``; called with ``settings`` it gives the function for each article.
        settings: of one article's program.
        memory_bytes: at which the service kills this worker.
        remembers: whether the service remembers facts.
    """
    _prepare_process(memory_bytes)
    started = time.monotonic()
    try:
        run = load(program, settings)
    except Exception as error:
        faults = error.faults if isinstance(error, SettingsError) else ()
        connection.sendall(frames.encode((FAILED, f"{program}: {named(error)}", faults)))
        return
    settle_collector()
    # The service may have ended meanwhile: nobody is left to answer.
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        connection.sendall(frames.encode((READY, time.monotonic() - started)))
        parent = _Parent(connection)
        if remembers and isinstance(run, RecallingProgram):
            run.recall = parent.recall
        while (message := parent.next_article()) is not None:
            number, record = message
            connection.sendall(frames.encode((DONE, number, run_article(run, record))))


def settle_collector() -> None:
    """Let the collector of cycles leave alone what is loaded, and look seldom at what articles make."""
    # What is loaded stays for good: it need not be looked at again, nor its pages unshared.
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)


class _Parent:
    """The service, at the other end of the socket."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._articles: deque[tuple[int, RawRecord]] = deque()  # read while an answer was awaited

    def next_article(self) -> tuple[int, RawRecord] | None:
        """The next article with its number; None when the service wants no more."""
        while not self._articles:
            if self._read() is None:
                return None
        return self._articles.popleft()

    def recall(self, key: str) -> bytes | None:
        """Ask for facts found lately; the articles sent meanwhile stay in line."""
        self._connection.sendall(frames.encode((RECALL, key)))
        while (message := self._read()) is not None:
            if message[0] == FACTS:
                document: bytes | None = message[1]
                return document
        raise SystemExit  # the service has ended, and nobody wants this article

    def _read(self) -> tuple[Any, ...] | None:
        message = frames.receive(self._connection)
        if message is not None and message[0] == ARTICLE:
            self._articles.append(message[1:])
        return message


def load(program: str, settings: ArticleSettings) -> Program:
    """Import ``module:function`` (``module:load`` when no function is named) and call it with the settings.

    Raises:
        ImportError, AttributeError: there is no such module or function.
    """
    module, _, function = program.partition(":")
    loaded: Program = getattr(importlib.import_module(module), function or "load")(settings)
    return loaded


def run_article(run: Program, record: RawRecord) -> Outcome:
    """Run the program on one article; whatever it raises becomes a refusal."""
    try:
        return run(record)
    except Rejected as rejected:
        return Refused(rejected.stage, rejected.reason, rejected.detail, rejected.field)
    except MemoryError:
        return Refused(Stage.ENRICH, Reason.OUT_OF_MEMORY, "the article needed more memory than a worker has")
    except Exception as error:
        return Refused(
            Stage.ENRICH,
            Reason.EXCEPTION,
            f"the article's program raised {type(error).__name__}",
            exception=f"{type(error).__module__}.{type(error).__qualname__}",
            # Places only: the message of an exception may hold text of the article.
            stacktrace="".join(traceback.format_tb(error.__traceback__))[-STACKTRACE_CHARACTERS:],
        )


def _prepare_process(memory_bytes: int) -> None:
    _die_with_parent()
    # A terminal sends Ctrl-C to all processes; when to end is the service's decision.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    # What a library prints must not end up among the records that `newswire enrich` prints.
    os.dup2(2, 1)
    limit = _mapped_bytes() + int(memory_bytes * DATA_LIMIT_FACTOR)
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard == resource.RLIM_INFINITY or limit < hard:
        resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))


def _mapped_bytes() -> int:
    """Data mapped already; libraries reserve stacks and arenas for each core, and use few of them."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[5]) * resource.getpagesize()
    except OSError:
        return 0


def _die_with_parent() -> None:
    """An endless article must not outlive a service that was killed (Linux only).

    Our parent is the fork server, which ends when no process holds its pipe any more. Every worker
    is given a copy of that pipe, to start workers of its own; we start none, and would hold it open.
    """
    # Private, but there since Python 3.4; a test kills a service and counts what is left.
    os.close(forkserver._forkserver._forkserver_alive_fd)  # type: ignore[attr-defined]
    libc: Any = ctypes.CDLL(None)
    if hasattr(libc, "prctl"):
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() == 1:  # it was gone before we asked
            os._exit(0)
