"""Lines of a stream, read by a thread that nobody waits for: a terminal may never send the next one."""

import asyncio
import contextlib
import queue
import select
import threading
from collections.abc import Iterator
from io import RawIOBase
from typing import NamedTuple

CHUNK_BYTES = 64 * 1024


class Line(NamedTuple):
    """One line that is not empty.

    Attributes:
        number: from 1, the empty ones counted.
        value: without its line break; a line that is too long is cut.
        size: bytes of the whole line.
    """

    number: int
    value: bytes
    size: int


class LineReader:
    """Reads lines, each when it is asked for.

    Args:
        source: unbuffered. A buffered one is locked while the thread waits for it, and Python takes a lock that
            is held at the end of the process for a fatal error.
        most_bytes: of a line; of a longer one no more is kept than shows that it is longer.

    Attributes:
        failure: what ended the reading before the end of the stream; None if nothing did.
    """

    def __init__(self, source: RawIOBase, most_bytes: int) -> None:
        self.failure: OSError | None = None
        self._lines = lines_of(source, most_bytes)
        self._asked: queue.SimpleQueue[asyncio.Future[Line | None]] = queue.SimpleQueue()
        # A thread of asyncio's own would be waited for at the end.
        threading.Thread(target=self._read, name="lines", daemon=True).start()

    def next(self) -> asyncio.Future[Line | None]:
        """The next line; None behind the last one, after which there is nothing to ask for."""
        future: asyncio.Future[Line | None] = asyncio.get_running_loop().create_future()
        self._asked.put(future)
        return future

    def _read(self) -> None:
        line: Line | None
        while True:
            future = self._asked.get()
            try:
                line = next(self._lines, None)
            except OSError as error:
                self.failure, line = error, None
            with contextlib.suppress(RuntimeError):  # the loop is closed: nobody asks any more
                future.get_loop().call_soon_threadsafe(_give, future, line)
            if line is None:
                return


def lines_of(source: RawIOBase, most_bytes: int) -> Iterator[Line]:
    """The lines of a stream that are not empty.

    Args:
        source: unbuffered.
        most_bytes: of a line; one more is kept of a longer one.

    Raises:
        OSError: the stream cannot be read.
    """
    number, size, kept = 1, 0, bytearray()
    for chunk in _chunks(source):
        for place, piece in enumerate(chunk.split(b"\n")):
            if place:  # a line break stands before it
                if size > most_bytes or kept.strip():
                    yield Line(number, bytes(kept), size)
                number, size, kept = number + 1, 0, bytearray()
            size += len(piece)
            kept += piece[: most_bytes + 1 - len(kept)]
    if size > most_bytes or kept.strip():
        yield Line(number, bytes(kept), size)


def _chunks(source: RawIOBase) -> Iterator[bytes]:
    while (chunk := source.read(CHUNK_BYTES)) != b"":
        if chunk is None:  # the other end of the pipe has made it one that does not block
            select.select([source], [], [])
        else:
            yield chunk


def _give(future: asyncio.Future[Line | None], line: Line | None) -> None:
    if not future.done():
        future.set_result(line)
