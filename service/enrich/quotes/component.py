"""The spaCy component: ``doc._.quotes``."""

from bisect import bisect_left, bisect_right

from spacy.language import Language
from spacy.tokens import Doc

import service.enrich.context  # noqa: F401 - registers doc._.context
from service.enrich.aliases.clusters import Cluster
from service.enrich.quotes.assemble import Assembler
from service.enrich.quotes.assembled import Assembled
from service.enrich.quotes.attributions.attribution import CONFIDENCE, TokenSpan
from service.enrich.quotes.attributions.headlines import headline_attributions
from service.enrich.quotes.first_person import with_first_person
from service.enrich.quotes.marks.runs import quotation_runs
from service.enrich.quotes.marks.sections import SENTENCE_FINAL
from service.enrich.quotes.quotations import Quotation, Speaker
from service.enrich.quotes.speakers import Speakers
from service.enrich.tree import Tree

MAX_TITLE_TOKENS = 40
"""Of a first paragraph that may be a headline."""


@Language.component("newswire_quotes", requires=["token.dep", "token.head"], assigns=["doc._.quotes"])
def find_quotes(doc: Doc) -> Doc:
    """Set ``doc._.quotes``: what is said, and by whom."""
    tree = Tree.of(doc)
    clusters = clusters_of(doc)
    by_head = {mention.head: cluster for cluster in clusters for mention in cluster.mentions}
    title = title_tokens(doc, tree)
    headline = headline_attributions(tree, title, by_head) if title is not None else ()
    assembler = Assembler(tree, quotation_runs(tree.text))
    found = assembler.assemble(headline)
    speakers = Speakers(tree, by_head).of(found)
    # What nobody is known to say, and follows no other quotation, may be a slogan or a caption.
    told = [pair for pair in zip(found, speakers, strict=True) if _is_told(*pair)]
    pairs = sorted(told, key=lambda pair: pair[0].content)
    quotations = tuple(_quotation(number, each, speaker, tree) for number, (each, speaker) in enumerate(pairs, 1))
    doc._.quotes = quotations
    doc._.clusters = with_first_person(clusters, quotations, tree, assembler.quoted)
    return doc


def _is_told(each: Assembled, speaker: Speaker | None) -> bool:
    """Whether the text tells who speaks, by words or by what stands before."""
    return each.attribution.cue is not None or speaker is not None


def _quotation(number: int, each: Assembled, speaker: Speaker | None, tree: Tree) -> Quotation:
    attribution = each.attribution
    cue, source = attribution.cue, attribution.source
    return Quotation(
        f"q{number}",
        each.kind,
        each.content,
        (tree.offsets[cue[0]], tree.ends[cue[1]]) if cue else None,
        attribution.lemma,
        (tree.offsets[source.first], tree.ends[source.last]) if source else None,
        speaker,
        CONFIDENCE[attribution.rule],
        attribution.rule,
    )


def clusters_of(doc: Doc) -> tuple[Cluster, ...]:
    """The clusters of a document, empty where nobody has looked for them."""
    found: tuple[Cluster, ...] = doc._.clusters
    return found


def title_tokens(doc: Doc, tree: Tree) -> TokenSpan | None:
    """First and last token of the headline: as the context tells, else a first paragraph without a full stop."""
    context = doc._.context
    if context.title is not None:
        first, end = (bisect_left(tree.offsets, offset) for offset in context.title)
        return (first, end - 1) if first < end else None
    index = bisect_right(tree.offsets, tree.text.find("\n")) - 1  # -1 where it has no end
    is_title = 0 < index <= MAX_TITLE_TOKENS and tree.texts[index - 1] not in SENTENCE_FINAL
    return (0, index - 1) if is_title else None
