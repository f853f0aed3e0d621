"""Health, metrics and logs."""

from dataclasses import dataclass

from service.config.declaration import HOUR_SECONDS, setting


@dataclass(frozen=True, slots=True)
class ObserveSettings:
    """Health, metrics, logs."""

    http_host: str = setting(
        "HTTP_HOST",
        "0.0.0.0",  # noqa: S104 - probes come from outside the pod
        "Address on which /metrics, /livez, /readyz and the status page are served; :: where there is IPv6 only.",
    )
    http_port: int = setting(
        "HTTP_PORT",
        8080,
        "Port of /metrics, /livez, /readyz and the status page; 0 for any free one.",
        minimum=0,
        maximum=65535,
    )
    stuck_seconds: float = setting(
        "STUCK_SECONDS",
        120.0,
        "Time without progress on a partition that is behind, after which /livez fails.",
        minimum=1,
        maximum=3 * HOUR_SECONDS,
    )
    log_level: str = setting(
        "LOG_LEVEL", "INFO", "Least severe log lines that are written.", choices=("DEBUG", "INFO", "WARNING", "ERROR")
    )
    log_format: str = setting("LOG_FORMAT", "json", "Log lines for machines or for people.", choices=("json", "text"))
