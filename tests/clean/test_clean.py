"""Cleaning: what is kept, and that every kept character is found again in the raw text."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.clean import CleanArticle, clean
from service.clean.html import read_html
from service.clean.kind import input_kind
from service.clean.limits import tag_depth
from service.config import ArticleSettings
from service.errors import Reason, Rejected

SETTINGS = ArticleSettings()


def cleaned(body: str, **fields: Any) -> CleanArticle:
    return clean({"body": body, **fields}, SETTINGS)


PAGE = """<html><head><title>Site</title><style>p {}</style></head><body>
<nav>Home <a href=x>World</a></nav><article><h1>Talks &amp; trade</h1>
<p>First  <b>bold</b>\n line.<br>Second line.</p><script>bad()</script><p>Last.</p></article>
<footer>Imprint</footer></body></html>"""


def test_a_page_becomes_its_headline_and_its_paragraphs() -> None:
    """Navigation, scripts and footers are left out; inline tags do not break a line."""
    article = cleaned(PAGE)
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


@pytest.mark.parametrize(
    "body",
    [
        "<!--" * 100_000,
        "<" * 100_000,
        "&" * 100_000,
        "&#x0;" * 10_000,
        "<a " * 50_000,
        "<p" + " x=1" * 50_000,
    ],
    ids=["comments", "brackets", "ampersands", "nulls", "open tags", "attributes"],
)
def test_hostile_pages_end_in_a_refusal_or_a_text(body: str) -> None:
    """Within the time limit of a test."""
    try:
        assert cleaned(body, body_format="html").text
    except Rejected as refused:
        assert refused.reason in (Reason.EMPTY_TEXT, Reason.TOO_DEEP)


def raw_of(body: str, kind: str) -> str:
    return read_html(body).raw if kind == "html" else body


PIECES = st.sampled_from(
    [
        "word",
        " ",
        "\n",
        "  ",
        "\u00a0",
        "\u200b",
        "\x00",
        "é",
        "🙂",
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "&amp;",
        "<br>",
    ]
) | st.text(max_size=4)


@given(pieces=st.lists(PIECES, max_size=40), kind=st.sampled_from(["html", "text"]), title=st.none() | st.text())
def test_every_run_is_identical_in_the_raw_text(pieces: list[str], kind: str, title: str | None) -> None:
    """Runs are in order, do not overlap, and cover every character of the body but the breaks."""
    body = "".join(pieces) or "x"
    try:
        article = clean({"body": body, "body_format": kind, "title": title}, SETTINGS)
    except Rejected:
        return
    raw = raw_of(body, kind)
    covered = 0
    for start, raw_start, length in article.cleaning["segments"]:
        assert start >= covered
        assert length > 0
        assert article.text[start : start + length] == raw[raw_start : raw_start + length]
        covered = start + length
    in_runs = {i for start, _, length in article.cleaning["segments"] for i in range(start, start + length)}
    for paragraph in article.paragraphs:
        if paragraph["kind"] == "body":
            outside = set(range(paragraph["start"], paragraph["end"])) - in_runs
            assert {article.text[i] for i in outside} <= {" "}


@given(st.lists(PIECES, max_size=40))
def test_paragraphs_tile_the_text(pieces: list[str]) -> None:
    """One blank line between them, and nothing else."""
    try:
        article = cleaned("".join(pieces) or "x", body_format="text")
    except Rejected:
        return
    texts = [article.text[p["start"] : p["end"]] for p in article.paragraphs]
    assert "\n\n".join(texts) == article.text
    assert all(text and text == text.strip() and "\n" not in text for text in texts)
