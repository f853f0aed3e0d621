"""How partitions are read and held, and how results are published."""

from dataclasses import dataclass

from service.config.declaration import HOUR_SECONDS, INT32_MAX, MEBIBYTE, cut, setting

MAX_PARTITIONS = 1_000_000  # far more than a topic can have; a longer range would fill the memory


def partition_numbers(text: str) -> set[int]:
    """Read a list of partitions such as ``0,3-5``.

    Raises:
        ValueError: it is not such a list.
    """
    numbers: set[int] = set()
    for part in map(str.strip, text.split(",")):
        first, dash, last = part.partition("-")
        if not first.isdigit() or (dash and not last.isdigit()):
            raise ValueError(f"{cut(part)!r} is not a number or a range like 3-5")
        if dash and int(last) < int(first):
            raise ValueError(f"{cut(part)!r} runs backwards")
        if int(last or first) >= MAX_PARTITIONS:
            raise ValueError(f"{cut(part)!r} names partitions that no topic has")
        numbers.update(range(int(first), int(last if dash else first) + 1))
    return numbers


@dataclass(frozen=True, slots=True)
class ConsumerSettings:
    """How partitions are read and held."""

    group: str = setting("GROUP", "newswire", "Consumer group; every transactional id begins with it.")
    group_instance_id: str | None = setting(
        "GROUP_INSTANCE_ID", None, "Static membership: a name that outlives a restart, such as the pod's."
    )
    session_timeout_seconds: float = setting(
        "SESSION_TIMEOUT_SECONDS",
        45.0,
        "Silence after which the group takes a member's partitions away (Kafka's default).",
        minimum=1,
        maximum=HOUR_SECONDS,
    )
    heartbeat_seconds: float = setting(
        "HEARTBEAT_SECONDS",
        3.0,
        "Time between heartbeats, a third of the session timeout at most (Kafka's default).",
        minimum=0.1,
        maximum=HOUR_SECONDS,
    )
    rebalance_timeout_seconds: float = setting(
        "REBALANCE_TIMEOUT_SECONDS",
        60.0,
        "Time that all members have to give up partitions in a rebalance.",
        minimum=1,
        maximum=HOUR_SECONDS,
    )
    max_poll_interval_seconds: float = setting(
        "MAX_POLL_INTERVAL_SECONDS",
        300.0,
        "Time without a read after which a member leaves the group (Kafka's default).",
        minimum=1,
        maximum=HOUR_SECONDS,
    )
    partition_fetch_bytes: int = setting(
        "PARTITION_FETCH_BYTES",
        MEBIBYTE,
        "Compressed bytes fetched from a partition at once (Kafka's default); beside the pod's memory limit, nothing "
        "else bounds what a batch decompresses to.",
        minimum=1024,
        maximum=INT32_MAX,
    )
    window_articles: int = setting(
        "WINDOW_ARTICLES",
        500,
        "Most articles of one partition in work or waiting for their turn to be published.",
        minimum=1,
    )
    window_bytes: int = setting(
        "WINDOW_BYTES",
        16 * MEBIBYTE,
        "Bytes of one partition in work or waiting for their turn to be published, of input and of what is made of it, "
        "from which on nothing more is read.",
        minimum=1024,
    )
    drain_partitions: str | None = setting(
        "DRAIN_PARTITIONS", None, "Partitions `drain` takes, such as 0,3-5; all if absent."
    )
    drain_index: int | None = setting(
        "DRAIN_INDEX",
        None,
        "This Job's number, from 0: it takes the partitions whose number modulo NEWSWIRE_DRAIN_COUNT equals it.",
        minimum=0,
    )
    drain_count: int | None = setting("DRAIN_COUNT", None, "How many Jobs share the partitions.", minimum=1)


@dataclass(frozen=True, slots=True)
class DeliverySettings:
    """How results are published."""

    flush_seconds: float = setting(
        "FLUSH_SECONDS",
        0.1,
        "Time from one transaction of a partition to the next while articles keep coming; up to five times as long for "
        "articles that waited long.",
        minimum=0.001,
        maximum=10,
    )
    transaction_articles: int = setting("TRANSACTION_ARTICLES", 500, "Most articles in one transaction.", minimum=1)
    transaction_bytes: int = setting(
        "TRANSACTION_BYTES", 4 * MEBIBYTE, "Most output bytes in one transaction.", minimum=1024
    )
    transaction_timeout_seconds: float = setting(
        "TRANSACTION_TIMEOUT_SECONDS",
        15.0,
        "Time after which the broker aborts an open transaction, such as that of a process that was killed.",
        minimum=1,
        maximum=HOUR_SECONDS,
    )
    max_request_bytes: int = setting(
        "MAX_REQUEST_BYTES",
        MEBIBYTE,
        "Largest message that the brokers take: their message.max.bytes.",
        minimum=1024,
        maximum=INT32_MAX,
    )
    compression: str = setting(
        "COMPRESSION", "lz4", "Compression of published messages.", choices=("none", "gzip", "snappy", "lz4", "zstd")
    )
    backoff_seconds: float = setting(
        "BACKOFF_SECONDS",
        0.5,
        "First wait after Kafka failed; doubled, with jitter, at each further failure.",
        minimum=0.01,
        maximum=HOUR_SECONDS,
    )
    backoff_max_seconds: float = setting(
        "BACKOFF_MAX_SECONDS", 30.0, "Longest wait after Kafka failed.", minimum=0.1, maximum=HOUR_SECONDS
    )
    stop_seconds: float = setting(
        "STOP_SECONDS",
        25.0,
        "Longest time from SIGTERM to the end of the process; keep it 5 s below the pod's grace period.",
        minimum=1,
        maximum=HOUR_SECONDS,
    )
    dead_letter_max_run: int = setting(
        "DEAD_LETTER_MAX_RUN", 100, "Dead letters in a row beyond which the service stops; 0 for no limit.", minimum=0
    )
    dead_letter_max_ratio: float = setting(
        "DEAD_LETTER_MAX_RATIO",
        0.5,
        "Share of dead letters among the last articles beyond which the service stops; 1 for no limit.",
        minimum=0,
        maximum=1,
    )
    dead_letter_ratio_window: int = setting(
        "DEAD_LETTER_RATIO_WINDOW",
        1000,
        "Articles over which the share of dead letters is taken.",
        minimum=10,
        maximum=1_000_000,
    )
    replay_max: int = setting(
        "REPLAY_MAX", 3, "Times that an article may be replayed before `replay` leaves it alone.", minimum=1
    )
