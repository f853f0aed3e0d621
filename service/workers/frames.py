"""Frames between the service and a worker: four bytes of length, then a pickled tuple.

Both ends are processes of this service over a private socket pair, so pickle reads nothing foreign.
"""

import pickle
import socket
import struct
from collections.abc import Iterator
from typing import Any

_LENGTH = struct.Struct("!I")
MAX_BYTES = 2**32 - 1


def encode(message: tuple[Any, ...]) -> bytes:
    """A message as a frame.

    Raises:
        ValueError: it is larger than a frame can be.
    """
    payload = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    if len(payload) > MAX_BYTES:
        raise ValueError(f"a message of {len(payload)} bytes does not fit into a frame")
    return _LENGTH.pack(len(payload)) + payload


class FrameReader:
    """Cuts a stream of bytes, in whatever pieces it arrives, into messages."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> Iterator[tuple[Any, ...]]:
        """Take bytes in, and yield every message that is whole now."""
        self._buffer += data
        while len(self._buffer) >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._buffer)
            end = _LENGTH.size + length
            if len(self._buffer) < end:
                return
            message = pickle.loads(memoryview(self._buffer)[_LENGTH.size : end].tobytes())  # noqa: S301 - see above
            del self._buffer[:end]
            yield message


def receive(connection: socket.socket) -> tuple[Any, ...] | None:
    """Read one message from a blocking socket; None when the other end is closed."""
    head = _receive_exactly(connection, _LENGTH.size)
    if head is None:
        return None
    payload = _receive_exactly(connection, _LENGTH.unpack(head)[0])
    message: tuple[Any, ...] | None = None if payload is None else pickle.loads(payload)  # noqa: S301 - see above
    return message


def _receive_exactly(connection: socket.socket, size: int) -> bytes | None:
    buffer = bytearray(size)
    view, filled = memoryview(buffer), 0
    while filled < size:
        count = connection.recv_into(view[filled:])
        if count == 0:
            return None
        filled += count
    return bytes(buffer)
