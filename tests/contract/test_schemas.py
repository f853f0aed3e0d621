"""Code and schemas say the same, and old messages stay readable."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from service.article import load
from service.config import Settings
from service.config.processing import ArticleSettings
from service.enrich.actors.description import Method
from service.enrich.events.event import Realis
from service.errors import Reason, Rejected, Stage
from service.messages import RawRecord, Refused
from service.publish.deadletter import reason_headers
from service.publish.envelope import DATA_SCHEMAS
from service.schemas import NAMES, faults, is_valid, schema, schema_folder

EXAMPLES = schema_folder() / "examples"
RAW_EXAMPLES = sorted(EXAMPLES.glob("raw-article.v1.*.json"))
GOLDEN = Path(__file__).parent / "golden"
PROGRAM = load(ArticleSettings())


def document(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def closed(node: Any) -> Any:
    """A schema that allows no property it does not name: for what we write, not for what we read."""
    if isinstance(node, list):
        return [closed(item) for item in node]
    if not isinstance(node, dict):
        return node
    changed = {name: closed(value) for name, value in node.items()}
    if "properties" in changed and "additionalProperties" not in changed:
        changed["additionalProperties"] = False
    return changed


def validator(name: str, *, strict: bool) -> Any:
    import jsonschema_rs

    change = closed if strict else (lambda loaded: loaded)
    registry = jsonschema_rs.Registry([(schema(other)["$id"], change(schema(other))) for other in NAMES])
    return jsonschema_rs.Draft202012Validator(change(schema(name)), validate_formats=True, registry=registry)


@pytest.mark.parametrize("name", NAMES)
def test_every_schema_is_a_schema_with_a_name_of_its_own(name: str) -> None:
    """The major version stands in the file's name and in its $id."""
    import jsonschema_rs

    jsonschema_rs.meta.validate(schema(name))
    stem, major = name.rsplit(".v", 1)
    assert schema(name)["$id"] == f"urn:newswire:{stem}:{major}"


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.name)
def test_every_example_is_what_its_name_says(path: Path) -> None:
    """``raw-article.v1.NAME.json`` is valid; ``raw-article.v1.invalid-FIELD.json`` has a fault there."""
    name = next(known for known in NAMES if path.name.startswith(known))
    what = path.name.removeprefix(f"{name}.").removesuffix(".json")
    found = list(faults(document(path), name))
    if what.startswith("invalid-"):
        assert [fault.path for fault in found] == [what.removeprefix("invalid-")]
    else:
        assert found == []


@pytest.mark.parametrize("name", NAMES)
def test_every_message_has_an_example(name: str) -> None:
    """A schema is learned from examples."""
    assert list(EXAMPLES.glob(f"{name}.*.json"))


def undescribed(node: Any, path: str) -> Iterator[str]:
    """Paths of the fields that a schema only names; constants and references need no words of their own."""
    for name, field in node.get("properties", {}).items():
        if field.keys().isdisjoint(("description", "const", "$ref")):
            yield f"{path}.{name}"
        yield from undescribed(field, f"{path}.{name}")
    if isinstance(node.get("items"), dict):
        yield from undescribed(node["items"], f"{path}[]")
    for name, definition in node.get("$defs", {}).items():
        yield from undescribed(definition, f"${name}")


@pytest.mark.parametrize("name", NAMES)
def test_every_field_of_a_schema_says_what_it_means(name: str) -> None:
    """A reader of messages has the schema, not this code."""
    assert list(undescribed(schema(name), "")) == []


def unshown(node: Any, value: Any, path: str) -> Iterator[str]:
    """Paths of the fields that a schema names and an example has not, below what the example has."""
    if "$ref" in node:
        definition = node["$ref"].rpartition("/")[2]
        node = schema("event.v1")["$defs"][definition]
    if isinstance(value, list):
        for item in value:
            yield from unshown(node.get("items") or {}, item, f"{path}[]")
    if isinstance(value, dict):
        for name, field in node.get("properties", {}).items():
            yield from unshown(field, value[name], f"{path}.{name}") if name in value else (f"{path}.{name}",)


@pytest.mark.parametrize("name", ["enriched-article.v1", "event.v1"])
def test_examples_of_what_we_write_show_every_field(name: str) -> None:
    """A field that a schema gains is shown as well."""
    for path in EXAMPLES.glob(f"{name}.*.json"):
        assert list(unshown(schema(name), document(path), "")) == []


@pytest.mark.parametrize("path", RAW_EXAMPLES, ids=lambda path: path.name)
def test_the_code_takes_and_refuses_what_the_schema_does(path: Path) -> None:
    """The same examples, through the article's program."""
    record = RawRecord("news.raw", 0, 0, 0, None, path.read_bytes())
    if "invalid" in path.name:
        with pytest.raises(Rejected) as raised:
            PROGRAM(record)
        assert raised.value.reason is Reason.SCHEMA
    else:
        PROGRAM(record)


