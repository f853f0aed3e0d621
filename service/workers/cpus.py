"""How many CPUs this process may use: a container is often limited to a few of its machine's."""

import os
from pathlib import Path

QUOTA = Path("/sys/fs/cgroup/cpu.max")
"""Microseconds of CPU time in a period, and the period; ``max`` without a limit (cgroup v2)."""


def usable_cpus(quota: Path = QUOTA) -> int:
    """Whole CPUs that affinity and the container's quota leave, one at least."""
    allowed = len(os.sched_getaffinity(0))
    try:
        microseconds, period = quota.read_text(encoding="ascii").split()
        return max(1, min(allowed, int(microseconds) // int(period)))
    except (OSError, ValueError):
        return allowed  # no such file, or no limit in it
