"""``newswire validate``: documents against the message schemas."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from service.field_names import canonical
from service.schemas import NAMES, faults

_BY_MARK = {"newswire.enriched/1": "enriched-article.v1", "newswire.event/1": "event.v1"}
_RAW, _LETTER = "raw-article.v1", "dead-letter-headers.v1"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to check."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="JSON, or one JSON document a line; - for standard input"
    )
    parser.add_argument("--schema", choices=NAMES, help="by default what the document says, else raw-article.v1")


def run(arguments: argparse.Namespace) -> int:
    """Check all; returns 1 when a document has a fault or a file cannot be read."""
    checked = wrong = unread = 0
    for name in arguments.files:
        try:
            content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        except OSError as error:
            print(f"{name}: {error.strerror}", file=sys.stderr)
            unread += 1
            continue
        for place, document in _documents(name, content):
            checked += 1
            found = list(_faults(document, arguments.schema))
            wrong += bool(found)
            for fault in found:
                print(f"{place}: {fault}")
    if checked:
        print(f"{checked} documents, {wrong} with faults", file=sys.stderr)
    return 1 if wrong or unread else 0


def _documents(name: str, content: bytes) -> Iterator[tuple[str, Any]]:
    """Each document with its place; one that is not JSON comes as its error."""
    whole = _document(content)
    lines = [(number, line) for number, line in enumerate(content.splitlines(), start=1) if line.strip()]
    if len(lines) < 2 or not isinstance(whole, orjson.JSONDecodeError):
        yield name, whole
        return
    for number, line in lines:
        yield f"{name}:{number}", _document(line)


def _document(text: bytes) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        return error


def _faults(document: Any, schema: str | None) -> Iterator[str]:
    if isinstance(document, orjson.JSONDecodeError):
        yield f"not JSON: {document}"
        return
    schema = schema or _schema_of(document)
    if schema == _RAW and isinstance(document, dict):
        document = canonical(document)
    for fault in faults(document, schema):
        yield f"{fault.path or 'the document'}: {fault.problem}"


def _schema_of(document: Any) -> str:
    """What a document says that it is: by its field ``schema``, or as the headers of a dead letter; else raw."""
    if not isinstance(document, dict):
        return _RAW
    return _LETTER if "dlq.reason" in document else _BY_MARK.get(str(document.get("schema")), _RAW)
