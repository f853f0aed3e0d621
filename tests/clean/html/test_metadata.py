"""What a page tells about its article, in the shapes that publishers tell it in."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.clean.html.metadata.jsonld import read_json_ld
from service.clean.html.metadata.person_names import person_names
from service.clean.html.metadata.read import read_metadata
from service.clean.html.metadata.timestamps import lone_timestamp, timestamp
from service.clean.html.parse import parse
from service.clean.page import Metadata


def told(head: str = "", body: str = "", ld: Any = None) -> Metadata:
    script = "" if ld is None else f'<script type="application/ld+json">{json.dumps(ld)}</script>'
    page = f"<html><head>{head}{script}</head><body>{body}</body></html>"
    return read_metadata(parse(page)).metadata


STORY = {
    "@type": "NewsArticle",
    "headline": "River towns brace for flood",
    "author": [{"@type": "Person", "name": "Ana Example"}, {"@type": "Person", "name": "Bo Sample"}],
    "datePublished": "2024-03-02T06:00:00+01:00",
    "dateModified": "2024-03-03T07:30:00+01:00",
    "publisher": {"@type": "Organization", "name": "The Daily Sample"},
    "articleSection": "World",
}


def test_a_story_in_json_ld_fills_every_field() -> None:
    """Published and modified are kept apart."""
    found = told(ld=STORY)
    assert found.title == "River towns brace for flood"
    assert found.authors == ("Ana Example", "Bo Sample")
    assert (found.published_at, found.updated_at) == ("2024-03-02T06:00:00+01:00", "2024-03-03T07:30:00+01:00")
    assert (found.publisher, found.section) == ("The Daily Sample", "World")


def test_a_graph_is_followed_to_its_people() -> None:
    """WordPress names authors by reference."""
    graph = [
        {**STORY, "author": {"@id": "#/person/1"}},
        {"@type": "Person", "@id": "#/person/1", "name": "Cy Writer"},
    ]
    assert told(ld={"@graph": graph}).authors == ("Cy Writer",)


@pytest.mark.parametrize(
    "author",
    ["Ana Example and Bo Sample", ["Ana Example", "Bo Sample"], {"name": ["Ana Example", "Bo Sample"]}],
)
def test_authors_are_found_in_every_shape(author: Any) -> None:
    """One string, a list, or one person of several names."""
    assert told(ld={**STORY, "author": author}).authors == ("Ana Example", "Bo Sample")


def test_other_stories_of_a_page_are_not_its_own() -> None:
    """A live page's updates are stories, too, but parts of it."""
    ld = {**STORY, "liveBlogUpdate": [{"@type": "BlogPosting", "headline": "Old", "author": "Nobody Else"}]}
    assert told(ld=ld).title == "River towns brace for flood"


def test_the_publisher_is_no_author_when_a_person_is_named() -> None:
    """Pages give their own name where a template wants an author."""
    ld = {**STORY, "author": {"@type": "Organization", "name": "The Daily Sample"}}
    assert told(body='<span class="byline">By Di Reporter</span>', ld=ld).authors == ("Di Reporter",)


def test_meta_tags_fill_what_json_ld_leaves_out() -> None:
    """Dublin Core has the family name first."""
    head = (
        '<meta property="og:title" content="Talks fail - The Daily Sample">'
        '<meta name="dc.creator" content="Sample, Bo">'
        '<meta property="article:published_time" content="2024-05-06T07:08:09Z">'
        '<meta property="og:site_name" content="The Daily Sample">'
    )
    found = told(head)
    assert found.title == "Talks fail"
    assert (found.authors, found.published_at) == (("Bo Sample",), "2024-05-06T07:08:09Z")


def test_the_shown_headline_nearest_to_the_others_is_the_title() -> None:
    """Not the logo above it, nor the headline of a teaser."""
    body = "<h1>The Daily Sample</h1><h1>Talks fail in the north</h1><h1>Something else entirely</h1>"
    assert told("<title>Talks fail in the north | The Daily Sample</title>", body).title == "Talks fail in the north"


def test_without_other_titles_the_first_headline_is_the_title() -> None:
    """The window's title may be the site's."""
    assert told("<title>Site</title>", "<h1>Talks and trade</h1>").title == "Talks and trade"


def test_of_two_headlines_the_shown_one_is_the_title() -> None:
    """When each is told as often as the other."""
    head = '<meta property="og:title" content="Talks fail"><title>Envoys leave the north without a word</title>'
    body = "<h1>Talks fail</h1>"
    assert told(head, body, {**STORY, "headline": "Envoys leave the north without a word"}).title == "Talks fail"


def test_what_hangs_on_a_heading_is_no_part_of_the_title() -> None:
    """Two other titles say where it ends, and their own endings are the site's."""
    other = "Talks fail on the border - Sample"
    head = f'<meta property="og:title" content="{other}"><title>{other}</title>'
    assert told(head, "<h1>Talks fail on the border (87 comments)</h1>").title == "Talks fail on the border"


@pytest.mark.parametrize(
    "byline",
    ["<p>By Ana Example,</p>", '<div>By <a href="/x">Ana Example</a></div>', "<p>By Ana Example on Friday</p>"],
)
def test_a_byline_without_markup_is_read(byline: str) -> None:
    """Below the headline."""
    assert told(body=f"<h1>Talks fail</h1>{byline}<p>By noon all had left.</p>").authors == ("Ana Example",)


