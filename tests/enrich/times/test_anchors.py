"""The day, month or year that an expression is counted from."""

from datetime import date

import pytest

from service.enrich.context import ArticleContext, Dateline
from service.enrich.times import Times
from tests.enrich.times.reading import NLP, WEDNESDAY, read, values


def test_days_counted_from_another_day_of_the_text() -> None:
    """The anchor is named by the id of the expression it is."""
    first, second = read("The dam broke on May 3, 2020. Two days later the town was empty.")
    assert (second.value, second.anchor) == ("2020-05-05", first.tid)
    first, second = read("The dam broke on May 3, 2020. The next day the town was empty.")
    assert (second.value, second.anchor) == ("2020-05-04", first.tid)
    first, second = read("The dam broke on May 3, 2020. Later in the day the town was empty.")
    assert (second.value, second.anchor) == ("2020-05-03", first.tid)


def test_a_full_date_at_the_head_is_the_day_that_weekdays_are_counted_from() -> None:
    """A dateline is nearer to the writer than the time at which a page was published."""
    assert values("Friday, July 8, 2022\nThe vote was held on Tuesday.")[1] == ("Tuesday", "2022-07-05")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It opened in May 2019, and two months later it closed.", "2019-07"),
        ("It opened in 2019. A year earlier it was a field.", "2018"),
        ("It opened in the early 2010s, but seven years later it closed.", "2017"),
        ("It opened on May 3 and closed two days later.", "2022-05-05"),
        ("It was filed in 2019. On May 13 of that year it was heard.", "2019-05-13"),
    ],
)
def test_months_and_years_are_counted_from_the_month_or_year_told_last(text: str, value: str) -> None:
    """Days from the day told last."""
    assert values(text)[-1][1] == value


def test_years_ago_of_a_history_that_has_told_no_year_are_counted_from_the_publication() -> None:
    """Then, and not before, it has a calendar of its own."""
    text = "Fifty years ago it began. In 1901, 1902, 1903, 1904 and 1905 it grew."
    assert values(text)[0] == ("Fifty years ago", "1972")


def test_that_year_is_the_year_told_last() -> None:
    """Though a day was told before it."""
    text = "She was born on May 3, 1986. In 2005 she left. That same year she won."
    assert values(text)[-1] == ("That same year", "2005")


def test_a_history_is_read_by_its_own_calendar() -> None:
    """A month belongs to the year that was told last, not to that of the publication."""
    history = (
        "War began in 1936. In July 1936 officers rose. Madrid held out in 1937. In April 1937 a town was bombed. "
        "By 1938 the front had moved. On 25 July 1938 a battle began. In November it ended."
    )
    assert values(history)[-1] == ("November", "1938-11")


def test_news_with_a_long_background_is_no_history() -> None:
    """What says yesterday before it names a year counts days from its publication, however many years follow."""
    news = (
        "The minister resigned yesterday. She had won in 1998, 2002, 2006, 2010 and 2014, and lost on 5 May 2018. "
        "Her party meets tomorrow."
    )
    found = dict(values(news))
    assert (found["yesterday"], found["tomorrow"]) == ("2022-07-12", "2022-07-14")


def test_a_weekday_of_a_history_that_has_told_no_day_is_that_of_the_publication() -> None:
    """An obituary names many years, and begins with the day of the death."""
    text = "He died on Friday. He was born in 1937, fled in 1956, led from 1962, lost in 1978 and returned in 1999."
    assert values(text)[0] == ("Friday", "2022-07-08")


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
        ("The bridge fell last night.", "XXXX-XX-XXTNI"),
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


def test_a_text_that_opens_with_last_week_or_on_tuesday_is_no_history() -> None:
    """However many years of the past follow; "the next day" and a weekday with its date are a history's, too."""
    years = "Floods came in 1901, 1913, 1934, 1947 and 1953."
    assert values(f"The dam broke on Tuesday. {years} Work began on Monday.")[-1] == ("Monday", "2022-07-11")
    assert values(f"The dam broke last week. {years} Work began on Monday.")[-1] == ("Monday", "2022-07-11")
    history = f"It broke on Tuesday, May 4, 1920. {years} They left on Monday."
    assert values(history)[-1] == ("Monday", "1920-05-03")


def test_last_year_and_tonight_are_counted_from_the_publication_in_a_history_too() -> None:
    """ "The next year" is counted from the year told last."""
    years = "Floods came in 1901, 1913, 1934, 1947 and 1953."
    assert values(f"{years} A wall was built last year.")[-1] == ("last year", "2021")
    assert values(f"{years} A wall was built the next year.")[-1] == ("the next year", "1954")
    assert values(f"{years} The band plays tonight.")[-1] == ("tonight", "2022-07-13TNI")


def test_a_weekday_that_the_day_is_not_tells_another_year() -> None:
    """In the year of publication, or next to it, the date is such a day; where in none, it is believed."""
    years = "Floods came in 1901, 1913, 1934, 1947 and 1953."
    assert values(f"{years} It opens on Friday, July 15.")[-1] == ("Friday, July 15", "2022-07-15")
    assert values("It opened on Thursday, October 14.") == [("Thursday, October 14", "2021-10-14")]
    assert values("It opened on Sunday, October 14.") == [("Sunday, October 14", "2021-10-14")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened on April 22 last year.", ("April 22 last year", "2021-04-22")),
        ("It will open on 4 May next year.", ("4 May next year", "2023-05-04")),
        ("It opened in December last year.", ("December last year", "2021-12")),
        ("It closed in March of this year.", ("March of this year", "2022-03")),
    ],
)
def test_a_month_or_day_takes_the_year_told_behind_it(text: str, expected: tuple[str, str]) -> None:
    """Both are one expression."""
    assert values(text) == [expected]


def test_the_year_of_something_else_is_not_that_of_the_month_before_it() -> None:
    """ "In May last year's winner retired" tells a May and a year."""
    assert values("In June last year's winner left.") == [("June", "2022-06"), ("last year", "2021")]


def test_the_day_of_a_wires_dateline_is_the_day_that_others_are_counted_from() -> None:
    """Where it is about that of the publication: old copy goes out again."""
    assert _behind_dateline("July 12") == "2022-07-11"
    assert _behind_dateline("12 July, 2022") == "2022-07-11"
    assert _behind_dateline("March 3") == "2022-07-12"
    assert _behind_dateline("July 12, 2020", None) == "2020-07-11"


def _behind_dateline(day: str, published: date | None = WEDNESDAY) -> str:
    doc = NLP("OSLO: The bridge fell yesterday.")
    doc._.context = ArticleContext(published=published, dateline=Dateline(0, 4, "OSLO", day))
    [timex] = Times()(doc)._.times
    return str(timex.value)


@pytest.mark.parametrize(
    ("text", "value"),
    [("They embraced following Tuesday's vote.", "2022-07-12"), ("They met on the following Tuesday.", "2022-07-19")],
)
def test_following_is_a_preposition_without_an_article(text: str, value: str) -> None:
    """Then what it stands before is told by itself."""
    assert [timex.value for timex in read(text)] == [value]


def test_the_past_year_is_the_twelve_months_up_to_now() -> None:
    """ "This past week" is one of the calendar's, as "last week" is."""
    [year] = read("Prices rose over the past year.")
    assert (year.value, year.begin, year.end_date) == ("P1Y", date(2021, 7, 14), WEDNESDAY)
    assert values("Prices rose this past week.") == [("this past week", "2022-W27")]
