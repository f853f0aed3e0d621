"""Which letters a replay has seen, and how long it waits; the replay itself is in ``tests/stream``."""

import time
from datetime import UTC, datetime

import pytest

from service.consume.interfaces import LaneState
from service.errors import BrokerUnavailable, Reason
from service.messages import Headers, Partition, RawRecord
from service.replay.choice import Choice
from service.replay.stall import StallCheck
from service.replay.work import ReplayWork


def test_letters_put_into_a_topic_to_try_are_still_there_to_go_back() -> None:
    """That topic has a group of its own, as each filter has."""
    back, tried = Choice(frozenset({Reason.DEADLINE})), Choice(frozenset({Reason.DEADLINE}), topic="try")
    assert len({choice.group("newswire") for choice in (back, tried, Choice(topic="try"), Choice())}) == 4


def test_filters_of_many_reasons_are_told_apart() -> None:
    """However long the group's name would be."""
    groups = {Choice(frozenset(Reason) - {left_out}).group("n" * 90) for left_out in Reason}
    assert len(groups) == len(Reason)
    assert max(len(group) for group in groups) < 250


@pytest.mark.parametrize(
    ("headers", "timestamp_ms"), [((("dlq.failed_at", b"2026-03-04T05:06"),), 0), ((), 2**62), ((), -1)]
)
def test_a_letter_of_another_hand_does_not_end_a_replay(headers: Headers, timestamp_ms: int) -> None:
    """Its time may be without a zone, or of no year that there is."""
    letter = RawRecord("news.dlq", 0, 0, timestamp_ms, None, b"{}", (*headers, ("dlq.topic", b"news.raw")))
    work = ReplayWork(Choice(since=datetime(2026, 1, 1, tzinfo=UTC)), replay_max=3)
    assert work.why_not(letter) == (None if timestamp_ms >= 0 else "another time")


async def test_a_letter_that_its_topic_refuses_is_not_told_as_put_back() -> None:
    """It stays where it is."""
    letter = RawRecord("news.dlq", 0, 0, 0, None, b"{}", (("dlq.topic", b"news.raw"), ("dlq.reason", b"schema")))
    work = ReplayWork(Choice(), replay_max=3)
    outcome = work.submit(letter).result()
    _, records = work.compose(letter, outcome)
    _, records = work.compose_smaller(letter, outcome, records)
    work.committed(Partition("news.dlq", 0), 1)
    assert (records, work.report.put_back.total(), work.report.left.total()) == ([], 0, 1)


def test_a_replay_that_does_not_move_ends_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its lanes would try for ever, and its Job never end; each commit gives it new time."""
    now = 0.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    stall = StallCheck(100)

    def look(committed: int, error: str | None = "the topic is not there") -> None:
        state = LaneState(Partition("news.dlq", 0), "failing", 1, 100, False, 9, committed, error)
        stall.look([state])

    for committed in range(3):
        look(committed)
        now += 90
    look(3, None)
    now += 101
    with pytest.raises(BrokerUnavailable, match="for 100 s: the topic is not there"):
        look(3)