def test_the_name_of_the_publisher_behind_an_author_is_cut() -> None:
    """And the publisher alone is no author, however it is spelled."""
    ld = {**STORY, "author": [{"name": "Ana Example The Daily Sample"}, {"name": "Daily Sample"}]}
    assert told(ld=ld).authors == ("Ana Example",)


def test_a_date_is_looked_for_on_the_page_when_nothing_tells_it() -> None:
    """A ``time`` element with the property counts."""
    assert told(body='<time itemprop="datePublished" datetime="2021-02-03">Wed</time>').published_at is not None


def test_a_date_shown_without_a_tag_of_its_own_is_found() -> None:
    """Beside the story, in an element that is named for it."""
    found = told(body='<div class="post-meta">March 4, 2025</div><p>The river rose in 2019.</p>')
    assert found.published_at == "2025-03-04T00:00:00Z"


@pytest.mark.parametrize(
    "shown",
    [
        "<p>4 March 2025</p>",
        "<p>By Ana Example</p><p>Published: Tuesday, March 4, 2025</p>",
        "<div>By <a href='/ana'>Ana Example</a> | <span>4 March 2025</span></div>",
        "<ul><li>Share</li><li>Print</li></ul><p><b>4 March</b> 2025</p>",
    ],
)
def test_a_line_below_the_headline_that_is_a_date_is_the_date_of_the_page(shown: str) -> None:
    """Beside the byline, without any markup of its own."""
    page = f"<h1>River towns brace for flood</h1>{shown}<p>The river rose in 2019.</p>"
    assert told(body=page).published_at == "2025-03-04T00:00:00Z"


@pytest.mark.parametrize(
    "body",
    [
        "<p>4 March 2025</p><h1>River towns brace for flood</h1>",
        "<h1>River towns brace</h1><a href='/x'>Envoys leave the north early</a><p>4 March 2025</p>",
        "<h1>River towns brace</h1><a href='/x'><h3>Envoys leave the north early</h3></a><p>4 March 2025</p>",
        "<h1>River towns brace</h1><p>Twelve times has the great river risen above the old town's wall.</p>"
        "<p>4 March 2025</p>",
        "<h1>River towns brace</h1><p>Updated 4 March 2025</p>",
        "<h1>River towns brace</h1><p>Since 4 March 2025</p>",
        "<h1>River towns brace</h1><p>March 2025</p>",
    ],
)
def test_a_line_elsewhere_that_is_a_date_is_not_the_date_of_the_page(body: str) -> None:
    """The day of reading above the headline, another story's date, a timeline's, part of a sentence, no day."""
    assert told(body=body).published_at is None


@pytest.mark.parametrize(
    "body",
    [
        "<p>Tarsa introduced the levy after a drought in 2025.</p>",
        "<h1>Budget 2025 told</h1><p>In March 2025 it rained.</p>",
        "<p>The river rose.</p><footer>Copyright 2024 Sample</footer>",
        "<p>On 3 March 2021 the dam broke.</p>",
    ],
)
def test_dates_of_the_story_are_not_the_date_of_the_page(body: str) -> None:
    """Neither a bare year, which would become its first of January, nor a day that is told of."""
    assert told(body=body).published_at is None


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024-03-07T12:21:53.078Z", "2024-03-07T12:21:53Z"),
        ("2024-09-16T21:33+0100", "2024-09-16T21:33:00+01:00"),
        ("2024-05-06", "2024-05-06T00:00:00Z"),
        ("January 11th, 2024", "2024-01-11T00:00:00Z"),
        ("3 Mar 2024 4:45 pm", "2024-03-03T16:45:00Z"),
        ("Thu, 11 Jan 2024 16:10:50 GMT", "2024-01-11T16:10:50Z"),
        ("1750680000000", "2025-06-23T12:00:00Z"),
        ("0001-01-01T00:00:00", None),
        ("yesterday", None),
        (None, None),
    ],
)
def test_moments_are_read_as_publishers_write_them(written: str | None, read: str | None) -> None:
    """RFC 3339 comes out; what tells no day of our time is no moment."""
    assert timestamp(written) == read


@given(st.text(max_size=90))
def test_no_text_breaks_the_reading_of_moments(text: str) -> None:
    """A moment or nothing."""
    assert timestamp(text) is None or "T" in str(timestamp(text))
    assert lone_timestamp(text) in (None, timestamp(text))


def test_names_are_freed_of_what_stands_about_them() -> None:
    """``By``, degrees, posts, addresses and links are no names."""
    assert person_names(["By Ana Example, Health Reporter"]) == ("Ana Example",)
    assert person_names(["Rebecca Pond, CFP", "https://x.example/a", "@handle", "admin"]) == ("Rebecca Pond",)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.sampled_from(["NewsArticle", "WebPage"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@type", "@graph", "@id", "author", "name", "headline", "publisher"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_no_json_breaks_the_walk(value: Any) -> None:
    """Whatever a script holds, the page is read."""
    read_json_ld([json.dumps(value)])
    told(ld=value)
