"""The message contracts: JSON Schema files, loaded and compiled once."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema_rs
import orjson

NAMES = ("raw-article.v1", "enriched-article.v1", "event.v1", "dead-letter-headers.v1")

_PACKAGED = Path(__file__).parent / "data" / "schemas"
_IN_A_CHECKOUT = Path(__file__).parents[1] / "schemas"


MISSING = "is missing"
"""The problem of a field that must be there."""


class Fault(NamedTuple):
    """One thing wrong with a document.

    Attributes:
        path: the field, such as ``source.country`` or ``authors[2]``; empty for the whole document.
        problem: what is wrong and what is expected, without the document's own text.
    """

    path: str
    problem: str


def schema_folder() -> Path:
    """Where the schema files are: inside an installed package, or at the top of a checkout."""
    return _PACKAGED if _PACKAGED.is_dir() else _IN_A_CHECKOUT


@cache
def schema(name: str) -> dict[str, Any]:
    """The schema of one message, such as ``raw-article.v1``."""
    loaded: dict[str, Any] = orjson.loads((schema_folder() / f"{name}.json").read_bytes())
    return loaded


@cache
def _validator(name: str) -> Any:
    registry = jsonschema_rs.Registry([(schema(other)["$id"], schema(other)) for other in NAMES])
    return jsonschema_rs.Draft202012Validator(schema(name), validate_formats=True, registry=registry)


def is_valid(document: Any, name: str) -> bool:
    """Whether a decoded JSON document fits the schema."""
    return bool(_validator(name).is_valid(document))


def faults(document: Any, name: str) -> Iterator[Fault]:
    """Everything wrong with a decoded JSON document."""
    for error in _validator(name).iter_errors(document):
        place = list(error.instance_path)
        if error.schema_path[-1] == "required":  # the fault of a field, though the library tells it of the object
            place.append(error.kind.as_dict()["property"])
        yield Fault(_path(place), _problem(error))


def _path(parts: list[str | int]) -> str:
    path = ""
    for part in parts:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else str(part)
    return path


def _problem(error: Any) -> str:
    """The fault in words of our own: the library's would repeat the value, which may be a whole article."""
    rule = str(error.schema_path[-1])
    expected = error.kind.as_dict()
    match rule:
        case "type":
            found = _JSON_NAMES.get(type(error.instance).__name__, "something else")
            return f"must be {' or '.join(_TYPE_NAMES[name] for name in expected['types'])}, not {found}"
        case "required":
            return MISSING
        case "format":
            wanted = expected["format"]
            return f"must be a {wanted} such as {_EXAMPLES[wanted]}"
        case "pattern":
            return f"must match {expected['pattern']}"
        case "enum":
            options = ("null" if option is None else str(option) for option in expected["options"])
            return f"must be one of {', '.join(options)}"
        case "const":
            return f"must be {expected['expected_value']}"
        case "minimum" | "maximum":
            return f"must be {_BOUNDS[rule]} {expected['limit']}"
        case "minItems":
            return f"must have at least {expected['limit']} entries"
        case "minLength":
            return "must not be empty"
        case "maxLength":
            return f"must have at most {expected['limit']} characters"
    return f"breaks the rule {rule}"


_BOUNDS = {"minimum": "at least", "maximum": "at most"}
_EXAMPLES = {"date-time": "2026-02-03T04:05:06Z", "date": "2026-02-03"}
_JSON_NAMES = {
    "str": "a string",
    "int": "a number",
    "float": "a number",
    "bool": "true or false",
    "NoneType": "null",
    "list": "an array",
    "dict": "an object",
}
_TYPE_NAMES = {
    "string": "a string",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "null": "null",
    "array": "an array",
    "object": "an object",
}
