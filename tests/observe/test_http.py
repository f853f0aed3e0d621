"""The port: probes, metrics for a real Prometheus, and a page for people."""

import http.client
import json
import os
import re
import shutil
import socket
import struct
import subprocess
import threading
from collections.abc import Iterator

import pytest

from service.config.observation import ObserveSettings
from service.errors import SettingsError
from service.observe import metrics
from service.observe.health import Health, PartitionState, Snapshot, WorkersState
from service.observe.http import StatusServer

STATE = PartitionState("news.raw", 3, "failing", 2, False, 10, 8, 12, 0.0, 0.0, "<b>error</b>")


@pytest.fixture
def server() -> Iterator[StatusServer]:
    health = Health(100, 10, [])
    health.update(Snapshot(at=health.snapshot.at, started=True, partitions=(STATE,), workers=WorkersState(1, 1)))
    server = StatusServer(ObserveSettings(http_host="127.0.0.1", http_port=0), health)
    server.start()
    yield server
    server.stop()


def get(server: StatusServer, path: str, method: str = "GET", **headers: str) -> tuple[int, str, str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    return answer.status, answer.getheader("Content-Type", ""), answer.read().decode()


def test_probes_answer_with_causes(server: StatusServer) -> None:
    """200 when all is well, 503 with the causes when not."""
    assert get(server, "/livez")[0] == 200
    server._health.update(Snapshot(at=server._health.snapshot.at, stopping=True, workers=WorkersState(1, 1)))
    status, _, body = get(server, "/readyz?verbose")
    assert status == 503
    assert json.loads(body)["causes"].keys() == {"stopping", "starting"}


def test_the_status_page_shows_each_partition_and_escapes_what_it_shows(server: StatusServer) -> None:
    """For a person with a browser, without a script."""
    status, kind, page = get(server, "/")
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert "<td>news.raw-3<td>failing<td>2<td>10<td>8<td>12<td>4</tr>" in page
    assert "&lt;b&gt;error" in page
    assert "<script" not in page


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/x", 404), ("HEAD", "/livez", 200), ("POST", "/", 501)]
)
def test_other_paths_and_methods_have_a_clear_answer(server: StatusServer, method: str, path: str, status: int) -> None:
    """A HEAD has no body."""
    answer = get(server, path, method)
    assert answer[0] == status
    assert method != "HEAD" or answer[2] == ""


def test_a_silent_client_does_not_keep_others_waiting(server: StatusServer) -> None:
    """Each connection has a thread of its own."""
    with socket.create_connection(("127.0.0.1", server.port)):
        assert get(server, "/livez")[0] == 200


def test_a_client_that_hangs_up_leaves_no_traceback(
    server: StatusServer, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Standard error is for log lines; scrapes that time out are no fault of this service."""
    handled = threading.Event()
    monkeypatch.setattr(server._server, "shutdown_request", lambda request: (request.close(), handled.set()))
    with socket.create_connection(("127.0.0.1", server.port)) as client:
        # To close then is to reset the connection, which the answer meets.
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        client.sendall(b"GET /metrics HTTP/1.1\r\n")
    assert handled.wait(10)
    assert capfd.readouterr().err == ""


def test_a_port_that_is_taken_is_told_with_its_variable(server: StatusServer) -> None:
    """Not as a stack trace."""
    again = StatusServer(ObserveSettings(http_host="127.0.0.1", http_port=server.port), server._health)
    with pytest.raises(SettingsError, match=r"NEWSWIRE_HTTP_PORT: cannot listen on 127\.0\.0\.1, port \d+: Address al"):
        again.start()


def test_an_address_that_is_not_of_this_machine_is_told_with_its_variable(server: StatusServer) -> None:
    """Another port would not help."""
    for host in ("nowhere.invalid", "192.0.2.1"):
        elsewhere = StatusServer(ObserveSettings(http_host=host, http_port=0), server._health)
        with pytest.raises(SettingsError, match=f"NEWSWIRE_HTTP_HOST: cannot listen on {host}, port 0: "):
            elsewhere.start()


def test_an_address_of_ipv6_is_listened_on(server: StatusServer) -> None:
    """In a cluster that has no other."""
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("this machine has no IPv6")
    other = StatusServer(ObserveSettings(http_host="::", http_port=0), server._health)
    other.start()
    try:
        for host in ("::1", "127.0.0.1"):
            connection = http.client.HTTPConnection(host, other.port, timeout=5)
            connection.request("GET", "/livez")
            assert connection.getresponse().status == 200
    finally:
        other.stop()


def test_prometheus_finds_no_fault_with_the_metrics(server: StatusServer) -> None:
    """Checked by promtool, with every metric given a value."""
    promtool = shutil.which("promtool")
    if promtool is None:
        message = "promtool is not on this machine (Debian: apt-get install prometheus)"
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)
    metrics.MESSAGES.labels(outcome="published").inc(0)
    metrics.CONSUMER_LAG.labels("news.raw", "0").set(0)
    exposition = get(server, "/metrics")[2]
    assert "newswire_messages_total" in exposition
    done = subprocess.run([promtool, "check", "metrics"], input=exposition, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_metrics_tell_the_memory_of_the_parent(server: StatusServer) -> None:
    """It lies in no worker's, and the container is killed for the sum."""
    [told] = re.findall(r"^process_resident_memory_bytes (\S+)$", get(server, "/metrics")[2], re.MULTILINE)
    assert float(told) > 10 * 2**20


def test_metrics_tell_of_an_event_loop_that_does_not_turn() -> None:
    """The loop cannot: what it set last would say for ever that all is well."""
    health = Health(100, 10, [], clock=iter([0.0, *[60.0] * 9]).__next__)
    health.update(Snapshot(at=0.0, started=True, workers=WorkersState(1, 1)))
    server = StatusServer(ObserveSettings(http_host="127.0.0.1", http_port=0), health)
    server.start()
    try:
        lines = get(server, "/metrics")[2].splitlines()
    finally:
        server.stop()
    assert 'newswire_stuck{cause="event_loop_stalled"} 1.0' in lines
    assert 'newswire_stuck{cause="no_workers"} 0.0' in lines
    assert "newswire_ready 0.0" in lines


def test_openmetrics_are_served_to_those_who_ask(server: StatusServer) -> None:
    """As a recent Prometheus does."""
    _, kind, body = get(server, "/metrics", Accept="application/openmetrics-text; version=1.0.0")
    assert kind.startswith("application/openmetrics-text")
    assert body.endswith("# EOF\n")
