"""Log lines: one JSON object each, without article text, repeats left out."""

import logging
import sys
import time
from datetime import UTC, datetime
from typing import Any

import orjson

from service.config.observation import ObserveSettings
from service.observe import metrics

FIELDS = ("topic", "partition", "offset")
"""What a line may carry beside its message, by ``extra``."""

REPEATS = 5
WINDOW_SECONDS = 30.0
"""Of one message of one logger, this many lines are written within the window: while a broker is
down aiokafka writes hundreds of the same."""

MESSAGES = 500
"""So many are remembered before those of earlier windows are forgotten: asyncio's have addresses in them, each another
one."""

# Ordinary in a group's life, though aiokafka warns of them.
_ORDINARY = ("Heartbeat failed for group", "Failed to join group", "Marking the coordinator dead")


def set_up(settings: ObserveSettings) -> None:
    """Send all logging to standard error in the chosen format."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter() if settings.log_format == "json" else TextFormatter())
    handler.addFilter(is_news)
    handler.addFilter(RepeatFilter())
    logging.basicConfig(level=settings.log_level, handlers=[handler], force=True)


def is_news(record: logging.LogRecord) -> bool:
    """Whether a line tells something that no other does.

    When a producer fails, aiokafka says so and leaves futures behind with the failure in them, for nobody to wait for;
    asyncio then tells of each of them once more, with its traceback.
    """
    error = record.exc_info[1] if record.exc_info else None
    return record.name != "asyncio" or not type(error).__module__.startswith("aiokafka.")


class JsonFormatter(logging.Formatter):
    """One JSON object a line; line breaks in a message are escaped, so no line can be forged."""

    def format(self, record: logging.LogRecord) -> str:
        """A record as JSON."""
        line: dict[str, Any] = {
            "time": _time(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= _fields(record)
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return orjson.dumps(line, default=str).decode()


class TextFormatter(logging.Formatter):
    """Lines for a person at a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        """A record as text."""
        fields = " ".join(f"{name}={value}" for name, value in _fields(record).items())
        text = f"{_time(record)[11:19]} {record.levelname:7} {record.getMessage()} {fields}".rstrip()
        return f"{text}\n{self.formatException(record.exc_info)}" if record.exc_info else text


class RepeatFilter(logging.Filter):
    """Leaves out a message that was just written several times, and says how often it came."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: dict[tuple[str, str], tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line is written."""
        if record.name.startswith("aiokafka") and str(record.msg).startswith(_ORDINARY):
            record.levelno, record.levelname = logging.INFO, "INFO"
        key = (record.name, str(record.msg))
        now = time.monotonic()
        begun, count = self._seen.get(key, (now, 0))
        if now - begun > WINDOW_SECONDS:
            if count > REPEATS:
                record.msg = f"{record.getMessage()} ({count - REPEATS} times more within {now - begun:.0f} s)"
                record.args = ()
            begun, count = now, 0
            self._forget(now)
        elif count == 0 and len(self._seen) >= MESSAGES:
            self._forget(now)
        self._seen[key] = (begun, count + 1)
        if count >= REPEATS:
            metrics.LOG_LINES_SUPPRESSED.labels(logger=record.name.split(".")[0]).inc()
            return False
        return True

    def _forget(self, now: float) -> None:
        self._seen = {k: seen for k, seen in self._seen.items() if now - seen[0] <= WINDOW_SECONDS}


def _time(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _fields(record: logging.LogRecord) -> dict[str, Any]:
    return {name: value for name in FIELDS if (value := getattr(record, name, None)) is not None}
