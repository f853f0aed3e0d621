"""A stop is over at its deadline: in order if that can be, else at once."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from service.stop import Stop
from tests.kafka.service import NewswireProcess

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


SLOW_FORK_SERVER = """
import sys, time
if "forkserver" in " ".join(sys.orig_argv):
    time.sleep(600)
"""

SLOW_IMPORT = """
import sys, time

class Slow:
    def find_spec(self, name, *_):
        if name == "aiokafka":
            print("importing", flush=True)
            time.sleep(600)

sys.meta_path.insert(0, Slow())
"""


@pytest.fixture
def start_slowly(tmp_path: Path) -> Iterator[Callable[..., NewswireProcess]]:
    """Starts the command where a piece of code, run at the start of each interpreter, makes it slow."""
    with contextlib.ExitStack() as processes:

        def start(code: str, command: str, **settings: str) -> NewswireProcess:
            (tmp_path / "sitecustomize.py").write_text(code)
            environment = {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}", **settings}
            return processes.enter_context(NewswireProcess(command, environment=environment))

        yield start


@pytest.mark.parametrize(("command", "code"), [("run", 0), ("drain", 1)])
def test_a_service_that_still_loads_stops_at_once_when_told_to(
    start_slowly: Callable[..., NewswireProcess], command: str, code: int
) -> None:
    """Where CPU is scarce, the imports of the processes that are to work take longer than a stop may."""
    service = start_slowly(SLOW_FORK_SERVER, command, NEWSWIRE_STOP_SECONDS="30")
    service.wait_until(lambda: "starting" in service.causes("/readyz"), 60, "starting")
    assert service.terminate(15) == code


def test_a_service_whose_workers_do_not_come_ends_when_their_time_is_over(
    start_slowly: Callable[..., NewswireProcess],
) -> None:
    """And not when the imports that they wait for end."""
    service = start_slowly(SLOW_FORK_SERVER, "run", NEWSWIRE_WORKER_STARTUP_SECONDS="1")
    assert service.wait(30) == 70
    assert "NEWSWIRE_WORKER_STARTUP_SECONDS" in service.log()


@pytest.mark.parametrize(("command", "code"), [("run", 0), ("drain", 1), ("replay", 1)])
def test_a_signal_that_comes_before_anything_is_begun_is_heard(
    start_slowly: Callable[..., NewswireProcess], command: str, code: int
) -> None:
    """The first process of a container would be deaf to it, and killed at the end of its grace period."""
    service = start_slowly(SLOW_IMPORT, command)
    assert service.process.stdout is not None
    assert service.process.stdout.readline() == b"importing\n"
    assert service.terminate(15) == code
    assert "before anything was begun" in service.log()
