"""A stop is over at its deadline: in order if that can be, else at once."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from service.stop import Stop

ROOT = Path(__file__).parents[1]

STUCK = """
import asyncio, os, signal, time
from service.signals import stop_on_signals
from service.stop import Stop

async def main() -> None:
    stop = Stop(0.2)
    with stop_on_signals(stop):
        os.kill(os.getpid(), signal.SIGTERM)
        await stop.wait()
    time.sleep(600)

asyncio.run(main())
"""


async def test_steps_share_one_deadline_that_counts_from_the_first_request(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one step leaves of its time is the next one's, and a second request gives no more."""
    now = 100.0
    monkeypatch.setattr("service.stop.time.monotonic", lambda: now)
    stop = Stop(20.0)
    now = 150.0
    assert (stop.requested, stop.left(0.5)) == (False, 10.0)
    stop.request()
    now = 154.0
    stop.request()
    assert (stop.left(0.5), stop.left()) == (6.0, 16.0)
    now = 163.0
    assert (stop.left(0.5), stop.left()) == (0.0, 7.0)


def test_a_process_that_is_stuck_after_its_last_step_ends_at_the_deadline() -> None:
    """As by a second signal: what holds it may be deaf to everything else."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(
        [sys.executable, "-c", STUCK], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 128 + signal.SIGTERM
    assert "not stopped after 0.2 s: ending at once" in ended.stderr
