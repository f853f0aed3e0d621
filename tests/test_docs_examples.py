"""What documents show is what the service gives."""

import json
import re
from pathlib import Path
from typing import Any

import orjson
import pytest

from service.article import Program, load
from service.config.processing import ArticleSettings
from service.enrich.events.codes.plover import EVENT_TYPES
from service.messages import RawRecord

ROOT = Path(__file__).parents[1]

TYPES = re.findall(
    r"^\| ([A-Z]+) \| (\d) \| .* \| (.*) \|$",
    (ROOT / "docs" / "using-events.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)
"""Of each row: type, quad class, sentence."""


@pytest.fixture(scope="module")
def program() -> Program:
    """With the model that ships, as every worker has it."""
    return load(ArticleSettings())


def events(program: Program, value: bytes, content_type: str) -> list[dict[str, Any]]:
    """The event messages of an article."""
    record = RawRecord("news.raw", 0, 0, 0, None, value, (("content-type", content_type.encode()),))
    messages = program(record).messages
    return [orjson.loads(message.value)["event"] for message in messages if message.kind == "event"]


def test_every_type_has_an_example() -> None:
    """With its quad class, in the order of PLOVER's manual."""
    assert {name: int(quad) for name, quad, _ in TYPES} == {name: each.quad for name, each in EVENT_TYPES.items()}


@pytest.mark.parametrize(("event_type", "quad", "sentence"), TYPES, ids=[name for name, _, _ in TYPES])
def test_the_example_of_a_type_is_a_message_of_that_type(
    program: Program, event_type: str, quad: str, sentence: str
) -> None:
    """And the only one."""
    article = json.dumps({"body": sentence, "published_at": "2026-03-04T08:00:00Z"}).encode()
    found = events(program, article, "application/json")
    assert [(event["event_type"], event["quad_class"]) for event in found] == [(event_type, int(quad))]


def test_the_page_of_the_readme_gives_its_event(program: Program) -> None:
    """Field by field as it is shown; how sure it is depends on the processor in its last digit."""
    page, shown = re.findall(
        r"^```\n(<html>.*?|\{\"event_type.*?)^```$",
        (ROOT / "README.md").read_text(encoding="utf-8"),
        re.MULTILINE | re.DOTALL,
    )
    told = json.loads(shown)
    sure = told.pop("confidence")["overall"]
    found = [each for each in events(program, page.encode(), "text/html") if each["event_type"] == told["event_type"]]
    assert len(found) == 1
    assert part_of(found[0], told) == told
    assert found[0]["confidence"]["overall"] == pytest.approx(sure, abs=0.05)


def part_of(whole: Any, like: Any) -> Any:
    """The fields of ``whole`` that ``like`` has."""
    if isinstance(like, dict):
        return {name: part_of(whole[name], value) for name, value in like.items()}
    if isinstance(like, list) and len(like) == len(whole):
        return [part_of(one, other) for one, other in zip(whole, like, strict=True)]
    return whole
