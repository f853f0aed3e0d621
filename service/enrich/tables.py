"""Tables that ship with the service: lines of tab-separated columns, with comments behind ``#``."""

from pathlib import Path

DATA = Path(__file__).parents[1] / "data"
"""Folder of all tables and models."""


def rows(path: Path, columns: int) -> list[list[str]]:
    """The cells of a table's lines, without comments.

    Raises:
        OSError: there is no such table.
        ValueError: a line has other columns than it must.
    """
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        row = line.split("\t")
        if len(row) != columns:
            raise ValueError(f"{path}, line {number}: {columns} columns wanted, not {len(row)}")
        found.append(row)
    return found
