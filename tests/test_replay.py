"""Which letters a replay has seen, and how long it waits; the replay itself is in ``tests/stream``."""

import time

import pytest

from service.consume.interfaces import LaneState
from service.errors import BrokerUnavailable, Reason
from service.messages import Partition
from service.replay.choice import Choice
from service.replay.stall import StallCheck


def test_letters_put_into_a_topic_to_try_are_still_there_to_go_back() -> None:
    """That topic has a group of its own, as each filter has."""
    back, tried = Choice(frozenset({Reason.DEADLINE})), Choice(frozenset({Reason.DEADLINE}), topic="try")
    assert len({choice.group("newswire") for choice in (back, tried, Choice(topic="try"), Choice())}) == 4


def test_filters_of_many_reasons_are_told_apart() -> None:
    """However long the group's name would be."""
    groups = {Choice(frozenset(Reason) - {left_out}).group("n" * 90) for left_out in Reason}
    assert len(groups) == len(Reason)
    assert max(len(group) for group in groups) < 250


def test_a_replay_that_does_not_move_ends_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its lanes would try for ever, and its Job never end; each commit gives it new time."""
    now = 0.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    stall = StallCheck(100)

    def look(committed: int, error: str | None = "the topic is not there") -> None:
        state = LaneState(Partition("news.dlq", 0), "failing", 1, False, 9, committed, error)
        stall.look([state])

    for committed in range(3):
        look(committed)
        now += 90
    look(3, None)
    now += 101
    with pytest.raises(BrokerUnavailable, match="for 100 s: the topic is not there"):
        look(3)
