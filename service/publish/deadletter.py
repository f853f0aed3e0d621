"""Dead letters: the original record untouched, with headers that say what was wrong.

Header names are listed in ``schemas/dead-letter-headers.v1.json``, with their counterparts in
Kafka Connect, Kafka Streams and Spring in ``schemas/README.md``.
"""

from collections import deque
from datetime import datetime

from service import __version__
from service.config import Settings
from service.config.streaming import DeliverySettings
from service.errors import TooManyDeadLetters
from service.messages import Headers, Outcome, OutgoingRecord, RawRecord, Refused
from service.publish.envelope import timestamp

PREFIX = "dlq."
REPLAYS = "newswire_replays"
"""Header of a replayed article: how often ``replay`` has put it back."""

STACKTRACE_BYTES = 4096
DETAIL_BYTES = 2048
BRIEF_BYTES = 249  # of each header of the smallest letter; a topic's name is no longer

_EXPLANATIONS = frozenset({PREFIX + "exception", PREFIX + "stacktrace", PREFIX + "field"})
"""Headers that a letter can do without."""


def dead_letter(
    record: RawRecord, refused: Refused, settings: Settings, at: datetime, *, smaller_than: int | None = None
) -> OutgoingRecord:
    """Make the dead letter of one article: whole, else without its value, else with our own headers alone, cut short.

    Args:
        record: the input record; its key, value and headers are kept byte for byte.
        refused: what was wrong.
        settings: the topic of dead letters, the largest size of a message, and what the headers tell.
        at: when it failed, with a time zone.
        smaller_than: size of a letter that the broker refused. Where the value is left out a header
            says how many bytes it had.
    """
    topic, most = settings.topics.dead_letters, settings.delivery.max_request_bytes
    if smaller_than is not None:
        most = min(most, smaller_than - 1)
    reasons = reason_headers(record, refused, settings, at)
    omitted = (*reasons, (PREFIX + "value_omitted", b"null" if record.value is None else b"%d" % len(record.value)))
    told = ((name, (value or b"").decode()) for name, value in omitted if name not in _EXPLANATIONS)
    brief = tuple((name, _cut(text, BRIEF_BYTES).encode()) for name, text in told)
    letters = [
        OutgoingRecord(topic, record.key, b"", record.headers + omitted),
        OutgoingRecord(topic, None, b"", omitted),
        OutgoingRecord(topic, None, b"", brief),
    ]
    if record.value is not None:
        letters.insert(0, OutgoingRecord(topic, record.key, record.value, record.headers + reasons))
    return next((letter for letter in letters if letter.size <= most), letters[-1])


def reason_headers(record: RawRecord, refused: Refused, settings: Settings, at: datetime) -> Headers:
    """The ``dlq.*`` headers of one dead letter, in the order of the schema."""
    texts = {
        "topic": record.topic,
        "partition": str(record.partition),
        "offset": str(record.offset),
        "timestamp": str(record.timestamp_ms),
        "group": settings.consumer.group,
        "stage": refused.stage,
        "reason": refused.reason,
        "field": refused.field,
        "exception": refused.exception,
        "message": _cut(refused.detail, DETAIL_BYTES),
        "stacktrace": refused.stacktrace and _cut(refused.stacktrace, STACKTRACE_BYTES),
        "attempts": str(refused.attempts),
        "replays": str(replays(record.headers)),
        "service": f"newswire/{__version__}",
        "model": settings.article.model,
        "failed_at": timestamp(at),
    }
    return tuple((PREFIX + name, text.encode("utf-8", "replace")) for name, text in texts.items() if text)


def replays(headers: Headers) -> int:
    """How often an article was put back by ``replay``; 0 for a header that is absent or no number."""
    counts = [value for name, value in headers if name == REPLAYS and value and value.isdigit()]
    return int(counts[-1]) if counts else 0


class DeadLetterLimit:
    """Stops the service when so much is bad that something upstream must be wrong.

    Two limits: dead letters in a row, and their share of the last articles. Better to stop, with
    the offsets uncommitted, than to move a whole topic to the dead letters.
    """

    def __init__(self, settings: DeliverySettings) -> None:
        self._max_run = settings.dead_letter_max_run
        self._max_ratio = settings.dead_letter_max_ratio
        self._recent: deque[bool] = deque(maxlen=settings.dead_letter_ratio_window)
        self._bad = 0
        self._run = 0

    def count(self, outcome: Outcome) -> None:
        """Count one article that is done with.

        Raises:
            TooManyDeadLetters: one of the limits is passed.
        """
        bad = isinstance(outcome, Refused)
        if len(self._recent) == self._recent.maxlen:
            self._bad -= self._recent[0]
        self._recent.append(bad)
        self._bad += bad
        self._run = self._run + 1 if bad else 0
        if bad:
            self._check(outcome)

    def _check(self, outcome: Outcome) -> None:
        last = f"the last one: {outcome.reason}" if isinstance(outcome, Refused) else ""
        if self._max_run and self._run > self._max_run:
            raise TooManyDeadLetters(
                f"{self._run} dead letters in a row ({last}); "
                "mend the input, or raise NEWSWIRE_DEAD_LETTER_MAX_RUN (0 for no limit)"
            )
        full = len(self._recent) == self._recent.maxlen
        if full and self._bad > self._max_ratio * len(self._recent):
            raise TooManyDeadLetters(
                f"{self._bad} of the last {len(self._recent)} articles were dead letters ({last}); "
                "mend the input, or raise NEWSWIRE_DEAD_LETTER_MAX_RATIO (1 for no limit)"
            )


def _cut(text: str, most: int) -> str:
    encoded = text.encode("utf-8", "replace")
    return text if len(encoded) <= most else encoded[: most - 4].decode("utf-8", "ignore") + " ..."
