"""The spaCy component: ``doc._.quotes``."""

from spacy.language import Language
from spacy.tokens import Doc

from service.enrich.quotes.assemble import Assembled, Assembler
from service.enrich.quotes.patterns import CONFIDENCE
from service.enrich.quotes.quotations import Quotation, Speaker
from service.enrich.quotes.runs import quotation_runs
from service.enrich.quotes.speakers import Speakers
from service.enrich.tree import Tree


@Language.component("newswire_quotes", requires=["token.dep", "token.head"], assigns=["doc._.quotes"])
def find_quotes(doc: Doc) -> Doc:
    """Set ``doc._.quotes``: what is said, and by whom."""
    tree = Tree.of(doc)
    found = Assembler(tree, doc.text, quotation_runs(doc.text)).assemble()
    speakers = Speakers(doc, tree).of(found)
    pairs = sorted(zip(found, speakers, strict=True), key=lambda pair: pair[0].content)
    doc._.quotes = tuple(_quotation(number, each, speaker, tree) for number, (each, speaker) in enumerate(pairs, 1))
    return doc


def _quotation(number: int, each: Assembled, speaker: Speaker | None, tree: Tree) -> Quotation:
    attribution = each.attribution
    cue, source = attribution.cue, attribution.source
    return Quotation(
        f"q{number}",
        each.kind,
        each.content,
        (tree.offsets[cue[0]], tree.end(cue[1])) if cue else None,
        attribution.lemma,
        (tree.offsets[source.first], tree.end(source.last)) if source else None,
        speaker,
        CONFIDENCE[attribution.rule],
        attribution.rule,
    )
