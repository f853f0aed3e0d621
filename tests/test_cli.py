"""The command line, run as a person would."""

import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from service.cli import COMMANDS, SUMMARIES, main
from service.commands.healthcheck import served_at
from service.config.observation import ObserveSettings
from service.observe.health import Health, Snapshot, WorkersState
from service.observe.http import StatusServer
from service.schemas import schema_folder
from tests.commands.run import newswire

EXAMPLES = schema_folder() / "examples"
SAMPLES = Path(__file__).parents[1] / "service" / "data" / "samples"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Its help says what it does."""
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert SUMMARIES[command][1].splitlines()[0] in capsys.readouterr().out


def test_the_light_commands_do_not_import_the_heavy_libraries() -> None:
    """A health check runs every few seconds."""
    code = "import sys, service.cli as c; c.main(['version']); print(not HEAVY & set(sys.modules))"
    code = code.replace("HEAVY", "{'spacy', 'aiokafka'}")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "True"


def test_wrong_settings_end_with_78_and_the_whole_list() -> None:
    """Before anything is connected."""
    done = newswire("run", NEWSWIRE_WORKERS="x", NEWSWIRE_HTTP_PORT="y")
    assert done.returncode == 78
    assert done.stderr.count(b"NEWSWIRE_") == 2


def test_explain_shows_every_step() -> None:
    """For a page of the samples, with what was removed of it and why."""
    done = newswire("explain", str(SAMPLES / "harbour.html"))
    assert done.returncode == 0
    for step in (b"== decode", b"== validate", b"== clean", b"== enrich", b"== encode"):
        assert step in done.stdout
    removed, kept = done.stdout.split(b"== clean")[1].split(b"text: ")
    assert b"Most read" in removed.split(b"removed: ")[1]
    assert b"Most read" not in kept


def test_explain_names_the_fault_of_a_refused_article() -> None:
    """The stage, the reason and the field."""
    done = newswire("explain", str(SAMPLES / "wrong-date.json"))
    assert done.returncode == 1
    assert b"REFUSED: schema" in done.stdout
    assert b"published_at" in done.stdout


def test_explain_tells_each_event_in_a_line() -> None:
    """Who did what to whom, how sure, when and where; `--whole` has it as JSON."""
    done = newswire("explain", str(SAMPLES / "court.json"))
    [told] = [line for line in done.stdout.decode().splitlines() if "COERCE (held): " in line]
    assert "nobody named -> newspaper editor Mila Brandt, " in told


def test_validate_knows_every_message_by_what_it_says() -> None:
    """The examples of the schemas, without being told which is which."""
    good = [path for path in sorted(EXAMPLES.glob("*.json")) if ".invalid-" not in path.name]
    done = newswire("validate", *map(str, good))
    assert (done.returncode, done.stdout) == (0, b"")


def test_validate_prints_each_fault_with_its_place() -> None:
    """JSON lines are told by their number."""
    documents = b'{"body": "fine"}\n{"body": 1}\n{"headline": "h", "articleBody": "fine too"}\nno json\n'
    done = newswire("validate", "-", stdin=documents)
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == b"-:2: body: must be a string, not a number"
    assert done.stdout.splitlines()[1].startswith(b"-:4: not JSON")


def test_a_file_that_is_not_there_is_told_in_a_line() -> None:
    """No stack trace for a typing error."""
    for command in ("enrich", "explain", "validate"):
        done = newswire(command, "nowhere.json")
        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr == b"nowhere.json: No such file or directory\n"


def test_a_reader_that_goes_away_is_no_error() -> None:
    """`newswire config | head -1`"""
    done = subprocess.run(
        f"{sys.executable} -m service config --all | head -1", shell=True, capture_output=True, check=True
    )
    assert done.stderr == b""


ARTICLE = str(SAMPLES / "court.json")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    "arguments",
    [("version",), ("config",), ("validate", str(SAMPLES / "wrong-date.json")), ("explain", ARTICLE),
     ("enrich", ARTICLE, "--workers", "1")],
    ids=lambda arguments: arguments[0],
)  # fmt: skip
def test_a_full_disk_is_told_in_a_line(arguments: tuple[str, ...]) -> None:
    """Whether the output is written at once or kept until the end."""
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "service", *arguments], stdout=full, stderr=subprocess.PIPE, check=False
        )
    told = [line for line in done.stderr.splitlines() if b" documents, " not in line]
    assert (done.returncode, told) == (1, [b"newswire: cannot write: No space left on device"])


def test_a_closed_standard_input_is_an_empty_one() -> None:
    """As `<&-` leaves it."""
    done = subprocess.run(f"{sys.executable} -m service enrich - <&-", shell=True, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("0.0.0.0", "http://127.0.0.1:81"),
        ("::", "http://[::1]:81"),
        ("10.0.0.5", "http://10.0.0.5:81"),
        ("fe80::1", "http://[fe80::1]:81"),
    ],
)
def test_healthcheck_asks_where_the_service_listens(host: str, url: str) -> None:
    """The loopback address answers only for who listens on it, or on all."""
    assert served_at(ObserveSettings(http_host=host, http_port=81)) == url


def test_healthcheck_fails_with_a_cause_when_nothing_listens() -> None:
    """For container engines."""
    done = newswire("healthcheck", NEWSWIRE_HTTP_PORT="1")
    assert done.returncode == 1
    assert b"refused" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--since", "tomorrow"), "'tomorrow' is not a time such as 2026-02-03T04:05Z"),
        (("--max", "few"), "'few' is not a whole number of at least 1"),
        (("--max", "0"), "'0' is not a whole number of at least 1"),
        (("--reason", "late"), "choose from 'tombstone'"),
        (("--topic", "news raw"), "'news raw' is no name of a Kafka topic"),
        (("--topic", ".."), "'..' is no name of a Kafka topic"),
    ],
)
def test_a_wrong_argument_of_replay_is_told_with_what_is_right(
    arguments: tuple[str, str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """No name of a Python function, as argparse would tell by itself."""
    with pytest.raises(SystemExit) as ended:
        main(["replay", *arguments])
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


def test_letters_are_not_put_back_among_the_letters() -> None:
    """There they would be without the headers that say what is wrong with them."""
    done = newswire("replay", "--topic", "our.dlq", NEWSWIRE_TOPIC_DEAD_LETTERS="our.dlq")
    assert done.returncode == 2
    assert done.stderr.startswith(b"--topic: our.dlq is where the letters lie")


def test_a_missing_model_is_a_fault_of_its_setting() -> None:
    """Told with the variable and what it may be, not as a traceback."""
    done = newswire("explain", str(SAMPLES / "court.json"), NEWSWIRE_MODEL="no_such_model")
    assert done.returncode == 78
    assert b"NEWSWIRE_MODEL: there is no model 'no_such_model': name newswire, blank," in done.stderr


def test_healthcheck_tells_of_a_url_that_is_none() -> None:
    """On one line."""
    done = newswire("healthcheck", "--url", "nonsense")
    assert (done.returncode, done.stderr) == (1, b"nonsense/livez: unknown url type: 'nonsense/livez'\n")


def test_healthcheck_tells_of_a_port_that_speaks_no_http() -> None:
    """Such as Kafka's."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        url = f"http://127.0.0.1:{other.getsockname()[1]}"
        answering = threading.Thread(target=_answer_once, args=(other,))
        answering.start()
        done = newswire("healthcheck", "--url", url)
        answering.join()
    assert (done.returncode, done.stderr) == (1, f"{url}/livez: what answers there speaks no HTTP\n".encode())


def _answer_once(server: socket.socket) -> None:
    connection, _ = server.accept()
    with connection:
        connection.recv(4096)
        connection.sendall(b"no page\n")


def test_healthcheck_asks_this_machine_whatever_proxy_there_is() -> None:
    """Pods behind a proxy have it in their environment, and would all be unhealthy."""
    health = Health(100, 10, [])
    health.update(Snapshot(at=health.snapshot.at, started=True, workers=WorkersState(1, 1)))
    server = StatusServer(ObserveSettings(http_host="127.0.0.1", http_port=0), health)
    server.start()
    try:
        done = newswire(
            "healthcheck", NEWSWIRE_HTTP_PORT=str(server.port), http_proxy="http://127.0.0.1:1", no_proxy=""
        )
    finally:
        server.stop()
    assert (done.returncode, done.stderr) == (0, b"")
