"""The command line as a person runs it: a process of its own."""

import os
import subprocess
import sys


def environment(**settings: str) -> dict[str, str]:
    """Of this process, with no settings but these."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("NEWSWIRE_")}
    return {**clean, **settings}


def newswire(*arguments: str, stdin: bytes = b"", **settings: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "service", *arguments],
        input=stdin,
        capture_output=True,
        env=environment(**settings),
        timeout=120,
        check=False,
    )
