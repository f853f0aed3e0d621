"""The body of a page written for these tests: what is kept, what goes, and why."""

import re

import pytest

from service.clean import CleanArticle, clean
from service.config.processing import ArticleSettings

PARAGRAPHS = (
    "The council of Lower Sample voted on Monday to repair the old bridge over the Brook before winter, after "
    "engineers warned that two of its four arches could give way under a heavy lorry.",
    "The work will cost 1.2 million and take four months, the mayor, Ana Example, told reporters after the vote. "
    "She said that buses would be sent through the neighbouring village until March.",
    "Shop owners on the eastern bank had asked for a footbridge during the repair, because most of their customers "
    "come from the other side, but the council said there was no money for it.",
    "Engineers first reported cracks in the northern arch three years ago, and the county closed one lane last "
    "spring when divers found that the river had washed out part of the foundation.",
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Council votes to repair bridge | The Daily Sample</title>
<meta property="og:title" content="Council votes to repair bridge"></head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
<main><article class="article"><h1>Council votes to repair bridge</h1>
<p class="byline">By Bo Sample</p>
<div class="article-body"><p>{PARAGRAPHS[0]}</p>
<figure><img src="x.jpg"><figcaption>The bridge over the Brook, closed to lorries. Photo: Cy Lens</figcaption></figure>
<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p></div></article>
<aside class="related-stories"><h2>More stories</h2><ul><li><a href="/1">Floods close three roads in the north</a></li>
<li><a href="/2">New school opens its doors in Upper Sample</a></li></ul></aside></main>
<footer><p>© 2024 The Daily Sample. All rights reserved.</p></footer></body></html>"""


@pytest.fixture(scope="module")
def article() -> CleanArticle:
    return clean({"body": PAGE, "body_format": "html"}, ArticleSettings())


def test_a_page_may_leave_out_the_tags_of_head_and_body(article: CleanArticle) -> None:
    """As HTML5 allows and minifiers do."""
    short = re.sub(r"</?(?:html|head|body)\b[^>]*>", "", PAGE)
    assert clean({"body": short, "body_format": "html"}, ArticleSettings()).text == article.text


def test_the_text_is_the_headline_and_the_paragraphs(article: CleanArticle) -> None:
    """Nothing else of the page is in it."""
    assert article.text == "\n\n".join(["Council votes to repair bridge", *PARAGRAPHS])


def test_what_is_removed_can_be_read_as_fields(article: CleanArticle) -> None:
    """Captions, headlines of other stories, authors."""
    assert article.captions == ["The bridge over the Brook, closed to lorries. Photo: Cy Lens"]
    assert "Floods close three roads in the north" in article.related_headlines
    assert article.authors == ["Bo Sample"]


def test_the_same_page_gives_the_same_article(article: CleanArticle) -> None:
    """Nothing of one page stays for the next."""
    assert clean({"body": PAGE, "body_format": "html"}, ArticleSettings()) == article


def added(markup: str) -> str:
    """The text of the page with more between its second paragraph and its third."""
    return clean({"body": PAGE.replace(f"<p>{PARAGRAPHS[2]}", markup + f"<p>{PARAGRAPHS[2]}"), "body_format": "html"},
                 ArticleSettings()).text  # fmt: skip


@pytest.mark.parametrize("name", ["comment-list", "c-pullquote", "AuthorBio", "modal-window", "article__footnotes"])
def test_what_names_tell_to_stand_apart_is_not_the_story(article: CleanArticle, name: str) -> None:
    """However much its words are like it."""
    apart = "The council should have repaired the bridge ten years ago, when the first cracks were seen, she said."
    assert added(f"<div class='{name}'><p>{apart}</p></div>") == article.text


def test_a_name_about_the_whole_story_tells_nothing(article: CleanArticle) -> None:
    """Pages open windows for themselves."""
    page = PAGE.replace('class="article-body"', 'class="article-body modal"')
    assert clean({"body": page, "body_format": "html"}, ArticleSettings()).text == article.text


def test_a_paragraph_that_is_one_link_leads_to_another_story(article: CleanArticle) -> None:
    """A long line within a link is a teaser, and one with a link in it is not."""
    teaser = (
        "Farmers in the valley of the Brook fear for the harvest after the wettest spring on record, and the county "
    )
    teaser += "has promised them loans that need not be paid back for three years."
    assert added(f"<p><a href='/3'>{teaser}</a></p>") == article.text
    assert teaser in added(f"<p>{teaser[:20]}<a href='/3'>{teaser[20:30]}</a>{teaser[30:]}</p>")
