"""Fields read out of an article: headline, dateline, byline, language."""

import pytest

from service.clean.bylines import byline_authors
from service.clean.dateline import find_dateline
from service.clean.headline import find_headline
from service.clean.language import hinted_code, language_of_lines
from tests.clean.cleaned import cleaned

STORY = "The harbour was closed on Monday after a storm had damaged both of its piers, the mayor of the town said."


@pytest.mark.parametrize(
    ("head", "text", "place", "agency", "date"),
    [
        ("WASHINGTON: A senior official said", "WASHINGTON", "WASHINGTON", None, None),
        ("LONDON (Reuters) - Shares fell", "LONDON (Reuters)", "LONDON", "Reuters", None),
        ("KYIV, Ukraine (AP) — Shelling went on", "KYIV, Ukraine (AP)", "KYIV, Ukraine", "AP", None),
        ("BEIRUT, March 3 (Reuters) - A blast", "BEIRUT, March 3 (Reuters)", "BEIRUT", "Reuters", "March 3"),
        ("NEW DELHI — India said", "NEW DELHI", "NEW DELHI", None, None),
        ("ST. PAUL, Minn. (AP) — A court ruled", "ST. PAUL, Minn. (AP)", "ST. PAUL, Minn.", "AP", None),
        ("Nairobi (AFP) – Police fired", "Nairobi (AFP)", "Nairobi", "AFP", None),
        ("DALLAS (AP) An aide said", "DALLAS (AP)", "DALLAS", "AP", None),
        ("Jaffna, Sri Lanka – The minister said", "Jaffna, Sri Lanka", "Jaffna, Sri Lanka", None, None),
        ("Geneva, 12 May 2022 - The agency", "Geneva, 12 May 2022", "Geneva", None, "12 May 2022"),
        ("(Reuters) - A court ruled", "(Reuters)", None, "Reuters", None),
        ("Oslo, Norway – A court ruled", "Oslo, Norway", "Oslo, Norway", None, None),
        ("Oslo /KESTREL/. A court ruled", "Oslo /KESTREL/", "Oslo", "KESTREL", None),
        ("OSLO (May 6, 2021) — A court ruled", "OSLO (May 6, 2021)", "OSLO", None, "May 6, 2021"),
        ("OSLO - 27 June 2022: A court ruled", "OSLO - 27 June 2022", "OSLO", None, "27 June 2022"),
    ],
)
def test_datelines_are_read(head: str, text: str, place: str | None, agency: str | None, date: str | None) -> None:
    """Of the common forms; the offsets are those of the dateline without the mark behind it."""
    whole = f"Title\n\n{head} on Monday, a spokesman said."
    found = find_dateline(whole, 7, len(whole))
    assert found == {
        "text": text, "start": 7, "end": 7 + len(text), "place": place, "agency": agency, "date": date
    }  # fmt: skip
    assert whole[found["start"] : found["end"]] == text


@pytest.mark.parametrize("day", ["Tuesday, March 3, 2026", "3 March 2026", "Mar. 3, 2026"])
def test_a_line_of_nothing_but_the_day_below_the_headline_is_a_dateline(day: str) -> None:
    """It stays, however much it looks like the day that a page puts above its articles."""
    article = cleaned(f"Storm closes harbour\n{day}\n{STORY}\n{STORY}", title="Storm closes harbour")
    assert article.text.startswith(f"Storm closes harbour\n\n{day}\n\n{STORY}")
    assert article.dateline is not None
    assert article.dateline["text"] == day
    assert article.text[article.dateline["start"] : article.dateline["end"]] == day
    assert article.dateline["date"] == day.removeprefix("Tuesday, ")
    assert article.dateline["place"] is None


@pytest.mark.parametrize(
    "head",
    ["Tuesday, March 3", "Published March 3, 2026", "March 3, 2026\nBy Ann Example", "By Ann Example\nMarch 3, 2026"],
)
def test_a_day_among_leftovers_is_one_of_them(head: str) -> None:
    """Beside the name of who wrote it, or without its year, it is what the page says of the article."""
    article = cleaned(f"Storm closes harbour\n{head}\n{STORY}\n{STORY}", title="Storm closes harbour")
    assert article.dateline is None
    assert "March" not in article.text


