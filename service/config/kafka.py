"""How Kafka is reached, and which topics are read and written."""

from dataclasses import dataclass

from service.config.declaration import setting


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
        "How to log in, when the protocol is SASL_PLAINTEXT or SASL_SSL.",
        choices=("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "OAUTHBEARER"),
    )
    sasl_username: str | None = setting("SASL_USERNAME", None, "User for PLAIN and SCRAM.")
    sasl_password: str | None = setting("SASL_PASSWORD", None, "Password for PLAIN and SCRAM.", secret=True)
    oauth_token: str | None = setting(
        "OAUTH_TOKEN",
        None,
        "Bearer token for OAUTHBEARER, when it does not expire.",
        secret=True,
    )
    oauth_token_file: str | None = setting(
        "OAUTH_TOKEN_FILE",
        None,
        "File of the bearer token for OAUTHBEARER; read again at each login, since tokens expire.",
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
        "REQUEST_TIMEOUT_SECONDS",
        40.0,
        "Longest wait for one answer of a broker (aiokafka's default).",
        minimum=1,
        maximum=600,
    )


@dataclass(frozen=True, slots=True)
class TopicSettings:
    """What is read and what is written."""

    raw: str = setting("TOPIC_RAW", "news.raw", "Input topic.")
    enriched: str = setting("TOPIC_ENRICHED", "news.enriched", "Output topic of enriched records.")
    events: str = setting("TOPIC_EVENTS", "news.events", "Output topic of events.")
    dead_letters: str = setting("TOPIC_DEAD_LETTERS", "news.dlq", "Output topic of dead letters.")
    envelope: str = setting(
        "ENVELOPE",
        "binary",
        "CloudEvents mode of published messages: attributes in headers (binary), or all in the value (structured).",
        choices=("binary", "structured"),
    )
    event_source: str = setting("EVENT_SOURCE", "/newswire", "CloudEvents attribute `source` of published messages.")
