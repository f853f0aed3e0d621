"""What time expressions mean, told on sentences of our own."""

from datetime import date
from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from service.enrich.context import ArticleContext
from service.enrich.times import Times, Timex, time_fields
from service.enrich.times.grammar import RULES, rules_for

NLP = spacy.blank("en")
WEDNESDAY = date(2022, 7, 13)


def read(text: str, published: date | None = WEDNESDAY) -> list[Timex]:
    doc = NLP(text)
    doc._.context = ArticleContext(published=published)
    return list(Times()(doc)._.times)


def values(text: str, published: date | None = WEDNESDAY) -> list[tuple[str, str]]:
    return [(timex.text, timex.value) for timex in read(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened on Friday, July 21, 2017.", ("Friday, July 21, 2017", "2017-07-21")),
        ("It opened on the 5th of May 2010.", ("the 5th of May 2010", "2010-05-05")),
        ("The treaty of 21 March 1921 ended it.", ("21 March 1921", "1921-03-21")),
        ("Filed 2019-03-04 by the court.", ("2019-03-04", "2019-03-04")),
        ("In September 2021 the port closed.", ("September 2021", "2021-09")),
        ("They fought in the spring of 1941.", ("the spring of 1941", "1941-SP")),
        ("Output fell in the third quarter of 2019.", ("the third quarter of 2019", "2019-Q3")),
        ("It was common in the 1990s.", ("the 1990s", "199")),
        ("A war of the early 20th century.", ("the early 20th century", "19")),
        ("The law dates from 1969.", ("1969", "1969")),
        ("Shops closed on Christmas Day 2020.", ("Christmas Day 2020", "2020-12-25")),
        ("He left on Good Friday 2021.", ("Good Friday 2021", "2021-04-02")),
    ],
)
def test_dates_that_carry_their_calendar_with_them(text: str, expected: tuple[str, str]) -> None:
    """They mean the same whenever they are read."""
    assert values(text) == [expected]
    assert values(text, None) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said on Tuesday that talks failed.", ("Tuesday", "2022-07-12")),
        ("The minister said on Thursday that talks failed.", ("Thursday", "2022-07-07")),
        ("The envoy will arrive on Friday.", ("Friday", "2022-07-15")),
        ("He resigned last Wednesday.", ("last Wednesday", "2022-07-06")),
        ("Voters return next Wednesday.", ("next Wednesday", "2022-07-20")),
        ("The bridge fell yesterday.", ("yesterday", "2022-07-12")),
        ("The bridge fell last night.", ("last night", "2022-07-12TNI")),
        ("Prices rose last week.", ("last week", "2022-W27")),
        ("Prices rose last month.", ("last month", "2022-06")),
        ("Prices will rise next year.", ("next year", "2023")),
        ("Rebels took the town in February.", ("February", "2022-02")),
        ("Rebels took the town in October.", ("October", "2021-10")),
        ("The court will rule in October.", ("October", "2022-10")),
        ("The plant opened on December 28.", ("December 28", "2021-12-28")),
        ("Seventeen years ago this was a village.", ("Seventeen years ago", "2005")),
        ("The mine closed two months ago.", ("two months ago", "2022-05")),
        ("The mine closed last summer.", ("last summer", "2021-SU")),
        ("They met last Easter.", ("last Easter", "2022-04-17")),
        ("Work is to be done by year end.", ("year end", "2022-12-31")),
    ],
)
def test_expressions_counted_from_the_day_of_publication(text: str, expected: tuple[str, str]) -> None:
    """Backwards unless the clause looks ahead."""
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales rose in summer 2007.", [("summer 2007", "2007-SU")]),
        ("Prices fell in the second half of 2008.", [("the second half of 2008", "2008-H2")]),
        ("Prices fell in the first half of the year.", [("the first half of the year", "2022-H1")]),
        ("Prices fell in the first quarter of the year.", [("the first quarter of the year", "2022-Q1")]),
        ("They left on the night of 8 February 1904.", [("the night of 8 February 1904", "1904-02-08TNI")]),
        ("It rained in the first week of May 2010.", [("the first week of May 2010", "2010-W18")]),
        ("It rained in the last week of June.", [("the last week of June", "2022-W26")]),
        ("At 5:00 am on March 3, 2021 they left.", [("5:00 am", "2021-03-03T05:00"), ("March 3, 2021", "2021-03-03")]),
        ("“[Ten] years ago it was new,” he said.", [("[Ten] years ago", "2012")]),
        ("It ended in 1940. In August of that year they met.", [("1940", "1940"), ("August of that year", "1940-08")]),
    ],
)
def test_parts_of_months_years_and_days(text: str, expected: list[tuple[str, str]]) -> None:
    """Seasons, halves, quarters, weeks, nights and hours."""
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Between March and April 1918 it rained.", ["1918-03", "1918-04"]),
        ("The fair runs Nov-Feb 2017.", ["2016-11", "2017-02"]),
        ("The talks of March 5-9, 1918 failed.", ["1918-03-05", "1918-03-09"]),
        ("In the spring and early summer of 1943 they waited.", ["1943-SP", "1943-SU"]),
    ],
)
def test_the_first_of_two_has_the_year_of_the_last_and_the_last_the_month_of_the_first(
    text: str, expected: list[str]
) -> None:
    """As readers take them together."""
    assert [value for _, value in values(text)] == expected


