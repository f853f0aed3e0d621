"""What every Kafka client of this service is given: addresses, TLS, login."""

import asyncio
import json
import ssl
import time
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any

from aiokafka.abc import AbstractTokenProvider

from service.config.kafka import KafkaSettings

TOKEN_SECONDS_LEFT = 60.0
"""A token this near its end is replaced."""

TOKEN_REQUEST_SECONDS = 10.0


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


class TokenProvider(AbstractTokenProvider):  # type: ignore[misc]  # aiokafka has no type information
    """Tokens for OAUTHBEARER: given, from a file read at each login, or from a token endpoint.

    The endpoint is asked by the client credentials grant (RFC 6749, section 4.4).
    """

    def __init__(self, kafka: KafkaSettings) -> None:
        self._kafka = kafka
        self._token = ""
        self._expires = 0.0

    async def token(self) -> str:
        """The token for one login; called by aiokafka.

        Raises:
            OSError: the file or the endpoint cannot be read.
        """
        if self._kafka.oauth_token:
            return self._kafka.oauth_token
        if self._kafka.oauth_token_file:
            path = Path(self._kafka.oauth_token_file)
            return (await asyncio.to_thread(path.read_text, "utf-8")).strip()
        if time.monotonic() > self._expires - TOKEN_SECONDS_LEFT:
            self._token, seconds = await asyncio.to_thread(self._fetch)
            self._expires = time.monotonic() + seconds
        return self._token

    def _fetch(self) -> tuple[str, float]:
        """Ask the endpoint for a token and the seconds it is good for."""
        form = {
            "grant_type": "client_credentials",
            "client_id": self._kafka.oauth_client_id,
            "client_secret": self._kafka.oauth_client_secret,
            "scope": self._kafka.oauth_scope,
        }
        data = urllib.parse.urlencode({name: value for name, value in form.items() if value}).encode()
        assert self._kafka.oauth_token_url is not None
        # The operator names this address; it is not taken from any message.
        request = urllib.request.Request(self._kafka.oauth_token_url, data=data)  # noqa: S310
        with urllib.request.urlopen(request, timeout=TOKEN_REQUEST_SECONDS) as answer:  # noqa: S310
            fields = json.load(answer)
        return str(fields["access_token"]), float(fields.get("expires_in", 300))
