"""``newswire config``: the effective settings."""

import argparse
import json
import os
from collections.abc import Sequence
from itertools import groupby

from service.config.environment import Row, describe, read_settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to print, and how."""
    parser.add_argument("--all", action="store_true", help="also what each setting means")
    parser.add_argument("--changed", action="store_true", help="only settings that differ from their default")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as a JSON object")
    form.add_argument("--markdown", action="store_true", help="as tables of all settings and defaults")


def run(arguments: argparse.Namespace) -> int:
    """Print; raises SettingsError when the environment is wrong."""
    rows = [row for row in describe(read_settings(os.environ)) if row.changed or not arguments.changed]
    if arguments.json:
        print(json.dumps({row.variable: row.value for row in rows}, indent=2))
    elif arguments.markdown:
        print(markdown(rows))
    else:
        for row in rows:
            print(f"{row.variable}={row.value}")
            if arguments.all:
                print(f"    {row.meaning}" + (f" Default: {row.default}." if row.changed else ""))
    return 0


def markdown(rows: Sequence[Row]) -> str:
    """The tables of settings in ``docs/settings.md``, one a group."""
    lines: list[str] = []
    for group, members in groupby(rows, lambda row: row.group):
        lines += [f"## {group}", "", "| variable | default | allowed | meaning |", "| --- | --- | --- | --- |"]
        lines += [
            f"| `{row.variable}` | {f'`{row.default}`' if row.default else ''} | {row.allowed} | "
            f"{row.meaning}{' A secret.' if row.secret else ''} |"
            for row in members
        ]
        lines.append("")
    return "\n".join(lines[:-1])
