"""Header names that are not UTF-8: Kafka takes any bytes, and aiokafka fails on the whole batch.

One such record would end every process that comes to it, for as long as its topic keeps it. So a batch that
cannot be read is read once more, with U+FFFD for what cannot be decoded; all others are read as before.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from aiokafka.consumer import fetcher
from aiokafka.errors import CorruptRecordException
from aiokafka.record.default_records import _DefaultRecordBatchPy
from aiokafka.record.memory_records import _MemoryRecordsPy


def read_foreign_headers() -> None:
    """Let the consumers of this process read such records; aiokafka has no setting for it."""
    fetcher.MemoryRecords = _Batches


class _Batches(_MemoryRecordsPy):  # type: ignore[misc]  # aiokafka has no type information
    """The batches of one answer to a fetch, cut apart by aiokafka."""

    def next_batch(self) -> Any:
        """The next batch; None behind the last one."""
        data = self._next_slice
        batch = super().next_batch()
        return batch if batch is None else _Batch(batch, data)


class _Batch:
    """A batch of aiokafka, and its bytes to be read again."""

    def __init__(self, batch: Any, data: memoryview) -> None:
        self._batch = batch
        self._data = data

    def __getattr__(self, name: str) -> Any:
        return getattr(self._batch, name)

    def __next__(self) -> Any:
        return next(self._batch)

    def __iter__(self) -> Iterator[Any]:
        count = 0
        try:
            for record in self._batch:
                yield record
                count += 1
        except (UnicodeDecodeError, CorruptRecordException):
            yield from islice(_read_replacing(self._data), count, None)


def _read_replacing(data: memoryview) -> Iterator[Any]:
    """The records of a batch; one that is corrupt in another way fails here, too."""
    batch = _DefaultRecordBatchPy(data)
    records: Iterator[Any] = iter(batch)  # decompresses
    batch._buffer = _Replacing(batch._buffer)
    return records


class _Replacing(bytearray):
    """Bytes whose slices decode with replacement characters."""

    def __getitem__(self, place: Any) -> Any:
        found = super().__getitem__(place)
        return _Replacing(found) if isinstance(place, slice) else found

    def decode(self, encoding: str = "utf-8", errors: str = "replace") -> str:
        """Text, whatever the bytes are."""
        return super().decode(encoding, errors)
