"""The names in a text: what was found as a name, and what only looks like one found elsewhere."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from service.enrich.aliases.clusters import Mention
from service.enrich.aliases.countries import country_of_capital, country_words
from service.enrich.aliases.joining import NamedMention
from service.enrich.aliases.metonyms import stands_for_government
from service.enrich.aliases.names import take_apart
from service.enrich.labels import entity_type
from service.enrich.tree import Tree


def named_mentions(doc: Doc, tree: Tree) -> list[NamedMention]:
    """The names of a document, in text order; dates and amounts are none."""
    found = []
    for span in doc.ents:
        kind = entity_type(span.label_)
        if kind is not None:
            name = take_apart(span.text, kind == "PERSON")
            mention = Mention(span.start_char, span.end_char, "named", head_of(tree, span.start, span.end))
            found.append(NamedMention(mention, kind, name))
    countries = {country_words(each.name.words) for each in found if each.type == "LOC"}
    return [_with_country(each, countries, tree, doc) for each in found]


def head_of(tree: Tree, start: int, end: int) -> int:
    """The token in a span (end exclusive) that heads the others."""
    for index in range(start, end):
        if not start <= tree.heads[index] < end or tree.heads[index] == index:
            return index
    return end - 1


def _with_country(mention: NamedMention, countries: set[tuple[str, ...]], tree: Tree, doc: Doc) -> NamedMention:
    """The same mention, with the country that a capital stands for when the text names the country too."""
    if mention.type != "LOC":
        return mention
    country = country_of_capital(mention.name.words)
    if country in countries and stands_for_government(tree, mention.mention.head):
        dateline = doc._.context.dateline if doc.has_extension("context") else None
        if dateline is None or not dateline.start <= mention.mention.start < dateline.end:
            return NamedMention(mention.mention, mention.type, mention.name, country)
    return mention


def bracketed(found: Sequence[NamedMention], tree: Tree) -> Iterator[tuple[int, int]]:
    """Pairs of indexes: a name, and the name that follows it in brackets."""
    for index in range(1, len(found)):
        long, short = found[index - 1], found[index]
        token = short.mention.head
        if (
            0 < token < len(tree.texts) - 1
            and tree.texts[token - 1] == "("
            and tree.texts[token + 1] == ")"
            and 0 <= tree.offsets[token - 1] - long.mention.end <= 1
        ):
            yield index - 1, index
