"""What came out of the demo's topics, as lines for a person to read."""

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any, TextIO

import orjson

from service.demo.event_line import event_line
from service.demo.feed import Output

WIDTH = 100
MAX_SHOWN = 3
"""Persons, times and quotations of one article that are shown."""


def print_summary(outputs: Mapping[str, Sequence[Output]], to: TextIO) -> None:
    """Print the records, events and dead letters that came out, by topic."""
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
        return [f"  {event_line(document['event'])}"]
    body = [p for p in document["paragraphs"] if p["kind"] == "body"]
    first = document["text"][body[0]["start"] : body[0]["end"]] if body else ""
    lines = [f"  {document['title'] or '(no title)'}", f"      {first}"]
    lines += [f"      who    {told}" for told in _persons(document)]
    lines += [f"      when   {time['text']} = {time['value']}" for time in document["times"][:MAX_SHOWN]]
    lines += [f"      says   {told}" for told in _quotes(document)]
    return [
        *lines,
        f"      {len(body)} paragraphs, {len(document['cleaning']['removed'])} lines removed, "
        f"{len(document['entities'])} entities, {len(document['places'])} places, {len(document['events'])} events",
    ]


def _persons(document: dict[str, Any]) -> list[str]:
    persons = [entity for entity in document["entities"] if entity["kind"] == "person"]
    return [", ".join(filter(None, (entity["name"], entity["role"]))) for entity in persons[:MAX_SHOWN]]


def _quotes(document: dict[str, Any]) -> list[str]:
    text = document["text"]
    return [
        f"{quote['speaker']['name']}: {text[quote['content'][0]['start'] : quote['content'][-1]['end']]}"
        for quote in document["quotes"]
        if quote["speaker"] is not None
    ][:MAX_SHOWN]


def _dead_letter(message: Output) -> list[str]:
    said = message.headers
    return [f"  {message.key}: {said['dlq.reason']} at {said['dlq.stage']}", f"      {said['dlq.message']}"]
