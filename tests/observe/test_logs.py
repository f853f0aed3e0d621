"""Log lines: for machines, safe, and not a flood."""

import asyncio
import gc
import io
import json
import logging
from collections.abc import Iterator

import pytest
from aiokafka.errors import KafkaConnectionError
from hypothesis import given
from hypothesis import strategies as st

from service.observe.logs import (
    MESSAGES,
    REPEATS,
    WINDOW_SECONDS,
    JsonFormatter,
    RepeatFilter,
    TextFormatter,
    is_news,
)


@pytest.fixture
def output() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    handler.addFilter(RepeatFilter())
    root = logging.getLogger("aiokafka.test")
    root.addHandler(handler)
    root.setLevel("DEBUG")
    yield stream
    root.removeHandler(handler)


LOG = logging.getLogger("aiokafka.test")


def lines(output: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.getvalue().splitlines()]


def test_a_line_is_one_json_object_with_its_fields(output: io.StringIO) -> None:
    """Where the record is, not what it says."""
    LOG.warning("lane failed", extra={"topic": "news.raw", "partition": 3, "offset": 7, "body": "secret"})
    [line] = lines(output)
    assert line.keys() == {"time", "level", "logger", "message", "topic", "partition", "offset"}
    assert (line["level"], line["message"], line["offset"]) == ("warning", "lane failed", 7)


@given(st.text())
def test_no_message_can_forge_a_line(message: str) -> None:
    """Line breaks are escaped."""
    record = logging.LogRecord("x", logging.INFO, "", 0, "%s", (message,), None)
    assert "\n" not in JsonFormatter().format(record)


def test_repeats_are_left_out_and_counted(output: io.StringIO) -> None:
    """While a broker is down its client says the same hundreds of times."""
    for number in range(100):
        LOG.error("Unable to connect to %s", number)
    LOG.error("something else")
    assert len(lines(output)) == REPEATS + 1


def test_messages_of_which_each_is_another_one_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """As those with an address in them."""
    now = 0.0
    monkeypatch.setattr("service.observe.logs.time.monotonic", lambda: now)
    repeats = RepeatFilter()
    for number in range(3 * MESSAGES):
        now += WINDOW_SECONDS / 10
        assert repeats.filter(logging.LogRecord("x", logging.INFO, "", 0, f"future at {number:x}", (), None))
    assert len(repeats._seen) <= MESSAGES


def test_what_is_ordinary_in_a_group_is_no_warning(output: io.StringIO) -> None:
    """aiokafka warns of every rebalance."""
    LOG.warning("Heartbeat failed for group %s because it is rebalancing", "g")
    assert lines(output)[0]["level"] == "info"


def test_text_lines_are_for_people() -> None:
    """Time, level, message and fields."""
    record = logging.LogRecord("x", logging.INFO, "", 0, "hello", (), None)
    record.topic = "news.raw"
    assert TextFormatter().format(record)[9:] == "INFO    hello topic=news.raw"


@pytest.mark.parametrize(("error", "told"), [(KafkaConnectionError("gone"), False), (ValueError("a mistake"), True)])
async def test_futures_that_a_failed_producer_leaves_behind_are_not_told(
    error: Exception, told: bool, caplog: pytest.LogCaptureFixture
) -> None:
    """aiokafka tells of the failure once; what else nobody waited for is a mistake that somebody must see."""
    asyncio.get_running_loop().create_future().set_exception(error)
    gc.collect()
    [record] = [record for record in caplog.records if record.exc_info and record.exc_info[1] is error]
    assert record.name == "asyncio"
    assert is_news(record) == told
