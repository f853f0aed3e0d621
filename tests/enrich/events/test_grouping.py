"""Mentions of one happening, what they inherit, and which are the article's main ones."""

from dataclasses import replace
from datetime import date

from service.enrich.events.circumstances.day_and_place import Circumstances
from service.enrich.events.event import Event, EventDate, EventPlace, Modality, Party, Sentence
from service.enrich.events.story.grouping import grouped
from service.enrich.events.story.inheritance import SURE_OF_THE_DAY, inherited
from service.enrich.events.story.opening import rooted
from service.enrich.tree import Tree
from tests.enrich.events.mentions import BY, EMBASSY, told
from tests.enrich.trees import document

LATE = EventDate("relative", "on", (50, 58), "2024-05-02", date(2024, 5, 2), date(2024, 5, 2), "day")
TREE = Tree.of(
    document("Rebels/NOUN/nsubj/2 bomb/VERB/ROOT/0 those/PRON/obj/2 who/PRON/nsubj/5 accused/VERB/acl:relcl/3")
)
OTHER_DAY = replace(LATE, begin=date(2024, 4, 1), end_date=date(2024, 4, 1))
BACKGROUND = Modality("positive", "asserted", "past", ("historical",))
WORDS = Tree.of(
    document("Raid/NOUN/ROOT/0 rebel/NOUN/dep/1 embassy/NOUN/dep/1 bomb/NOUN/dep/1 border/NOUN/dep/1 the/DET/det/1")
)
NORTH = EventPlace("argument", "city", (60, 66), 1, "Northtown", "AFG")


def groups(*events: Event) -> int:
    return len({event.group for event in grouped(events, WORDS)})


def test_other_word_for_the_same_parties_is_the_same_happening() -> None:
    """By cluster on one side, by country and noun on the other."""
    assert groups(told(0), told(1, trigger=3)) == 1


def test_contradictions_part() -> None:
    """Days, countries, signs and background that differ are of different happenings."""
    first = told(0, date=LATE, place=NORTH)
    assert groups(first, told(1, date=OTHER_DAY)) == 2
    assert groups(first, told(1, place=replace(NORTH, country="PAK"))) == 2
    assert groups(first, told(1, modality=Modality("negative", "denied", "past"))) == 2
    assert groups(first, told(1, trigger=3, modality=BACKGROUND)) == 2


def test_the_same_act_of_the_same_party_told_as_background_is_no_second_one() -> None:
    """A story goes on from its news to how that came about."""
    assert groups(told(0), told(1, modality=BACKGROUND)) == 1


def test_a_sentence_printed_twice_tells_nothing_new() -> None:
    """Even where its dates are read otherwise the second time."""
    text = Tree.of(document("Attack/NOUN/ROOT/0 yesterday/NOUN/dep/1\n\nAttack/NOUN/ROOT/0 yesterday/NOUN/dep/1"))
    first, again = (
        told(number, date=day, recipients=(), sentence=Sentence(number, span, number, False, False), trigger_span=span)
        for number, span, day in ((0, (0, 16), LATE), (1, (18, 34), OTHER_DAY))
    )
    assert len({event.group for event in grouped([first, again], text)}) == 1


def test_a_member_that_tells_no_day_does_not_join_two_days() -> None:
    """Every member of a group must agree with a new one."""
    assert groups(told(0, date=LATE), told(1), told(2, date=OTHER_DAY)) == 2


def test_other_victims_are_another_happening() -> None:
    """The same who attack another country's people."""
    assert groups(told(0), told(1, recipients=(Party((4, 5), "nominal", 4, country="FRA"),))) == 2


def test_other_numbers_of_victims_are_another_happening() -> None:
    """Two dead of a night are not the 52 of a year, though both are "Afghans"; ten or more may be twelve."""
    few, many = (replace(EMBASSY, entity_id="e2", count=count) for count in ((2, 2), (52, None)))
    assert groups(told(0, recipients=(few,)), told(1, recipients=(many,))) == 2
    assert groups(told(0, recipients=(replace(few, count=(60, 60)),)), told(1, recipients=(many,))) == 1


def test_a_doubtful_mention_is_kept_beside_a_sure_one_of_the_same_happening() -> None:
    """In any order; what no sure mention bears out is left out."""
    sure, doubtful = told(1), told(0, trigger=3)
    assert [event.id for event in grouped([doubtful, sure], WORDS, {doubtful.id})] == ["0", "1"]
    other = told(1, type="PROTEST")
    assert [event.id for event in grouped([doubtful, other], WORDS, {doubtful.id})] == ["1"]
    assert grouped([doubtful, told(2)], WORDS, {"0", "2"}) == ()


def test_headline_inherits_day_and_place_of_its_group() -> None:
    """What another mention of the happening tells, marked as such, with its span."""
    circumstances = _circumstances()
    headline, lead = inherited(grouped([told(0), told(1, date=LATE, place=NORTH)], WORDS), circumstances, None, ())
    assert (headline.date, headline.place) == (replace(LATE, basis="inherited"), replace(NORTH, basis="inherited"))
    assert (lead.date, lead.place) == (LATE, NORTH)


