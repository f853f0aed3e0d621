"""The service as its users run it: a process of its own, seen through its port and its topics."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tests.kafka.ports import free_ports
from tests.processes import die_with_parent

ROOT = Path(__file__).parents[2]


class NewswireProcess:
    """One ``newswire`` process.

    Args:
        command: such as ``run`` and its arguments.
        environment: settings, beside those that make tests quick.
    """

    def __init__(self, *command: str, environment: Mapping[str, str]) -> None:
        self.port = free_ports(1)[0]
        self._log = tempfile.NamedTemporaryFile(prefix="newswire-", suffix=".log", delete=False)  # noqa: SIM115
        clean = {name: value for name, value in os.environ.items() if not name.startswith("NEWSWIRE_")}
        self.environment = {
            **clean,
            "PYTHONPATH": str(ROOT),
            "NEWSWIRE_HTTP_HOST": "127.0.0.1",
            "NEWSWIRE_HTTP_PORT": str(self.port),
            "NEWSWIRE_WORKERS": "1",
            "NEWSWIRE_MODEL": "blank",
            "NEWSWIRE_SESSION_TIMEOUT_SECONDS": "6",
            "NEWSWIRE_HEARTBEAT_SECONDS": "0.5",
            "NEWSWIRE_REBALANCE_TIMEOUT_SECONDS": "10",
            "NEWSWIRE_STOP_SECONDS": "10",
            **environment,
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "service", *command],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=self._log,
            preexec_fn=die_with_parent,
        )

    def get(self, path: str) -> tuple[int, str]:
        """Status and body of a page of its port; status 0 while nothing listens."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=5) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            return 0, ""

    def causes(self, path: str) -> dict[str, str]:
        """The causes that a probe names."""
        _, body = self.get(path)
        found: dict[str, str] = json.loads(body)["causes"] if body else {"not_listening": ""}
        return found

    def wait_until_ready(self, seconds: float = 60) -> "NewswireProcess":
        """Wait until /readyz says yes."""
        self.wait_until(lambda: self.get("/readyz")[0] == 200, seconds, "ready")
        return self

    def wait_until(self, condition: Callable[[], bool], seconds: float, what: str, every: float = 0.05) -> None:
        """Look at a condition from the outside, as a probe does, every so many seconds."""
        deadline = time.monotonic() + seconds
        while not condition():
            assert self.process.poll() is None, f"it ended with {self.process.returncode}:\n{self.log()}"
            assert time.monotonic() < deadline, f"not {what} after {seconds} s:\n{self.log()}"
            time.sleep(every)

    def metric(self, name: str, **labels: str) -> float:
        """The sum of a metric's samples with these labels."""
        total = 0.0
        for line in self.get("/metrics")[1].splitlines():
            head, _, value = line.rpartition(" ")
            if head.split("{")[0] == name and all(f'{k}="{v}"' in head for k, v in labels.items()):
                total += float(value)
        return total

    def terminate(self, seconds: float = 30) -> int:
        """SIGTERM, and its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.wait(seconds)

    def wait(self, seconds: float = 120) -> int:
        """Wait for its end, and give its exit code."""
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"it did not end within {seconds} s:\n{self.log()}") from None

    def kill(self) -> None:
        """SIGKILL."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def log(self, lines: int = 60) -> str:
        """The end of its log."""
        return "\n".join(Path(self._log.name).read_text(errors="replace").splitlines()[-lines:])

    def close(self) -> None:
        """Kill it if it runs, and remove its log."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
        self.kill()
        if self.process.stdout:
            self.process.stdout.close()
        self._log.close()
        Path(self._log.name).unlink(missing_ok=True)

    def __enter__(self) -> "NewswireProcess":
        return self

    def __exit__(self, *error: Any) -> None:
        self.close()