def test_now_is_told_where_a_time_ends_or_begins_and_recently_everywhere() -> None:
    """Elsewhere "now" tells no time."""
    assert values("It is now open. It was closed until now. It recently reopened.") == [
        ("now", "PRESENT_REF"),
        ("recently", "PAST_REF"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The mill still stands today.",
        "It was built in what is today Ghana.",
        "The idea is as strong today as it was then.",
        "The town is known today as Gdansk.",
        "More women work today than ever before.",
        "The youth of today reads little.",
    ],
)
def test_today_is_no_day_where_it_means_the_present_age(text: str) -> None:
    """As little as ``now`` is."""
    assert values(text) == []
    assert values("The court ruled today.") == [("today", "2022-07-13")]


@pytest.mark.parametrize(
    "text",
    [
        "She resigned today as head of the bank.",
        "The road is, as of today, closed.",
        "The house, still divided, will vote today.",
        "In 1811, 1820, 1833, 1840 and 1851 it burnt. The court will rule today.",
    ],
)
def test_today_is_the_day_of_publication_where_something_happens(text: str) -> None:
    """Whatever ``as``, ``of`` or ``still`` stands beside it, and in an article that tells of a long past."""
    assert values(text)[-1] == ("today", "2022-07-13")


def test_day_words_are_parts_of_names_only_with_a_capital() -> None:
    """``USA Today`` is a newspaper; a tagger that takes in the word behind a name hides no day."""
    doc = NLP("Ann Lee told USA Today so. Protesters left the Capitol today.")
    doc.set_ents([Span(doc, 3, 5, label="ORG"), Span(doc, 9, 11, label="ORG")])
    doc._.context = ArticleContext(published=WEDNESDAY)
    assert [(timex.text, timex.value) for timex in Times()(doc)._.times] == [("today", "2022-07-13")]


@pytest.mark.parametrize(
    "text",
    [
        "He told The Sun that he left.",
        "They ski in Sun Valley.",
        "A man in his 40s died.",
        "Women in their 20s and 30s voted.",
    ],
)
def test_short_names_of_days_and_decades_may_mean_other_things(text: str) -> None:
    """Newspapers, towns and ages."""
    assert values(text) == []


def test_a_shortened_weekday_is_one_where_a_day_stands() -> None:
    """Behind a preposition, in a range, before a time of the clock."""
    assert values("Open Mon-Fri.") == [("Mon", "2022-07-11"), ("Fri", "2022-07-08")]
    assert values("It opened on Sat.") == [("Sat", "2022-07-09")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After the Sept. 11, 2001, attacks it was shut.", [("Sept. 11, 2001", "2001-09-11")]),
        ("Hearings began Apr. 1. The court sat.", [("Apr. 1", "2022-04-01")]),
        ("It fell in Jan.-Mar. 2020.", [("Jan.", "2020-01"), ("Mar. 2020", "2020-03")]),
        ("Talks ran on Thurs. and Fri. in Geneva.", [("Thurs.", "2022-07-07"), ("Fri.", "2022-07-08")]),
        ("It was on Sat. He left in June. 12 people fell ill.", [("Sat", "2022-07-09"), ("June", "2022-06")]),
    ],
)
def test_a_full_stop_shortens_a_month_or_weekday_or_ends_the_sentence(
    text: str, expected: list[tuple[str, str]]
) -> None:
    """What follows tells: a number, a comma or a small letter goes on."""
    assert values(text) == expected


