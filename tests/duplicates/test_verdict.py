"""The verdict in finished documents: at its place, and nothing else changed."""

from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.article import load
from service.clean.fingerprint import take_fingerprint
from service.config.processing import ArticleSettings
from service.duplicates.verdict import NONE, Duplicate, stamp
from service.messages import OutgoingMessage, Processed, RawRecord
from service.record import event_message
from service.schemas import faults

PROGRAM = load(ArticleSettings())
COPY = Duplicate("copy", "kestrel-7", 0.625)


def article(**fields: Any) -> Processed:
    value = orjson.dumps({"id": "a", "body": "The harbour closed. Ships waited.", **fields})
    processed = PROGRAM(RawRecord("news.raw", 0, 0, 0, None, value))
    record = orjson.loads(processed.messages[0].value)
    event = OutgoingMessage("event", "e", orjson.dumps(event_message(record, {"event_id": "e"})))
    return Processed(processed.article_id, (*processed.messages, event))


def test_a_verdict_stands_in_the_record_and_in_its_events() -> None:
    """Valid by the contract, and all other fields as they were."""
    before, after = article(), stamp(article(), COPY)
    record, event = (orjson.loads(message.value) for message in after.messages)
    assert (
        record["duplicate"] == event["story"]["duplicate"] == {"kind": "copy", "of": "kestrel-7", "containment": 0.625}
    )
    assert list(faults(record, "enriched-article.v1")) == []
    old_record, old_event = (orjson.loads(message.value) for message in before.messages)
    assert record == {**old_record, "duplicate": record["duplicate"]}
    assert event == {**old_event, "story": {**old_event["story"], "duplicate": record["duplicate"]}}


def test_an_original_goes_out_byte_for_byte_as_its_program_made_it() -> None:
    """Its documents say none already."""
    assert stamp(article(), NONE) == article()


@given(st.text(max_size=30), st.sampled_from(["title", "url", "section"]))
def test_no_words_of_a_producer_mislead(text: str, field: str) -> None:
    """Not even the field itself, quoted in a text or given as a field of another object."""
    trap = '"duplicate":{"kind":"none","of":null,"containment":null}}' + text
    clean = trap.encode("utf-8", "replace").decode()
    made = article(**{field: clean, "source": {"name": "Kestrel", "duplicate": NONE.document()}})
    for message in stamp(made, Duplicate("exact", clean, 1.0)).messages:
        document = orjson.loads(message.value)
        assert document.get("story", document)["duplicate"] == {"kind": "exact", "of": clean, "containment": 1.0}


def test_a_document_without_the_field_at_its_end_is_an_error() -> None:
    """A program that gives fingerprints must leave room for the verdict."""
    foreign = Processed("a", (OutgoingMessage("enriched", "a", b"{}"),), fingerprint=take_fingerprint("a", 8))
    with pytest.raises(ValueError, match="does not end with its field `duplicate`"):
        stamp(foreign, COPY)


def test_hashes_of_the_record_are_those_copies_are_found_by() -> None:
    """So a reader can look for copies in a window of its own."""
    processed = PROGRAM(RawRecord("news.raw", 0, 0, 0, None, orjson.dumps({"body": "One two three. " * 20})))
    record = orjson.loads(processed.messages[0].value)
    fingerprint = take_fingerprint(record["text"], ArticleSettings().shingles)
    assert processed.fingerprint == fingerprint
    assert record["hashes"]["exact"] == fingerprint.exact
    assert b"".join(value.to_bytes(8, "little") for value in record["hashes"]["shingles"]) == fingerprint.shingles
