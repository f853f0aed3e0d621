"""From a raw body to clean text with an offset map: the steps, in order.

``limits`` refuses what no parser should see; ``html`` or ``text`` finds the lines; ``repair`` mends
each; ``lines`` judges which belong to the article; ``assemble`` joins those into the record's text,
maps every character back to the raw text, and reads the fields out of the others.
"""

from typing import Any

from service.clean.assemble import CleanArticle, assemble
from service.clean.headline import find_headline
from service.clean.html import read_html
from service.clean.kind import input_kind
from service.clean.language import language_of_lines
from service.clean.limits import check_limits
from service.clean.lines.decision.decide import Judgement, count_words, decide, judge, keep_all
from service.clean.repaired_page import repair_page
from service.clean.text import read_text
from service.clean.warnings import CleaningWarning
from service.config.processing import ArticleSettings

__all__ = ["CleanArticle", "clean"]


def clean(article: dict[str, Any], settings: ArticleSettings) -> CleanArticle:
    """Clean one article.

    Args:
        article: a valid raw article, see ``schemas/raw-article.v1.json``.
        settings: limits.

    Returns:
        The clean text, the map from it to the raw text, and the fields that the producer or the page gave.

    Raises:
        Rejected: the body is too large or too deep, or nothing of it is left.
    """
    body: str = article["body"]
    kind = article.get("body_format") or input_kind(body)
    check_limits(body, kind, settings)
    page = read_html(body, article.get("title")) if kind == "html" else read_text(body)
    repaired = repair_page(page)
    headline = find_headline(repaired.texts, article.get("title") or page.metadata.title)
    language = language_of_lines(repaired.texts, article.get("language") or page.metadata.language)
    if repaired.scores is not None:
        # A page may be a short notice among many menus: only when nothing is left its reader must be wrong.
        judgement = Judgement(repaired.scores, page.keep_from, count_words(repaired.texts), min_words=1, min_share=0.0)
        decision = decide(repaired.texts, judgement, repaired.hints)
    elif language.code not in (None, "en"):
        decision = keep_all(repaired.texts, CleaningWarning.NOT_ENGLISH)
    else:
        decision = decide(repaired.texts, judge(repaired.texts, headline.text), repaired.hints)
    return assemble(article, page, repaired, headline, language, decision)
