"""The body of a page written for these tests: what is kept, what goes, and why."""

import pytest

from service.clean import CleanArticle, clean
from service.clean.html import vote
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


def test_the_text_is_the_headline_and_the_paragraphs(article: CleanArticle) -> None:
    """Nothing else of the page is in it."""
    assert article.text == "\n\n".join(["Council votes to repair bridge", *PARAGRAPHS])


def test_what_is_removed_can_be_read_as_fields(article: CleanArticle) -> None:
    """Captions, headlines of other stories, authors."""
    assert article.captions == ["The bridge over the Brook, closed to lorries. Photo: Cy Lens"]
    assert "Floods close three roads in the north" in article.related_headlines
    assert article.authors == ["Bo Sample"]


def test_an_extractor_that_fails_is_not_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The line model judges alone, and the record says so."""

    def fail(*_: object, **__: object) -> None:
        raise ValueError("broken")

    monkeypatch.setattr(vote.trafilatura, "bare_extraction", fail)
    found = clean({"body": PAGE, "body_format": "html"}, ArticleSettings())
    assert all(paragraph in found.text for paragraph in PARAGRAPHS)
    assert "no_extractor_vote" in found.cleaning["warnings"]


def test_the_same_page_gives_the_same_article(article: CleanArticle) -> None:
    """Nothing of one page stays for the next."""
    assert clean({"body": PAGE, "body_format": "html"}, ArticleSettings()) == article
