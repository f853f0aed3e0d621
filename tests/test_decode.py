"""Reading a Kafka record: which payloads are articles, and what is told of the others."""

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.decode import decode
from service.errors import Reason, Rejected, Stage
from service.messages import Headers, RawRecord

LIMIT = 10_000
ARTICLE = {"id": "a1", "body": "Talks went on."}
AS_JSON = json.dumps(ARTICLE).encode()


def fields(value: bytes | None, *headers: tuple[str, bytes | None]) -> dict[str, Any]:
    return decode(RawRecord("news.raw", 0, 0, 0, None, value, headers), LIMIT)


def refusal(value: bytes | None, *headers: tuple[str, bytes | None]) -> Rejected:
    with pytest.raises(Rejected) as raised:
        fields(value, *headers)
    return raised.value


@pytest.mark.parametrize(
    "headers",
    [
        (),
        (("content-type", b"application/json"),),
        (("Content-Type", b"application/json; charset=utf-8"),),
        (("content-type", b"application/ld+json"),),
        (("ce_specversion", b"1.0"), ("ce_id", b"7"), ("content-type", b"application/json")),
        (("content-type", None), ("odd", b"\xff")),
    ],
)
def test_json_is_read_whatever_says_that_it_is(headers: Headers) -> None:
    """Without a content type it is told from its first character."""
    assert fields(AS_JSON, *headers) == ARTICLE


def test_a_byte_order_mark_or_a_confluent_prefix_is_passed_over() -> None:
    """Serializers of a schema registry put five bytes in front."""
    assert fields(b"\xef\xbb\xbf" + AS_JSON) == ARTICLE
    assert fields(b"\x00\x00\x00\x00\x2a" + AS_JSON) == ARTICLE


@pytest.mark.parametrize(
    "data", [{"data": ARTICLE}, {"data_base64": base64.b64encode(AS_JSON).decode()}], ids=["json", "base64"]
)
def test_a_structured_cloudevent_is_unwrapped(data: dict[str, Any]) -> None:
    """Its attributes are not the article's: one that is wrong is no fault of the article."""
    event = {
        "specversion": "1.0",
        "id": "7",
        "source": "/s",
        "type": "t",
        "time": "yesterday",
        **data,
    }
    read = fields(json.dumps(event).encode(), ("content-type", b"application/cloudevents+json; charset=UTF-8"))
    assert read == ARTICLE


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"id": ""}, "id"),
        ({"source": 3}, "source"),
        ({"specversion": "0.3"}, "specversion"),
        ({"data": 1}, "data"),
    ],
)
def test_a_broken_envelope_is_told_with_its_attribute(change: dict[str, Any], field: str) -> None:
    """The reason is envelope, not schema: the article itself may be fine."""
    event = {"specversion": "1.0", "id": "7", "source": "/s", "type": "t", "data": ARTICLE, **change}
    refused = refusal(json.dumps(event).encode(), ("content-type", b"application/cloudevents+json"))
    assert (refused.reason, refused.field) == (Reason.ENVELOPE, field)


def test_a_bare_page_takes_its_metadata_from_headers() -> None:
    """Header names are ours; the charset is the declared one."""
    read = fields(
        "<p>Straße</p>".encode("latin-1"),
        ("content-type", b"text/html; charset=ISO-8859-1"),
        ("newswire_url", b"https://kestrel.example/1"),
        ("newswire_source_domain", b"kestrel.example"),
    )
    assert read == {
        "body": "<p>Straße</p>",
        "body_format": "html",
        "url": "https://kestrel.example/1",
        "source": {"domain": "kestrel.example"},
    }


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_wins_over_the_declared_charset(encoding: str) -> None:
    """The bytes know better."""
    assert fields("Straße".encode(encoding), ("content-type", b"text/plain; charset=latin-1"))["body"] == "Straße"


@pytest.mark.parametrize(
    ("value", "headers", "reason"),
    [
        (None, (), Reason.TOMBSTONE),
        (b"", (), Reason.EMPTY_VALUE),
        (b" \n", (), Reason.EMPTY_VALUE),
        (b"x" * (LIMIT + 1), (), Reason.TOO_LARGE),
        (b'{"body": ', (), Reason.NOT_JSON),
        (b'{"body": NaN}', (), Reason.NOT_JSON),
        (b'{"a":' * 1500 + b"1" + b"}" * 1500, (), Reason.NOT_JSON),
        (b'{"body": "\\ud800"}', (), Reason.NOT_JSON),
        (b'{"body": "\xff"}', (), Reason.ENCODING),
        (b"just text", (), Reason.NOT_JSON),
        (b"%PDF-1.7", (("content-type", b"application/pdf"),), Reason.CONTENT_TYPE),
        (b"[]", (("content-type", b"application/cloudevents-batch+json"),), Reason.CONTENT_TYPE),
        (b"\xff\xfe\xfd", (("content-type", b"text/plain; charset=utf-8"),), Reason.ENCODING),
        (b"text", (("content-type", b"text/plain; charset=klingon"),), Reason.ENCODING),
        (b"text", (("content-type", b"text/plain; charset=utf-8\x00"),), Reason.ENCODING),
        (b"half a pair: +2AA-", (("content-type", b"text/plain; charset=utf-7"),), Reason.ENCODING),
        (AS_JSON, (("ce_specversion", b"0.3"),), Reason.ENVELOPE),
    ],
)
def test_what_is_no_article_is_refused_with_its_reason(value: bytes | None, headers: Headers, reason: Reason) -> None:
    """At stage decode, before anything is known of its fields."""
    refused = refusal(value, *headers)
    assert (refused.stage, refused.reason) == (Stage.DECODE, reason)


def test_json_that_is_no_object_breaks_the_schema() -> None:
    """It is JSON, so the reason is another."""
    assert refusal(b"[1]").reason is Reason.SCHEMA


def test_a_refusal_tells_what_to_do_and_not_what_the_article_says() -> None:
    """It goes into headers and logs."""
    refused = refusal(b"A secret report")
    assert "text/html or text/plain" in refused.detail
    assert "secret" not in str(refused)


@given(
    value=st.binary(max_size=200),
    headers=st.lists(
        st.tuples(
            st.sampled_from(["content-type", "ce_specversion", "ce_time", "newswire_title", "x"]),
            st.none() | st.binary(max_size=40) | st.sampled_from([b"text/plain", b"application/json", b"1.0"]),
        ),
        max_size=4,
    ),
)
def test_no_bytes_break_the_reader(value: bytes, headers: list[tuple[str, bytes | None]]) -> None:
    """Either fields or a refusal with a reason of the list."""
    try:
        assert isinstance(fields(value, *headers), dict)
    except Rejected as refused:
        assert refused.reason in Reason
