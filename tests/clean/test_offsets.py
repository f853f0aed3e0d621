"""Offsets: every kept character is found again in the raw text, and every removal says where it was."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from service.clean.repair import repair
from service.errors import Rejected
from tests.clean.cleaned import check_offsets, cleaned, raw_span

STORY = "The harbour was closed on Monday after a storm had damaged both of its piers, the mayor said."
JUNK = ["Read more: Five ways to save water", "Share", "Advertisement", "Photo: A. Reader", "-", "By Ann Example"]
PIECES = st.sampled_from(
    ["word", " ", "\n", "  ", "\u00a0", "\u200b", "\x00", "é", "e\u0301", "Ã©", "ï\x91", "â€™", "🙂", "\ud800",
     "A&amp;B", "&nbsp;", "&#0;", "<p>", "</p>", "<b>", "</b>", "<br>", ". ", "x" * 2100, STORY, f"\n{STORY}\n",
     *(f"\n{line}\n" for line in JUNK)]
) | st.text(max_size=4)  # fmt: skip
BODIES = st.lists(PIECES, min_size=1, max_size=30).map("".join).filter(bool)


@given(body=BODIES, kind=st.sampled_from(["html", "text"]), title=st.none() | st.text())
@example(body="ï\x91", kind="html", title=None)
def test_every_character_of_the_body_is_mapped(body: str, kind: str, title: str | None) -> None:
    """Whatever is repaired or removed; only paragraph breaks and a given title are not of the raw text."""
    try:
        article = cleaned(body, body_format=kind, title=title)
    except Rejected:
        return
    check_offsets(article)


@given(body=BODIES, data=st.data())
def test_a_span_of_the_text_maps_to_raw_text_that_repairs_to_it(body: str, data: st.DataObject) -> None:
    """So an analyst is shown the characters as they were published."""
    try:
        article = cleaned(body)
    except Rejected:
        return
    words = [
        match
        for paragraph in article.paragraphs
        for match in re.finditer(r"[A-Za-z&é]+", article.text)
        if paragraph["start"] <= match.start() < paragraph["end"]
    ]
    if words:
        word = data.draw(st.sampled_from(words))
        start, end = raw_span(article.cleaning, *word.span())
        assert word[0] in repair(body, start, end).text


@given(BODIES)
def test_paragraphs_tile_the_text(body: str) -> None:
    """One blank line between them, and nothing else."""
    try:
        article = cleaned(body)
    except Rejected:
        return
    texts = [article.text[p["start"] : p["end"]] for p in article.paragraphs]
    assert "\n\n".join(texts) == article.text
    assert all(text and text == text.strip() and "\n" not in text for text in texts)


def test_a_repaired_character_maps_to_all_it_was_made_of() -> None:
    """An entity is one character of the text and five of the body."""
    body = "Smith &amp; Sons\u00a0closed its works in the north of the country on Monday, the company said."
    article = cleaned(body)
    assert article.text.startswith("Smith & Sons")
    assert raw_span(article.cleaning, 6, 7) == (6, 11)
    assert raw_span(article.cleaning, 0, 12) == (0, 16)


@pytest.mark.parametrize("between", [" ", "\u00a0 ", ""])
def test_sentences_of_one_line_are_one_paragraph(between: str) -> None:
    """A text that has lost its breaks is judged by sentences; those that are kept stay together."""
    body = between.join([STORY + " "] * 40)
    article = cleaned(body, title="Harbour closed")
    assert len(article.paragraphs) == 2
    check_offsets(article)
