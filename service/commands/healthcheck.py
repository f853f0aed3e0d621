"""``newswire healthcheck``: ask the service of this machine whether it is alive."""

import argparse
import http.client
import os
import sys
import urllib.error
import urllib.request

from service.config.environment import read_settings
from service.config.observation import ObserveSettings

ANSWER_SECONDS = 3.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to ask, and where."""
    parser.add_argument("--ready", action="store_true", help="ask /readyz instead of /livez")
    parser.add_argument("--url", help="instead of the address and port of the settings")


def run(arguments: argparse.Namespace) -> int:
    """Ask; returns 0 when all is well, else 1 with the cause on standard error."""
    url = arguments.url or served_at(read_settings(os.environ).observe)
    page = f"{url}/{'readyz' if arguments.ready else 'livez'}"
    # Never by the proxy of the environment: it may not reach this machine, or another one of that name.
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(page, timeout=ANSWER_SECONDS) as answer:
            print(answer.read().decode().strip())
    except urllib.error.HTTPError as error:
        print(error.read().decode(errors="replace").strip(), file=sys.stderr)
        return 1
    except http.client.HTTPException:
        print(f"{page}: what answers there speaks no HTTP", file=sys.stderr)
        return 1
    except (OSError, ValueError) as error:  # nobody answers, or --url is no URL
        print(f"{page}: {getattr(error, 'reason', error)}", file=sys.stderr)
        return 1
    return 0


def served_at(settings: ObserveSettings) -> str:
    """The URL of the service on this machine; where it listens on every address, by that of the machine itself."""
    host = _LOOPBACK.get(settings.http_host, settings.http_host)
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.http_port}"


_LOOPBACK = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - where it listens, not where we do
