"""What is counted when a transaction commits."""

from service.consume.progress import observe_commit
from service.consume.window import ArticleInWork
from service.messages import OutgoingMessage, Processed, RawRecord
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