@pytest.mark.parametrize("path", RAW_EXAMPLES, ids=lambda path: path.name)
def test_what_the_code_writes_has_no_field_that_the_schema_does_not_name(path: Path) -> None:
    """A strict writer."""
    if "invalid" in path.name:
        assert not is_valid(document(path), "raw-article.v1")
        return
    written = json.loads(PROGRAM(RawRecord("news.raw", 0, 0, 0, None, path.read_bytes())).messages[0].value)
    strict = validator("enriched-article.v1", strict=True)
    assert [(error.instance_path, error.message) for error in strict.iter_errors(written)] == []


@pytest.mark.parametrize(
    ("name", "change", "told"),
    [
        ("raw-article.v1", {"body_format": "pdf"}, ("body_format", "must be one of html, text, null")),
        ("enriched-article.v1", {"schema": "x"}, ("schema", "must be newswire.enriched/1")),
        ("event.v1", {"event.confidence.overall": 2}, ("event.confidence.overall", "must be at most 1")),
        ("event.v1", {"event.confidence.overall": -1}, ("event.confidence.overall", "must be at least 0")),
    ],
)
def test_a_fault_says_what_is_expected(name: str, change: dict[str, Any], told: tuple[str, str]) -> None:
    """In words, with the field; the value, which may be a whole article, is not repeated."""
    changed = document(next(iter(sorted(EXAMPLES.glob(f"{name}.[!i]*.json")))))
    for path, value in change.items():
        *above, last = path.split(".")
        node = changed
        for part in above:
            node = node[part]
        node[last] = value
    assert [tuple(fault) for fault in faults(changed, name)] == [told]


def test_the_reasons_and_stages_of_the_code_are_those_of_the_schema() -> None:
    """Closed lists, on both sides."""
    properties = schema("dead-letter-headers.v1")["properties"]
    assert properties["dlq.reason"]["enum"] == list(Reason)
    assert properties["dlq.stage"]["enum"] == list(Stage)


def test_the_headers_of_a_dead_letter_are_those_of_the_schema() -> None:
    """With everything filled in, and with as little as possible."""
    record = RawRecord("news.raw", 3, 42, 1, None, b"x")
    full = Refused(Stage.ENRICH, Reason.EXCEPTION, "it failed", "body", "builtins.ValueError", "File ...", attempts=2)
    bare = Refused(Stage.DECODE, Reason.EMPTY_VALUE, "the value is empty")
    for refused in (full, bare):
        headers = reason_headers(record, refused, Settings(), datetime.now(UTC))
        said = {name: (value or b"").decode() for name, value in headers}
        assert list(faults(said, "dead-letter-headers.v1")) == []
        assert said.keys() <= schema("dead-letter-headers.v1")["properties"].keys()


def test_methods_and_realis_of_the_code_are_those_of_the_schema() -> None:
    """A value that is never written makes a reader wait for it."""
    definitions = schema("event.v1")["$defs"]
    method = definitions["party"]["properties"]["resolution"]["properties"]["method"]
    realis = definitions["event"]["properties"]["modality"]["properties"]["realis"]
    assert (method["enum"], realis["enum"]) == (list(get_args(Method)), list(get_args(Realis)))


def test_envelopes_name_the_schemas_that_exist() -> None:
    """``ce_dataschema`` is the schema's $id."""
    assert set(DATA_SCHEMAS.values()) == {schema(name)["$id"] for name in ("enriched-article.v1", "event.v1")}


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("v1/raw-*.json")), ids=lambda path: path.name)
def test_old_input_is_still_read(path: Path) -> None:
    """Input evolves BACKWARD: what was valid once is valid for ever."""
    assert list(faults(document(path), "raw-article.v1")) == []


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("v1/raw-*.json")), ids=lambda path: path.name)
def test_old_readers_can_read_new_output(path: Path) -> None:
    """Output evolves FORWARD: what is written now is valid by the schema of then."""
    import jsonschema_rs

    then = {name: document(GOLDEN / "v1" / "schemas" / f"{name}.json") for name in ("enriched-article.v1", "event.v1")}
    registry = jsonschema_rs.Registry([(loaded["$id"], loaded) for loaded in then.values()])
    old = jsonschema_rs.Draft202012Validator(then["enriched-article.v1"], validate_formats=True, registry=registry)
    written = json.loads(PROGRAM(RawRecord("news.raw", 0, 0, 0, None, path.read_bytes())).messages[0].value)
    assert [(error.instance_path, error.message) for error in old.iter_errors(written)] == []


def test_the_asyncapi_document_names_the_topics_and_files_that_exist() -> None:
    """Tools read it; a wrong reference would break them."""
    loaded = yaml.safe_load((schema_folder() / "asyncapi.yaml").read_text(encoding="utf-8"))
    topics = {channel["address"] for channel in loaded["channels"].values()}
    settings = Settings().topics
    assert topics == {settings.raw, settings.enriched, settings.events, settings.dead_letters}
    references = set(_references(loaded))
    files = {reference for reference in references if not reference.startswith("#")}
    assert files and all((schema_folder() / name.split("#")[0]).is_file() for name in files)
    for reference in references - files:
        node = loaded
        for part in reference.removeprefix("#/").split("/"):
            node = node[part]


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for value in node.values():
            yield from _references(value)
    elif isinstance(node, list):
        for value in node:
            yield from _references(value)
