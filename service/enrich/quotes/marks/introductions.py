"""Whom the sentence before a quotation without a word of saying introduces: 'Holm is not impressed. "It is cold."'."""

from service.enrich.quotes.attributions.sources import Source, source_span
from service.enrich.quotes.marks.sections import SENTENCE_FINAL
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import NOMINAL_SUBJECTS


def introduced(tree: Tree, quoted: list[int], sections: list[int], first: int, after: int) -> Source | None:
    """The subject of the sentence right before a quotation; None where that sentence belongs to another quotation.

    Args:
        quoted: for each token the index of the run it stands in, -1 for none.
        sections: see ``sections``.
        first: first token of the quotation.
        after: offset at which the quotation before it, and its words of saying, end.
    """
    last = first - 1
    while last >= 0 and tree.texts[last].isspace():
        last -= 1
    if last < 0 or tree.texts[last] not in SENTENCE_FINAL - {"?"}:
        return None
    begin = last
    while begin > 0 and sections[begin - 1] == sections[last] and quoted[begin - 1] < 0:
        begin -= 1
    if quoted[last] >= 0 or tree.offsets[begin] < after:
        return None
    for child in tree.children[tree.top(begin, last)]:
        if tree.relations[child] in NOMINAL_SUBJECTS and begin <= child <= last:
            return Source(child, *source_span(tree, child))
    return None
