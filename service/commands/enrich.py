"""``newswire enrich``: raw articles from a file, enriched records to standard output, without Kafka."""

import argparse
import asyncio
import os
import sys
import time
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any, BinaryIO, TextIO

import orjson

from service.config import Settings
from service.config.environment import read_settings
from service.duplicates.judge import DuplicateJudge
from service.duplicates.verdict import stamp
from service.errors import Reason
from service.messages import Outcome, Processed, RawRecord
from service.workers.pool import WorkerPool

WINDOW_PER_WORKER = 16  # articles in work for each worker: enough to keep it busy, and memory small
PROGRESS_SECONDS = 0.2
STOP_SECONDS = 5.0
ONE_A_LINE = "; each line must be a whole JSON document: jq -c . makes it so"
FILE_TIME = 0  # of all records: lines of a file have no times, so none is too old to be an original


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to read, and how many processes work on it."""
    parser.add_argument("file", help="raw articles, one JSON document a line; - for standard input")
    parser.add_argument("--workers", type=int, metavar="N", help="processes (NEWSWIRE_WORKERS); default one per CPU")
    parser.add_argument("--events", action="store_true", help="print event messages instead of records")


def run(arguments: argparse.Namespace) -> int:
    """Enrich all; returns 1 when an article was refused."""
    environment = dict(os.environ)
    if arguments.workers is not None:
        environment["NEWSWIRE_WORKERS"] = str(arguments.workers)
    settings = read_settings(environment)
    with ExitStack() as stack:
        source: BinaryIO = sys.stdin.buffer
        if arguments.file != "-":
            try:
                source = stack.enter_context(open(arguments.file, "rb"))  # noqa: PTH123 - a stream like stdin
            except OSError as error:
                print(f"{arguments.file}: {error.strerror}", file=sys.stderr)
                return 1
        enricher = _Enricher(settings, "event" if arguments.events else "enriched")
        return asyncio.run(enricher.run(source))


class _Enricher:
    """Keeps a bounded number of articles in work and prints results in the order of the input."""

    def __init__(self, settings: Settings, kind: str) -> None:
        self._settings, self._kind = settings, kind
        self._duplicates = DuplicateJudge(settings)
        self._refused = 0
        self._progress = _Progress(sys.stderr)

    async def run(self, source: BinaryIO) -> int:
        pool = WorkerPool(self._settings.workers, self._settings.article)
        waiting: deque[tuple[int, asyncio.Future[Outcome]]] = deque()
        try:
            await pool.start()
            lines = _lines(source)
            while (line := await asyncio.to_thread(next, lines, None)) is not None:
                number, value = line
                waiting.append((number, pool.submit(RawRecord("", 0, number, FILE_TIME, None, value))))
                if len(waiting) >= WINDOW_PER_WORKER * pool.size:
                    await self._print_next(waiting, pool)
            while waiting:
                await self._print_next(waiting, pool)
        finally:
            await pool.stop(STOP_SECONDS)
        self._progress.finish()
        return 1 if self._refused else 0

    async def _print_next(self, waiting: deque[tuple[int, asyncio.Future[Outcome]]], pool: WorkerPool) -> None:
        number, future = waiting.popleft()
        either: set[asyncio.Future[Any]] = {future, pool.failed}
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        if not future.done():
            pool.failed.result()
        outcome = future.result()
        if isinstance(outcome, Processed):
            verdict = self._duplicates.judge(outcome, FILE_TIME)
            self._duplicates.published(outcome, FILE_TIME, verdict)
            for message in stamp(outcome, verdict).messages:
                if message.kind == self._kind:
                    sys.stdout.buffer.write(message.value + b"\n")
            sys.stdout.buffer.flush()
        else:
            self._refused += 1
            fault = {
                "line": number,
                "stage": outcome.stage,
                "reason": outcome.reason,
                "field": outcome.field,
                "detail": outcome.detail + (ONE_A_LINE if outcome.reason == Reason.NOT_JSON else ""),
            }
            self._progress.clear()
            print(orjson.dumps(fault).decode(), file=sys.stderr)
        self._progress.step()


def _lines(source: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Line numbers from 1, and the lines that are not empty."""
    for number, line in enumerate(source, start=1):
        if line.strip():
            yield number, line


class _Progress:
    """How many articles are done and how fast, on a terminal only."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shown = stream.isatty()
        self._started = time.monotonic()
        self._last = 0.0
        self._done = 0

    def step(self) -> None:
        self._done += 1
        now = time.monotonic()
        if self._shown and now - self._last > PROGRESS_SECONDS:
            self._last = now
            self._write()

    def clear(self) -> None:
        if self._shown:
            self._stream.write("\r\x1b[K")

    def finish(self) -> None:
        if self._shown:
            self._write()
            self._stream.write("\n")

    def _write(self) -> None:
        rate = self._done / max(time.monotonic() - self._started, 1e-9)
        self._stream.write(f"\r\x1b[K{self._done} articles, {rate:.1f}/s")
        self._stream.flush()
