"""What is published for an article: its verdict is taken when its records are composed, in order."""

from dataclasses import replace

import orjson

from service.article import load
from service.config import Settings
from service.config.processing import ArticleSettings
from service.messages import OutgoingRecord, Processed, RawRecord, Refused
from service.publish.compose import Composer

PROGRAM = load(ArticleSettings())
BODY = "The harbour of Ostmark closed. Ships waited outside."


def article(article_id: str, second: int = 0, section: str = "World") -> tuple[RawRecord, Processed]:
    value = orjson.dumps({"id": article_id, "body": BODY, "section": section})
    record = RawRecord("news.raw", 0, 0, second * 1000, None, value)
    return record, PROGRAM(record)


def verdict(records: list[OutgoingRecord]) -> tuple[str, str | None]:
    duplicate = orjson.loads(records[0].value)["duplicate"]
    return duplicate["kind"], duplicate["of"]


def test_a_copy_names_the_article_that_was_composed_before() -> None:
    """And an original says that it is none."""
    composer = Composer(Settings())
    assert verdict(composer.compose(*article("a"))[1]) == ("none", None)
    assert verdict(composer.compose(*article("b"))[1]) == ("exact", "a")


def test_the_envelope_stays_that_of_the_article() -> None:
    """Its key, and an id that depends on what came in only."""
    original, copy = Composer(Settings()), Composer(Settings())
    copy.compose(*article("a"))
    (alone,), (second,) = (composer.compose(*article("b"))[1] for composer in (original, copy))
    assert (alone.key, dict(alone.headers)["ce_id"]) == (second.key, dict(second.headers)["ce_id"])
    assert alone.value != second.value


def test_an_article_too_large_to_publish_is_nobodys_original() -> None:
    """It went to the dead letters."""
    limit = len(article("b")[1].messages[0].value) + 2_000
    composer = Composer(replace(Settings(), delivery=replace(Settings().delivery, max_request_bytes=limit)))
    assert isinstance(composer.compose(*article("a", section="x" * 3_000))[0], Refused)
    assert verdict(composer.compose(*article("b"))[1]) == ("none", None)


def test_an_article_that_the_broker_refused_is_nobodys_original() -> None:
    """The same, found out later."""
    composer = Composer(Settings())
    record, processed = article("a")
    outcome, records = composer.compose(record, processed)
    composer.compose_smaller(record, outcome, records)
    assert verdict(composer.compose(*article("b"))[1]) == ("none", None)


def test_the_times_of_the_records_say_what_is_too_old() -> None:
    """Not the clock of the machine."""
    settings = replace(Settings(), duplicates=replace(Settings().duplicates, window_seconds=60.0))
    composer = Composer(settings)
    composer.compose(*article("a", second=1_000))
    assert verdict(composer.compose(*article("b", second=1_060))[1]) == ("exact", "a")
    assert verdict(composer.compose(*article("c", second=1_200))[1]) == ("none", None)


def test_a_window_of_no_articles_finds_nothing() -> None:
    """The setting 0 turns it off."""
    composer = Composer(replace(Settings(), duplicates=replace(Settings().duplicates, window_articles=0)))
    for article_id in ("a", "b"):
        assert verdict(composer.compose(*article(article_id))[1]) == ("none", None)
