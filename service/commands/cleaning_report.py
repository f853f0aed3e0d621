"""What cleaning made of an article, for a person to read: what is kept, what is not, and why."""

import textwrap
from collections import Counter
from collections.abc import Iterator

from service.clean import CleanArticle

INDENT = "  | "


def cleaning_report(article: CleanArticle, width: int) -> Iterator[str]:
    """Lines of a report.

    Args:
        article: as cleaning made it.
        width: characters that a line may have.
    """
    cleaning = article.cleaning
    removed = cleaning["removed"]
    language = article.language
    certainty = "" if language["score"] is None else f", {language['score']:.0%} certain"
    yield (
        f"{cleaning['input_kind']} read by {cleaning['extractor']}; {cleaning['kept_ratio']:.0%} of its characters "
        f"kept; language {language['code']}{certainty}"
    )
    for name in ("title", "authors", "published_at", "updated_at", "section", "source", "dateline", "captions"):
        if value := getattr(article, name):
            yield textwrap.shorten(f"{name}: {_told(value)}", width, placeholder=" ...")
    if cleaning["warnings"]:
        yield f"warnings: {', '.join(cleaning['warnings'])}"
    reasons = Counter(removal["reason"] for removal in removed)
    counted = ", ".join(f"{count} {reason}" for reason, count in reasons.most_common())
    yield f"removed: {len(removed)} lines ({counted})" if removed else "removed: nothing"
    for removal in removed:
        line = " ".join(article.raw[removal["raw_start"] : removal["raw_end"]].split())
        yield f"{INDENT}{removal['reason']:<10} {removal['score']:.2f}  " + textwrap.shorten(
            line, width - 24, placeholder=" ..."
        )
    yield f"text: {len(article.text)} characters, {len(article.paragraphs)} paragraphs"
    for paragraph in article.paragraphs:
        text = article.text[paragraph["start"] : paragraph["end"]]
        yield from textwrap.wrap(text, width, initial_indent=INDENT, subsequent_indent=INDENT)
        yield INDENT


def _told(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {part}" for name, part in value.items() if part is not None)
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
