"""One port for probes, metrics and people: /livez, /readyz, /metrics and a status page.

It is served by threads, so that it answers, and names the cause, also when the event loop is stuck.
"""

import errno
import logging
import socket
import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import orjson
from prometheus_client.exposition import choose_encoder

from service.config.observation import ObserveSettings
from service.errors import SettingsError
from service.observe import metrics
from service.observe.health import Cause, Health, Verdict
from service.observe.status_page import status_page

logger = logging.getLogger(__name__)

CLIENT_SECONDS = 5.0
"""A client that sends or reads nothing that long is dropped."""

STOP_LOOK_SECONDS = 0.05
"""Between looks whether to stop: the event loop is held as long."""


_OF_THE_PORT = (errno.EADDRINUSE, errno.EACCES)
"""Errors of listening that another port would cure; all others are of the address."""


class StatusServer:
    """The HTTP server of one process.

    Args:
        settings: host and port.
        health: gives the verdicts.
    """

    def __init__(self, settings: ObserveSettings, health: Health) -> None:
        self._settings = settings
        self._health = health
        self._server: ThreadingHTTPServer | None = None

    @property
    def port(self) -> int:
        """The port in use; another one than the setting when that is 0."""
        assert self._server is not None
        return int(self._server.server_address[1])

    def start(self) -> None:
        """Listen, and serve from a thread.

        Raises:
            SettingsError: the port is taken, or the address is not of this machine.
        """
        host, port = self._settings.http_host, self._settings.http_port
        handler = type("Handler", (_Handler,), {"health": self._health})
        listener = _IPv6Server if ":" in host else _Server
        try:
            self._server = listener((host, port), handler)
        except OSError as error:
            variable = "NEWSWIRE_HTTP_PORT" if error.errno in _OF_THE_PORT else "NEWSWIRE_HTTP_HOST"
            fault = f"{variable}: cannot listen on {host}, port {port}: {error.strerror}"
            raise SettingsError([fault]) from error
        self._server.daemon_threads = True
        serve = self._server.serve_forever
        threading.Thread(target=serve, args=(STOP_LOOK_SECONDS,), name="http", daemon=True).start()

    def stop(self) -> None:
        """Stop listening."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - the signature is socketserver's
        """Tell of an error as of everything else; a client that hung up is none."""
        if not isinstance(sys.exception(), ConnectionError):
            logger.exception("a request from %s failed", client_address)


class _IPv6Server(_Server):
    address_family = socket.AF_INET6  # of ::, which takes IPv4, too


class _Handler(BaseHTTPRequestHandler):
    health: Health
    timeout = CLIENT_SECONDS
    server_version = "newswire"
    sys_version = ""

    def do_GET(self) -> None:
        match self.path.partition("?")[0]:
            case "/livez":
                self._verdict(self.health.livez())
            case "/readyz":
                self._verdict(self.health.readyz())
            case "/metrics":
                _set_verdicts(self.health)
                encode, content_type = choose_encoder(self.headers.get("Accept", ""))
                self._answer(HTTPStatus.OK, content_type, encode(metrics.REGISTRY))
            case "/":
                self._answer(HTTPStatus.OK, "text/html; charset=utf-8", status_page(self.health).encode())
            case _:
                self._answer(HTTPStatus.NOT_FOUND, "text/plain", b"/livez /readyz /metrics /\n")

    do_HEAD = do_GET  # noqa: N815 - the name http.server calls

    def _verdict(self, verdict: Verdict) -> None:
        status = HTTPStatus.OK if verdict.ok else HTTPStatus.SERVICE_UNAVAILABLE
        body = orjson.dumps({"ok": verdict.ok, "causes": verdict.causes}, option=orjson.OPT_NON_STR_KEYS) + b"\n"
        self._answer(status, "application/json", body)

    def _answer(self, status: HTTPStatus, content_type: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the signature is http.server's
        """Probes come every few seconds: they are not logged."""


def _set_verdicts(health: Health) -> None:
    """Set the metrics of both verdicts, here and now: a stalled event loop could not tell of itself."""
    causes = health.livez().causes
    for cause in Cause:
        metrics.STUCK.labels(cause=cause).set(cause in causes)
    metrics.READY.set(health.readyz().ok)
