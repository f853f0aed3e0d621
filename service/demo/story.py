"""What came out, told to a person."""

import textwrap
from collections.abc import Mapping, Sequence
from typing import TextIO

import orjson

from service.demo.feed import Output

WIDTH = 100


def tell(outputs: Mapping[str, Sequence[Output]], to: TextIO) -> None:
    """Print the records, events and dead letters of the demo's topics."""
    for topic, messages in outputs.items():
        print(f"{topic}: {len(messages)} messages", file=to)
        for message in messages:
            lines = _dead_letter(message) if "dlq.reason" in message.headers else _document(message)
            for line in lines:
                indent = len(line) - len(line.lstrip())
                text = textwrap.shorten(line, WIDTH - indent, placeholder=" ...")
                print(" " * indent + text, file=to)
        print(file=to)


def _document(message: Output) -> list[str]:
    document = orjson.loads(message.value)
    if document["schema"].startswith("newswire.event"):
        event = document["event"]
        actors = ", ".join(actor["text"] for actor in event["actors"])
        recipients = ", ".join(recipient["text"] for recipient in event["recipients"])
        return [f"  {event['event_type']}: {actors} -> {recipients} ({event['trigger']['text']})"]
    body = [p for p in document["paragraphs"] if p["kind"] == "body"]
    first = document["text"][body[0]["start"] : body[0]["end"]] if body else ""
    return [
        f"  {document['title'] or '(no title)'}",
        f"      {first}",
        f"      {len(body)} paragraphs, {len(document['sentences'])} sentences, "
        f"{len(document['entities'])} entities, {len(document['events'])} events",
    ]


def _dead_letter(message: Output) -> list[str]:
    said = message.headers
    return [f"  {message.key}: {said['dlq.reason']} at {said['dlq.stage']}", f"      {said['dlq.message']}"]
