"""Cleaning: what becomes of a page and of a text, and what is refused."""

import pytest

from service.clean import clean
from service.clean.kind import input_kind
from service.clean.limits import tag_depth
from service.errors import Reason, Rejected
from tests.clean.cleaned import SETTINGS, cleaned

PAGE = """<html><head><title>Site</title><style>p {}</style></head><body>
<nav>Home <a href=x>World</a></nav><article><h1>Talks &amp; trade</h1>
<p>First  <b>bold</b>\n line.<br>Second line.</p><script>bad()</script><p>Last.</p></article>
<footer>Imprint</footer></body></html>"""


def test_a_page_becomes_its_headline_and_its_paragraphs() -> None:
    """Navigation, scripts and footers are left out; inline tags do not break a line."""
    article = clean({"body": PAGE}, SETTINGS)
    assert article.text == "Talks & trade\n\nFirst bold line.\n\nSecond line.\n\nLast."
    assert article.title == "Talks & trade"
    assert [p["kind"] for p in article.paragraphs] == ["title", "body", "body", "body"]


def test_a_text_becomes_its_lines() -> None:
    """White space is collapsed, empty lines are no paragraphs."""
    assert cleaned("One  two.\r\n\r\n \u200b \n\tThree.\n").text == "One two.\n\nThree."


def test_a_given_title_comes_first_and_is_not_repeated() -> None:
    """When the body begins with it, that line is the title."""
    assert cleaned("Body.", title="Head line").text == "Head line\n\nBody."
    assert cleaned("head  LINE\nBody.", title="Head line").text == "head LINE\n\nBody."


def test_a_body_without_words_is_refused() -> None:
    """There is nothing to publish."""
    for body in ("<html><script>1</script></html>", "\u200b\n \x00", "<!-- only -->"):
        with pytest.raises(Rejected) as raised:
            cleaned(body, body_format="html" if "<" in body else "text")
        assert raised.value.reason is Reason.EMPTY_TEXT


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("<!DOCTYPE html><p>x", "html"),
        ("  <html><body>x", "html"),
        ("<p>One</p><p>Two</p>", "html"),
        ("Plain text with a < b and c > d.", "text"),
        ("One <b>word</b>", "text"),
    ],
)
def test_pages_are_told_from_texts(body: str, kind: str) -> None:
    """A single tag does not make a page."""
    assert input_kind(body) == kind


def test_depth_is_counted_before_anything_parses() -> None:
    """Void and self-closing tags do not nest; a parser would lose text or time beyond the limit."""
    assert tag_depth("<div><p><p><br><b>x</b></div>", 100) == 2
    assert tag_depth("<div>" * 100_000, 200) == 201
    with pytest.raises(Rejected) as raised:
        cleaned("<div>" * 300 + "x", body_format="html")
    assert (raised.value.reason, raised.value.field) == (Reason.TOO_DEEP, "body")


def test_text_at_the_deepest_allowed_nesting_is_not_lost() -> None:
    """libxml2 would return no text, silently, a little deeper."""
    depth = SETTINGS.max_tag_depth - 2
    assert cleaned("<html><body>" + "<div>" * depth + "found" + "</div>" * depth, body_format="html").text == "found"


def test_only_tags_that_nest_are_counted() -> None:
    """Neither tags in scripts, styles and comments nor those that close themselves, as drawings have them."""
    for harmless in ("<script>'<div>'</script>", "<style><b></style>", "<!-- <div> -->", "<path d='M0'/>"):
        assert tag_depth("<div>" + harmless * 300 + "</div>", 200) == 1
