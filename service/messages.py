"""What one package of the service hands to the next: a raw record, what was made of it, or why nothing was."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from service.errors import SUSPECT_REASONS, Reason, Stage

Headers = tuple[tuple[str, bytes | None], ...]
"""Kafka record headers in order; a name may appear more than once, a value may be null."""


class Partition(NamedTuple):
    """A topic's partition; equal to aiokafka's TopicPartition, and its hash too."""

    topic: str
    partition: int


@dataclass(frozen=True, slots=True)
class RawRecord:
    """One record of the input topic as Kafka gave it.

    Attributes:
        timestamp_ms: the record's own time, milliseconds since 1970 UTC.
        value: None for a tombstone.
    """

    topic: str
    partition: int
    offset: int
    timestamp_ms: int
    key: bytes | None
    value: bytes | None
    headers: Headers = ()


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """One message to publish, before its envelope.

    Attributes:
        kind: which output topic and CloudEvents type it belongs to.
        id: deterministic; the same input and version give the same id.
        value: the JSON document.
    """

    kind: Literal["enriched", "event"]
    id: str
    value: bytes


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is kept of an article's clean text to know its copies.

    Attributes:
        exact: equal for texts that differ only in case, punctuation and white space.
        shingles: the smallest hashes of its runs of words, unsigned 64-bit, ascending, native order.
    """

    exact: str
    shingles: bytes


@dataclass(frozen=True, slots=True)
class Facts:
    """What enrichment found in an article, for the next article it would find the same in.

    Attributes:
        key: stands for everything that enrichment read.
        document: the facts as JSON.
    """

    key: str
    document: bytes


@dataclass(frozen=True, slots=True)
class Processed:
    """An article that went through.

    Attributes:
        article_id: key of every message made from the article.
        messages: the enriched record first, then one message per event that is sure enough.
        stage_seconds: wall time of each stage, in the order they ran.
        attempts: how often the article was tried, 1 or 2.
        fingerprint: to find copies by; without one the article is no copy and has none.
        facts: what enrichment found, when somebody may ask for it again.
        reused: whether the facts are those of an earlier article.
        unsure_events: in the enriched record, and too unsure to be messages.
    """

    article_id: str
    messages: tuple[OutgoingMessage, ...]
    stage_seconds: dict[str, float] = field(default_factory=dict)
    attempts: int = 1
    fingerprint: Fingerprint | None = None
    facts: Facts | None = None
    reused: bool = False
    unsure_events: int = 0

    @property
    def size(self) -> int:
        """Bytes of its messages' values."""
        return sum(len(message.value) for message in self.messages)


@dataclass(frozen=True, slots=True)
class Refused:
    """An article that is to be dead-lettered, with everything its headers will say.

    Attributes:
        detail: what was wrong, in a sentence.
        field: path of the field at fault, or None.
        exception: name of the exception's class, or None.
        stacktrace: where it was raised, or None.
        attempts: how often the article was tried, 1 or 2.
        certain: whether a second try would end the same way, although the reason may be chance.
    """

    stage: Stage
    reason: Reason
    detail: str
    field: str | None = None
    exception: str | None = None
    stacktrace: str | None = None
    attempts: int = 1
    certain: bool = False

    @property
    def suspect(self) -> bool:
        """Whether chance may be to blame, so that one more try is worth it."""
        return self.reason in SUSPECT_REASONS and not self.certain


Outcome = Processed | Refused


@dataclass(frozen=True, slots=True)
class OutgoingRecord:
    """One record to publish, complete: topic, key, value, headers."""

    topic: str
    key: bytes | None
    value: bytes
    headers: Headers = ()

    @property
    def size(self) -> int:
        """Bytes it takes in a request, near enough to compare with a limit."""
        headers = sum(len(name) + len(value or b"") + 4 for name, value in self.headers)
        return len(self.key or b"") + len(self.value) + headers + RECORD_OVERHEAD


RECORD_OVERHEAD = 90
"""Bytes around the payload in record format v2: batch header 61, record fields at most 21, rounded up."""
