"""The published documents, field by field in the order of their schemas, but for ``duplicate``.

Whether an article is a copy is known when it is published, in stream order. So that field comes
last, says ``none``, and is written over at the end of the finished document (``service.duplicates``).
"""

from typing import Any

from service import __version__
from service.clean import CleanArticle
from service.duplicates.verdict import NONE
from service.messages import Fingerprint

CODEBOOK = "PLOVER 0.8"
WITHDRAWN = ("withheld", "canceled")
STATUSES = ("usable", *WITHDRAWN)
"""Values of ninjs' pubStatus; of an article that was withdrawn nothing may be used."""


def enriched_record(
    article: dict[str, Any], cleaned: CleanArticle, fingerprint: Fingerprint, facts: dict[str, Any], model: str
) -> dict[str, Any]:
    """The document of ``schemas/enriched-article.v1.json``.

    Args:
        article: the raw article, valid and with an id.
        cleaned: its text, and the fields that the page itself tells.
        fingerprint: of its text.
        facts: what enrichment found, by field name.
        model: name of the pipeline that found it.
    """
    return {
        "schema": "newswire.enriched/1",
        "id": article["id"],
        "url": article.get("url"),
        "title": cleaned.title,
        "text": cleaned.text,
        "language": cleaned.language,
        "published_at": cleaned.published_at,
        "updated_at": cleaned.updated_at,
        "authors": cleaned.authors,
        "source": cleaned.source,
        "section": cleaned.section,
        "tags": article.get("tags") or [],
        **({"status": article["status"]} if article.get("status") in STATUSES else {}),
        "dateline": cleaned.dateline,
        "captions": cleaned.captions,
        "related_headlines": cleaned.related_headlines,
        "cleaning": cleaned.cleaning,
        "hashes": {"exact": fingerprint.exact, "shingles": memoryview(fingerprint.shingles).cast("Q").tolist()},
        "paragraphs": cleaned.paragraphs,
        **facts,
        "versions": {
            "service": __version__,
            "model": model,
            "rules": __version__,
            "codebook": CODEBOOK,
        },
        "timings_ms": {},
        "duplicate": NONE.document(),
    }


def event_message(record: dict[str, Any], event: dict[str, Any]) -> dict[str, Any]:
    """The document of ``schemas/event.v1.json``: one event and the story it came from."""
    return {
        "schema": "newswire.event/1",
        "event": event,
        "versions": record["versions"],
        "story": {
            "id": record["id"],
            "url": record["url"],
            "title": record["title"],
            "source": record["source"],
            "language": record["language"]["code"],
            "published_at": record["published_at"],
            "duplicate": record["duplicate"],
        },
    }
