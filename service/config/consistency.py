"""What no single setting can tell: settings that contradict one another. A fault names every variable it reads."""

import re
import ssl
from collections.abc import Iterator
from pathlib import Path

from service.config import Settings
from service.config.declaration import cut
from service.config.kafka import KafkaSettings, TopicSettings
from service.config.streaming import ConsumerSettings, partition_numbers

TOPIC_NAME = re.compile(r"(?!\.{1,2}$)[A-Za-z0-9._-]{1,249}")
_SOURCE = re.compile(r"[!-~]+")  # a URI reference, near enough: readers of CloudEvents refuse blanks and other letters
_ADDRESS = re.compile(r"(\[[0-9A-Fa-f:]+\]|[^\s:,\[\]]+):(\d{1,5})")


def contradictions(settings: Settings) -> list[str]:
    """One sentence for every contradiction, each naming its variables and what to do."""
    return [
        *_addresses(settings.kafka),
        *_login(settings.kafka),
        *(list(_tls(settings.kafka)) or _certificates(settings.kafka)),
        *_topics(settings.topics),
        *_group(settings.consumer),
        *_drain(settings.consumer),
        *_sizes(settings),
    ]


def _addresses(kafka: KafkaSettings) -> Iterator[str]:
    for address in kafka.bootstrap_servers.split(","):
        found = _ADDRESS.fullmatch(address.strip())
        if not found or not 0 < int(found[2]) < 65536:
            yield f"NEWSWIRE_BOOTSTRAP_SERVERS: {cut(address.strip())!r} is not host:port, such as kafka:9092"


def _login(kafka: KafkaSettings) -> Iterator[str]:
    if not kafka.security_protocol.startswith("SASL"):
        if kafka.sasl_username or kafka.sasl_password or kafka.oauth_token or kafka.oauth_token_url:
            yield (
                "NEWSWIRE_SECURITY_PROTOCOL: a login is given, but the protocol "
                f"{kafka.security_protocol} has none; set SASL_SSL"
            )
        return
    if kafka.security_protocol == "SASL_PLAINTEXT" and not kafka.allow_sasl_plaintext:
        yield (
            "NEWSWIRE_SECURITY_PROTOCOL: SASL_PLAINTEXT sends the login unencrypted; use SASL_SSL, "
            "or set NEWSWIRE_ALLOW_SASL_PLAINTEXT=true"
        )
    if kafka.sasl_mechanism != "OAUTHBEARER":
        for variable, value in (("USERNAME", kafka.sasl_username), ("PASSWORD", kafka.sasl_password)):
            if not value:
                yield f"NEWSWIRE_SASL_{variable}: NEWSWIRE_SASL_MECHANISM {kafka.sasl_mechanism} needs it"
    elif not (kafka.oauth_token or kafka.oauth_token_file or kafka.oauth_token_url):
        yield (
            "NEWSWIRE_OAUTH_TOKEN: NEWSWIRE_SASL_MECHANISM OAUTHBEARER needs it, or NEWSWIRE_OAUTH_TOKEN_FILE, or "
            "NEWSWIRE_OAUTH_TOKEN_URL"
        )
    if kafka.oauth_token_url and not kafka.oauth_token_url.startswith(("https://", "http://")):
        yield f"NEWSWIRE_OAUTH_TOKEN_URL: {cut(kafka.oauth_token_url)!r} is no URL such as https://login.example/token"
    if kafka.oauth_token_url and not (kafka.oauth_client_id and kafka.oauth_client_secret):
        yield "NEWSWIRE_OAUTH_TOKEN_URL: it needs NEWSWIRE_OAUTH_CLIENT_ID and NEWSWIRE_OAUTH_CLIENT_SECRET"


def _tls(kafka: KafkaSettings) -> Iterator[str]:
    paths = {
        "NEWSWIRE_TLS_CA_PATH": kafka.tls_ca_path,
        "NEWSWIRE_TLS_CERTIFICATE_PATH": kafka.tls_certificate_path,
        "NEWSWIRE_TLS_KEY_PATH": kafka.tls_key_path,
        "NEWSWIRE_OAUTH_TOKEN_FILE": kafka.oauth_token_file,
    }
    for variable, path in paths.items():
        if path and not _is_file(path):
            yield f"{variable}: there is no file {cut(path)}"
        if path and "TLS" in variable and not kafka.security_protocol.endswith("SSL"):
            yield f"{variable}: NEWSWIRE_SECURITY_PROTOCOL {kafka.security_protocol} has no TLS; set SSL or SASL_SSL"
    if bool(kafka.tls_certificate_path) != bool(kafka.tls_key_path):
        yield "NEWSWIRE_TLS_KEY_PATH: it and NEWSWIRE_TLS_CERTIFICATE_PATH go together; set both"


