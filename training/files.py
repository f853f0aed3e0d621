"""Files of text and of one JSON object a line, packed or not."""

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file, in order; a name that ends in ``.gz`` is unpacked.

    Raises:
        OSError: the file cannot be read.
    """
    yield from map(json.loads, read_text(path).rstrip("\n").split("\n"))


def read_text(path: Path) -> str:
    """A whole file; a name that ends in ``.gz`` is unpacked.

    Raises:
        OSError: the file cannot be read.
    """
    raw = path.read_bytes()
    return (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode()


def write_json_lines(path: Path, records: Iterable[dict[str, Any]]) -> None:
    """Write objects one a line, non-ASCII letters as they are."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def write_arrays(path: Path, arrays: Mapping[str, np.ndarray]) -> None:
    """Write arrays by name, as ``numpy.load`` reads them."""
    np.savez(path, allow_pickle=False, **arrays)