def test_the_full_stop_behind_a_time_of_the_clock_is_its_own_only_where_it_has_another() -> None:
    """ "2am." ends a sentence, "2 a.m." does not."""
    assert [timex.text for timex in read("It began at 2am. It ended at 4 a.m. in the town.")] == ["2am", "4 a.m."]


def test_a_number_behind_a_hyphen_and_a_shorter_number_is_no_year() -> None:
    """A telephone number is none, and a range of years is two."""
    assert values("Call 555 461-1776.") == []
    assert values("The war of 1914-1918.") == [("1914", "1914"), ("1918", "1918")]


def test_a_part_of_a_name_is_no_time() -> None:
    """But what a tagger put behind the name of an agency is, and so is the year of an event."""
    doc = NLP("April Roe told the Sunday Herald and the BBC Tuesday of the 2022 Lake Cup.")
    doc._.context = ArticleContext(published=WEDNESDAY)
    names = {"April Roe": "PERSON", "Sunday Herald": "ORG", "BBC Tuesday": "ORG", "2022 Lake Cup": "EVENT"}
    starts = {name: doc.text.index(name) for name in names}
    doc.ents = [doc.char_span(starts[name], starts[name] + len(name), label=names[name]) for name in names]
    assert [timex.text for timex in Times()(doc)._.times] == ["Tuesday", "2022"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met the day before yesterday.", "2022-07-11"),
        ("They meet the day after tomorrow.", "2022-07-15"),
        ("It began half a year ago.", "2022-01"),
        ("It began half a decade ago.", "2017"),
    ],
)
def test_days_and_halves_counted_on(text: str, value: str) -> None:
    """From a day that is itself counted, and by half of a unit."""
    assert [timex.value for timex in read(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It opened at 9 a.m. on Friday.", "2022-07-08T09:00"),
        ("It closed at 10 p.m. yesterday.", "2022-07-12T22:00"),
        ("It will open at 5 p.m. on July 20.", "2022-07-20T17:00"),
        ("By 3 a.m. Monday it ended.", "2022-07-11T03:00"),
        ("On Sunday it ended at 3 a.m. without rain.", "2022-07-10T03:00"),
    ],
)
def test_a_time_of_the_clock_is_of_the_day_behind_it_else_of_the_day_told_last(text: str, value: str) -> None:
    """News tell the day behind the hour."""
    assert value in [timex.value for timex in read(text)]


def test_early_and_late_parts_of_a_period_are_marked_and_narrowed() -> None:
    """TIMEX3 keeps the value and tells the part by ``mod``; the days are a convention."""
    [early] = read("Tehran hosted talks in early July.")
    [end] = read("It was over by the end of 1941.")
    assert (early.value, early.mod, early.begin, early.end_date) == (
        "2022-07", "START", date(2022, 7, 1), date(2022, 7, 10),
    )  # fmt: skip
    assert (end.value, end.mod, end.end_date) == ("1941", "END", date(1941, 12, 31))


def test_days_counted_from_another_day_of_the_text() -> None:
    """The anchor is named by the id of the expression it is."""
    first, second = read("The dam broke on May 3, 2020. Two days later the town was empty.")
    assert (second.value, second.anchor) == ("2020-05-05", first.tid)
    first, second = read("The dam broke on May 3, 2020. The next day the town was empty.")
    assert (second.value, second.anchor) == ("2020-05-04", first.tid)


def test_an_amount_before_an_event_is_a_duration() -> None:
    """No date is known for the event."""
    assert values("It shows heavy losses four months after invading the country.") == [("four months", "P4M")]


@pytest.mark.parametrize(
    ("text", "value", "begin", "end"),
    [
        ("Fighting lasted two weeks.", "P2W", None, None),
        ("Trucks waited 24 hours.", "PT24H", None, None),
        ("In recent weeks the front moved.", "PXW", None, WEDNESDAY),
        ("Over the past three days the front moved.", "P3D", date(2022, 7, 10), WEDNESDAY),
        ("Over the past decade it grew.", "P1DE", date(2012, 7, 13), WEDNESDAY),
        ("They vote in the coming days.", "PXD", WEDNESDAY, None),
        ("The following months were hard.", "PXM", None, None),
        ("Sales fell in the first six months of 2021.", "P6M", date(2021, 1, 1), date(2021, 6, 30)),
        ("Sales fell in the last two weeks of last year.", "P2W", date(2021, 12, 18), date(2021, 12, 31)),
        ("Talks take place over the next two weeks.", "P2W", WEDNESDAY, date(2022, 7, 27)),
    ],
)
def test_durations(text: str, value: str, begin: date | None, end: date | None) -> None:
    """With the days they span where the text bounds them."""
    [timex] = read(text)
    assert (timex.type, timex.value, timex.begin, timex.end_date) == ("DURATION", value, begin, end)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They meet every Monday.", "XXXX-WXX-1"),
        ("The paper is printed daily.", "P1D"),
        ("It costs 3 euros per month.", "P1M"),
    ],
)
def test_sets(text: str, value: str) -> None:
    """What happens again and again."""
    [timex] = read(text)
    assert (timex.type, timex.value) == ("SET", value)


