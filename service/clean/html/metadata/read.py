"""What a page tells about its article: JSON-LD first, then meta tags, then what stands on the page.

htmldate is slow, so it is asked only when nothing tells or shows the date.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from htmldate import find_date

from service.clean.html.metadata import jsonld
from service.clean.html.metadata.authors import read_authors
from service.clean.html.metadata.shown_date import shown_date
from service.clean.html.metadata.timestamps import timestamp
from service.clean.html.metadata.title import headline
from service.clean.html.parse import Element, find_elements, find_texts, is_large, text_of
from service.clean.page import Metadata

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "pub_date", "pubdate", "publishdate", "publish-date", "publish_date", "article.published", "published",
    "published_time", "dc.date.issued", "dcterms.created", "dc.date", "dc.date.created", "prism.publicationdate",
    "citation_publication_date",
    "cxenseparse:recs:publishtime", "article_date_original", "original-publish-date",
    "datecreated", "date", "og:published_time", "og:pubdate", "sort_date", "displaydate",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:article:modified_time", "datemodified", "og:updated_time", "lastmod", "last-modified",
    "dc.date.modified", "dcterms.modified", "article.updated", "revised", "updated_time", "modified",
)  # fmt: skip
_SITES = (
    "og:site_name",
    "application-name",
    "apple-mobile-web-app-title",
    "twitter:app:name:iphone",
    "publisher",
    "dc.publisher",
)
_SECTIONS = (
    "article:section",
    "parsely-section",
    "og:article:section",
    "section",
    "cxenseparse:category",
    "articlesection",
)
_LANGUAGES = ("og:locale", "language", "dc.language", "content-language", "inlanguage")

_META = find_elements("//meta[@content]")
_SCRIPTS = find_texts("//script[contains(@type, 'ld+json')]/text()")
_HEADINGS = find_elements("//h1")
_TIMES = find_elements("//*[@itemprop='datePublished' or self::time[@pubdate or contains(@class, 'publish')]]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
MAX_HEADINGS = 30
MAX_HEADING_CHARACTERS = 400  # characters


@dataclass(frozen=True, slots=True)
class DeclaredArticle:
    """What a page says about its article, beside the article that it shows.

    Attributes:
        body: the text of the article in JSON-LD (``articleBody``); empty where there is none.
    """

    metadata: Metadata
    body: str


def read_metadata(tree: Element) -> DeclaredArticle:
    """Read what a page says about its article.

    Args:
        tree: of the whole page; it is not changed.
    """
    story = jsonld.read_json_ld(_SCRIPTS(tree))
    meta = _meta_tags(tree)
    publisher = _first(jsonld.names(story.get("publisher"))[:1], meta, _SITES)
    metadata = Metadata(
        title=_title(tree, story, meta, publisher),
        authors=read_authors(tree, story, meta, publisher),
        published_at=_published(tree, story, meta),
        updated_at=_timestamp([jsonld.text(story.get("dateModified"))], meta, _MODIFIED),
        publisher=publisher,
        section=_first([jsonld.text(story.get("articleSection"))], meta, _SECTIONS),
        language=_language(tree, story, meta),
    )
    return DeclaredArticle(metadata, jsonld.text(story.get("articleBody")) or "")


def _meta_tags(tree: Element) -> dict[str, list[str]]:
    """The contents of meta tags by name, lower case, in order."""
    found: dict[str, list[str]] = {}
    for element in _META(tree):
        content = element.get("content", "").strip()
        if content:
            for key in ("property", "name", "itemprop", "http-equiv"):
                name = element.get(key)
                if name:
                    found.setdefault(name.strip().lower(), []).append(content)
    return found


def _first(values: Iterable[str | None], meta: dict[str, list[str]], names: Iterable[str]) -> str | None:
    for value in (*values, *(content for name in names for content in meta.get(name, ())[:1])):
        text = " ".join(value.split()) if value else ""
        if text and "://" not in text:
            return text.lstrip("@")
    return None


def _title(tree: Element, story: jsonld.Node, meta: dict[str, list[str]], publisher: str | None) -> str | None:
    headings = [text_of(element) for element in _HEADINGS(tree)[:MAX_HEADINGS]]
    shared = next(iter(meta.get("og:title", []) + meta.get("twitter:title", [])), None)
    sites = [publisher, *(content for name in _SITES for content in meta.get(name, ()))]
    title_tag = tree.findtext(".//title")
    return headline(
        [text for text in headings if 0 < len(text) <= MAX_HEADING_CHARACTERS],
        shared,
        jsonld.text(story.get("headline")),
        title_tag,
        sites,
    )


def _published(tree: Element, story: jsonld.Node, meta: dict[str, list[str]]) -> str | None:
    in_json_ld = [jsonld.text(story.get(key)) for key in ("datePublished", "dateCreated")]
    if declared := _timestamp(in_json_ld, meta, _PUBLISHED):
        return declared
    for element in _TIMES(tree):
        if found := timestamp(element.get("datetime") or element.get("content") or text_of(element)):
            return found
    return shown_date(tree) or (None if is_large(tree) else timestamp(_searched_date(tree)))


def _searched_date(tree: Element) -> str | None:
    try:
        # Extensive search takes a day or a bare year out of the story's own text: 1 January for "in 2025".
        return find_date(tree, original_date=True, extensive_search=False)
    except Exception:  # a date that cannot be found is no reason to lose an article
        return None


def _timestamp(values: Iterable[str | None], meta: dict[str, list[str]], names: Iterable[str]) -> str | None:
    contents = (content for name in names for content in meta.get(name, ()))
    return next((found for value in (*values, *contents) if (found := timestamp(value))), None)


def _language(tree: Element, story: jsonld.Node, meta: dict[str, list[str]]) -> str | None:
    values = [tree.get("lang"), jsonld.text(story.get("inLanguage"))]
    values += [content for name in _LANGUAGES for content in meta.get(name, ())]
    return next((value.replace("_", "-") for value in values if value and _LANGUAGE.fullmatch(value)), None)
