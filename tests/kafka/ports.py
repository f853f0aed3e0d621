"""Loopback ports for processes that tests start."""

import random
import socket

# Below the ports that the kernel gives to outgoing connections, else one of those could take the
# port of a broker while that is down between two starts.
FIRST, LAST = 15000, 32000

_given: set[int] = set()


def free_ports(count: int) -> list[int]:
    """Ports that nobody listens on just now, all different, none given twice in this process.

    Raises:
        RuntimeError: there are none left.
    """
    found: list[int] = []
    for port in random.sample(range(FIRST, LAST), LAST - FIRST):
        if len(found) == count:
            return found
        if port not in _given and _is_free(port):
            _given.add(port)
            found.append(port)
    raise RuntimeError(f"no {count} free ports between {FIRST} and {LAST}")


def _is_free(port: int) -> bool:
    try:
        with socket.create_server(("127.0.0.1", port)):
            return True
    except OSError:
        return False
