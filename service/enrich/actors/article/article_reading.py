"""A document read in the light of what its article is about: the countries and bodies that names mean here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc

from service.enrich.actors.article.circumstances import (
    FAINT,
    MOSTLY,
    NEARLY,
    countries_named,
    focus_countries,
    home_country,
    is_told_of,
    outlet_country,
    place_countries,
    places_of,
    settled,
)
from service.enrich.actors.article.foreign_bodies import without_foreign_bodies
from service.enrich.actors.article.party_names import with_party_names
from service.enrich.actors.article.state_titles import with_titles
from service.enrich.actors.reading.document import Reading
from service.enrich.actors.reading.mentions import TokenSpans
from service.enrich.tree import is_settled

_READ = "newswire.article_reading"
"""Key of ``doc.user_data``: the document as it was read."""


@dataclass(frozen=True, slots=True)
class ArticleReading:
    """What the actors of one document are read from.

    Attributes:
        reading: with the meanings that names have in this article.
        spans: of its tokens.
        found: the places of the document.
        places: country of the place at a token.
        outlet: country of the outlet, None where it is not known.
        home: country that the article is about, None where it is about none.
        mostly: whether it is mostly about that one.
        faint: whether it is about that one as little as about others.
        names_outlet: whether it is about the outlet's country, too.
        of_outlet: whether it is that much about it that private persons are likely of it.
        countries: that it names, those first that it is most about.
    """

    reading: Reading
    spans: TokenSpans
    found: Sequence[Any]
    places: dict[int, str]
    outlet: str | None
    home: str | None
    mostly: bool
    faint: bool
    names_outlet: bool
    of_outlet: bool
    countries: tuple[str, ...]

    @classmethod
    def of(cls, doc: Doc) -> "ArticleReading":
        """Read a document, whatever annotation it has; once where that will not change, for events read it again."""
        found = places_of(doc)
        known: ArticleReading | None = doc.user_data.get(_READ)
        if known is None or known.found is not found or not is_settled(doc):
            known = doc.user_data[_READ] = cls._read(doc, found)
        return known

    @classmethod
    def _read(cls, doc: Doc, found: Sequence[Any]) -> "ArticleReading":
        plain = Reading.of(doc)
        spans, outlet, focus = TokenSpans(plain), outlet_country(doc._.context), focus_countries(doc)
        places = place_countries(found, plain, spans)
        reading = with_titles(settled(plain, places), outlet)
        home, share = home_country(focus, reading, outlet)
        mostly = share >= MOSTLY
        named = countries_named(focus, reading)
        ours = named if outlet is None else named | {outlet}
        reading = without_foreign_bodies(reading, home, ours, mostly=mostly or home == outlet)
        reading = with_party_names(reading, home)
        told_of, of_outlet = is_told_of(focus, outlet, named), is_told_of(focus, outlet, set(), NEARLY)
        faint, ordered = share < FAINT, (*dict(focus), *sorted(named))
        return cls(reading, spans, found, places, outlet, home, mostly, faint, told_of, of_outlet, ordered)
