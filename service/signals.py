"""SIGTERM and SIGINT: the first asks for a stop in order, the second ends the process at once."""

import asyncio
import logging
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

logger = logging.getLogger(__name__)

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


@contextmanager
def stop_on_signals(stopping: asyncio.Event) -> Iterator[None]:
    """Set ``stopping`` on the first signal; a second one ends the process with 128 + its number.

    Ending at once loses nothing: an open transaction is aborted by the next owner of its partition,
    and the workers die with this process.
    """
    loop = asyncio.get_running_loop()

    def on_signal(number: signal.Signals) -> None:
        if stopping.is_set():
            logger.warning("%s again: ending at once", number.name)
            os._exit(128 + number)
        logger.info("%s: stopping", number.name)
        stopping.set()

    for number in _SIGNALS:
        loop.add_signal_handler(number, on_signal, number)
    try:
        yield
    finally:
        for number in _SIGNALS:
            loop.remove_signal_handler(number)
