"""What an article goes through: limits and choices of its program, worker processes, the search for copies."""

from dataclasses import dataclass

from service.config.declaration import HOUR_SECONDS, MEBIBYTE, setting


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
        "Most hashes of runs of eight words that are kept of a text to find its copies by; a record carries them, too.",
        minimum=32,
        maximum=1024,
    )
    model: str = setting(
        "MODEL",
        "newswire",
        "Language model: newswire (built in), blank (sentences only), an installed spaCy package, or the path of a "
        "spaCy pipeline or of a model that `make train` made.",
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
        "HYPOTHETICAL_EVENTS", False, "Whether events that only would, could or might happen are told, too."
    )


@dataclass(frozen=True, slots=True)
class WorkerSettings:
    """The worker processes."""

    count: int = setting(
        "WORKERS",
        0,
        "Worker processes; 0 for one per CPU that affinity and the container's quota leave.",
        minimum=0,
        maximum=1024,
    )
    program: str = setting(
        "PROGRAM",
        "service.article:load",
        "module:function that returns the function run on each article; tests replace it.",
    )
    deadline_seconds: float = setting(
        "ARTICLE_DEADLINE_SECONDS",
        30.0,
        "Time that an article may take before its worker is killed.",
        minimum=0.01,
        maximum=HOUR_SECONDS,
    )
    memory_bytes: int = setting(
        "WORKER_MEMORY_BYTES",
        1024 * MEBIBYTE,
        "Resident memory at which a worker is killed; keep workers times this below the pod's limit.",
        minimum=64 * MEBIBYTE,
        maximum=1024 * 1024 * MEBIBYTE,
    )
    recycle_articles: int = setting(
        "WORKER_RECYCLE_ARTICLES",
        20_000,
        "Articles after which a worker is replaced by a new process; 0 for never.",
        minimum=0,
    )
    facts_bytes: int = setting(
        "FACTS_CACHE_BYTES",
        64 * MEBIBYTE,
        "Memory for facts of articles seen lately: an exact copy gets them without being enriched again; 0 for none.",
        minimum=0,
    )
    startup_seconds: float = setting(
        "WORKER_STARTUP_SECONDS",
        120.0,
        "Time that a worker has to load its model; when the service starts, all have it together.",
        minimum=1,
        maximum=HOUR_SECONDS,
    )
    deaths_max: int = setting(
        "WORKER_DEATHS_MAX",
        50,
        "Worker deaths within NEWSWIRE_WORKER_DEATHS_WINDOW_SECONDS beyond which the service stops.",
        minimum=1,
    )
    deaths_window_seconds: float = setting(
        "WORKER_DEATHS_WINDOW_SECONDS",
        300.0,
        "Time over which worker deaths are counted.",
        minimum=1,
        maximum=24 * HOUR_SECONDS,
    )


@dataclass(frozen=True, slots=True)
class DuplicateSettings:
    """In which articles copies are found."""

    window_articles: int = setting(
        "DUPLICATE_WINDOW_ARTICLES",
        20_000,
        "Newest articles of this process among which copies are found, about 4 kB of memory each; 0 to find none.",
        minimum=0,
        maximum=5_000_000,
    )
    window_seconds: float = setting(
        "DUPLICATE_WINDOW_SECONDS",
        259_200.0,
        "How much older than its copy an original may be, by the times of their records.",
        minimum=1,
        maximum=366 * 24 * HOUR_SECONDS,
    )