def test_a_place_that_nobody_knows_is_where_its_group_is() -> None:
    """ "At a hotel", with the words of its own; of a country only the country is taken over."""
    hotel = EventPlace("argument", "region", (9, 16))
    of_town, _ = inherited(grouped([told(0, place=hotel), told(1, place=NORTH)], WORDS), _circumstances(), None, ())
    assert of_town.place == replace(NORTH, basis="inherited", span=(9, 16))
    land = replace(NORTH, precision="country", name="Northland")
    of_land, _ = inherited(grouped([told(0, place=hotel), told(1, place=land)], WORDS), _circumstances(), None, ())
    assert of_land.place == replace(hotel, country="AFG")


def test_what_an_event_tells_itself_stays() -> None:
    """A day of its own is not replaced by another that overlaps."""
    week = EventDate("relative", "on", (9, 12), "2024-W18", date(2024, 4, 29), date(2024, 5, 5), "week")
    first, _ = inherited(grouped([told(0, date=week), told(1, date=LATE)], WORDS), _circumstances(), None, ())
    assert first.date == week


def test_a_day_since_which_things_happened_is_that_of_none() -> None:
    """ "They have bombed it since Thursday" does not date one raid."""
    since = replace(LATE, relation="since")
    first, _ = inherited(grouped([told(0), told(1, date=since)], WORDS), _circumstances(), None, ())
    assert first.date == BY


def test_what_is_planned_is_not_of_a_day_that_is_over() -> None:
    """Another mention tells the same deed as done before."""
    to_come = told(0, modality=Modality("positive", "planned", "future", ("future",)))
    late = _circumstances(date(2024, 5, 3))
    first, _ = inherited(grouped([to_come, told(1, date=LATE)], WORDS), late, None, ())
    assert first.date == BY
    early = _circumstances(LATE.begin)
    first, _ = inherited(grouped([to_come, told(1, date=LATE)], WORDS), early, None, ())
    assert first.date == replace(LATE, basis="inherited")


def test_other_happenings_inherit_nothing() -> None:
    """Only members of the same group share."""
    other = told(1, type="PROTEST", trigger=3, date=LATE, place=NORTH)
    first, _ = inherited(grouped([told(0), other], WORDS), _circumstances(), None, ())
    assert (first.date, first.place) == (BY, None)


def test_root_events_are_of_headline_and_opening() -> None:
    """The end of a first paragraph that is the whole text is no opening."""
    events = rooted([told(0, is_root=True), told(2, is_root=True), told(30, is_root=True)], 1, TREE)
    assert [event.is_root for event in events] == [True, True, False]


def test_first_news_is_root_where_the_opening_tells_none() -> None:
    """Background does not count as news."""
    past = Modality("positive", "asserted", "past", ("historical",))
    events = rooted([told(2, modality=past), told(3), told(5)], 1, TREE)
    assert [event.is_root for event in events] == [False, True, False]
    assert not any(event.is_root for event in rooted([told(40)], 1, TREE))


def test_what_was_recently_takes_a_day_of_its_group_alone() -> None:
    """The day that the lead tells of something else, or its publication, need not be when that was."""
    recently = replace(BY, span=(9, 17), timex="PAST_REF")
    headline = told(0, is_root=True, date=recently)
    alone, *_ = inherited([headline, told(1, group="b")], _circumstances(date(2024, 5, 3)), None, [(0, 1)])
    again, _ = inherited([headline, told(1, date=LATE)], _circumstances(date(2024, 5, 3)), None, [(0, 1)])
    assert alone.date == recently
    assert again.date == replace(LATE, basis="inherited")


def test_headline_decides_what_else_of_the_first_paragraph_is_root() -> None:
    """The first sentence below it, and further mentions of what it tells."""
    events = [told(0, is_root=True), told(1, is_root=True), told(2, is_root=True), told(3, is_root=True)]
    grouped_so = [replace(event, group=group) for event, group in zip(events, "abac", strict=True)]
    assert [event.is_root for event in rooted(grouped_so, 1, TREE)] == [True, True, True, False]


def test_what_is_told_aside_is_no_root_event_beside_news() -> None:
    """ "Rebels bomb those who accused them": the bombing is the news; told alone, the accusation is."""
    news, aside = told(1, trigger=1, is_root=True, group="a"), told(1, trigger=4, is_root=True, group="b")
    assert [event.is_root for event in rooted([news, aside], 1, TREE)] == [True, False]
    assert rooted([aside], 1, TREE)[0].is_root


def test_news_without_a_day_is_of_the_day_of_publication() -> None:
    """A day that is told stays, and where the past is told, in background or denials one side stays open."""
    today = EventDate("publication", "on", None, None, date(2024, 5, 3), date(2024, 5, 3), "day")
    circumstances = _circumstances(date(2024, 5, 3))
    headline = told(0, is_root=True)
    past = Modality("positive", "asserted", "past", ("historical",))
    denied = Modality("negative", "denied", "past", ("negation",))
    events = [headline, replace(headline, date=LATE), told(9, is_root=True), replace(headline, modality=past)]
    apart = [replace(each, group=f"{n}") for n, each in enumerate([*events, replace(headline, modality=denied)])]
    dated = inherited(apart, circumstances, None, [(0, 1)])
    assert [event.date for event in dated] == [today, LATE, BY, BY, BY]
    assert dated[0].confidence.date == SURE_OF_THE_DAY


def _circumstances(published: date | None = None) -> Circumstances:
    doc = document("Rebels/NOUN/nsubj/2 attacked/VERB/ROOT/0")
    circumstances = Circumstances(doc, Tree.of(doc))
    circumstances.published = published
    return circumstances