def test_a_dateline_of_a_place_below_a_line_of_the_day_is_the_storys() -> None:
    """It tells more."""
    article = cleaned(f"Storm closes harbour\nMarch 3, 2026\nDOVER — {STORY}\n{STORY}", title="Storm closes harbour")
    assert article.dateline is not None
    assert article.dateline["place"] == "DOVER"


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("Harbour closed after storm Ann Example ", "PORT LEE, March 3 (Reuters)"),
        ("Waves hit the harbour of Port Lee. (Photo: Ann Example) ", "PORT LEE, Kenya (AP)"),
        ("HARBOUR CLOSED BY THE MAYORS OF ALL TOWNS ON THE COAST SAYS THE PARTY OF SEAMEN ", "OF KENYA (PSK)"),
        ("Harbour closed after storm, said Ann Example of ", "PORT LEE"),
        ("Harbour closed after storm. " * 20, "PORT LEE (AP)"),
    ],
)
def test_a_dateline_stands_behind_headline_caption_or_byline(before: str, line: str) -> None:
    """With its agency, near the beginning; a text in capitals has none there."""
    whole = f"{before}{line} - Shares fell on Monday."
    found = find_dateline(whole, 0, len(whole))
    expected = "(" in line and len(before) < 400 and not before.isupper()
    assert (found and found["text"]) == (line if expected else None)


@pytest.mark.parametrize(
    "head",
    [
        "WATCH: The moment",
        "BREAKING — A man",
        "He said: Nobody",
        "Paris is a city",
        "The (AP) said",
        "Monday, May 3 - x",
        "On Friday, Peru - Chile",
        "Ortiz, Ruiz: Talks",
    ],
)
def test_what_only_looks_like_a_dateline_is_none(head: str) -> None:
    """A label, a sentence, a day."""
    assert find_dateline(head + " that nobody saw.", 0, len(head)) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Example", ["Ann Example"]),
        ("By Ann Example and Bo van der Sample, Reuters", ["Ann Example", "Bo van der Sample"]),
        ("BY ANN EXAMPLE | STAFF WRITER", ["Ann Example"]),
        ("Written by: Jean-Luc O’Test", ["Jean-Luc O’Test"]),
        ("By Staff Reporter", []),
        ("By Monday the water had gone", []),
        ("Ann Example", []),
    ],
)
def test_bylines_name_people(line: str, names: list[str]) -> None:
    """And nobody else: no paper, no office, no day."""
    assert byline_authors(line) == names


def test_the_first_line_is_the_headline_when_it_reads_like_one() -> None:
    """Short, without an end mark, and a story below it."""
    assert find_headline(["Storm closes harbour", STORY], None).line == 0
    assert find_headline([STORY, STORY], None).text is None
    assert find_headline(["Storm closes harbour"], None).text is None
    assert find_headline([], None).text is None


def test_a_known_headline_is_found_wherever_it_stands() -> None:
    """Whatever its case and punctuation; one that stands nowhere is still the headline."""
    found = find_headline(["Home", "STORM CLOSES ‘HARBOUR’", STORY], "Storm closes &quot;harbour&quot;")
    assert (found.text, found.line) == ('Storm closes "harbour"', 1)
    assert find_headline([STORY], "Storm").line is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (STORY, "en"),
        ("Der Hafen wurde am Montag geschlossen, nachdem ein Sturm beide Molen beschädigt hatte.", "de"),
        ("Le port a été fermé lundi après qu'une tempête a endommagé ses deux jetées, a dit le maire.", "fr"),
        ("Порт был закрыт в понедельник после шторма, сообщил мэр города.", "ru"),
    ],
)
def test_the_language_is_that_of_the_sentences(text: str, code: str) -> None:
    """Menu entries in another language do not count; a hint that differs is told."""
    found = language_of_lines(["Home", "News", "Sport", text], "en-GB")
    assert found.code == code
    assert found.differs == (code != "en")


def test_of_too_little_text_the_hint_is_believed() -> None:
    """Any language can be found in three letters."""
    assert language_of_lines(["Oui"], "fr-CA").code == "fr"
    assert language_of_lines(["Oui"], None).code is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ghana signs gold deal with China", "en"),
        ("Kenyan police arrested two men in Nairobi on Monday.", "en"),
        ("Di police don arrest two men for Lagos wey thief motor yesterday.", "pcm"),
    ],
)
def test_short_english_news_of_africa_is_not_taken_for_pidgin(text: str, code: str) -> None:
    """Names alone make no Pidgin of it, or alerts of Africa would not be read at all."""
    assert language_of_lines([text], None).code == code
    assert [hinted_code(hint) for hint in ("en_US", "EN", "x", "12", "", None)] == ["en", "en", None, None, None, None]
