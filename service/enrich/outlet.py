"""The country of an outlet by where an article stands."""

from urllib.parse import urlsplit

from service.enrich.places.gazetteer import gazetteer
from service.enrich.places.gazetteer.outlets import country_of_domain


def country_of_host(host: str | None) -> str | None:
    """The country (ISO 3166-1 alpha-3) of the outlet at a host, None where it does not tell."""
    table = gazetteer.shared()
    row = country_of_domain(table, host)
    return table.countries[row].iso3 if row else None


def country_of_url(url: str | None) -> str | None:
    """The same, of the outlet at a URL."""
    try:
        return country_of_host(urlsplit(url).hostname) if url else None
    except ValueError:
        return None
