"""What is counted when an article finishes, and when its transaction commits."""

import time
from collections import Counter
from collections.abc import Sequence

from service.consume.window import ArticleInWork
from service.errors import Stage
from service.messages import Outcome, OutgoingRecord, Processed, Refused
from service.observe import metrics


def observe_outcome(outcome: Outcome) -> None:
    """Count an article that a worker is done with."""
    if isinstance(outcome, Processed):
        for stage, seconds in outcome.stage_seconds.items():
            metrics.STAGE_DURATION.labels(stage=stage).observe(seconds)
        if outcome.reused:
            metrics.FACTS_REUSED.inc()


def observe_commit(run: Sequence[ArticleInWork], records: Sequence[OutgoingRecord], seconds: float) -> None:
    """Count a committed transaction.

    Args:
        run: its articles.
        records: what was published for them.
        seconds: how long the transaction took.
    """
    metrics.TRANSACTION_DURATION.labels(outcome="committed").observe(seconds)
    metrics.BATCH_SIZE.observe(len(run))
    metrics.TRANSACTION_SIZE.observe(sum(record.size for record in records))
    now, clock = time.time(), time.monotonic()
    metrics.LAST_PROGRESS.set(now)
    for article in run:
        metrics.MESSAGE_DURATION.observe(clock - article.received)
        if article.record.timestamp_ms >= 0:  # -1 is that of a record without one
            metrics.EVENT_AGE.observe(max(0.0, now - article.record.timestamp_ms / 1000))
        if isinstance(article.outcome, Refused):
            metrics.MESSAGES.labels(outcome="dead_lettered").inc()
            metrics.DEAD_LETTERS.labels(reason=article.outcome.reason).inc()
            if article.outcome.stage is Stage.PUBLISH:  # the pool has counted the others
                metrics.ERRORS.labels(stage=article.outcome.stage, reason=article.outcome.reason).inc()
            metrics.LETTERS_WITHOUT_VALUE.inc(article.value_left_out)
        else:
            metrics.MESSAGES.labels(outcome="published").inc()
            _count_events(article.outcome)
    for record in records:
        metrics.PUBLISHED_SIZE.observe(record.size)
    for topic, count in Counter(record.topic for record in records).items():
        metrics.PUBLISHED.labels(topic=topic).inc(count)


def _count_events(outcome: Outcome | None) -> None:
    """Count the events that became messages, and those too unsure for it."""
    if isinstance(outcome, Processed):
        published = sum(message.kind == "event" for message in outcome.messages)
        metrics.EVENTS.labels(outcome="published").inc(published)
        metrics.EVENTS.labels(outcome="unsure").inc(outcome.unsure_events)
