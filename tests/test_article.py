"""One article's whole program: aliases, ids, the published documents."""

import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.article import Program, load, validate
from service.config.processing import ArticleSettings
from service.errors import Reason, Rejected
from service.field_names import canonical
from service.messages import Headers, Processed, RawRecord
from service.schemas import faults, schema

SAMPLES = Path(__file__).parents[1] / "service" / "data" / "samples"
PROGRAM = load(ArticleSettings(model="blank"))


@pytest.fixture
def program() -> Program:
    return PROGRAM


def run(value: bytes, headers: Headers = ()) -> Processed:
    return PROGRAM(RawRecord("news.raw", 0, 0, 0, None, value, headers))


def enriched(article: dict[str, Any]) -> dict[str, Any]:
    document: dict[str, Any] = orjson.loads(run(orjson.dumps(article)).messages[0].value)
    return document


def test_schema_org_names_are_read() -> None:
    """A NewsArticle as it stands in a page's JSON-LD."""
    record = enriched(orjson.loads((SAMPLES / "tariff.json").read_bytes()))
    assert record["id"] == "kestrel-2026-0312"
    assert record["title"] == "Ostmark raises tariffs on Veldorian steel"
    assert record["authors"] == ["Runa Sand"]
    assert record["source"] == {"name": "The Kestrel"}
    assert record["tags"] == ["trade", "steel", "Ostmark"]
    assert record["published_at"] == "2026-03-12T17:40:00Z"


def test_ninjs_names_are_read() -> None:
    """IPTC ninjs 3 with lists of headlines and bodies."""
    record = enriched(orjson.loads((SAMPLES / "summit.json").read_bytes()))
    assert record["id"] == "urn:kestrel:77"
    assert record["title"] == "Three island states sign fisheries pact"
    assert record["authors"] == ["Tomas Lind"]
    assert record["cleaning"]["input_kind"] == "text"


def test_our_own_names_win_over_others() -> None:
    """And unknown fields are no fault."""
    assert canonical({"title": "ours", "headline": "theirs", "mood": 1})["title"] == "ours"


def test_null_is_as_good_as_absent() -> None:
    """Producers that write every field of theirs write null where they know nothing."""
    names = schema("raw-article.v1")["properties"].keys() - {"body"}
    assert enriched({"body": "One.", **dict.fromkeys(names)}) == enriched({"body": "One."})
    assert canonical({"title": None, "headline": "theirs"})["title"] == "theirs"


@pytest.mark.parametrize(
    ("article", "field", "told"),
    [
        ({"title": "One"}, "body", "body: is missing"),
        ({"body": "One.", "published_at": "Monday"}, "published_at", "published_at: must be a date-time"),
        (
            {"articleBody": "One.", "datePublished": "Monday"},
            "published_at",
            "published_at (given by another name of it): must be a date-time",
        ),
        ({"body": "One.", "author": 1, "source": {"country": "Ostmark"}}, "source.country", "source.country: must"),
    ],
)
def test_a_refusal_names_the_field(article: dict[str, Any], field: str, told: str) -> None:
    """One that is missing, too; and it says where the producer called it otherwise."""
    with pytest.raises(Rejected) as raised:
        validate(article)
    assert (raised.value.reason, raised.value.field) == (Reason.SCHEMA, field)
    assert raised.value.detail.startswith(told)


def test_an_id_is_made_from_the_url_or_else_from_the_body() -> None:
    """The same article gets the same id each time."""
    by_url = [enriched({"url": "https://kestrel.example/1", "body": body})["id"] for body in ("One.", "Two.")]
    assert by_url[0] == by_url[1]
    assert uuid.UUID(by_url[0]).version == 5
    assert enriched({"body": "One."})["id"] != enriched({"body": "Two."})["id"]


def test_the_same_record_gives_the_same_bytes_and_ids() -> None:
    """So that a consumer can drop what it has seen."""
    value = (SAMPLES / "court.json").read_bytes()
    assert run(value).messages == run(value).messages
    assert run(value).messages[0].id != run(value.replace(b"Brandt", b"Brand")).messages[0].id


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_the_events_of_a_withdrawn_article_stay_in_its_record(status: str) -> None:
    """Which tells so: nothing may be used of it, and an event's message does not tell."""
    article = orjson.loads((SAMPLES / "summit.json").read_bytes())
    program = load(ArticleSettings())
    (plain, *events), (record, *withdrawn) = (
        program(RawRecord("news.raw", 0, 0, 0, None, orjson.dumps(given))).messages
        for given in (article, {**article, "status": status})
    )
    assert (len(events) > 0, withdrawn) == (True, [])
    known, told = orjson.loads(plain.value), orjson.loads(record.value)
    assert (known.get("status"), told.pop("status")) == (None, status)
    assert told == known


@pytest.mark.parametrize("status", ["published", 200, None, {"code": 200}])
def test_a_status_that_means_something_else_is_ignored(status: object) -> None:
    """Scrapers use the word for much, and no article is lost for it."""
    assert "status" not in enriched({"body": "One.", "status": status})


