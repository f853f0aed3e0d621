"""``newswire drain``: process what is there now, then exit."""

import argparse
import asyncio
import os

from service.app import drain
from service.config.environment import read_settings
from service.observe import logs

JOB_INDEX = "JOB_COMPLETION_INDEX"
"""Set by Kubernetes in the Pods of an Indexed Job."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which partitions; each argument stands for a setting."""
    parser.add_argument("--partitions", metavar="LIST", help="such as 0,3-5 (NEWSWIRE_DRAIN_PARTITIONS)")
    parser.add_argument("--index", metavar="N", help=f"this Job's number (NEWSWIRE_DRAIN_INDEX, {JOB_INDEX})")
    parser.add_argument("--count", metavar="N", help="how many Jobs share the partitions (NEWSWIRE_DRAIN_COUNT)")


def run(arguments: argparse.Namespace) -> int:
    """Drain; returns 0 when everything up to the captured ends is committed, 1 when stopped before."""
    environment = dict(os.environ)
    given = {"PARTITIONS": arguments.partitions, "INDEX": arguments.index, "COUNT": arguments.count}
    environment |= {f"NEWSWIRE_DRAIN_{name}": value for name, value in given.items() if value is not None}
    if "NEWSWIRE_DRAIN_COUNT" in environment and JOB_INDEX in environment:
        environment.setdefault("NEWSWIRE_DRAIN_INDEX", environment[JOB_INDEX])
    settings = read_settings(environment)
    logs.set_up(settings.observe)
    return 0 if asyncio.run(drain(settings)) else 1
