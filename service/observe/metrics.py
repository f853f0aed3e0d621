"""Every metric the service exports: name, meaning, labels. No metric is declared anywhere else.

They live in the parent process only; workers send their timings back with their results.
Names follow the Prometheus conventions (base units, ``_total``); labels are bounded sets,
never an article's id or text.
"""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info, ProcessCollector

REGISTRY = CollectorRegistry()

# The NLP stages start below a millisecond; a whole article may take seconds.
SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
# From a pipe write to an hour behind.
AGE_SECONDS = (0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 3600.0)
BYTES = (256.0, 1024.0, 4096.0, 16384.0, 65536.0, 262144.0, 1048576.0, 4194304.0)
COUNTS = (1.0, 2.0, 5.0, 10.0, 25.0, 50.0, 100.0, 250.0, 500.0)

_PARTITION = ("topic", "partition")


def _counter(name: str, meaning: str, labels: tuple[str, ...] = ()) -> Counter:
    return Counter(f"newswire_{name}", meaning, labels, registry=REGISTRY)


def _gauge(name: str, meaning: str, labels: tuple[str, ...] = ()) -> Gauge:
    return Gauge(f"newswire_{name}", meaning, labels, registry=REGISTRY)


def _histogram(name: str, meaning: str, buckets: tuple[float, ...], labels: tuple[str, ...] = ()) -> Histogram:
    return Histogram(f"newswire_{name}", meaning, labels, buckets=buckets, registry=REGISTRY)


# What came in and what became of it.
MESSAGES_RECEIVED = _counter("messages_received_total", "Records read from the input topic.", ("topic",))
MESSAGES = _counter("messages_total", "Articles whose outcome is committed.", ("outcome",))
for _outcome in ("published", "dead_lettered"):
    MESSAGES.labels(outcome=_outcome)  # there from the start: no dead letters are a share of 0, not of nothing
MESSAGE_SIZE = _histogram("message_size_bytes", "Size of input values.", BYTES)
PUBLISHED = _counter("published_total", "Messages committed to an output topic.", ("topic",))
PUBLISHED_SIZE = _histogram("published_size_bytes", "Size of committed messages, before compression.", BYTES)
ERRORS = _counter("errors_total", "Failures of single articles, retried ones too.", ("stage", "reason"))
RETRIES = _counter("retries_total", "Operations tried again.", ("operation",))
DUPLICATES = _counter("duplicates_total", "Articles judged as copies of earlier ones, or as none.", ("kind",))
DUPLICATE_WINDOW = _gauge("duplicate_window_articles", "Articles in which copies are found.")
FACTS_REUSED = _counter("facts_reused_total", "Exact copies that were not enriched again.")
EVENTS = _counter("events_total", "Events of committed articles: published, or in records only.", ("outcome",))
FACTS_BYTES = _gauge("facts_cache_bytes", "Facts remembered for exact copies.")
DEAD_LETTERS = _counter("dead_letters_total", "Articles committed to the dead-letter topic.", ("reason",))
LETTERS_WITHOUT_VALUE = _counter(
    "dead_letters_without_value_total", "Dead letters whose value, too large for their topic, was left out."
)
RECORDS_EXPIRED = _counter("records_expired_total", "Records that retention deleted before they were read.", _PARTITION)

# How long it took.
STAGE_DURATION = _histogram("stage_duration_seconds", "Time in one stage of one article.", SECONDS, ("stage",))
MESSAGE_DURATION = _histogram("message_duration_seconds", "From receipt of an article to its commit.", AGE_SECONDS)
EVENT_AGE = _histogram("event_age_seconds", "From the input record's own time to its commit.", AGE_SECONDS)
QUEUE_WAIT = _histogram("queue_wait_seconds", "From receipt of an article until a worker took it.", AGE_SECONDS)
TRANSACTION_DURATION = _histogram("transaction_duration_seconds", "Time of one transaction.", SECONDS, ("outcome",))
BATCH_SIZE = _histogram("batch_size_messages", "Articles in one transaction.", COUNTS)
TRANSACTION_SIZE = _histogram("transaction_size_bytes", "Size of the messages of one transaction.", BYTES)
INFLIGHT = _gauge("inflight_messages", "Articles received and not yet committed.")
INFLIGHT_BYTES = _gauge("inflight_bytes", "Bytes of these articles and of what is made of them.")
LOOP_LAG = _histogram("loop_lag_seconds", "How late the event loop ran a timer.", SECONDS)

# Where each partition stands; the series of a revoked partition are removed.
CONSUMER_LAG = _gauge("consumer_lag_messages", "Offsets between the committed one and the end.", _PARTITION)
CONSUMER_BEYOND_END = _gauge(
    "consumer_unreadable_messages",
    "Offsets beyond that end, behind a transaction that a producer has open.",
    _PARTITION,
)
CONSUMER_POSITION = _gauge("consumer_position_offset", "Offset of the next record to read.", _PARTITION)
CONSUMER_COMMITTED = _gauge("consumer_committed_offset", "Offset committed for the group.", _PARTITION)
PARTITION_METRICS = (CONSUMER_LAG, CONSUMER_BEYOND_END, CONSUMER_POSITION, CONSUMER_COMMITTED)
ASSIGNED_PARTITIONS = _gauge("assigned_partitions", "Partitions this process holds.")
REBALANCES = _counter("rebalances_total", "Assignments received from the group.")
REBALANCE_DURATION = _histogram(
    "rebalance_duration_seconds", "From the loss of partitions until others are assigned.", AGE_SECONDS
)
COMMIT_FAILURES = _counter("commit_failures_total", "Transactions and openings of partitions that failed.", ("cause",))
LAST_PROGRESS = _gauge("last_progress_timestamp_seconds", "When an offset was last committed, unix time.")

# The workers.
WORKERS = _gauge("workers", "Worker processes by state.", ("state",))
WORKER_RESTARTS = _counter("worker_restarts_total", "Worker processes replaced.", ("cause",))
WORKER_RESIDENT = _gauge("worker_resident_bytes", "Resident memory of a worker.", ("worker",))
QUEUED = _gauge("queued_articles", "Articles waiting for a worker.")

# The service itself.
READY = _gauge("ready", "1 when the service takes work, else 0.")
STUCK = _gauge("stuck", "1 while a cause keeps the service from progress, else 0, by cause.", ("cause",))
LOG_LINES_SUPPRESSED = _counter("log_lines_suppressed_total", "Repeated log lines left out.", ("logger",))
BUILD = Info("newswire_build", "Version of the service and of its contract.", registry=REGISTRY)
MODEL = Info("newswire_model", "The language model in use.", registry=REGISTRY)
PROCESS = ProcessCollector(registry=REGISTRY)  # process_*: memory, CPU and open files of the parent
