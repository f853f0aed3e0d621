"""The time expressions of a text without a tree, read on a Wednesday."""

from datetime import date

import spacy

from service.enrich.context import ArticleContext
from service.enrich.times import Times, Timex

NLP = spacy.blank("en")


WEDNESDAY = date(2022, 7, 13)


def read(text: str, published: date | None = WEDNESDAY, country: str | None = None) -> list[Timex]:
    doc = NLP(text)
    doc._.context = ArticleContext(published=published, source_country=country)
    return list(Times()(doc)._.times)


def values(text: str, published: date | None = WEDNESDAY) -> list[tuple[str, str]]:
    return [(timex.text, timex.value) for timex in read(text, published)]
