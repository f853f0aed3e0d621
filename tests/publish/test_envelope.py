"""Envelopes: CloudEvents as the standard's own library reads them."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from cloudevents.core.base import BaseCloudEvent as CloudEvent
from cloudevents.core.bindings.kafka import KafkaMessage, from_binary_event, from_structured_event

from service.config.kafka import TopicSettings
from service.messages import OutgoingMessage, OutgoingRecord, RawRecord
from service.publish.envelope import wrap

AT = datetime(2026, 3, 10, 8, 15, tzinfo=UTC)
TRACE = ("traceparent", b"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
SOURCE = RawRecord("news.raw", 0, 0, 0, None, b"{}", (TRACE, ("other", b"x"), ("tracestate", None)))
MESSAGE = OutgoingMessage("event", "7d1f", b'{"schema":"newswire.event/1"}')
STRUCTURED = replace(TopicSettings(), envelope="structured")


def wrapped(topics: TopicSettings) -> OutgoingRecord:
    return wrap(MESSAGE, "a1", SOURCE, topics, AT)


def as_kafka_message(record: OutgoingRecord) -> KafkaMessage:
    return KafkaMessage(
        headers={name: value or b"" for name, value in record.headers}, key=record.key, value=record.value
    )


@pytest.mark.parametrize(
    ("topics", "read"), [(TopicSettings(), from_binary_event), (STRUCTURED, from_structured_event)]
)
def test_the_cloudevents_library_reads_both_modes(
    topics: TopicSettings, read: Callable[[KafkaMessage], CloudEvent]
) -> None:
    """With every attribute, and the document as its data."""
    event = read(as_kafka_message(wrapped(topics)))
    assert event.get_id() == "7d1f"
    assert event.get_type() == "io.newswire.event.coded.v1"
    assert event.get_subject() == "a1"
    assert event.get_time() == AT
    assert event.get_dataschema() == "urn:newswire:event:1"
    data = event.get_data()
    assert (data if isinstance(data, dict) else json.loads(data)) == {"schema": "newswire.event/1"}


@pytest.mark.parametrize("topics", [TopicSettings(), STRUCTURED])
def test_key_and_topic_do_not_depend_on_the_mode(topics: TopicSettings) -> None:
    """The article's id is the key, so that a story's messages stay in order."""
    record = wrapped(topics)
    assert (record.topic, record.key) == ("news.events", b"a1")


@pytest.mark.parametrize("topics", [TopicSettings(), STRUCTURED])
def test_only_trace_headers_are_handed_on(topics: TopicSettings) -> None:
    """Null ones are not, nor are the producer's others."""
    names = [name for name, _ in wrapped(topics).headers if not name.startswith(("ce_", "content-type"))]
    assert names == ["traceparent"]
