"""Tokens for OAUTHBEARER: where they come from, and what becomes of answers that hold none."""

import threading
import urllib.parse
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from service.config.kafka import KafkaSettings
from service.tokens import TokenProvider


class Endpoint(BaseHTTPRequestHandler):
    """Gives each answer of the list once, the last one again and again, and keeps what it was asked."""

    answers: list[bytes]
    asked: list[dict[str, list[str]]]

    def do_POST(self) -> None:
        form = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.asked.append(urllib.parse.parse_qs(form))
        self.wfile.write(self.answers.pop(0) if len(self.answers) > 1 else self.answers[0])

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@pytest.fixture
def endpoint() -> Iterator[tuple[type[Endpoint], str]]:
    handler = type("Handler", (Endpoint,), {"answers": [], "asked": []})
    with HTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,)).start()
        yield handler, f"http://127.0.0.1:{server.server_port}/token"
        server.shutdown()


def answer(body: bytes, status: str = "200 OK") -> bytes:
    return f"HTTP/1.0 {status}\r\n\r\n".encode() + body


def provider(url: str) -> TokenProvider:
    return TokenProvider(KafkaSettings(oauth_token_url=url, oauth_client_id="reader", oauth_client_secret="s3cret"))


async def test_a_token_is_asked_for_once_until_it_is_near_its_end(endpoint: tuple[type[Endpoint], str]) -> None:
    """By the client credentials grant."""
    handler, url = endpoint
    handler.answers += [answer(b'{"access_token": "short", "expires_in": 30}'), answer(b'{"access_token": "long"}')]
    tokens = provider(url)
    assert [await tokens.token() for _ in range(3)] == ["short", "long", "long"]
    assert [asked["grant_type"] for asked in handler.asked] == [["client_credentials"]] * 2
    assert handler.asked[0]["client_secret"] == ["s3cret"]


@pytest.mark.parametrize(
    "said",
    [
        answer(b"<html>We are down for maintenance"),
        answer(b'{"error": "temporarily_unavailable"}'),
        answer(b'["access_token"]'),
        answer(b"null"),
        answer(b"\xff"),
        answer(b"", "503 Service Unavailable"),
        b"",
        b"SSH-2.0-OpenSSH\r\n",
    ],
)
async def test_an_endpoint_that_gives_no_token_is_one_that_failed(
    endpoint: tuple[type[Endpoint], str], said: bytes
) -> None:
    """Whatever it says: aiokafka tries again after errors of the network, and no others."""
    handler, url = endpoint
    handler.answers += [said, answer(b'{"access_token": "good"}')]
    tokens = provider(url)
    with pytest.raises(OSError, match=r"."):
        await tokens.token()
    assert await tokens.token() == "good"


async def test_a_file_is_read_at_each_login(tmp_path: Path) -> None:
    """Its token expires and is replaced; one that is no text is a file that cannot be read."""
    file = tmp_path / "token"
    tokens = TokenProvider(KafkaSettings(oauth_token_file=str(file)))
    for token in ("first", "second"):
        file.write_text(f"{token}\n")
        assert await tokens.token() == token
    file.write_bytes(b"\xff")
    with pytest.raises(OSError, match=str(file)):
        await tokens.token()
