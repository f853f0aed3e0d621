"""From a raw body to clean text with an offset map: the steps, in order.

``limits`` refuses what no parser should see; ``html`` or ``text`` finds the blocks; ``assemble``
joins them into the record's text and maps every character back to the raw text.
"""

from typing import Any

from service.clean.assemble import CleanArticle, assemble
from service.clean.html import read_html
from service.clean.kind import input_kind
from service.clean.limits import check_limits
from service.clean.text import read_text
from service.config import ArticleSettings

__all__ = ["CleanArticle", "clean"]


def clean(article: dict[str, Any], settings: ArticleSettings) -> CleanArticle:
    """Clean one article.

    Args:
        article: a valid raw article.
        settings: limits.

    Raises:
        Rejected: the body is too large or too deep, or nothing of it is left.
    """
    body: str = article["body"]
    kind = article.get("body_format") or input_kind(body)
    check_limits(body, kind, settings)
    page = read_html(body) if kind == "html" else read_text(body)
    return assemble(page, article.get("title"), article.get("language"))
