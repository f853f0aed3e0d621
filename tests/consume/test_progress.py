"""What is counted when a transaction commits."""

from typing import cast

import pytest

from service.consume.interfaces import Work
from service.consume.progress import observe_commit
from service.consume.window import ArticleInWork
from service.errors import Reason, Stage
from service.messages import Outcome, OutgoingMessage, OutgoingRecord, Processed, RawRecord, Refused
from service.observe.metrics import REGISTRY


def counted(outcome: str) -> float:
    return REGISTRY.get_sample_value("newswire_events_total", {"outcome": outcome}) or 0.0


def test_events_that_became_messages_and_those_too_unsure_are_counted_apart() -> None:
    """Three events of an article, one of them published."""
    before = counted("published"), counted("unsure")
    article = ArticleInWork(RawRecord("news.raw", 0, 0, 0, None, b"{}"))
    messages = (OutgoingMessage("enriched", "r", b"{}"), OutgoingMessage("event", "e", b"{}"))
    article.outcome = Processed("a", messages, unsure_events=2)
    observe_commit([article], [], 0.1)
    assert (counted("published"), counted("unsure")) == (before[0] + 1, before[1] + 2)


def test_a_letter_that_is_only_read_counts_no_event() -> None:
    """Replay is done with every letter as soon as it is read, and makes no messages of it."""
    before = counted("published"), counted("unsure")
    letter = ArticleInWork(RawRecord("news.dlq", 0, 0, 0, None, b"{}"))
    letter.outcome = Processed("", ())
    observe_commit([letter], [], 0.1)
    assert (counted("published"), counted("unsure")) == before


def test_a_record_without_a_time_has_no_age() -> None:
    """Kafka gives -1 for it; an age of half a century would be the mean of all."""

    def ages() -> float:
        return REGISTRY.get_sample_value("newswire_event_age_seconds_count") or 0.0

    before = ages()
    for timestamp_ms in (-1, 0):
        article = ArticleInWork(RawRecord("news.raw", 0, 0, timestamp_ms, None, b"{}"))
        article.outcome = Processed("a", ())
        observe_commit([article], [], 0.1)
    assert ages() == before + 1


class Letters:
    """Work that composes letters with a value or without."""

    def __init__(self, value: bytes) -> None:
        self.value = value

    def compose(self, record: RawRecord, outcome: Outcome) -> tuple[Outcome, list[OutgoingRecord]]:
        return outcome, [OutgoingRecord("news.dlq", None, self.value)]


@pytest.mark.parametrize(
    ("value", "left", "counted"), [(b"{}", b"{}", 0), (b"{}", b"", 1), (b"", b"", 0), (None, b"", 0)]
)
def test_letters_that_go_without_their_value_are_counted(value: bytes | None, left: bytes, counted: int) -> None:
    """Not those of articles that had none."""

    def without_value() -> float:
        return REGISTRY.get_sample_value("newswire_dead_letters_without_value_total") or 0.0

    before = without_value()
    article = ArticleInWork(RawRecord("news.raw", 0, 0, 0, None, value))
    article.outcome = Refused(Stage.DECODE, Reason.NOT_JSON, "no")
    observe_commit([article], article.compose(cast(Work, Letters(left))), 0.1)
    assert without_value() == before + counted


def test_an_article_that_cannot_be_published_is_a_failure_of_this_stage() -> None:
    """The pool counts those of the stages before."""
    labels = {"stage": "publish", "reason": "output_too_large"}

    def errors() -> float:
        return REGISTRY.get_sample_value("newswire_errors_total", labels) or 0.0

    before = errors()
    article = ArticleInWork(RawRecord("news.raw", 0, 0, 0, None, b"{}"))
    for stage, reason in ((Stage.PUBLISH, Reason.OUTPUT_TOO_LARGE), (Stage.DECODE, Reason.NOT_JSON)):
        article.outcome = Refused(stage, reason, "no")
        observe_commit([article], [], 0.1)
    assert errors() == before + 1
