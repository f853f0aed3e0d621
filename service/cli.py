"""The command ``newswire``: which command was asked for, and how its errors end the process."""

import argparse
import errno
import importlib
import os
import signal
import sys
from collections.abc import Sequence

from service.errors import ServiceStopped, SettingsError

COMMANDS = (
    "demo",
    "run",
    "drain",
    "replay",
    "enrich",
    "explain",
    "validate",
    "config",
    "healthcheck",
    "version",
)
"""Each is a module of ``service.commands`` with ``add_arguments(parser)`` and ``run(arguments)``."""

_EPILOG = """\
to look around:    newswire demo                 a broker, the service and sample articles, in one go
                   newswire explain page.html    every step of one article
to serve:          newswire config               what NEWSWIRE_* variables make of the settings
                   newswire run                  for ever; SIGTERM stops in order, a second one at once
                   newswire drain                what is there now, then exit: for Jobs
after trouble:     newswire replay --dry-run     what the dead letters hold, and would be put back
without Kafka:     newswire enrich articles.jsonl > records.jsonl

exit codes:        0 done   1 not all could be done, it says what   2 wrong usage
                   70 the service stopped itself, it says why   78 wrong settings, all are listed
                   143 it had not stopped after NEWSWIRE_STOP_SECONDS, or was told a second time
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: without the program's name; those of this process by default.

    Returns:
        The exit code.
    """
    _open_closed_streams()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        try:
            return _run(given)
        finally:
            sys.stdout.flush()  # here a full disk can still be told of, later only by a traceback
    except SettingsError as error:
        print("The settings are wrong:", *(f"  {fault}" for fault in error.faults), sep="\n", file=sys.stderr)
        return SettingsError.EXIT_CODE
    except ServiceStopped as error:
        print(f"newswire stopped: {error}", file=sys.stderr)
        return ServiceStopped.EXIT_CODE
    except BrokenPipeError:
        # The reader of our output has gone, as `head` does; nothing is left to say to it.
        _drop_output()
        return 0
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        _drop_output()
        print(f"newswire: cannot write: {error.strerror}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _run(given: Sequence[str]) -> int:
    parsed = _parser(given).parse_args(given)
    code: int = parsed.run(parsed)
    return code


_NO_ROOM = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO))


def _drop_output() -> None:
    """What is still buffered goes nowhere: the interpreter would fail on it once more when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _open_closed_streams() -> None:
    """Python has None for a stream that was closed before the start (`<&-`): it is empty, or written to nobody."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - open to the end


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """The parser; only the command asked for is imported: some take seconds."""
    asked = next((word for word in given if not word.startswith("-")), None)
    if asked in _CODES_BEFORE_THE_START:
        _hear_sigterm(_CODES_BEFORE_THE_START[asked])
    parser = argparse.ArgumentParser(
        prog="newswire",
        description="Turns raw news articles on Kafka into structured records and events.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    subparsers = parser.add_subparsers(metavar="command", required=True)
    for name in COMMANDS:
        summary, description = SUMMARIES[name]
        subparser = subparsers.add_parser(
            name,
            help=summary,
            description=description,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if name == asked:
            module = importlib.import_module(f"service.commands.{name}")
            module.add_arguments(subparser)
            subparser.set_defaults(run=module.run)
    return parser


_CODES_BEFORE_THE_START = {"run": 0, "drain": 1, "replay": 1}
"""Commands that SIGTERM stops in order, and their exit code where it comes while they are still imported."""


def _hear_sigterm(code: int) -> None:
    """Until the command has its own handler: the first process of a container is deaf to signals without one."""

    def end(*_: object) -> None:
        os.write(2, b"newswire: SIGTERM before anything was begun\n")
        os._exit(code)

    signal.signal(signal.SIGTERM, end)


SUMMARIES = {
    "demo": (
        "see it work: an embedded broker, the service, sample articles",
        "Starts a small broker in this process, the service beside it, sends it sample articles, and\n"
        "prints what comes out. Needs the extra: pip install newswire[demo].",
    ),
    "run": (
        "read articles and publish records and events, for ever",
        "Serves until SIGTERM. Settings come from NEWSWIRE_* variables; `newswire config` shows them.",
    ),
    "drain": (
        "process what the topic holds now, then exit",
        "Captures the end of each partition, processes exactly up to there, and exits with 0. Run again,\n"
        "it goes on where it was stopped. Use a group of its own, or stop the service of that group.",
    ),
    "replay": (
        "put dead letters back to where they came from",
        "Reads the dead letters up to their present end and publishes the originals to their topic again.\n"
        "It has a consumer group of its own, one for each filter, so that letters which a filter leaves\n"
        "out are still there for the next one. Run twice, it does nothing the second time.",
    ),
    "enrich": (
        "articles from a file, records to standard output, no Kafka",
        "Reads one raw article (JSON) a line and writes one enriched record a line, in order. A bad line\n"
        "is told on standard error, and makes the exit code 1.",
    ),
    "explain": (
        "show each step's result for one article",
        "Takes one article, raw JSON, an .html page or plain text, through every step and prints each\n"
        "step's result and time.",
    ),
    "validate": (
        "check JSON documents against the message schemas",
        "Checks documents (a JSON file, or one document a line) and prints every fault with its field.",
    ),
    "config": (
        "print the effective settings, secrets masked",
        "Prints the settings that the environment makes; wrong ones are listed, all at once.",
    ),
    "healthcheck": (
        "ask a running service whether it is alive",
        "Exits with 0 when /livez (or /readyz) answers that all is well, else with 1 and the cause.",
    ),
    "version": ("print the version", "Prints the versions of the service, the schemas and Python."),
}