def test_both_ends_of_a_range_are_dates_of_one_month_and_year() -> None:
    """The month or the year may be told only once."""
    assert values("It runs from January 23 - March 9 2014.") == [
        ("January 23", "2014-01-23"), ("March 9 2014", "2014-03-09"),
    ]  # fmt: skip
    assert values("It ran 26 to 28 June 2020.") == [("26", "2020-06-26"), ("28 June 2020", "2020-06-28")]


def test_a_full_date_at_the_head_is_the_day_that_weekdays_are_counted_from() -> None:
    """A dateline is nearer to the writer than the time at which a page was published."""
    assert values("Friday, July 8, 2022\nThe vote was held on Tuesday.")[1] == ("Tuesday", "2022-07-05")


def test_without_a_day_of_publication_a_weekday_has_no_date() -> None:
    """A year that the text tells is no day to count from."""
    assert values("In 2025 the levy rose. Exporters met on Thursday.", None) == [
        ("2025", "2025"),
        ("Thursday", "XXXX-WXX-4"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Prices rose last week.", "XXXX-WXX"),
        ("It will close next month.", "XXXX-XX"),
        ("It was shut two years ago.", "XXXX"),
        ("It was shut a few weeks ago.", "PAST_REF"),
        ("It fell in the second quarter of this year.", "XXXX-Q2"),
        ("The bridge fell yesterday morning.", "XXXX-XX-XXTMO"),
        ("The bridge fell on Friday night.", "XXXX-WXX-5TNI"),
        ("It ends at the end of the month.", "XXXX-XX"),
    ],
)
def test_without_a_day_of_publication_times_are_found_without_days(text: str, value: str) -> None:
    """Their TIMEX3 values leave open what nobody tells."""
    found = read(text, None)
    assert [(timex.value, timex.begin) for timex in found] == [(value, None)]


def test_without_a_day_of_publication_years_of_the_past_do_not_date_this_month() -> None:
    """Months without a year belong to a date told before, never to a mere year."""
    told = "It began in 2018. On July 15, 2022, they met; on July 18 they signed. This month they vote."
    assert values(told, None)[1:] == [
        ("July 15, 2022", "2022-07-15"),
        ("July 18", "2022-07-18"),
        ("This month", "XXXX-XX"),
    ]
    assert values("It began in 2018 and closed on May 17.", None)[1:] == [("May 17", "XXXX-05-17")]
    assert values("It began in March 2018 and closed on May 17.", None)[1:] == [("May 17", "XXXX-05-17")]


def test_following_a_visit_is_no_part_of_how_long_it_was() -> None:
    """A preposition; "the following two days" begins an expression."""
    assert values("He spoke following a two-day visit.") == [("a two-day", "P2D")]


def test_a_weekday_of_a_history_that_has_told_no_day_is_that_of_the_publication() -> None:
    """An obituary names many years, and begins with the day of the death."""
    text = "He died on Friday. He was born in 1937, fled in 1956, led from 1962, lost in 1978 and returned in 1999."
    assert values(text)[0] == ("Friday", "2022-07-08")


def test_that_year_is_the_year_told_last() -> None:
    """Though a day was told before it."""
    text = "She was born on May 3, 1986. In 2005 she left. That same year she won."
    assert values(text)[-1] == ("That same year", "2005")


def test_what_comes_on_a_monday_comes_on_no_day() -> None:
    """ "On a Monday" means any; "a Monday statement" has its day."""
    assert values("They meet on a Monday and write.") == [("Monday", "XXXX-WXX-1")]
    assert values("It said so in a Monday statement.") == [("Monday", "2022-07-11")]


