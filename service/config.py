"""Every setting of the service, with its variable, default, bounds and reason.

``service.environment.read_settings`` fills these frozen objects from ``NEWSWIRE_*`` variables;
``newswire config`` prints them. No other module reads the environment.
"""

from dataclasses import dataclass, field
from typing import Any

MEBIBYTE = 1024 * 1024


def setting(
    variable: str,
    default: Any,
    meaning: str,
    *,
    minimum: float | None = None,
    maximum: float | None = None,
    choices: tuple[str, ...] = (),
    secret: bool = False,
) -> Any:
    """Declare one setting.

    Args:
        variable: name of the environment variable without ``NEWSWIRE_``.
        default: value when the variable is absent; its field's type says how text is read.
        meaning: one sentence for ``newswire config --all`` and docs/settings.md.
        minimum, maximum: bounds, both allowed values.
        choices: the only values allowed.
        secret: masked wherever it is printed, and also read from the file named by ``*_FILE``.
    """
    return field(
        default=default,
        metadata={
            "variable": f"NEWSWIRE_{variable}",
            "meaning": meaning,
            "minimum": minimum,
            "maximum": maximum,
            "choices": choices,
            "secret": secret,
        },
    )


def partition_numbers(text: str) -> set[int]:
    """Read a list of partitions such as ``0,3-5``.

    Raises:
        ValueError: it is not such a list.
    """
    numbers: set[int] = set()
    for part in text.split(","):
        first, dash, last = part.strip().partition("-")
        if not first.isdigit() or (dash and not last.isdigit()):
            raise ValueError(f"{part.strip()!r} is not a number or a range like 3-5")
        if dash and int(last) < int(first):
            raise ValueError(f"{part.strip()!r} runs backwards")
        numbers.update(range(int(first), int(last if dash else first) + 1))
    return numbers


