"""When events happened: at times nobody can reckon, over spans of days, on days at either end of the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import service.enrich.times.component  # noqa: F401 - registers doc._.times
from service.enrich.events.circumstances.day_and_place import BACKGROUND, Circumstances
from service.enrich.events.event import EventDate, Modality
from service.enrich.events.grammar.phrases import Phrase
from service.enrich.times.timex import Timex
from service.enrich.tree import Tree
from tests.enrich.trees import document

TEXT = "Rebels/NOUN/nsubj/2 attacked/VERB/ROOT/0 recently/ADV/advmod/2"
RECENTLY = (16, 24)
PUBLISHED = date(2024, 5, 3)
MONDAY, FRIDAY = date(2024, 4, 29), date(2024, 5, 3)
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


@given(st.dates(), st.dates(), st.dates())
@settings(deadline=None)
@example(date.min, date.min, date.max)
@example(date.max, date.min, date.max)
def test_no_day_of_the_calendar_is_too_early_or_too_late(published: date, begin: date, end: date) -> None:
    """Whatever a text tells and whenever it was published; only days of the last two weeks are lead days."""
    circumstances, span = _told_between(*sorted((begin, end)))
    circumstances.published = published
    dated = circumstances.date_of(1, None, span, PAST)
    assert dated is not None
    assert circumstances.is_background(dated) == (published - max(begin, end) > BACKGROUND)
    lead = circumstances.only_day(span)
    assert (lead is not None) == (begin == end and timedelta(0) <= published - begin <= BACKGROUND)


@pytest.mark.parametrize(
    ("words", "told"),
    [("between/ADP Monday and Friday", True), ("from/ADP Monday to Friday", True), ("on/ADP Monday and Friday", False)],
)
def test_two_times_may_tell_one_span_of_days(words: str, told: bool) -> None:
    """Whichever of them hangs on the event."""
    first, _, joined, last = words.split()
    week = f"{first}/case/4 Monday/PROPN/obl/2 {joined}/CCONJ/cc/6 {last}/PROPN/conj/4"
    text = f"Rebels/NOUN/nsubj/2 attacked/VERB/ROOT/0 {week}"
    doc = document(text)
    doc._.times = tuple(_day(doc.text.index(word), word, day) for word, day in (("Monday", MONDAY), ("Friday", FRIDAY)))
    found = Circumstances(doc, Tree.of(doc)).date_of(1, None, (0, len(doc.text)), PAST)
    assert found is not None
    assert (found.begin, found.end_date) == (MONDAY, FRIDAY if told else MONDAY)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (
            "Toll/NOUN/nsubj/5 of/ADP/case/4 the/DET/det/4 attack/NOUN/nmod/1 rose/VERB/ROOT/0 Friday/PROPN/obl:tmod/5",
            None,
        ),
        ("The/DET/det/2 attack/NOUN/nsubj/3 began/VERB/ROOT/0 Friday/PROPN/obl:tmod/3", FRIDAY),
    ],
)
def test_what_came_of_an_event_has_a_day_of_its_own(text: str, lead: date | None) -> None:
    """ "The toll of the attack rose on Friday" does not tell when the attack was."""
    doc = document(text)
    doc._.times = (_day(doc.text.index("Friday"), "Friday", FRIDAY),)
    circumstances = Circumstances(doc, Tree.of(doc))
    circumstances.published = FRIDAY
    attack = next(token.i for token in doc if token.text == "attack")
    found = circumstances.only_day((0, len(doc.text)), [attack])
    assert (found and found.begin) == lead
    assert circumstances.only_day((0, len(doc.text))) is not None


def test_a_preposition_before_the_event_does_not_set_it_apart_from_its_day() -> None:
    """ "They fled after Friday's raid": the raid was on Friday, the flight later."""
    doc = document(
        "Miners/NOUN/nsubj/2 fled/VERB/ROOT/0 after/ADP/case/6 Friday/PROPN/nmod:unmarked/6 's/PART/case/4 "
        "raid/NOUN/obl/2"
    )
    doc._.times = (_day(doc.text.index("Friday"), "Friday", FRIDAY),)
    circumstances = Circumstances(doc, Tree.of(doc))
    friday = Phrase(3, 3, 3, 4)
    raid, flight = (circumstances.date_of(word, friday, (0, len(doc.text)), PAST) for word in (5, 1))
    assert (raid and raid.relation, flight and flight.relation) == ("on", "after")


@pytest.mark.parametrize(("day", "told"), [(MONDAY, False), (FRIDAY, True)])
def test_news_that_was_said_on_an_earlier_day_is_not_of_the_day_of_publication(day: date, *, told: bool) -> None:
    """ "They have agreed, he said on Monday"."""
    doc = document(
        "Rebels/NOUN/nsubj/3 has/AUX/aux/3 agreed/VERB/ccomp/5 he/PRON/nsubj/5 says/VERB/ROOT/0 Monday/PROPN/obl/5"
    )
    doc._.times = (_day(doc.text.index("Monday"), "Monday", day),)
    circumstances = Circumstances(doc, Tree.of(doc))
    circumstances.published = FRIDAY
    found = circumstances.day_of_news(4, (0, len(doc.text)), in_headline=False)
    assert (found is not None) == told


def _day(start: int, word: str, day: date) -> Timex:
    return Timex("t1", start, start + len(word), word, "DATE", day.isoformat(), None, day, day, "day", None, "weekday")


def _told_between(begin: date, end: date) -> tuple[Circumstances, tuple[int, int]]:
    doc = document(TEXT)
    doc._.times = (Timex("t1", *RECENTLY, "recently", "DATE", "", None, begin, end, "day", None, "past"),)
    return Circumstances(doc, Tree.of(doc)), (0, len(doc.text))
