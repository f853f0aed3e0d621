"""What the components of enrichment know about an article beside its text.

A component reads it as ``doc._.context``. In a pipeline of somebody else's, where nobody sets it,
it is empty, and every component does with the text alone.
"""

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from service.clean import CleanArticle

YEARS_OF_NEWS = range(1605, 9999)
"""From the first newspaper on. Other years stand for no time at all: programs write their least or greatest one then,
such as 0001-01-01 and 9999-12-31."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline such as ``LONDON, March 3 (Reuters)``.

    Attributes:
        start, end: code points of the text, end exclusive, without the dash behind it.
        place, day: as they are written; None when the dateline does not tell.
    """

    start: int
    end: int
    place: str | None = None
    day: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleContext:
    """An article's circumstances.

    Attributes:
        published: the day of publication, as the article's own time zone counts it; None when it is not known.
        source_country: of the outlet, ISO 3166-1 alpha-3.
        source_domain: of the outlet, such as ``example.org``.
        title: (start, end) of the headline in the text, end exclusive; None when there is none.
    """

    published: date | None = None
    source_country: str | None = None
    source_domain: str | None = None
    title: tuple[int, int] | None = None
    dateline: Dateline | None = None


def context_of(article: CleanArticle, outlet: str | None = None, day: date | None = None) -> ArticleContext:
    """The circumstances of a cleaned article.

    Args:
        outlet: country that the article's URL tells of the outlet, for where its producer tells neither that nor a
            domain. No host is kept: exact copies in other papers of a country have the same circumstances.
        day: that its URL tells, for where neither its producer nor the page tells when it was published.
    """
    source = article.source or {}
    country, domain = source.get("country"), source.get("domain")
    first = article.paragraphs[0] if article.paragraphs else None
    head = article.dateline
    return ArticleContext(
        published=_day(article.published_at) or day,
        source_country=country if country or domain else outlet,
        source_domain=domain,
        title=(first["start"], first["end"]) if first and first["kind"] == "title" else None,
        dateline=Dateline(head["start"], head["end"], head["place"], head["date"]) if head else None,
    )


def _day(time: str | None) -> date | None:
    """The day of an RFC 3339 time; None for one that no calendar has, such as those of the year 0, or no newspaper."""
    try:
        day = date.fromisoformat(time[:10]) if time else None
    except ValueError:
        return None
    return day if day is not None and day.year in YEARS_OF_NEWS else None


if not Doc.has_extension("context"):
    Doc.set_extension("context", default=ArticleContext())
