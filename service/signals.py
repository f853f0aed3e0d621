"""SIGTERM and SIGINT: the first asks for a stop in order, a second one or the deadline ends the process at once.

Ending at once loses nothing: an open transaction is aborted by the next owner of its partition, which
reads on from the committed offset, and the workers die with this process.
"""

import asyncio
import logging
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from service.stop import Stop

logger = logging.getLogger(__name__)

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


@contextmanager
def stop_on_signals(stop: Stop) -> Iterator[None]:
    """Request ``stop`` on the first signal.

    A second one, or the end of the stop's time, ends the process with 128 + the signal's number.
    """
    loop = asyncio.get_running_loop()

    def on_signal(number: signal.Signals) -> None:
        if stop.requested:
            _end(number, f"{number.name} again")
        logger.info("%s: stopping", number.name)
        stop.request()
        # A thread, and never cancelled: what holds a process after its last step, such as a blocked
        # loop or a task that does not hear its cancellation, must not hold it beyond the deadline.
        overdue = threading.Timer(stop.seconds, _end, (number, f"not stopped after {stop.seconds:g} s"))
        overdue.daemon = True
        overdue.start()

    for number in _SIGNALS:
        loop.add_signal_handler(number, on_signal, number)
    try:
        yield
    finally:
        for number in _SIGNALS:
            loop.remove_signal_handler(number)


def _end(number: signal.Signals, why: str) -> None:
    logger.warning("%s: ending at once", why)
    os._exit(128 + number)