def _is_file(path: str) -> bool:
    try:
        return Path(path).is_file()
    except OSError:  # it is too long for a name
        return False


def _certificates(kafka: KafkaSettings) -> Iterator[str]:
    """Files that are there and hold something else stop the start, not the first connection."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        if kafka.tls_ca_path:
            context.load_verify_locations(kafka.tls_ca_path)
    except OSError as error:
        yield f"NEWSWIRE_TLS_CA_PATH: {kafka.tls_ca_path} is no PEM bundle of certificates: {_why(error)}"
    try:
        if kafka.tls_certificate_path:
            # Without a password OpenSSL would ask at the terminal.
            context.load_cert_chain(kafka.tls_certificate_path, kafka.tls_key_path, kafka.tls_key_password or "")
    except OSError as error:
        yield (
            "NEWSWIRE_TLS_KEY_PATH: it and NEWSWIRE_TLS_CERTIFICATE_PATH are no PEM pair, or "
            f"NEWSWIRE_TLS_KEY_PASSWORD is wrong: {_why(error)}"
        )


def _why(error: OSError) -> str:
    return getattr(error, "reason", None) or error.strerror or str(error)


def _topics(topics: TopicSettings) -> Iterator[str]:
    names = {
        "NEWSWIRE_TOPIC_RAW": topics.raw,
        "NEWSWIRE_TOPIC_ENRICHED": topics.enriched,
        "NEWSWIRE_TOPIC_EVENTS": topics.events,
        "NEWSWIRE_TOPIC_DEAD_LETTERS": topics.dead_letters,
    }
    if not _SOURCE.fullmatch(topics.event_source):
        yield f"NEWSWIRE_EVENT_SOURCE: {topics.event_source!r} is no URI reference, such as /newswire (no spaces)"
    seen: dict[str, str] = {}
    for variable, name in names.items():
        if not TOPIC_NAME.fullmatch(name):
            yield f"{variable}: {cut(name)!r} is no name of a Kafka topic (letters, digits, '.', '_', '-')"
        if name in seen:
            yield f"{variable}: {name} is {seen[name]} already; a topic read and written goes round for ever"
        seen[name] = variable


def _group(consumer: ConsumerSettings) -> Iterator[str]:
    if consumer.heartbeat_seconds * 3 > consumer.session_timeout_seconds:
        yield (
            f"NEWSWIRE_HEARTBEAT_SECONDS: {consumer.heartbeat_seconds} is more than a third of "
            f"NEWSWIRE_SESSION_TIMEOUT_SECONDS ({consumer.session_timeout_seconds})"
        )


def _drain(consumer: ConsumerSettings) -> Iterator[str]:
    index, count = consumer.drain_index, consumer.drain_count
    if (index is None) != (count is None):
        yield "NEWSWIRE_DRAIN_INDEX: it and NEWSWIRE_DRAIN_COUNT go together; set both or none"
    elif index is not None and count is not None and index >= count:
        yield f"NEWSWIRE_DRAIN_INDEX: {index} must be below NEWSWIRE_DRAIN_COUNT ({count})"
    if consumer.drain_partitions is not None:
        if count is not None:
            yield "NEWSWIRE_DRAIN_PARTITIONS: with NEWSWIRE_DRAIN_COUNT every Job would take the same; set one of them"
        try:
            partition_numbers(consumer.drain_partitions)
        except ValueError as error:
            yield f"NEWSWIRE_DRAIN_PARTITIONS: {error}"


def _sizes(settings: Settings) -> Iterator[str]:
    delivery = settings.delivery
    if delivery.backoff_max_seconds < delivery.backoff_seconds:
        yield "NEWSWIRE_BACKOFF_MAX_SECONDS: it is below NEWSWIRE_BACKOFF_SECONDS"
    if settings.observe.stuck_seconds <= settings.workers.deadline_seconds * 2:
        yield (
            f"NEWSWIRE_STUCK_SECONDS: {settings.observe.stuck_seconds} must be above twice "
            f"NEWSWIRE_ARTICLE_DEADLINE_SECONDS ({settings.workers.deadline_seconds}), or one slow article "
            "and its retry look like a stuck service"
        )