def test_an_event_that_is_not_sure_enough_stays_in_the_record_and_is_no_message() -> None:
    """Whoever counts messages gets few false ones; whoever wants all has them in the record."""
    record = RawRecord("news.raw", 0, 0, 0, None, (SAMPLES / "summit.json").read_bytes())
    everything = load(ArticleSettings(event_confidence=0.0))(record)
    confidences = [event["confidence"]["overall"] for event in orjson.loads(everything.messages[0].value)["events"]]
    assert (len(everything.messages), everything.unsure_events) == (1 + len(confidences), 0)
    sure = load(ArticleSettings(event_confidence=max(confidences)))(record)
    assert sure.messages[0] == everything.messages[0]
    assert sure.unsure_events == len(everything.messages) - len(sure.messages) > 0
    assert [message.id for message in sure.messages[1:]] == [
        message.id
        for message, confidence in zip(everything.messages[1:], confidences, strict=True)
        if confidence == max(confidences)
    ]


@pytest.mark.parametrize("name", ["protest.txt", "harbour.html", "court.json"])
def test_an_exact_copy_with_remembered_facts_gives_the_bytes_it_gives_without(name: str) -> None:
    """Under an id of its own; only the time it takes tells."""
    kind = orjson.loads((SAMPLES / "samples.json").read_bytes())[name].encode()
    headers = (("content-type", kind), ("newswire_id", b"copy"))
    record = RawRecord("news.raw", 0, 0, 0, None, (SAMPLES / name).read_bytes(), headers)
    recalling = load(ArticleSettings())
    alone = recalling(record)
    remembered: dict[str, bytes] = {}
    recalling.recall = remembered.get
    first = recalling(replace(record, headers=headers[:1]))
    assert first.facts is not None and not first.reused
    remembered[first.facts.key] = first.facts.document
    copy = recalling(record)
    assert copy.reused
    assert copy.facts is None
    assert copy.messages == alone.messages


def test_facts_are_reused_only_where_enrichment_would_find_the_same() -> None:
    """The day and the outlet are read, too; whatever else differs is not."""
    recalling = load(ArticleSettings())
    recalling.recall = lambda key: None

    def key(**fields: Any) -> str:
        article = {"body": "It rained.", "published_at": "2026-03-10T08:00:00Z", **fields}
        facts = recalling(RawRecord("news.raw", 0, 0, 0, None, orjson.dumps(article))).facts
        assert facts is not None
        return facts.key

    same = key()
    assert key(id="other", url="https://kestrel.example/2", published_at="2026-03-10T21:30:00Z") == same
    for change in ({"body": "It RAINED."}, {"title": "Rain"}, {"published_at": "2026-03-11T08:00:00Z"}):
        assert key(**change) != same
    assert key(source={"country": "AUT"}) != same


def test_faults_are_listed_with_their_fields_and_without_text() -> None:
    """Up to five of them."""
    with pytest.raises(Rejected) as raised:
        enriched({"body": 1, "title": ["a secret"], "tags": "x", "url": 3, "updated_at": "soon", "summary": 2})
    refused = raised.value
    assert (refused.reason, refused.field) == (Reason.SCHEMA, "body")
    assert "body: must be a string, not a number" in refused.detail
    assert "and 1 more" in refused.detail
    assert "secret" not in refused.detail


@pytest.mark.parametrize("name", sorted(set(orjson.loads((SAMPLES / "samples.json").read_bytes()))))
def test_every_sample_gives_valid_messages_or_a_reason(name: str) -> None:
    """What the demo shows is what the contract says."""
    kind = orjson.loads((SAMPLES / "samples.json").read_bytes())[name].encode()
    try:
        processed = run((SAMPLES / name).read_bytes(), (("content-type", kind),))
    except Rejected as refused:
        assert name in ("cut-off.json", "wrong-date.json"), refused
        return
    assert list(faults(orjson.loads(processed.messages[0].value), "enriched-article.v1")) == []


def test_every_step_is_timed() -> None:
    """For the stage histogram."""
    assert list(run(b'{"body": "One."}').stage_seconds) == ["decode", "validate", "clean", "enrich", "encode"]


def test_the_seed_article_gives_a_valid_record(shared: Path) -> None:
    """Its sentences lie within its paragraphs."""
    text = (shared / "gold/seed/article.txt").read_bytes()
    record = orjson.loads(run(text, (("content-type", b"text/plain"),)).messages[0].value)
    assert list(faults(record, "enriched-article.v1")) == []
    for start, end in record["sentences"]:
        assert any(p["start"] <= start < end <= p["end"] for p in record["paragraphs"])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
NAMES = [
    "id",
    "body",
    "title",
    "headline",
    "articleBody",
    "author",
    "publisher",
    "keywords",
    "bodies",
    "source",
]


@given(st.dictionaries(st.sampled_from(NAMES), JSON, max_size=5))
def test_no_json_breaks_the_program(article: dict[str, Any]) -> None:
    """Either a valid record or a refusal."""
    try:
        processed = run(orjson.dumps(article))
    except Rejected:
        return
    assert list(faults(orjson.loads(processed.messages[0].value), "enriched-article.v1")) == []
