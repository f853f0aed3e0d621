"""`newswire enrich`: lines in, records out, in order and whatever the lines are."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from io import FileIO
from pathlib import Path

import orjson
import pytest

from service.commands.lines import CHUNK_BYTES, lines_of
from tests.commands.run import environment, newswire

LIGHT = {"NEWSWIRE_MODEL": "blank", "NEWSWIRE_WORKERS": "1"}


def test_the_order_is_kept_and_bad_lines_are_told() -> None:
    """Records on standard output, faults on standard error, exit code 1."""
    lines = [orjson.dumps({"id": str(n), "body": f"Article {n}. It has two sentences."}) for n in range(40)]
    lines[7] = b'{"body": 1}'
    done = newswire("enrich", "-", "--workers", "2", stdin=b"\n".join(lines))
    ids = [orjson.loads(line)["id"] for line in done.stdout.splitlines()]
    assert ids == [str(n) for n in range(40) if n != 7]
    [fault] = [orjson.loads(line) for line in done.stderr.splitlines()]
    assert (fault["line"], fault["reason"], fault["field"]) == (8, "schema", "body")
    assert done.returncode == 1


def test_a_document_that_takes_several_lines_is_told_to_take_one() -> None:
    """Of a pretty-printed one it reads lines."""
    done = newswire("enrich", "-", "--workers", "1", stdin=b'{\n"body": "A harbour closed."}')
    assert b"each line must be a whole JSON document" in done.stderr


def test_each_copy_names_its_original_by_the_order_of_the_input() -> None:
    """Whichever worker was faster."""
    text = "The harbour of Ostmark closed on Monday. Ships waited outside for the storm to pass. "
    lines = [orjson.dumps({"id": str(n), "body": text * (n % 2 + 1)}) for n in range(20)]
    done = newswire("enrich", "-", "--workers", "2", stdin=b"\n".join(lines))
    originals = [orjson.loads(line)["duplicate"]["of"] for line in done.stdout.splitlines()]
    assert originals[2:] == ["0", "1"] * 9


@pytest.fixture
def waiting() -> Iterator[subprocess.Popen[bytes]]:
    """One that waits for lines."""
    # What a shell starts in the background ignores Ctrl-C, and so would this, started by tests in the background.
    heard = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    command = [sys.executable, "-c", f"{heard}import sys, service.cli; sys.exit(service.cli.main())", "enrich", "-"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environment(**LIGHT), stdin=pipe, stdout=pipe, stderr=pipe) as process:
        yield process
        process.kill()


def test_ctrl_c_ends_it_while_it_waits_for_the_next_line(waiting: subprocess.Popen[bytes]) -> None:
    """What came until then is there: a record does not wait for more lines."""
    assert waiting.stdin is not None
    assert waiting.stdout is not None
    waiting.stdin.write(b'{"id": "a", "body": "A harbour closed."}\n')
    waiting.stdin.flush()
    assert orjson.loads(waiting.stdout.readline())["id"] == "a"
    waiting.send_signal(signal.SIGINT)
    assert waiting.wait(60) == 130
    assert waiting.stderr is not None
    assert waiting.stderr.read() == b""


def test_a_line_without_an_end_costs_no_memory_and_is_refused() -> None:
    """Its size is told, and those behind it are read."""
    long = b'{"body": "' + b"x" * 3_000_000
    done = newswire(
        "enrich",
        "-",
        stdin=long + b'\n{"id": "b", "body": "A harbour closed."}',
        NEWSWIRE_MAX_VALUE_BYTES="1000",
        **LIGHT,
    )
    [fault] = [orjson.loads(line) for line in done.stderr.splitlines()]
    assert (fault["line"], fault["reason"]) == (1, "too_large")
    assert f"the value has {len(long)} bytes" in fault["detail"]
    assert [orjson.loads(line)["id"] for line in done.stdout.splitlines()] == ["b"]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="this system has no file that cannot be read")
def test_a_file_that_cannot_be_read_is_told_as_such() -> None:
    """Not as one that cannot be written."""
    done = newswire("enrich", "/proc/self/mem", **LIGHT)
    assert done.returncode == 1
    assert done.stderr == b"/proc/self/mem: cannot be read any further: Input/output error\n"


def test_lines_are_the_same_wherever_the_stream_is_cut(tmp_path: Path) -> None:
    """Numbers count empty lines; of a line that is too long one byte too many is kept."""
    file = tmp_path / "lines"
    file.write_bytes(b"a\n\n \nb\r\n" + b"c" * (2 * CHUNK_BYTES) + b"\n" + b" " * 20 + b"\nd")
    with FileIO(file) as source:
        found = list(lines_of(source, 10))
    assert found == [
        (1, b"a", 1),
        (4, b"b\r", 2),
        (5, b"c" * 11, 2 * CHUNK_BYTES),
        (6, b" " * 11, 20),
        (7, b"d", 1),
    ]


class Unready(FileIO):
    """A pipe that does not block, and holds nothing yet when it is read first."""

    asked = False

    def read(self, size: int | None = -1, /) -> bytes | None:  # type: ignore[override]
        self.asked, first = True, not self.asked
        return None if first else super().read(size)


def test_a_pipe_that_does_not_block_is_waited_for(tmp_path: Path) -> None:
    """As some programs leave their end of it, and ours with it."""
    file = tmp_path / "lines"
    file.write_bytes(b"a")
    with Unready(file) as source:
        assert list(lines_of(source, 10)) == [(1, b"a", 1)]
