"""Which words that may mean a time do, and which do not."""

import pytest
from spacy.tokens import Doc, Span

from service.enrich.context import ArticleContext
from service.enrich.times import Times
from tests.enrich.times.reading import NLP, WEDNESDAY, read, values


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
        "It looked much as it does today.",
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


@pytest.mark.parametrize(
    ("text", "tags", "found"),
    [
        ("Today , Orsk exports steel .", "NN , NNP VBZ NN .", []),
        ("Today , Orsk exported steel .", "NN , NNP VBD NN .", ["Today"]),
        ("Today , we export steel .", "NN , PRP VBP NN .", ["Today"]),
    ],
)
def test_a_today_that_opens_what_is_so_at_all_times_is_no_day(text: str, tags: str, found: list[str]) -> None:
    """But what happened is told of a day, and so is what the writer does himself."""
    doc = Doc(
        NLP.vocab,
        words=text.split(),
        tags=tags.split(),
        heads=[3, 3, 3, 3, 3, 3],
        deps=["obl:unmarked", "punct", "nsubj", "ROOT", "obj", "punct"],
    )
    doc._.context = ArticleContext(published=WEDNESDAY)
    assert [timex.text for timex in Times()(doc)._.times] == found


def test_day_words_are_parts_of_names_only_with_a_capital() -> None:
    """``USA Today`` is a newspaper; a tagger that takes in the word behind a name hides no day."""
    doc = NLP("Ann Lee told USA Today so. Protesters left the Capitol today.")
    doc.set_ents([Span(doc, 3, 5, label="ORG"), Span(doc, 9, 11, label="ORG")])
    doc._.context = ArticleContext(published=WEDNESDAY)
    assert [(timex.text, timex.value) for timex in Times()(doc)._.times] == [("today", "2022-07-13")]


def test_a_part_of_a_name_is_no_time() -> None:
    """But what a tagger put behind the name of an agency is, and so is the year of an event."""
    doc = NLP("April Roe told the Sunday Herald and the BBC Tuesday of the 2022 Lake Cup.")
    doc._.context = ArticleContext(published=WEDNESDAY)
    names = {"April Roe": "PERSON", "Sunday Herald": "ORG", "BBC Tuesday": "ORG", "2022 Lake Cup": "EVENT"}
    starts = {name: doc.text.index(name) for name in names}
    doc.ents = [doc.char_span(starts[name], starts[name] + len(name), label=names[name]) for name in names]
    assert [timex.text for timex in Times()(doc)._.times] == ["Tuesday", "2022"]


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
        "A 45-year-old man and his three-year-old were held.",
        "The paper is out in Monthly Notices of an academy.",
        "He told LA Weekly so.",
        "The fall-out was great, and so were winter-wear sales.",
        "Ito had a foul in the third quarter, with 3:08 to play.",
        "Read it at https://example.org/events/september-11-programme.",
        "It grew in 1-1/2 years.",
        "It ended on the last day of the talks.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    """Names, counts, ages, shares, games and addresses."""
    assert values(text) == []


def test_a_number_behind_a_hyphen_and_a_shorter_number_is_no_year() -> None:
    """A telephone number is none, and a range of years is two."""
    assert values("Call 555 461-1776.") == []
    assert values("The war of 1914-1918.") == [("1914", "1914"), ("1918", "1918")]


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


def test_what_comes_on_a_monday_comes_on_no_day() -> None:
    """ "On a Monday" means any; "a Monday statement" has its day."""
    assert values("They meet on a Monday and write.") == [("Monday", "XXXX-WXX-1")]
    assert values("It said so in a Monday statement.") == [("Monday", "2022-07-11")]
    assert [value for _, value in values("They meet on a Monday, Tuesday or Sunday and write.")] == [
        "XXXX-WXX-1", "XXXX-WXX-2", "XXXX-WXX-7",
    ]  # fmt: skip


def test_a_month_in_front_of_what_was_in_it_is_one() -> None:
    """Though its name means other things; not where it is all of a person's name."""
    assert values("The May election was close.") == [("May", "2022-05")]
    assert values("A March report said so.") == [("March", "2022-03")]
    doc = NLP("The May government fell.")
    doc._.context = ArticleContext(published=WEDNESDAY)
    doc.ents = [Span(doc, 1, 2, label="PERSON")]
    assert Times()(doc)._.times == ()


def test_a_holiday_of_several_words_stands_behind_any_word() -> None:
    """No surname has several."""
    assert values("See Black Friday offers.") == [("Black Friday", "2022-11-25")]


@pytest.mark.parametrize(
    "text", ["Patients range in age from 20s to 50s.", "It is case number 21/2022.", "The story was in USA TODAY."]
)
def test_ages_numbers_of_cases_and_names_of_papers_are_no_times(text: str) -> None:
    """Whatever tagger has read the text."""
    assert values(text) == []


def test_the_second_year_behind_a_stroke_is_one() -> None:
    """Seasons and budgets span two."""
    assert values("It rained in 1984/1985.") == [("1984", "1984"), ("1985", "1985")]


def test_a_date_may_be_written_with_hyphens() -> None:
    """Of both readings the one that exists, else the nearer to the publication; numbers of telephones are none."""
    assert values("It was filed on 23-08-2021.") == [("23-08-2021", "2021-08-23")]
    assert values("It was filed on 05-08-2021.") == [("05-08-2021", "2021-08-05")]
    assert values("Call 1-23-2020-5 or 12-3456-789.") == []


def test_a_number_that_measures_is_no_time_of_the_clock() -> None:
    """Though "at" stands before it."""
    assert values("It stood at 2.43 per cent on Monday.") == [("Monday", "2022-07-11")]
    assert values("It began at 2.43 on Monday.")[0] == ("2.43", "2022-07-11T02:43")


def test_a_rocket_and_its_number_are_no_day() -> None:
    """Others of that series have other numbers."""
    assert values("A Long March 3 took off in May.") == [("May", "2022-05")]
