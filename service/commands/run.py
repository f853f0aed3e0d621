"""``newswire run``: serve until told to stop."""

import argparse
import asyncio
import os

from service.app import run as serve
from service.config.environment import read_settings
from service.observe import logs


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There are none: settings come from the environment."""


def run(arguments: argparse.Namespace) -> int:
    """Serve; returns 0 after a stop in order."""
    settings = read_settings(os.environ)
    logs.set_up(settings.observe)
    asyncio.run(serve(settings))
    return 0
