"""The country of an outlet by its domain."""

import pytest

from service.enrich.places.gazetteer.gazetteer import shared
from service.enrich.places.gazetteer.outlets import country_of_domain, town_of_domain


@pytest.mark.parametrize(
    ("domain", "country"),
    [
        ("www.example.co.nz", "NZL"),
        ("thebangkokpost.example.com", None),
        ("thetehrandaily.com", "IRN"),
        ("paris-news.com", None),  # towns elsewhere are called so too
        ("womansday.com", None),
        ("english.thedailystar.net", "BGD"),  # by the table
        ("thestar.com.my", "MYS"),
        ("thestar.com", "CAN"),
        ("example.tv", None),  # Tuvalu's end is anyone's
        ("example.co", None),
        ("example.com.co", "COL"),
        ("", None),
        (None, None),
    ],
)
def test_a_domain_tells_the_country_by_the_table_its_end_or_its_name(domain: str | None, country: str | None) -> None:
    """Or nothing, where anyone may take such a domain."""
    table = shared()
    row = country_of_domain(table, domain)
    assert (table.countries[row].iso3 if row else None) == country


@pytest.mark.parametrize(
    ("domain", "town"),
    [
        ("www.thedurhamregister.com", "durham"),
        ("durham-pi.net", "durham"),  # initials of the paper
        ("eugeneadvocate.com", "eugene"),
        ("porterdurham.com", ""),  # whose other words are none of papers
        ("thelocalstar.com", ""),
        ("kazanherald.com", ""),  # nobody there reads English
    ],
)
def test_a_local_paper_bears_the_name_of_its_town(domain: str, town: str) -> None:
    """Where English is spoken."""
    assert town_of_domain(shared(), domain) == town
