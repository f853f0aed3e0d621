"""``newswire enrich``: raw articles from a file, enriched records to standard output, without Kafka."""

import argparse
import asyncio
import os
import sys
import time
from collections import deque
from io import RawIOBase
from pathlib import Path
from typing import Any, TextIO

import orjson

from service.commands.lines import Line, LineReader
from service.config import Settings
from service.config.environment import read_settings
from service.duplicates.judge import DuplicateJudge
from service.duplicates.verdict import stamp
from service.errors import Reason, value_too_large
from service.messages import Outcome, Processed, RawRecord
from service.workers.pool import WorkerPool
from service.workers.refused import refused_at_once

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
    """Enrich all; returns 1 when an article was refused, or the file could not be read to its end."""
    environment = dict(os.environ)
    if arguments.workers is not None:
        environment["NEWSWIRE_WORKERS"] = str(arguments.workers)
    settings = read_settings(environment)
    try:
        source = _open(arguments.file)
    except OSError as error:
        print(f"{arguments.file}: {error.strerror}", file=sys.stderr)
        return 1
    with source:
        enricher = _Enricher(settings, "event" if arguments.events else "enriched")
        return asyncio.run(enricher.run(source, arguments.file))


def _open(file: str) -> RawIOBase:
    if file == "-":
        return open(sys.stdin.fileno(), "rb", buffering=0, closefd=False)
    return Path(file).open("rb", buffering=0)


class _Enricher:
    """Keeps a bounded number of articles in work and prints results in the order of the input."""

    def __init__(self, settings: Settings, kind: str) -> None:
        self._settings, self._kind = settings, kind
        self._duplicates = DuplicateJudge(settings)
        self._refused = 0
        self._progress = _Progress(sys.stderr)

    async def run(self, source: RawIOBase, name: str) -> int:
        pool = WorkerPool(self._settings.workers, self._settings.article)
        lines = LineReader(source, self._settings.article.max_value_bytes)
        try:
            await pool.start()
            await self._enrich(lines, pool)
        finally:
            await pool.stop(STOP_SECONDS)
        self._progress.finish()
        if lines.failure is not None:
            print(f"{name}: cannot be read any further: {lines.failure.strerror}", file=sys.stderr)
        return 1 if self._refused or lines.failure else 0

    async def _enrich(self, lines: LineReader, pool: WorkerPool) -> None:
        """Whatever comes first: the next line while there is room for it, or what is to be printed next."""
        waiting: deque[tuple[int, asyncio.Future[Outcome]]] = deque()
        reading: asyncio.Future[Line | None] | None = lines.next()
        while waiting or reading is not None:
            either: set[asyncio.Future[Any]] = {pool.failed}
            if waiting:
                either.add(waiting[0][1])
            if reading is not None and len(waiting) < WINDOW_PER_WORKER * pool.size:
                either.add(reading)
            done, _ = await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
            if waiting and waiting[0][1] in done:
                number, future = waiting.popleft()
                self._print(number, future.result())
            elif reading is not None and reading in done:
                line = reading.result()
                reading = lines.next() if line is not None else None
                if line is not None:
                    waiting.append((line.number, self._submit(line, pool)))
            else:
                pool.failed.result()

    def _submit(self, line: Line, pool: WorkerPool) -> asyncio.Future[Outcome]:
        most = self._settings.article.max_value_bytes
        if line.size <= most:
            return pool.submit(RawRecord("", 0, line.number, FILE_TIME, None, line.value))
        return refused_at_once(value_too_large(line.size, most))

    def _print(self, number: int, outcome: Outcome) -> None:
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