def test_the_end_of_a_range_in_words_has_the_month_before_it() -> None:
    """ "April 1 through 14"; not "April 1 and 14 people"."""
    assert values("It ran from April 1 through 14.")[1:] == [("14", "2022-04-14")]
    assert values("It hurt two on April 1 and 14 people later.")[1:] == []


def test_a_history_is_read_by_its_own_calendar() -> None:
    """A month belongs to the year that was told last, not to that of the publication."""
    history = (
        "War began in 1936. In July 1936 officers rose. Madrid held out in 1937. In April 1937 a town was bombed. "
        "By 1938 the front had moved. On 25 July 1938 a battle began. In November it ended."
    )
    assert values(history)[-1] == ("November", "1938-11")


@pytest.mark.parametrize(
    "text",
    [
        "Mrs May spoke to the house.",
        "The march went on to the square.",
        "About 2000 people fled.",
        "The shell cost $1999 in all.",
        "He took a second look at three quarters of the map.",
        "The fall of the city shocked many.",
        "A man, 45 years old, was held.",
        "Illustrator Johnnie Christmas signed books.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    """Names, counts, ages and shares."""
    assert values(text) == []


def test_fields_have_the_form_of_the_schema() -> None:
    """Days as ISO 8601, unknown ones as null."""
    doc = NLP("It opened in May 2021.")
    assert time_fields(Times()(doc)) == [
        {
            "tid": "t1", "start": 13, "end": 21, "text": "May 2021", "type": "DATE", "value": "2021-05", "mod": None,
            "begin": "2021-05-01", "end_date": "2021-05-31", "granularity": "month", "anchor": None,
            "rule": "month_and_year",
        }
    ]  # fmt: skip


CALENDAR = st.sampled_from(
    [
        "the", "of", "in", "on", "and", "to", "last", "next", "this", "two", "three", "5", "31", "2021", "1999", "3rd",
        "May", "March", "Friday", "week", "weeks", "day", "year", "month", "ago", "later", "before", "early", "end",
        "quarter", "century", "90s", "summer", "night", "every", "per", "daily", "recently", "10:30", "pm", ",", ".",
        "-", "(", "Christmas",
    ]
)  # fmt: skip


@given(st.lists(CALENDAR, max_size=30).map(" ".join) | st.text(max_size=200), st.dates() | st.none())
def test_no_text_breaks_it_and_every_span_is_the_text_it_claims(text: str, published: date | None) -> None:
    """Expressions stand in order and do not overlap."""
    last = 0
    for timex in read(text, published):
        assert text[timex.start : timex.end] == timex.text
        assert last <= timex.start < timex.end
        last = timex.end
        if timex.begin and timex.end_date:
            assert timex.begin <= timex.end_date


@given(st.text("nOUMWVSPEQyKCRlxtsgbaijkfTodAFrepmZ,-()NYDqHXGIJ~", min_size=1, max_size=8))
def test_no_rule_is_missing_from_the_index_by_first_letters(letters: str) -> None:
    """The index only saves time."""
    matching = [rule for rule in RULES if rule.pattern.match(letters)]
    assert [rule for rule in rules_for(letters, 0) if rule.pattern.match(letters)] == matching


def test_other_pipelines_can_use_it() -> None:
    """By its name, with nothing but a tokenizer before it."""
    nlp: Any = spacy.blank("en")
    nlp.add_pipe("newswire_times")
    doc: Doc = nlp("It opened in May 2021.")
    assert [timex.value for timex in doc._.times] == ["2021-05"]


def test_the_tense_of_the_clause_is_read_from_its_tree() -> None:
    """What is to be done on a day is yet to come, whatever came before in the text."""
    doc = Doc(
        NLP.vocab,
        words="The vote is to be held on Friday . It was called on Friday .".split(),
        heads=[1, 5, 5, 5, 5, 5, 7, 5, 5, 11, 11, 11, 13, 11, 11],
        deps=("det nsubj:pass aux mark aux:pass ROOT case obl punct nsubj:pass aux:pass ROOT case obl punct").split(),
        pos="DET NOUN AUX PART AUX VERB ADP PROPN PUNCT PRON AUX VERB ADP PROPN PUNCT".split(),
        tags="DT NN VBZ TO VB VBN IN NNP . PRP VBD VBN IN NNP .".split(),
    )
    doc._.context = ArticleContext(published=WEDNESDAY)
    assert [timex.value for timex in Times()(doc)._.times] == ["2022-07-15", "2022-07-08"]
