"""What enrichment is told of an article beside its text."""

from datetime import date

import pytest

from service.clean import clean
from service.config.processing import ArticleSettings
from service.enrich.context import context_of
from service.enrich.outlet import country_of_url
from service.enrich.url_day import day_of_url


@pytest.mark.parametrize(
    ("published_at", "day"),
    [
        ("2026-03-04T23:30:00-05:00", date(2026, 3, 4)),
        ("1912-04-15T00:00:00Z", date(1912, 4, 15)),
        ("0000-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00Z", None),
        ("9999-12-31T23:59:59Z", None),
    ],
)
def test_the_least_and_the_greatest_time_of_programs_are_no_days_of_publication(
    published_at: str, day: date | None
) -> None:
    """Producers write them for unknown; counting back from the first day of the calendar broke the article."""
    article = {"body": "Police arrested two men in Lagos on Monday.", "published_at": published_at}
    assert context_of(clean(article, ArticleSettings())).published == day


@pytest.mark.parametrize(
    ("source", "url", "country"),
    [
        (None, "https://www.kestrel.co.uk/news/1", "GBR"),
        ({"domain": "osprey.example"}, "https://www.kestrel.co.uk/news/1", None),
        ({"country": "FRA"}, "https://www.kestrel.co.uk/news/1", "FRA"),
        (None, "https://kestrel.example/news/1", None),
        (None, "https://[kestrel", None),
        (None, None, None),
    ],
)
def test_the_country_of_the_outlet_is_that_of_its_host_where_the_producer_tells_none(
    source: dict[str, str] | None, url: str | None, country: str | None
) -> None:
    """It tells apart places of one name, and where officials without a country are from."""
    article = {"body": "Police arrested two men in Lagos on Monday.", "source": source}
    assert context_of(clean(article, ArticleSettings()), country_of_url(url)).source_country == country


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2026/03/04/talks-in-lima", date(2026, 3, 4)),
        ("world/2026/mar/4/talks-in-lima", date(2026, 3, 4)),
        ("news/2026-03-04-talks.html", date(2026, 3, 4)),
        ("20260304/0a1b/c.html", date(2026, 3, 4)),
        ("2026/03/talks-in-lima", None),
        ("2026/13/04/talks-in-lima", None),
        ("2026/september/4/talks-in-lima", date(2026, 9, 4)),
        ("2026/markets/4-firms-to-watch", None),
        ("1912/04/15/archive", None),
        ("news/120260304", None),
        ("talks?day=2026-03-04", None),
    ],
)
def test_a_url_tells_the_day_that_a_paper_files_a_story_by(path: str, day: date | None) -> None:
    """As parts of the path, or in the beginning of one; before the web nobody did."""
    assert day_of_url(f"https://kestrel.example/{path}") == day


def test_the_day_of_the_url_counts_where_nobody_else_tells_one() -> None:
    """Relative times and days without a year are counted from it."""
    article = {"body": "Police arrested two men in Lagos on Monday."}
    day = date(2026, 3, 4)
    assert context_of(clean(article, ArticleSettings()), None, day).published == day
    article["published_at"] = "2026-03-01T10:00:00Z"
    assert context_of(clean(article, ArticleSettings()), None, day).published == date(2026, 3, 1)
