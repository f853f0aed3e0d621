"""The fork server: what it does before it imports anything that takes time."""

import subprocess
import sys

FIRST_LONG_IMPORT = """
import signal, sys

class Finder:
    def find_spec(self, name, *_):
        if name == "service.article":
            print(*(signal.getsignal(number) is signal.SIG_IGN for number in (signal.SIGINT, signal.SIGTERM)))
            sys.exit()

sys.meta_path.insert(0, Finder())
import service.workers.preload
"""


def test_signals_to_the_whole_group_do_not_end_it() -> None:
    """The service decides when to stop; workers whose fork server had gone were taken for dead."""
    done = subprocess.run([sys.executable, "-c", FIRST_LONG_IMPORT], capture_output=True, text=True, check=True)
    assert done.stdout == "True True\n"
