"""``newswire explain``: what each step makes of one article, for a person to read."""

import argparse
import json
import os
import shutil
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import Any

from service.article import load
from service.clean import CleanArticle
from service.commands.cleaning_report import INDENT, cleaning_report
from service.config.environment import read_settings
from service.demo.event_line import event_line
from service.errors import Rejected, Stage
from service.messages import Headers, Processed, RawRecord

MAX_LINES = 24  # of one step's result; the rest is counted
_ABOUT = {
    Stage.DECODE: "from bytes to fields: envelope, content type, encoding",
    Stage.VALIDATE: "other names made ours, checked against schemas/raw-article.v1.json, an id given",
    Stage.CLEAN: "the article and nothing but the article, with a map back to the raw text",
    Stage.ENRICH: "what the text says",
    Stage.ENCODE: "the messages to publish",
}
_CONTENT_TYPES = {".html": b"text/html", ".htm": b"text/html", ".txt": b"text/plain"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The article."""
    parser.add_argument("file", help="raw JSON, a page (.html) or a text (.txt); - for standard input")
    parser.add_argument("--content-type", help="of the input, when its name does not tell")
    parser.add_argument("--whole", action="store_true", help="do not cut long results")


def run(arguments: argparse.Namespace) -> int:
    """Explain; returns 1 when the article is refused."""
    settings = read_settings(os.environ)
    try:
        value = sys.stdin.buffer.read() if arguments.file == "-" else Path(arguments.file).read_bytes()
    except OSError as error:
        print(f"{arguments.file}: {error.strerror}", file=sys.stderr)
        return 1
    headers = _headers(arguments)
    printer = _Printer(whole=arguments.whole)
    printer.title("input", f"{len(value)} bytes, headers {dict(headers) or 'none'}")
    results: dict[Stage, Any] = {}
    program = load(settings.article)
    try:
        processed = program(RawRecord("", 0, 0, 0, None, value, headers), results.__setitem__)
    except Rejected as refused:
        for stage, result in results.items():
            printer.step(stage, None, result)
        printer.title(refused.stage, f"REFUSED: {refused.reason}")
        printer.lines([refused.detail, *([f"field: {refused.field}"] if refused.field else [])])
        return 1
    for stage, result in results.items():
        printer.step(stage, processed.stage_seconds[stage], result)
    return 0


def _headers(arguments: argparse.Namespace) -> Headers:
    given = arguments.content_type.encode() if arguments.content_type else None
    content_type = given or _CONTENT_TYPES.get(Path(arguments.file).suffix.lower())
    return (("content-type", content_type),) if content_type else ()


class _Printer:
    """Prints titles and results, in colour on a terminal."""

    def __init__(self, *, whole: bool) -> None:
        self._whole = whole
        self._width = min(110, shutil.get_terminal_size().columns)
        self._bold, self._plain = ("\x1b[1m", "\x1b[0m") if sys.stdout.isatty() else ("", "")

    def title(self, name: str, what: str) -> None:
        print(f"\n{self._bold}== {name}{self._plain}  {what}")

    def step(self, stage: Stage, seconds: float | None, result: Any) -> None:
        took = f"  ({seconds * 1000:.2f} ms)" if seconds is not None else ""
        self.title(stage, _ABOUT[stage] + took)
        self.lines(list(self._readable(result)))

    def lines(self, lines: list[str]) -> None:
        shown = lines if self._whole else lines[:MAX_LINES]
        for line in shown:
            print(f"   {line}")
        if len(lines) > len(shown):
            print(f"   ... {len(lines) - len(shown)} lines more (--whole)")

    def _readable(self, result: Any) -> Iterator[str]:
        if isinstance(result, Processed):
            for message in result.messages:
                yield f"{message.kind} {message.id}: {len(message.value)} bytes"
            return
        if isinstance(result, CleanArticle):
            yield from cleaning_report(result, self._width - 8)
            return
        fields = asdict(result) if is_dataclass(result) and not isinstance(result, type) else result
        for name, value in fields.items():
            if name == "events" and not self._whole:
                yield f"events: {len(value)}"
                for event in value:
                    yield from textwrap.wrap(
                        event_line(event), self._width - 8, initial_indent=INDENT, subsequent_indent=INDENT + "  "
                    )
            else:
                yield from self._field(name, value)

    def _field(self, name: str, value: Any) -> Iterator[str]:
        if isinstance(value, str) and (len(value) > self._width or "\n" in value):
            yield f"{name}: ({len(value)} characters)"
            for line in value.splitlines():
                yield from textwrap.wrap(line, self._width - 8, initial_indent="  | ", subsequent_indent="  | ")
        else:
            text = json.dumps(value, ensure_ascii=False)
            yield f"{name}: " + (text if self._whole else textwrap.shorten(text, self._width, placeholder=" ..."))
