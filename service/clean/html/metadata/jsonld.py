"""What a page says about its article in JSON-LD (schema.org), whatever the shape it says it in.

Publishers write one object, a list, or a graph whose nodes name one another by ``@id``; people as a
name, a Person, a list of either, or one string with all names. The walk takes all of these.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

import orjson

Node = dict[str, Any]

_STORIES = frozenset(
    """
    newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle reviewnewsarticle
    askpublicnewsarticle article report liveblogposting blogposting socialmediaposting scholarlyarticle techarticle
    satiricalarticle advertisercontentarticle medicalscholarlyarticle review
    """.split()
)
_PAGES = frozenset(["webpage", "itempage", "collectionpage", "medicalwebpage"])
_ABOUT_THE_PAGE = ("@graph", "mainEntity", "mainEntityOfPage")
"""Where the story of the page may be nested; what is nested elsewhere is another story or a part."""
_MAX_DEPTH = 4
MAX_NODES = 5000
MAX_SCRIPT_CHARACTERS = 2_000_000  # characters of one script


def read_json_ld(scripts: Iterable[str]) -> Node:
    """The properties of the page's story.

    Args:
        scripts: the texts of the page's JSON-LD scripts; what is not JSON is passed over.

    Returns:
        The properties of the first node that is an article, and what only the page's own node tells;
        references by ``@id`` in ``author``, ``creator`` and ``publisher`` are resolved.
    """
    documents = [found for script in scripts if (found := _loaded(script)) is not None]
    nodes = [node for document in documents for node in _top_nodes(document, 0)]
    stories = [node for node in nodes if _types(node) & _STORIES]
    pages = [node for node in nodes if _types(node) & _PAGES]
    story: Node = {}
    for node in (*stories[:1], *pages[:1]):
        for key, value in node.items():
            if value not in (None, "", [], {}):
                story.setdefault(key, value)
    if story:
        known = _by_id(documents)
        for key in ("author", "creator", "publisher"):
            if key in story:
                story[key] = _resolved(story[key], known)
    return story


def names(value: Any) -> list[str]:
    """The names of people or organisations, in whatever shape they are given."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [name for item in value for name in names(item)]
    if isinstance(value, dict):
        return next((found for key in ("name", "byline", "givenName") if (found := names(value.get(key)))), [])
    return []


def text(value: Any) -> str | None:
    """A property that is a text, or the first text of a list."""
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str)), None)
    return value.strip() or None if isinstance(value, str) else None


def _loaded(script: str) -> Any:
    if len(script) > MAX_SCRIPT_CHARACTERS:
        return None
    body = script.strip().removeprefix("<!--").removesuffix("-->").strip()
    body = body.removeprefix("//<![CDATA[").removeprefix("<![CDATA[").removesuffix("//]]>").removesuffix("]]>")
    try:
        return orjson.loads(body.rstrip("; \n"))
    except ValueError:
        pass
    try:
        # Line breaks within strings are the commonest fault of these scripts.
        return json.JSONDecoder(strict=False).raw_decode(body)[0]
    except (ValueError, RecursionError):
        return None


def _types(node: Node) -> set[str]:
    value = node.get("@type")
    values = value if isinstance(value, list) else [value]
    return {item.rsplit("/", 1)[-1].lower() for item in values if isinstance(item, str)}


def _top_nodes(value: Any, depth: int) -> Iterator[Node]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _top_nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in _ABOUT_THE_PAGE:
            if isinstance(value.get(key), dict | list):
                yield from _top_nodes(value[key], depth + 1)


def _by_id(documents: list[Any]) -> dict[str, Node]:
    """Nodes that say more about themselves than their ``@id``."""
    found: dict[str, Node] = {}
    waiting, seen = list(documents), 0
    while waiting and seen < MAX_NODES:
        item = waiting.pop()
        seen += 1
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            if isinstance(item.get("@id"), str) and "name" in item:
                found.setdefault(item["@id"], item)
            waiting.extend(value for value in item.values() if isinstance(value, dict | list))
    return found


def _resolved(value: Any, known: dict[str, Node]) -> Any:
    if isinstance(value, list):
        return [_resolved(item, known) for item in value]
    if isinstance(value, dict) and "name" not in value:
        return known.get(str(value.get("@id")), value)
    return value
