"""How many workers there are by default."""

import os
from pathlib import Path

import pytest

from service.workers.cpus import usable_cpus


@pytest.mark.parametrize(
    ("quota", "expected"),
    [
        ("max 100000", 8),
        ("200000 100000", 2),
        ("250000 100000", 2),
        ("50000 100000", 1),
        ("9900000 100000", 8),
        ("", 8),
    ],
)
def test_a_container_has_the_cpus_of_its_quota(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quota: str, expected: int
) -> None:
    """Not those of its machine, 8 here: each worker more takes memory and waits for its turn."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: set(range(8)))
    file = tmp_path / "cpu.max"
    file.write_text(quota)
    assert usable_cpus(file) == expected
    assert usable_cpus(tmp_path / "none") == 8
