"""What the system tells of a process: its memory and its CPU time."""

import os
from pathlib import Path

_PAGE = os.sysconf("SC_PAGE_SIZE")
_TICK = os.sysconf("SC_CLK_TCK")
_UTIME, _STIME = 11, 12
"""Places of the CPU times in /proc/PID/stat, counted behind the name's parenthesis (proc_pid_stat(5))."""


def resident_bytes(pid: int | None) -> int:
    """Resident memory; 0 where the system does not tell."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0


def cpu_seconds(pid: int | None) -> float | None:
    """CPU time until now; None where the system does not tell."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[_UTIME]) + int(fields[_STIME])) / _TICK
    except (OSError, IndexError):
        return None
