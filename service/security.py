"""What every Kafka client of this service is given: addresses, TLS, login."""

import ssl
from typing import Any

from service.config.kafka import KafkaSettings
from service.tokens import TokenProvider


def client_arguments(kafka: KafkaSettings) -> dict[str, Any]:
    """Arguments for an aiokafka consumer, producer or admin client.

    Raises:
        OSError, ssl.SSLError: a certificate or key file is missing or broken.
    """
    arguments: dict[str, Any] = {
        "bootstrap_servers": [address.strip() for address in kafka.bootstrap_servers.split(",")],
        "client_id": kafka.client_id,
        "security_protocol": kafka.security_protocol,
    }
    if kafka.security_protocol.endswith("SSL"):
        arguments["ssl_context"] = tls_context(kafka)
    if kafka.security_protocol.startswith("SASL"):
        arguments["sasl_mechanism"] = kafka.sasl_mechanism
        if kafka.sasl_mechanism == "OAUTHBEARER":
            arguments["sasl_oauth_token_provider"] = TokenProvider(kafka)
        else:
            arguments["sasl_plain_username"] = kafka.sasl_username
            arguments["sasl_plain_password"] = kafka.sasl_password
    return arguments


def tls_context(kafka: KafkaSettings) -> ssl.SSLContext:
    """Certificates are always verified; only the check of the host's name can be turned off."""
    context = ssl.create_default_context(cafile=kafka.tls_ca_path)
    context.check_hostname = kafka.tls_check_hostname
    if kafka.tls_certificate_path:
        context.load_cert_chain(kafka.tls_certificate_path, kafka.tls_key_path, kafka.tls_key_password or "")
    return context
