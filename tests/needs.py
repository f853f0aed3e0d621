"""Programs that some tests need: without them such a test says so and is skipped, under CI it fails."""

import os
import shutil

import pytest


def need(purpose: str, *programs: str) -> None:
    """Skip the test, or under CI fail it, if one of the programs is not on the path.

    Args:
        purpose: what needs them, for the message, such as ``a real Kafka``.
        programs: such as ``java``.
    """
    missing = [program for program in programs if not shutil.which(program)]
    if not missing:
        return
    message = f"{purpose} needs {' and '.join(missing)}, not found on this machine"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)
