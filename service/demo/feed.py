"""Sample articles in, and what the service made of them out, as any Kafka client would see it."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
from confluent_kafka import Consumer, Message, Producer

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
POLL_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample: a file's bytes and the content type they are sent with."""

    name: str
    content_type: str
    value: bytes


@dataclass(frozen=True, slots=True)
class Output:
    """One message that came out; header values as text."""

    key: str
    headers: dict[str, str]
    value: bytes


def sample_articles() -> list[Sample]:
    """The samples in the order of ``samples.json``."""
    listed: dict[str, str] = orjson.loads((SAMPLES / "samples.json").read_bytes())
    return [Sample(name, kind, (SAMPLES / name).read_bytes()) for name, kind in listed.items()]


def send(bootstrap: str, topic: str, samples: Sequence[Sample]) -> None:
    """Publish the samples as a scraper would."""
    producer = Producer({"bootstrap.servers": bootstrap})
    for sample in samples:
        producer.produce(topic, sample.value, key=sample.name, headers=[("content-type", sample.content_type.encode())])
    producer.flush()


def _output(message: Message) -> Output:
    pairs: Any = message.headers() or []  # its type hints also allow forms that only sending has
    headers = {name: (value or b"").decode() for name, value in pairs}
    key: Any = message.key() or b""
    return Output(key.decode(), headers, message.value() or b"")


def read_outputs(bootstrap: str, topics: Sequence[str], articles: int, seconds: float) -> dict[str, list[Output]]:
    """What came out, by topic: until there is an outcome for each article, or the time is up.

    Args:
        bootstrap: the broker.
        topics: of records, of events, and of dead letters, in this order.
        articles: how many were sent.
        seconds: how long to wait for them.
    """
    consumer = Consumer({"bootstrap.servers": bootstrap, "group.id": "demo", "auto.offset.reset": "earliest"})
    consumer.subscribe(list(topics))
    outputs: dict[str, list[Output]] = {topic: [] for topic in topics}
    deadline = time.monotonic() + seconds
    records, _, dead_letters = topics
    while time.monotonic() < deadline:
        message = consumer.poll(POLL_SECONDS)
        if message is not None and message.error() is None:
            outputs[str(message.topic())].append(_output(message))
        elif len(outputs[records]) + len(outputs[dead_letters]) >= articles:
            break
    consumer.close()
    return outputs
