"""The tree of errors, and the closed lists of what can be wrong with an article.

NewswireError
├── SettingsError          the environment is wrong; the start stops with exit code 78
├── Rejected               one article cannot be processed and trying again would not help
├── ServiceStopped         the service must stop, with a reason a person can act on
│   ├── TooManyDeadLetters   more articles are bad than the limits allow
│   ├── InputMadeAnew        the topic that is drained was deleted and made anew
│   ├── WorkersKeepDying     worker processes die faster than the limit allows
│   └── WorkersUnavailable   no worker process could be started
└── BrokerUnavailable      Kafka did not do what was asked in time; tried again, never dead-lettered
    ├── TopicsMissing        topics are not there, or may not be seen
    ├── Fenced               another process owns the partition now, or a transaction timed out
    └── RecordRefusedByBroker  a message, or a batch, is larger than the broker or the topic takes
"""

from collections.abc import Sequence
from enum import StrEnum


class Stage(StrEnum):
    """Where in an article's way a failure happened; the value of the ``dlq.stage`` header."""

    DECODE = "decode"
    VALIDATE = "validate"
    CLEAN = "clean"
    ENRICH = "enrich"
    ENCODE = "encode"
    PUBLISH = "publish"


class Reason(StrEnum):
    """Why an article was dead-lettered: the whole list, the value of the ``dlq.reason`` header."""

    TOMBSTONE = "tombstone"
    EMPTY_VALUE = "empty_value"
    TOO_LARGE = "too_large"
    CONTENT_TYPE = "content_type"
    ENCODING = "encoding"
    NOT_JSON = "not_json"
    ENVELOPE = "envelope"
    SCHEMA = "schema"
    TOO_DEEP = "too_deep"
    EMPTY_TEXT = "empty_text"
    EXCEPTION = "exception"
    DEADLINE = "deadline"
    WORKER_CRASH = "worker_crash"
    OUT_OF_MEMORY = "out_of_memory"
    OUTPUT_TOO_LARGE = "output_too_large"


SUSPECT_REASONS = frozenset({Reason.EXCEPTION, Reason.DEADLINE, Reason.WORKER_CRASH, Reason.OUT_OF_MEMORY})
"""Failures that may be chance: the article gets one more try, alone, before it is dead-lettered."""


class NewswireError(Exception):
    """Every error this service raises on purpose."""


class SettingsError(NewswireError):
    """The settings in the environment are wrong.

    Attributes:
        faults: one sentence for every fault found, each naming its variable and what to do.
    """

    EXIT_CODE = 78  # EX_CONFIG of sysexits.h

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


class Rejected(NewswireError):
    """One article cannot be processed, and trying again would not help.

    Attributes:
        stage: where it was found.
        reason: which of the closed list of reasons.
        detail: what was wrong, in a sentence, without text of the article.
        field: path of the field at fault (``source.country``), or None.
    """

    def __init__(self, stage: Stage, reason: Reason, detail: str, field: str | None = None) -> None:
        super().__init__(f"{stage}: {reason}: {detail}")
        self.stage = stage
        self.reason = reason
        self.detail = detail
        self.field = field


def value_too_large(size: int, most: int) -> Rejected:
    """The fault of a value of ``size`` bytes where ``most`` are allowed."""
    detail = f"the value has {size} bytes; NEWSWIRE_MAX_VALUE_BYTES is {most}"
    return Rejected(Stage.DECODE, Reason.TOO_LARGE, detail)


def named(error: BaseException) -> str:
    """An error's class and what it says, each once: those of aiokafka say their class themselves."""
    name, said = type(error).__name__, str(error)
    return said if said.startswith(name) else f"{name}: {said}" if said else name


class ServiceStopped(NewswireError):
    """The service must stop; the message says why and what to do."""

    EXIT_CODE = 70  # EX_SOFTWARE of sysexits.h


class TooManyDeadLetters(ServiceStopped):
    """So many articles are bad that something upstream must be wrong."""


class InputMadeAnew(ServiceStopped):
    """The end that a drain goes for is not there any more."""


class WorkersKeepDying(ServiceStopped):
    """Worker processes die faster than ``NEWSWIRE_WORKER_DEATHS_MAX`` allows."""


class WorkersUnavailable(ServiceStopped):
    """No worker process became ready, so no article can be processed."""


class BrokerUnavailable(NewswireError):
    """Kafka did not do what was asked within its time; the caller backs off and tries again."""


class TopicsMissing(BrokerUnavailable):
    """The broker answers, but does not know all topics, or does not let us see them."""


class Fenced(BrokerUnavailable):
    """Another process has taken the partition over, or the broker timed a transaction out."""


class RecordRefusedByBroker(BrokerUnavailable):
    """The broker or the topic takes no message of this size, whatever our own limit says.

    Attributes:
        positions: of the messages that are too large, among those that were to be published; none where it is
            their batch that was, and smaller ones are sent from now on.
    """

    def __init__(self, said: str, positions: Sequence[int] = ()) -> None:
        super().__init__(said)
        self.positions = tuple(positions)
