"""Who wrote a page's article: JSON-LD, then meta tags, then the byline the page shows."""

from collections.abc import Iterator

from service.clean.html.metadata import jsonld
from service.clean.html.metadata.person_names import inverted, person_names
from service.clean.html.metadata.site_names import plain
from service.clean.html.parse import Element, find_elements, text_of

Meta = dict[str, list[str]]
"""The contents of meta tags by name, lower case."""

_META_NAMES = (
    "author", "sailthru.author", "parsely-author", "article:author_name", "article:author", "og:author", "mrf:authors",
    "dc.creator", "dcterms.creator", "dcsext.author", "byl", "byline", "cxenseparse:author", "citation_author",
    "authors", "creator",
)  # fmt: skip
_FAMILY_NAME_FIRST = ("dc", "citation")
_BYLINES = tuple(
    find_elements(path)
    for path in (
        "//*[@itemprop='author']",
        "//a[contains(concat(' ', @rel, ' '), ' author ')]",
        "//*[contains(@class, 'author-name') or contains(@class, 'author_name') or contains(@class, 'authorName')]",
        "//*[contains(@class, 'byline') or contains(@class, 'Byline')]",
        "(//h1)[1]/following::a[contains(@href, '/author')]",
    )
)
_WRITTEN_BYLINE = find_elements(
    "(//h1)[1]/following::*[self::p or self::div or self::span or self::li]"
    "[starts-with(concat(normalize-space(text()), ' '), 'By ')][position() <= 1]"
)
_OWN_NAME = find_elements(".//*[@itemprop='name'] | .//address")


def read_authors(tree: Element, story: jsonld.Node, meta: Meta, publisher: str | None) -> tuple[str, ...]:
    """The names of an article's authors, in order.

    An organisation, mostly the publisher, is an author only when nobody else is named.

    Args:
        tree: of the whole page; it is not changed.
        story: the article's properties in JSON-LD.
        meta: the contents of the page's meta tags by name, lower case.
        publisher: its name, when it is known.
    """
    site = plain(publisher or "")
    doubtful: tuple[str, ...] = ()
    for source in (_in_json_ld, _in_meta_tags, _on_the_page):
        for names in source(tree, story, meta):
            named = (name.removesuffix(publisher).strip() if publisher else name for name in names)
            persons = tuple(name for name in named if plain(name) not in ("", site))
            if persons:
                return persons
            doubtful = doubtful or names
    return doubtful


def _in_json_ld(_: Element, story: jsonld.Node, __: Meta) -> Iterator[tuple[str, ...]]:
    for key in ("author", "creator"):
        given = story.get(key)
        listed = given if isinstance(given, list) else [given]
        persons = [one for one in listed if not (isinstance(one, dict) and one.get("@type") == "Organization")]
        yield person_names(jsonld.names(persons))


def _in_meta_tags(_: Element, __: jsonld.Node, meta: Meta) -> Iterator[tuple[str, ...]]:
    for name in _META_NAMES:
        values = meta.get(name, [])
        yield person_names(map(inverted, values) if name.startswith(_FAMILY_NAME_FIRST) else values)
    # Yoast tells WordPress pages' authors so.
    if meta.get("twitter:label1", [""])[0].lower() == "written by":
        yield person_names(meta.get("twitter:data1", []))


def _on_the_page(tree: Element, story: jsonld.Node, _: Meta) -> Iterator[tuple[str, ...]]:
    for path in _BYLINES:
        found = path(tree)
        if found:
            # Authors of one story stand side by side; the next ones are those of teasers.
            yield person_names(_named(element) for element in found if element.getparent() is found[0].getparent())
    yield person_names(_written_bylines(tree))
    yield person_names(jsonld.names(story.get("author")))


def _written_bylines(tree: Element) -> Iterator[str]:
    """The first text below the headline that begins with ``By`` and a capital, or with ``By`` and links."""
    for element in _WRITTEN_BYLINE(tree)[:1]:
        text = " ".join((element.text or "").split())
        if text == "By":
            yield ", ".join(text_of(child) for child in element)
        elif text[3:4].isupper():
            yield text


def _named(element: Element) -> str:
    names = _OWN_NAME(element) or [element]
    return ", ".join(map(text_of, names))