@dataclass(frozen=True, slots=True)
class KafkaSettings:
    """How to reach Kafka."""

    bootstrap_servers: str = setting(
        "BOOTSTRAP_SERVERS", "127.0.0.1:9092", "Brokers to ask first, host:port, comma-separated."
    )
    client_id: str = setting("CLIENT_ID", "newswire", "Name shown in the broker's logs and quotas.")
    security_protocol: str = setting(
        "SECURITY_PROTOCOL",
        "PLAINTEXT",
        "Transport: TLS or not, SASL or not.",
        choices=("PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"),
    )
    sasl_mechanism: str = setting(
        "SASL_MECHANISM",
        "PLAIN",
        "How to log in when the protocol is SASL_*.",
        choices=("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "OAUTHBEARER"),
    )
    sasl_username: str | None = setting("SASL_USERNAME", None, "User for PLAIN and SCRAM.")
    sasl_password: str | None = setting("SASL_PASSWORD", None, "Password for PLAIN and SCRAM.", secret=True)
    oauth_token: str | None = setting(
        "OAUTH_TOKEN",
        None,
        "Bearer token for OAUTHBEARER; a *_FILE is read again at each login.",
        secret=True,
    )
    oauth_token_file: str | None = setting(
        "OAUTH_TOKEN_FILE", None, "File of that token; read again at each login, since tokens expire."
    )
    oauth_token_url: str | None = setting(
        "OAUTH_TOKEN_URL", None, "Token endpoint (client credentials grant) for OAUTHBEARER."
    )
    oauth_client_id: str | None = setting("OAUTH_CLIENT_ID", None, "Client id at the token endpoint.")
    oauth_client_secret: str | None = setting(
        "OAUTH_CLIENT_SECRET", None, "Client secret at the token endpoint.", secret=True
    )
    oauth_scope: str | None = setting("OAUTH_SCOPE", None, "Scope asked of the token endpoint.")
    allow_sasl_plaintext: bool = setting(
        "ALLOW_SASL_PLAINTEXT", False, "Permit a password on an unencrypted connection."
    )
    tls_ca_path: str | None = setting("TLS_CA_PATH", None, "PEM bundle of trusted authorities; the system's if absent.")
    tls_certificate_path: str | None = setting("TLS_CERTIFICATE_PATH", None, "PEM client certificate, for mTLS.")
    tls_key_path: str | None = setting("TLS_KEY_PATH", None, "PEM key of the client certificate.")
    tls_key_password: str | None = setting("TLS_KEY_PASSWORD", None, "Password of the key file.", secret=True)
    tls_check_hostname: bool = setting(
        "TLS_CHECK_HOSTNAME", True, "Refuse a broker whose certificate names another host."
    )
    request_timeout_seconds: float = setting(
        "REQUEST_TIMEOUT_SECONDS", 40.0, "Longest wait for one broker answer.", minimum=1, maximum=600
    )


@dataclass(frozen=True, slots=True)
class TopicSettings:
    """What is read and what is written."""

    raw: str = setting("TOPIC_RAW", "news.raw", "Input topic.")
    enriched: str = setting("TOPIC_ENRICHED", "news.enriched", "Output topic of enriched records.")
    events: str = setting("TOPIC_EVENTS", "news.events", "Output topic of events.")
    dead_letters: str = setting("TOPIC_DEAD_LETTERS", "news.dlq", "Output topic of dead letters.")
    envelope: str = setting(
        "ENVELOPE", "binary", "CloudEvents mode of what is published.", choices=("binary", "structured")
    )
    event_source: str = setting("EVENT_SOURCE", "/newswire", "CloudEvents source of what is published.")


@dataclass(frozen=True, slots=True)
class ConsumerSettings:
    """How partitions are read and held."""

    group: str = setting("GROUP", "newswire", "Consumer group; also the stem of every transactional id.")
    group_instance_id: str | None = setting(
        "GROUP_INSTANCE_ID", None, "Static membership: a name that outlives a restart, such as the pod's."
    )
    session_timeout_seconds: float = setting(
        "SESSION_TIMEOUT_SECONDS", 45.0, "Silence after which the group takes the partitions away.", minimum=1
    )
    heartbeat_seconds: float = setting("HEARTBEAT_SECONDS", 3.0, "Between heartbeats.", minimum=0.1)
    rebalance_timeout_seconds: float = setting(
        "REBALANCE_TIMEOUT_SECONDS", 60.0, "Time all members have to give up partitions.", minimum=1
    )
    max_poll_interval_seconds: float = setting(
        "MAX_POLL_INTERVAL_SECONDS", 300.0, "Time without a read after which we leave the group.", minimum=1
    )
    partition_fetch_bytes: int = setting(
        "PARTITION_FETCH_BYTES",
        MEBIBYTE,
        "Fetched at once from a partition; the only bound on decompressed memory together with the pod's.",
        minimum=1024,
    )
    window_articles: int = setting(
        "WINDOW_ARTICLES", 500, "Articles of one partition in work or waiting for their turn.", minimum=1
    )
    window_bytes: int = setting(
        "WINDOW_BYTES",
        16 * MEBIBYTE,
        "Bytes of one partition in work or waiting for their turn.",
        minimum=1024,
    )
    drain_partitions: str | None = setting(
        "DRAIN_PARTITIONS", None, "Partitions `drain` takes, such as 0,3-5; all if absent."
    )
    drain_index: int | None = setting(
        "DRAIN_INDEX",
        None,
        "This Job's number: take partitions whose number modulo DRAIN_COUNT is it.",
        minimum=0,
    )
    drain_count: int | None = setting("DRAIN_COUNT", None, "How many Jobs share the partitions.", minimum=1)


@dataclass(frozen=True, slots=True)
class DeliverySettings:
    """How results are published."""

    flush_seconds: float = setting(
        "FLUSH_SECONDS",
        0.1,
        "Longest wait of a finished article for its transaction.",
        minimum=0.001,
        maximum=10,
    )
    transaction_articles: int = setting("TRANSACTION_ARTICLES", 500, "Most articles in one transaction.", minimum=1)
    transaction_bytes: int = setting(
        "TRANSACTION_BYTES", 4 * MEBIBYTE, "Most output bytes in one transaction.", minimum=1024
    )
    transaction_timeout_seconds: float = setting(
        "TRANSACTION_TIMEOUT_SECONDS", 15.0, "After which the broker aborts an open transaction.", minimum=1
    )
    max_request_bytes: int = setting(
        "MAX_REQUEST_BYTES",
        MEBIBYTE,
        "Largest message the brokers take (their message.max.bytes).",
        minimum=1024,
    )
    compression: str = setting(
        "COMPRESSION", "lz4", "Of what is published.", choices=("none", "gzip", "snappy", "lz4", "zstd")
    )
    backoff_seconds: float = setting(
        "BACKOFF_SECONDS", 0.5, "First wait after Kafka failed; doubled with jitter each time.", minimum=0.01
    )
    backoff_max_seconds: float = setting("BACKOFF_MAX_SECONDS", 30.0, "Longest such wait.", minimum=0.1)
    stop_seconds: float = setting(
        "STOP_SECONDS", 25.0, "From SIGTERM to exit at most; keep it 5 s below the pod's grace period.", minimum=1
    )
    dead_letter_max_run: int = setting(
        "DEAD_LETTER_MAX_RUN", 100, "Dead letters in a row that stop the service; 0 for no limit.", minimum=0
    )
    dead_letter_max_ratio: float = setting(
        "DEAD_LETTER_MAX_RATIO",
        0.5,
        "Share of dead letters that stops the service; 1 for no limit.",
        minimum=0,
        maximum=1,
    )
    dead_letter_ratio_window: int = setting(
        "DEAD_LETTER_RATIO_WINDOW", 1000, "Articles over which that share is taken.", minimum=10
    )
    replay_max: int = setting(
        "REPLAY_MAX", 3, "Times an article may be replayed before `replay` leaves it be.", minimum=1
    )


@dataclass(frozen=True, slots=True)
class ArticleSettings:
    """Limits and choices of one article's program; handed to every worker."""

    max_value_bytes: int = setting(
        "MAX_VALUE_BYTES", 5 * MEBIBYTE, "Largest input value; checked before anything parses it.", minimum=1
    )
    max_body_characters: int = setting("MAX_BODY_CHARACTERS", 4_000_000, "Longest article body.", minimum=1)
    max_tag_depth: int = setting(
        "MAX_TAG_DEPTH",
        200,
        "Deepest nesting of tags: HTML parsers lose text or time beyond about 250.",
        minimum=1,
    )
    shingles: int = setting(
        "SHINGLES",
        128,
        "Hashes of runs of words kept of a text, to find copies by; a record carries them.",
        minimum=32,
        maximum=1024,
    )
    model: str = setting(
        "MODEL",
        "newswire",
        "Language model: newswire (built in), blank (sentences only), a spaCy package, or the path of either kind.",
    )
    event_confidence: float = setting(
        "EVENT_CONFIDENCE",
        0.6,
        "Least overall confidence of an event that is a message of its own: higher for fewer false ones, 0 for all. "
        "Enriched records hold every event.",
        minimum=0.0,
        maximum=1.0,
    )
    hypothetical_events: bool = setting(
        "HYPOTHETICAL_EVENTS", False, "Tell events, too, that only would, could or might happen."
    )


@dataclass(frozen=True, slots=True)
class WorkerSettings:
    """The worker processes."""

    count: int = setting(
        "WORKERS", 0, "Worker processes; 0 for one per CPU that affinity and the container's quota leave.", minimum=0
    )
    program: str = setting(
        "PROGRAM",
        "service.article:load",
        "module:function that makes the function each article goes through.",
    )
    deadline_seconds: float = setting(
        "ARTICLE_DEADLINE_SECONDS", 30.0, "After which an article's worker is killed.", minimum=0.01
    )
    memory_bytes: int = setting(
        "WORKER_MEMORY_BYTES",
        1024 * MEBIBYTE,
        "Resident memory at which a worker is killed; keep workers times this below the pod's limit.",
        minimum=64 * MEBIBYTE,
    )
    recycle_articles: int = setting(
        "WORKER_RECYCLE_ARTICLES",
        20_000,
        "Articles after which a worker is replaced; 0 for never.",
        minimum=0,
    )
    facts_bytes: int = setting(
        "FACTS_CACHE_BYTES",
        64 * MEBIBYTE,
        "Memory for facts found lately: an exact copy gets them without being enriched again; 0 for none.",
        minimum=0,
    )
    startup_seconds: float = setting("WORKER_STARTUP_SECONDS", 120.0, "Time a worker has to load its model.", minimum=1)
    deaths_max: int = setting(
        "WORKER_DEATHS_MAX", 50, "Worker deaths within the window that stop the service.", minimum=1
    )
    deaths_window_seconds: float = setting("WORKER_DEATHS_WINDOW_SECONDS", 300.0, "That window.", minimum=1)


@dataclass(frozen=True, slots=True)
class DuplicateSettings:
    """In which articles copies are found."""

    window_articles: int = setting(
        "DUPLICATE_WINDOW_ARTICLES",
        20_000,
        "Newest articles of this process in which copies are found, about 4 kB each; 0 to find none.",
        minimum=0,
        maximum=5_000_000,
    )
    window_seconds: float = setting(
        "DUPLICATE_WINDOW_SECONDS",
        259_200.0,
        "How much older than its copy an original may be, by the times of their records.",
        minimum=1,
    )


@dataclass(frozen=True, slots=True)
class ObserveSettings:
    """Health, metrics, logs."""

    http_host: str = setting(
        "HTTP_HOST",
        "0.0.0.0",  # noqa: S104 - probes come from outside the pod
        "Address of /metrics, /livez, /readyz; :: where there is IPv6 only.",
    )
    http_port: int = setting("HTTP_PORT", 8080, "Their port; 0 for any free one.", minimum=0, maximum=65535)
    stuck_seconds: float = setting(
        "STUCK_SECONDS", 120.0, "Without progress on a partition that is behind, /livez fails.", minimum=1
    )
    log_level: str = setting(
        "LOG_LEVEL", "INFO", "Least severe lines written.", choices=("DEBUG", "INFO", "WARNING", "ERROR")
    )
    log_format: str = setting("LOG_FORMAT", "json", "Log lines for machines or for people.", choices=("json", "text"))


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; groups in the order of the data's way."""

    kafka: KafkaSettings = field(default_factory=KafkaSettings)
    topics: TopicSettings = field(default_factory=TopicSettings)
    consumer: ConsumerSettings = field(default_factory=ConsumerSettings)
    article: ArticleSettings = field(default_factory=ArticleSettings)
    workers: WorkerSettings = field(default_factory=WorkerSettings)
    duplicates: DuplicateSettings = field(default_factory=DuplicateSettings)
    delivery: DeliverySettings = field(default_factory=DeliverySettings)
    observe: ObserveSettings = field(default_factory=ObserveSettings)
