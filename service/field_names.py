"""Other names for the fields of a raw article: schema.org NewsArticle and IPTC ninjs.

The table is in ``schemas/README.md``. Our own names win; a value of an unexpected shape is left
where it is, for the schema to name.
"""

from collections.abc import Callable
from typing import Any

Fields = dict[str, Any]


def canonical(fields: Fields) -> Fields:
    """The same article with our own field names; unknown fields are kept.

    Args:
        fields: a decoded JSON object; it is not changed.
    """
    article = dict(fields)
    for name, readers in _READERS.items():
        for read in readers:
            if article.get(name) is not None:
                break
            found = read(fields)
            if found is not None:
                article[name] = found
    if "body_format" not in article and (kind := _ninjs_body_type(fields)):
        article["body_format"] = kind
    return article


def _plain(name: str) -> Callable[[Fields], Any]:
    return lambda fields: fields.get(name)


def _name_of(name: str) -> Callable[[Fields], Any]:
    """``publisher: {name}`` as ``{name}``."""

    def read(fields: Fields) -> Any:
        found = fields.get(name)
        found = found[0] if isinstance(found, list) and found else found
        if isinstance(found, dict) and isinstance(found.get("name"), str):
            return {"name": found["name"]}
        return {"name": found} if isinstance(found, str) else None

    return read


def _names(name: str) -> Callable[[Fields], Any]:
    """``author: "A"``, ``{name: "A"}`` or a list of either, as a list of names."""

    def read(fields: Fields) -> Any:
        found = fields.get(name)
        if found is None:
            return None
        people = found if isinstance(found, list) else [found]
        names = [person.get("name") if isinstance(person, dict) else person for person in people]
        return [person for person in names if isinstance(person, str)] or None

    return read


def _first_value(name: str) -> Callable[[Fields], Any]:
    """ninjs 3: ``headlines: [{value}]``, the first one."""

    def read(fields: Fields) -> Any:
        found = fields.get(name)
        if isinstance(found, list) and found and isinstance(found[0], dict):
            return found[0].get("value")
        return None

    return read


def _keywords(fields: Fields) -> Any:
    """schema.org: a list, or one string with commas."""
    found = fields.get("keywords")
    if isinstance(found, str):
        return [word.strip() for word in found.split(",") if word.strip()]
    return found if isinstance(found, list) and all(isinstance(word, str) for word in found) else None


def _first_text(name: str) -> Callable[[Fields], Any]:
    """A text, or the first of a list of texts."""

    def read(fields: Fields) -> Any:
        found = fields.get(name)
        return found[0] if isinstance(found, list) and found and isinstance(found[0], str) else found

    return read


def _ninjs_body_type(fields: Fields) -> str | None:
    bodies = fields.get("bodies")
    if "body" in fields or not isinstance(bodies, list) or not bodies or not isinstance(bodies[0], dict):
        return None
    kind = str(bodies[0].get("contentType", "")).lower()
    if "html" in kind or "xml" in kind:
        return "html"
    return "text" if kind.startswith("text/plain") else None


_READERS: dict[str, tuple[Callable[[Fields], Any], ...]] = {
    "id": (_plain("identifier"), _plain("@id"), _plain("uri")),
    "title": (_plain("headline"), _first_value("headlines")),
    "body": (_plain("articleBody"), _first_value("bodies")),
    "summary": (_plain("description"), _first_value("descriptions")),
    "language": (_plain("inLanguage"),),
    "published_at": (_plain("datePublished"), _plain("firstCreated")),
    "updated_at": (_plain("dateModified"), _plain("versionCreated")),
    "authors": (_names("author"), _names("by"), _names("people")),
    "source": (_name_of("publisher"), _name_of("infoSources")),
    "section": (_first_text("articleSection"),),
    "tags": (_keywords,),
    "status": (_plain("pubStatus"),),
}
