"""What enrichment is told of an article beside its text."""

from datetime import date

import pytest

from service.clean import clean
from service.config.processing import ArticleSettings
from service.enrich.context import context_of
from service.enrich.outlet import country_of_url


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
