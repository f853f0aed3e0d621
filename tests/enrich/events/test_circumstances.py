"""When events happened that tell a time nobody can reckon."""

from datetime import date

import service.enrich.times.component  # noqa: F401 - registers doc._.times
from service.enrich.events.circumstances.day_and_place import Circumstances
from service.enrich.events.event import EventDate, Modality
from service.enrich.times.timex import Timex
from service.enrich.tree import Tree
from tests.enrich.trees import document

TEXT = "Rebels/NOUN/nsubj/2 attacked/VERB/ROOT/0 recently/ADV/advmod/2"
RECENTLY = (16, 24)
PUBLISHED = date(2024, 5, 3)
PAST = Modality("positive", "asserted", "past")
PLANNED = Modality("positive", "planned", "future", ("future",))


def test_publication_bounds_what_no_calendar_knows() -> None:
    """What was done "recently" was done by the day of the story, with the word as its reason."""
    by = EventDate("publication", "by", RECENTLY, "PAST_REF", None, PUBLISHED, "day")
    assert _date(PUBLISHED, PAST) == by
    after = EventDate("publication", "after", RECENTLY, "PAST_REF", PUBLISHED, None, "day")
    assert _date(PUBLISHED, PLANNED) == after


def test_without_a_publication_the_words_alone_are_told() -> None:
    """No day is made up."""
    found = _date(None, PAST)
    assert found is not None
    assert (found.basis, found.span, found.begin, found.end_date) == ("explicit", RECENTLY, None, None)


def _date(published: date | None, modality: Modality) -> EventDate | None:
    doc = document(TEXT)
    doc._.times = (Timex("t1", *RECENTLY, "recently", "DATE", "PAST_REF", None, None, None, None, None, "past"),)
    circumstances = Circumstances(doc, Tree.of(doc))
    circumstances.published = published
    return circumstances.date_of(1, None, (0, len(doc.text)), modality)
