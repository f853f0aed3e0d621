"""``newswire version``."""

import argparse
import platform

from service import __version__


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There are none."""


def run(arguments: argparse.Namespace) -> int:
    """Print the versions."""
    print(f"newswire {__version__}")
    print("messages raw-article/1, enriched-article/1, event/1, dead-letter-headers/1")
    print(f"python {platform.python_version()}")
    return 0
