"""CloudEvents 1.0 envelopes of what is published: binary mode (headers) or structured (JSON).

Source: CloudEvents Kafka protocol binding 1.0.2 and JSON event format 1.0.2.
"""

from datetime import UTC, datetime

import orjson

from service.config.kafka import TopicSettings
from service.messages import Headers, OutgoingMessage, OutgoingRecord, RawRecord

EVENT_TYPES = {"enriched": "io.newswire.article.enriched.v1", "event": "io.newswire.event.coded.v1"}
DATA_SCHEMAS = {"enriched": "urn:newswire:enriched-article:1", "event": "urn:newswire:event:1"}

# W3C Trace Context and Baggage: the hop's own headers, handed on unchanged.
TRACE_HEADERS = frozenset({"traceparent", "tracestate", "baggage"})


def wrap(
    message: OutgoingMessage, article_id: str, source: RawRecord, topics: TopicSettings, at: datetime
) -> OutgoingRecord:
    """Put one message into its envelope.

    Args:
        message: what an article's program made.
        article_id: key and ``subject`` of the message.
        source: the input record, for its trace headers.
        topics: where to publish, and the envelope's mode.
        at: the ``time`` attribute, with a time zone.
    """
    attributes = {
        "specversion": "1.0",
        "id": message.id,
        "source": topics.event_source,
        "type": EVENT_TYPES[message.kind],
        "subject": article_id,
        "time": timestamp(at),
        "dataschema": DATA_SCHEMAS[message.kind],
        "partitionkey": article_id,
    }
    traces = trace_headers(source.headers)
    if topics.envelope == "structured":
        value, headers = _structured(attributes, message.value)
    else:
        value, headers = _binary(attributes, message.value)
    topic = topics.enriched if message.kind == "enriched" else topics.events
    return OutgoingRecord(topic, article_id.encode(), value, headers + traces)


def timestamp(at: datetime) -> str:
    """RFC 3339 in UTC with milliseconds, of a moment with a time zone."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def trace_headers(headers: Headers) -> Headers:
    """The trace headers among ``headers``, in order."""
    return tuple((name, value) for name, value in headers if name.lower() in TRACE_HEADERS and value)


def _binary(attributes: dict[str, str], data: bytes) -> tuple[bytes, Headers]:
    headers = tuple((f"ce_{name}", value.encode()) for name, value in attributes.items())
    return data, (*headers, ("content-type", b"application/json"))


def _structured(attributes: dict[str, str], data: bytes) -> tuple[bytes, Headers]:
    # The data is JSON already: it is set in as it is rather than parsed again.
    head = orjson.dumps({**attributes, "datacontenttype": "application/json"})
    value = head[:-1] + b',"data":' + data + b"}"
    return value, (("content-type", b"application/cloudevents+json; charset=utf-8"),)
