"""Bodies made or broken to hurt: each ends soon, with a text or with a reason."""

import gzip
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.clean import clean
from service.errors import Reason, Rejected
from tests.clean.cleaned import SETTINGS, check_offsets

WIDE = replace(SETTINGS, max_body_characters=20_000_000)
MEGABYTE = 1_000_000
SENTENCE = "The council met on Monday and agreed to close the old bridge, a spokesman said. "

TEXTS = {
    "one line of 5 MB": SENTENCE * (5 * MEGABYTE // len(SENTENCE)),
    "one line of 10 MB": SENTENCE * (10 * MEGABYTE // len(SENTENCE)),
    "one word of 5 MB": "x" * (5 * MEGABYTE),
    "no end mark in 2 MB": "word " * (2 * MEGABYTE // 5),
    "end marks only": "." * MEGABYTE,
    "spaces only, but for one word": " " * MEGABYTE + "word",
    "200,000 lines": "word\n" * 200_000,
    "NUL bytes": "\x00".join(SENTENCE) * 100,
    "lone surrogates": ("\ud800" + SENTENCE) * 1000,
    "ampersands": "&" * MEGABYTE,
    "entities of entities": "&amp;" * 200_000,
    "mojibake": "Ã©" * 500_000,
    "lines of mojibake": ("Ã©â€™ " * 300 + "\n") * 100,
    "combining marks": "e" + "\u0301" * 200_000,
    "decomposed letters": "e\u0301" * 200_000,
    "read as another charset": (SENTENCE * 100).encode("utf-16-le").decode("latin-1"),
    "binary data": gzip.compress(bytes(range(256)) * 2000).decode("latin-1"),
    "brackets": "([{\"'“" * 100_000,
    "a dateline without end": "LONDON" + ", A" * 200_000,
    "a byline without end": "By " + "Ann Bo " * 200_000,
}

PAGES = {
    "open comments": "<!--" * 250_000,
    "brackets": "<" * MEGABYTE,
    "open tags": "<a " * 300_000,
    "attributes": "<p" + " x=1" * 250_000,
    "nulls as entities": "<p>" + "&#x0;" * 100_000,
    "one paragraph of 5 MB": f"<p>{SENTENCE * (5 * MEGABYTE // len(SENTENCE))}</p>",
    "comments of 10 MB": "<!--" * (10 * MEGABYTE // 4),
    "100,000 nested tags": "<div>" * 100_000 + "x",
    "closing tags": "<p>x</p>" + "</div>" * 100_000,
    "400,000 groups of digits": "<p>" + "1,234,567 " * 133_334 + "</p>",
    "a heading of 100,000 parts": "<h1>"
    + "a | " * 100_000
    + "</h1><title>"
    + "a | " * 100_000
    + "</title><p>x y z.</p>",
    "a title without end": "<meta property='og:title' content='" + "a - b " * 100_000 + "'><p>x y z.</p>",
    "100,000 authors": "<meta name='author' content='" + "Ann Bo, and " * 100_000 + "'><p>x y z.</p>",
    "an author by and by": "<meta name='author' content='By" + " by" * 100_000 + "'><p>x y z.</p>",
    "30,000 headings": "<h1>a b</h1>" * 30_000 + "<title>a b</title>",
    "30,000 bylines": "<h1>x</h1>" + "<div class='byline'>By Ann Bo</div>" * 30_000,
    "100,000 articles in a head": "<head>" + "<article></article>" * 100_000 + "</head><p>x y z.</p>",
    "an open script": "<p>x y z.</p><script>" + "</scrip " * 100_000,
    "scripts in scripts": "<p>x y z.</p>" + "<script>" * 100_000,
    "open CDATA": "<p>x y z.</p>" + "<![CDATA[" * 100_000,
    "plain text without end": "<p>x y z.</p><plaintext>" + "<p>x" * 30_000,
    "an open title": "<title>" + "x<p>" * 100_000,
    "brackets of JSON-LD": "<script type='application/ld+json'>" + "[" * 200_000 + "</script><p>x y z.</p>",
    "control characters": "<p>" + "".join(map(chr, range(1, 32))) * 10_000 + "x y z.</p>",
    "control characters in names": "<p class='\x01\x02\x0b' id='\x0c\x1f'>x y z.</p>" * 3_000,
    "odd tags": "".join(f"<x{i}:y-{i}.z>a b c</x{i}:y-{i}.z>" for i in range(10_000)),
    "tags of other letters": "<a-é€>x</a-é€>" * 10_000,
    "braces and quotes in tags": "<{n}p>x</{n}p><p'\"]>y</p>" * 5_000,
    "a tag of 1 MB": "<" + "a" * MEGABYTE + ">x y z.",
    "a class of 1 MB": "<p class='" + "abc-def " * (MEGABYTE // 8) + "'>x y z.</p>",
    "a comment of dashes": "<!--" + "-" * MEGABYTE,
}


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_texts_end_in_a_text_or_a_reason(name: str) -> None:
    """All steps take time in proportion to the text."""
    try:
        article = clean({"body": TEXTS[name], "body_format": "text"}, WIDE)
    except Rejected as refused:
        assert refused.reason is Reason.EMPTY_TEXT
    else:
        check_offsets(article)
        assert article.raw == TEXTS[name]


@pytest.mark.parametrize("name", PAGES)
def test_hostile_pages_end_in_a_text_or_a_reason(name: str) -> None:
    """The depth of tags is counted before a parser sees them."""
    try:
        assert clean({"body": PAGES[name], "body_format": "html"}, WIDE).text
    except Rejected as refused:
        assert refused.reason in (Reason.EMPTY_TEXT, Reason.TOO_DEEP)


@pytest.mark.parametrize("kind", ["html", "text"])
def test_a_body_over_the_limit_is_refused_unread(kind: str) -> None:
    """And the reason names the setting."""
    with pytest.raises(Rejected) as raised:
        clean({"body": "x" * (SETTINGS.max_body_characters + 1), "body_format": kind}, SETTINGS)
    assert raised.value.reason is Reason.TOO_LARGE
    assert "NEWSWIRE_MAX_BODY_CHARACTERS" in raised.value.detail


@given(body=st.text(min_size=1, max_size=2000), title=st.none() | st.text(max_size=100), language=st.none() | st.text())
def test_any_text_at_all_ends_in_a_text_or_a_reason(body: str, title: str | None, language: str | None) -> None:
    """Characters of every kind, in every field, and no kind given."""
    try:
        assert clean({"body": body, "title": title, "language": language}, SETTINGS).text
    except Rejected as refused:
        assert refused.reason is Reason.EMPTY_TEXT


@pytest.mark.parametrize("page", ["<artic\x1dle\x00t> {}", "<p hidden>x</p>\x02 {}", "<nav>\x0b</nav>\x1f<b\x01>{}"])
def test_control_characters_of_a_page_are_blanks(page: str) -> None:
    """Found by fuzzing: the parser takes them, and lxml refuses to move what holds them."""
    body = f"<html><body>{page.format(SENTENCE)}</body></html>"
    article = clean({"body": body, "body_format": "html", "title": None, "language": None}, SETTINGS)
    assert SENTENCE.strip() in article.text
