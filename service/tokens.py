"""Tokens for OAUTHBEARER: given, from a file, or from a token endpoint."""

import asyncio
import http.client
import json
import time
import urllib.parse
import urllib.request
from pathlib import Path

from aiokafka.abc import AbstractTokenProvider

from service.config.kafka import KafkaSettings
from service.errors import named

SECONDS_LEFT = 60.0
"""A token this near its end is replaced."""

REQUEST_SECONDS = 10.0
DEFAULT_SECONDS = 300.0
"""For how long a token is taken to be good whose endpoint does not say it."""

_NO_TOKEN = (ValueError, LookupError, TypeError, AttributeError, http.client.HTTPException)
"""What an answer raises that holds no token: one that is no HTTP, no text, no JSON, or other JSON."""


class TokenProvider(AbstractTokenProvider):  # type: ignore[misc]  # aiokafka has no type information
    """Gives the token for each login: the same one, what its file holds then, or the endpoint's.

    The endpoint is asked by the client credentials grant (RFC 6749, section 4.4).
    """

    def __init__(self, kafka: KafkaSettings) -> None:
        self._kafka = kafka
        self._token = ""
        self._expires = 0.0

    async def token(self) -> str:
        """The token for one login; called by aiokafka.

        Raises:
            OSError: the file or the endpoint cannot be read, or holds no token. aiokafka tries again after this one;
                any other would end the service, or one of aiokafka's tasks without a word.
        """
        try:
            return await self._current()
        except _NO_TOKEN as error:
            raise OSError(f"{self._kafka.oauth_token_file or self._kafka.oauth_token_url}: {named(error)}") from error

    async def _current(self) -> str:
        if self._kafka.oauth_token:
            return self._kafka.oauth_token
        if self._kafka.oauth_token_file:
            path = Path(self._kafka.oauth_token_file)
            return (await asyncio.to_thread(path.read_text, "utf-8")).strip()
        if time.monotonic() > self._expires - SECONDS_LEFT:
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
        with urllib.request.urlopen(request, timeout=REQUEST_SECONDS) as answer:  # noqa: S310
            fields = json.load(answer)
        return str(fields["access_token"]), float(fields.get("expires_in") or DEFAULT_SECONDS)
