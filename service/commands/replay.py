"""``newswire replay``: dead letters back to where they came from."""

import argparse
import asyncio
import os
import sys
from datetime import UTC, datetime

from service.config.consistency import TOPIC_NAME
from service.config.environment import read_settings
from service.errors import BrokerUnavailable, Reason
from service.observe import logs
from service.replay.choice import Choice
from service.replay.replay import replay
from service.replay.work import Report

WRONG_USAGE = 2
"""Exit code, as argparse ends with."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which letters, and whether to try first."""
    parser.add_argument(
        "--reason",
        action="append",
        default=[],
        choices=[reason.value for reason in Reason],
        metavar="REASON",
        help=f"only letters with this reason; may be given again. One of {', '.join(Reason)}",
    )
    parser.add_argument("--since", type=_time, metavar="TIME", help="only what failed then or later: 2026-02-03T04:05Z")
    parser.add_argument("--until", type=_time, metavar="TIME", help="only what failed before")
    parser.add_argument("--max", type=_count, metavar="N", help="put back at most so many")
    parser.add_argument("--topic", type=_topic, help="put them there instead of where they came from")
    parser.add_argument("--dry-run", action="store_true", help="only tell what would be put back")


def run(arguments: argparse.Namespace) -> int:
    """Replay, and print what was done; returns 1 when Kafka failed or a signal came on the way."""
    settings = read_settings(os.environ)
    logs.set_up(settings.observe)
    if arguments.topic == settings.topics.dead_letters:
        print(
            f"--topic: {arguments.topic} is where the letters lie; their reasons would be lost there", file=sys.stderr
        )
        return WRONG_USAGE
    reasons = frozenset(map(Reason, arguments.reason))
    choice = Choice(reasons, arguments.since, arguments.until, arguments.max, arguments.topic)
    try:
        report = asyncio.run(replay(settings, choice, dry_run=arguments.dry_run))
    except BrokerUnavailable as error:
        print(f"Kafka failed: {error}\nRun it again: it goes on where it was.", file=sys.stderr)
        return 1
    print(_told(report, choice.group(settings.consumer.group), dry_run=arguments.dry_run))
    if report.stopped:
        print("Stopped before the end. Run it again: it goes on where it was.", file=sys.stderr)
        return 1
    return 0


def _told(report: Report, group: str, *, dry_run: bool) -> str:
    done = "would be put back" if dry_run else "put back"
    lines = [f"{report.put_back.total()} letters {done} (group {group})"]
    lines += [f"  {count:6}  {reason}" for reason, count in report.put_back.most_common()]
    if report.left:
        lines.append(f"{report.left.total()} letters left alone")
        lines += [f"  {count:6}  {why}" for why, count in report.left.most_common()]
    return "\n".join(lines)


def _time(text: str) -> datetime:
    """A point in time in ISO 8601, UTC where it tells no offset."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a time such as 2026-02-03T04:05Z") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _topic(text: str) -> str:
    if not TOPIC_NAME.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no name of a Kafka topic (letters, digits, '.', '_', '-')")
    return text


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of at least 1")
    return int(text)
