"""From a Kafka record to a raw article's fields: envelopes, content types, encodings.

Accepted: JSON (also behind Confluent's five-byte prefix), CloudEvents 1.0 in both modes, and bare
``text/html`` or ``text/plain`` with its metadata in ``newswire_*`` headers.
"""

import base64
import binascii
import codecs
from email.message import Message
from typing import Any

import orjson

from service.errors import Reason, Rejected, Stage, value_too_large
from service.messages import Headers, RawRecord

BARE_HEADERS = {
    "newswire_id": ("id",),
    "newswire_url": ("url",),
    "newswire_title": ("title",),
    "newswire_language": ("language",),
    "newswire_published_at": ("published_at",),
    "newswire_source_name": ("source", "name"),
    "newswire_source_domain": ("source", "domain"),
    "newswire_source_country": ("source", "country"),
}
"""Headers of a bare payload, and the field each one fills."""

_CONFLUENT_PREFIX = 5  # a zero byte and the schema's id in four


def decode(record: RawRecord, max_value_bytes: int) -> dict[str, Any]:
    """Read a record as the fields of a raw article, not yet checked against the schema.

    Args:
        record: as Kafka gave it.
        max_value_bytes: larger values are refused before anything parses them.

    Raises:
        Rejected: at stage ``decode``.
    """
    value = _value(record, max_value_bytes)
    headers = _texts(record.headers)
    content = _ContentType(headers.get("content-type"))
    if content.is_structured_event:
        return _structured_event(value)
    _check_binary_event(headers)
    if content.is_json(value):
        fields = _json(value)
    elif content.kind in ("text/html", "text/plain"):
        fields = _bare(value, content, headers)
    else:
        raise _no_reader(content)
    return fields


class _ContentType:
    """A content type with its parameters (RFC 9110, section 8.3)."""

    def __init__(self, header: str | None) -> None:
        parsed = Message()
        parsed["content-type"] = header or ""
        self.given = bool(header and header.strip())
        self.kind = parsed.get_content_type() if self.given else ""
        self.charset = parsed.get_content_charset() if self.given else None

    @property
    def is_structured_event(self) -> bool:
        return self.kind.startswith("application/cloudevents") and not self.kind.endswith("-batch+json")

    def is_json(self, value: bytes) -> bool:
        if self.given:
            return self.kind == "application/json" or (
                self.kind.endswith("+json") and not self.kind.startswith("application/cloudevents")
            )
        return value.lstrip()[:1] in (b"{", b"[") or value.startswith((b"\x00", codecs.BOM_UTF8 + b"{"))


def _value(record: RawRecord, max_value_bytes: int) -> bytes:
    if record.value is None:
        raise Rejected(Stage.DECODE, Reason.TOMBSTONE, "the value is null; an article cannot be deleted")
    if len(record.value) > max_value_bytes:
        raise value_too_large(len(record.value), max_value_bytes)
    if not record.value.strip():
        raise Rejected(Stage.DECODE, Reason.EMPTY_VALUE, "the value is empty")
    return record.value


def _texts(headers: Headers) -> dict[str, str]:
    """Header names in lower case, the last of each; values that are null or no text are left out."""
    texts = {}
    for name, value in headers:
        if value is not None:
            try:
                texts[name.lower()] = value.decode("utf-8")
            except UnicodeDecodeError:
                continue
    return texts


def _json(value: bytes) -> dict[str, Any]:
    if value[:1] == b"\x00" and len(value) > _CONFLUENT_PREFIX:
        value = value[_CONFLUENT_PREFIX:]
    try:
        value.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Rejected(Stage.DECODE, Reason.ENCODING, f"JSON must be UTF-8; byte {error.start} is not") from error
    try:
        document = orjson.loads(value.removeprefix(codecs.BOM_UTF8))
    except orjson.JSONDecodeError as error:
        detail = f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}"
        raise Rejected(Stage.DECODE, Reason.NOT_JSON, detail) from error
    if not isinstance(document, dict):
        raise Rejected(Stage.VALIDATE, Reason.SCHEMA, "the document must be a JSON object", "")
    return document


def _structured_event(value: bytes) -> dict[str, Any]:
    """The data of a structured CloudEvent (JSON event format 1.0)."""
    event = _json(value)
    for name in ("id", "source", "type"):
        if not isinstance(event.get(name), str) or not event[name]:
            raise _bad_event(f"the CloudEvent has no {name}", name)
    if event.get("specversion") != "1.0":
        raise _bad_event("specversion must be 1.0", "specversion")
    data = event.get("data")
    if data is None and isinstance(event.get("data_base64"), str):
        try:
            data = _json(base64.b64decode(event["data_base64"], validate=True))
        except binascii.Error as error:
            raise _bad_event("data_base64 is not base64", "data_base64") from error
    if not isinstance(data, dict):
        raise _bad_event("data must be a JSON object", "data")
    return data


def _check_binary_event(headers: dict[str, str]) -> None:
    if headers.get("ce_specversion", "1.0") != "1.0":
        raise _bad_event("ce_specversion must be 1.0", "ce_specversion")


def _bad_event(detail: str, field: str) -> Rejected:
    return Rejected(Stage.DECODE, Reason.ENVELOPE, detail, field)


def _bare(value: bytes, content: _ContentType, headers: dict[str, str]) -> dict[str, Any]:
    """An article whose value is the page or the text itself."""
    body_format = "html" if content.kind == "text/html" else "text"
    fields: dict[str, Any] = {"body": _text(value, content.charset), "body_format": body_format}
    for header, path in BARE_HEADERS.items():
        if header in headers:
            place = fields
            for part in path[:-1]:
                place = place.setdefault(part, {})
            place[path[-1]] = headers[header]
    return fields


def _text(value: bytes, charset: str | None) -> str:
    """Bytes as text: a byte order mark first, then the declared charset, else UTF-8."""
    for mark, marked in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if value.startswith(mark):
            charset = marked
            break
    name = charset or "utf-8"
    try:
        text = value.decode(name)
        text.encode()  # some charsets, such as UTF-7, can spell half of a surrogate pair, which is no text
    except LookupError as error:
        raise Rejected(Stage.DECODE, Reason.ENCODING, f"there is no charset {name!r}", "content-type") from error
    except ValueError as error:  # also of a name that holds a null character
        detail = f"the value is not {name}; declare its charset in the content-type header"
        raise Rejected(Stage.DECODE, Reason.ENCODING, detail, "content-type") from error
    return text


def _no_reader(content: _ContentType) -> Rejected:
    hint = "send JSON, or set the header content-type to text/html or text/plain"
    if content.given:
        return Rejected(
            Stage.DECODE,
            Reason.CONTENT_TYPE,
            f"content-type {content.kind} is not read; {hint}",
            "content-type",
        )
    return Rejected(Stage.DECODE, Reason.NOT_JSON, f"the value does not begin with {{; {hint}")
