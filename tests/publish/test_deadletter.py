"""Dead letters: what they keep, what they say, and when there are too many."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.config import Settings
from service.config.streaming import DeliverySettings
from service.errors import Reason, Stage, TooManyDeadLetters
from service.messages import Headers, OutgoingMessage, Processed, RawRecord, Refused
from service.publish.compose import Composer
from service.publish.deadletter import DeadLetterLimit, dead_letter, replays

AT = datetime(2026, 3, 10, tzinfo=UTC)
REFUSED = Refused(Stage.VALIDATE, Reason.SCHEMA, "body: must be a string", "body")
GOOD = Processed("a", (OutgoingMessage("enriched", "a", b"{}"),))
SMALL = replace(Settings(), delivery=replace(DeliverySettings(), max_request_bytes=2_000))


def record(value: bytes | None = b"{}", headers: Headers = (), key: bytes | None = b"k") -> RawRecord:
    return RawRecord("news.raw", 1, 2, 3, key, value, headers)


@given(
    key=st.none() | st.binary(max_size=20),
    value=st.binary(max_size=50),
    headers=st.lists(st.tuples(st.text(max_size=5), st.none() | st.binary(max_size=5)), max_size=4),
)
def test_key_value_and_headers_are_kept_byte_for_byte(
    key: bytes | None, value: bytes, headers: list[tuple[str, bytes | None]]
) -> None:
    """Ours come behind theirs."""
    letter = dead_letter(record(value, tuple(headers), key), REFUSED, Settings(), AT)
    assert (letter.key, letter.value, letter.headers[: len(headers)]) == (key, value, tuple(headers))


def test_a_tombstone_is_told_from_an_empty_value() -> None:
    """Kafka takes no letter without key and value, so both have an empty value."""
    omitted = [
        dict(dead_letter(record(value), REFUSED, Settings(), AT).headers).get("dlq.value_omitted")
        for value in (None, b"")
    ]
    assert omitted == [b"null", None]


def test_a_letter_too_large_for_its_topic_goes_without_its_value() -> None:
    """And says how large it was."""
    letter = dead_letter(record(b"x" * 5_000), REFUSED, SMALL, AT)
    assert letter.value == b""
    assert dict(letter.headers)["dlq.value_omitted"] == b"5000"


def test_a_letter_whose_headers_are_too_large_goes_with_ours_alone() -> None:
    """Better a reason without an article than neither."""
    letter = dead_letter(record(headers=(("cookie", b"x" * 5_000),)), REFUSED, SMALL, AT)
    assert [name for name, _ in letter.headers if not name.startswith("dlq.")] == []
    assert letter.size <= SMALL.delivery.max_request_bytes


def test_long_explanations_are_cut() -> None:
    """At a character's border."""
    letter = dead_letter(record(), replace(REFUSED, detail="é" * 9_000, stacktrace="s" * 9_000), Settings(), AT)
    said = dict(letter.headers)
    assert len(said["dlq.message"] or b"") <= 2048
    assert len(said["dlq.stacktrace"] or b"") <= 4096
    assert (said["dlq.message"] or b"").decode().endswith("é ...")


def test_the_shortest_letter_is_cut_at_a_characters_border_too() -> None:
    """Whoever reads the headers decodes them."""
    tiny = replace(Settings(), delivery=replace(DeliverySettings(), max_request_bytes=1_000))
    letter = dead_letter(record(), replace(REFUSED, detail="é" * 900, stacktrace="s" * 900), tiny, AT)
    assert (dict(letter.headers)["dlq.message"] or b"").decode().endswith("é ...")


@pytest.mark.parametrize(
    ("headers", "count"),
    [
        ((), 0),
        ((("newswire_replays", b"2"),), 2),
        ((("newswire_replays", b"x"),), 0),
        ((("newswire_replays", None),), 0),
    ],
)
def test_replays_are_counted_from_their_header(headers: Headers, count: int) -> None:
    """A header that is no number counts as none."""
    assert replays(headers) == count


def test_an_article_whose_record_is_too_large_becomes_a_dead_letter() -> None:
    """Sizes are checked before a transaction is opened."""
    large = replace(GOOD, messages=(OutgoingMessage("enriched", "a", b"x" * 5_000),))
    outcome, (letter,) = Composer(SMALL).compose(record(), large)
    assert isinstance(outcome, Refused)
    assert outcome.reason is Reason.OUTPUT_TOO_LARGE
    assert letter.topic == "news.dlq"


def test_what_the_broker_refuses_for_its_size_shrinks_step_by_step() -> None:
    """To a dead letter, then to one without its value, then to one of our own headers alone, at last cut short."""
    composer = Composer(Settings())
    large = record(b"x" * 5_000, (("cookie", b"y" * 5_000),))
    outcome, records = composer.compose_smaller(large, GOOD, [])
    assert isinstance(outcome, Refused)
    assert (records[0].value, records[0].headers[0][0]) == (large.value, "cookie")
    _, records = composer.compose_smaller(large, outcome, records)
    assert (records[0].value, records[0].headers[0][0]) == (b"", "cookie")
    _, records = composer.compose_smaller(large, outcome, records)
    assert (records[0].key, records[0].value, records[0].headers[0][0]) == (None, b"", "dlq.topic")
    explained = replace(outcome, detail="d" * 5_000, stacktrace="s" * 5_000)
    _, (last,) = composer.compose_smaller(large, explained, records)
    assert last.size < 1_000
    assert dict(last.headers).items() >= {("dlq.value_omitted", b"5000"), ("dlq.reason", b"output_too_large")}


def counting(**changes: float) -> Callable[[str], None]:
    limit = DeadLetterLimit(replace(DeliverySettings(), **changes))

    def count(outcomes: str) -> None:
        for letter in outcomes:
            limit.count(REFUSED if letter == "x" else GOOD)

    return count


def test_a_run_of_dead_letters_above_the_limit_stops_the_service() -> None:
    """A good article in between begins a new run."""
    count = counting(dead_letter_max_run=3)
    count("xxx.xxx")
    with pytest.raises(TooManyDeadLetters, match="NEWSWIRE_DEAD_LETTER_MAX_RUN"):
        count("x")


def test_a_share_of_dead_letters_above_the_limit_stops_the_service() -> None:
    """Over a full window, not over the first few articles."""
    count = counting(dead_letter_max_ratio=0.5, dead_letter_ratio_window=10)
    count("x." * 5)
    with pytest.raises(TooManyDeadLetters, match="NEWSWIRE_DEAD_LETTER_MAX_RATIO"):
        count("xx")


def test_limits_can_be_turned_off() -> None:
    """0 and 1."""
    counting(dead_letter_max_run=0, dead_letter_max_ratio=1.0, dead_letter_ratio_window=10)("x" * 500)
