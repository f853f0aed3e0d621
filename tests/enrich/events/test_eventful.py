"""How sure events are by how many their story tells."""

import pytest

from service.enrich.events.story.eventful import in_eventful_stories
from tests.enrich.events.mentions import told


@pytest.mark.parametrize(("sentences", "less_sure"), [(30, True), (8, False)], ids=["long", "short"])
def test_an_act_is_less_sure_in_a_long_story_that_tells_no_others(sentences: int, *, less_sure: bool) -> None:
    """A firm that apologizes is no news of politics; a short report has one event, and that is the news."""
    [event] = in_eventful_stories([told(1)], sentences)
    assert (event.confidence.overall < told(1).confidence.overall) is less_sure


def test_many_events_leave_each_other_as_sure_as_they_are() -> None:
    """A story of a conflict."""
    events = [told(number) for number in range(6)]
    assert [event.confidence for event in in_eventful_stories(events, 30)] == [event.confidence for event in events]
