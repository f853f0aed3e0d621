"""The quotations found in sentences whose trees are written out, and what several tests quote."""

from service.enrich.aliases.component import find_clusters
from service.enrich.context import ArticleContext
from service.enrich.quotes.component import find_quotes
from service.enrich.quotes.fields import quote_fields
from tests.enrich.trees import document

HOLM, REUSS = ("Ada Holm", "PERSON"), ("Reuss", "PERSON")

DIRECT = """
"/PUNCT/punct/4 The/DET/det/3 road/NOUN/nsubj/4 closed/VERB/ccomp/{cue} ,/PUNCT/punct/4 "/PUNCT/punct/4 {clause} ./PUNCT/punct/{cue}
"""

Found = tuple[str, str, str | None, str | None, str | None]
"""Kind, content (pieces joined by " + "), cue, source, name of the speaker."""


def quotes(text: str, *names: tuple[str, str], title: int | None = None) -> list[Found]:
    """The quotations of a text of trees; ``title`` is the length of its headline."""
    doc = document(text, *names)
    if title:
        doc._.context = ArticleContext(title=(0, title))
    find_quotes(find_clusters(doc))
    found = []
    for quote in quote_fields(doc):
        content = " + ".join(doc.text[piece["start"] : piece["end"]] for piece in quote["content"])
        cue, source = quote["cue"], quote["source"]
        found.append(
            (
                quote["kind"],
                content,
                cue and cue["text"],
                source and source["text"],
                quote["speaker"] and quote["speaker"]["name"],
            )
        )
    return found
