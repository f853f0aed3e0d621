"""``newswire demo``: a broker, the service and sample articles in one go."""

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import IO

from service.demo.broker import EmbeddedBroker

RAW, ENRICHED, EVENTS, DEAD_LETTERS = "news.raw", "news.enriched", "news.events", "news.dlq"
PARTITIONS = 2
READY_SECONDS = 90.0
OUTPUT_SECONDS = 60.0
STOP_SECONDS = 30.0
PROBE_SECONDS = 0.1

_NEXT = """\
Where to look next
  newswire explain FILE         every step of one article, also of your own page or text
  newswire enrich FILE.jsonl    many articles, without Kafka
  newswire demo --stay          the same, but broker, metrics and status page stay up for you
  README.md                     your own Kafka; docs/using-events.md says what the messages mean"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whether to go on afterwards."""
    parser.add_argument("--stay", action="store_true", help="keep broker and service running until Ctrl-C")


def run(arguments: argparse.Namespace) -> int:
    """Show the service at work; returns 1 when an article had no outcome."""
    try:
        broker = EmbeddedBroker((RAW, ENRICHED, EVENTS, DEAD_LETTERS), PARTITIONS)
        with broker, tempfile.TemporaryDirectory() as folder, (Path(folder) / "log").open("w+b") as log:
            print(f"1. An embedded broker listens on {broker.bootstrap}.")
            service, url = _start_service(broker.bootstrap, log)
            try:
                _wait_until_ready(service, url)
                return _show(broker.bootstrap, url, service, stay=arguments.stay)
            except RuntimeError:
                log.seek(0)
                sys.stderr.write(log.read().decode(errors="replace"))
                raise
            finally:
                service.terminate()
                service.wait(STOP_SECONDS)
    except RuntimeError as error:
        print(f"The demo failed: {error}", file=sys.stderr)
        return 1


def _show(bootstrap: str, url: str, service: subprocess.Popen[bytes], *, stay: bool) -> int:
    # These need the demo extra, whose absence the broker has told by now.
    from service.demo.feed import read_outputs, sample_articles, send
    from service.demo.summary import print_summary

    print(f"2. The service runs; its status page is {url}/.")
    samples = sample_articles()
    send(bootstrap, RAW, samples)
    print(f"3. {len(samples)} sample articles were sent to {RAW}. This came out:\n")
    outputs = read_outputs(bootstrap, (ENRICHED, EVENTS, DEAD_LETTERS), len(samples), OUTPUT_SECONDS)
    print_summary(outputs, sys.stdout)
    print(_NEXT)
    if stay:
        print(f"\nbroker {bootstrap}, status page {url}/ - until Ctrl-C", flush=True)
        service.wait()
    came = len(outputs[ENRICHED]) + len(outputs[DEAD_LETTERS])
    return 0 if came == len(samples) else 1


def _start_service(bootstrap: str, log: IO[bytes]) -> tuple[subprocess.Popen[bytes], str]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("NEWSWIRE_")}
    settings = {
        "NEWSWIRE_BOOTSTRAP_SERVERS": bootstrap,
        "NEWSWIRE_HTTP_HOST": "127.0.0.1",
        "NEWSWIRE_HTTP_PORT": str(port),
        "NEWSWIRE_LOG_FORMAT": "text",
    }
    command = [sys.executable, "-m", "service", "run"]
    # Our own interpreter and module.
    process = subprocess.Popen(command, env={**inherited, **settings}, stdout=log, stderr=log)  # noqa: S603
    return process, f"http://127.0.0.1:{port}"


def _wait_until_ready(service: subprocess.Popen[bytes], url: str) -> None:
    """Wait for /readyz.

    Raises:
        RuntimeError: the service ended, or was not ready in time.
    """
    causes: object = "nothing listens"
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # this machine is not behind a proxy
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        if service.poll() is not None:
            raise RuntimeError(f"the service ended with exit code {service.returncode}")
        try:
            direct.open(f"{url}/readyz", timeout=1).close()
        except urllib.error.HTTPError as error:
            causes = json.loads(error.read())["causes"]
        except OSError:
            pass
        else:
            return
        time.sleep(PROBE_SECONDS)
    raise RuntimeError(f"the service was not ready after {READY_SECONDS} s: {causes}")
