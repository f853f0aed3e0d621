"""What a tree attributes to whom: clauses under words of saying, "according to", infinitives of promises."""

from collections.abc import Container, Iterator

from service.enrich.quotes.attributions.according_to import according_to
from service.enrich.quotes.attributions.attribution import Attribution, TokenSpan
from service.enrich.quotes.attributions.complements import complement
from service.enrich.quotes.attributions.cues import ACCORDING, BESIDE_QUOTES, CUES, cue_class
from service.enrich.quotes.attributions.parentheticals import parenthetical
from service.enrich.quotes.attributions.sources import source_of
from service.enrich.tree import Tree
from service.enrich.word_classes import WordClass

_MIN_TOKENS = 2
"""Of what is attributed outside quotation marks."""

_CUES = WordClass.of(CUES | ACCORDING | {"accord"})
"""Lemmas of what may attribute; that of "according" is "accord" where it is taken for a verb."""


def attributions(tree: Tree, quoted: list[int], sections: list[int], used: Container[int]) -> Iterator[Attribution]:
    """What the trees of a document attribute, in the order of the cues.

    Args:
        quoted: for each token the index of the run it stands in, -1 for none. What is attributed
            inside a quotation ("I think ...") is part of that quotation.
        sections: see ``sections``: nothing is attributed across one.
        used: cues that belong to a quotation already.
    """
    for index in _CUES.at(tree.lemma_words):
        if quoted[index] >= 0 or index in used:
            continue
        if tree.parts[index] != "VERB" and not _is_according(tree, index):
            continue
        attribution = _attributed(tree, quoted, index)
        if attribution is None:
            continue
        source = attribution.source
        if source is None or (sections[source.head] == sections[index] and quoted[source.head] < 0):
            content = _inside(attribution.content, sections, sections[index])
            if sum(last - first + 1 for first, last in content) >= _MIN_TOKENS:
                yield attribution if content == attribution.content else attribution._replace(content=content)


def _attributed(tree: Tree, quoted: list[int], index: int) -> Attribution | None:
    """What one word attributes."""
    lemma = tree.lemmas[index]
    if _is_according(tree, index):
        return according_to(tree, index)
    kind = cue_class(lemma) or ("speech" if lemma in BESIDE_QUOTES else None)
    source = source_of(tree, index) if kind is not None else None
    if kind is None or source is None:
        return None
    if kind == "cognition" and (
        tree.lowers[source.head] in _NOBODY or _is_to_come(tree, index) or _is_compared(tree, source.first)
    ):
        return None
    found = complement(tree, quoted, index, source, kind)
    return parenthetical(tree, index, source) if found is None and kind != "document" else found


def _is_according(tree: Tree, index: int) -> bool:
    return tree.lemmas[index] in ACCORDING or tree.lowers[index] in ACCORDING


def _is_to_come(tree: Tree, verb: int) -> bool:
    """Whether nobody has thought it yet: "customers will understand that ..."."""
    return any(tree.relations[child] == "aux" and tree.lowers[child] in _TO_COME for child in tree.children[verb])


def _is_compared(tree: Tree, first: int) -> bool:
    """Whether a thought is only a measure: "no matter how tame an owner thinks it is", "older than he thinks"."""
    return not _MEASURES.isdisjoint(tree.lowers[max(0, first - 2) : first])


_MEASURES = frozenset(("how", "whatever", "however", "than"))

_TO_COME = frozenset(("will", "'ll", "’ll", "may", "might", "must", "should"))

_NOBODY = frozenset(("i", "we", "you", "who", "one"))
"""Subjects whose thoughts are no attribution: the writer's, the reader's, anybody's."""


def _inside(content: tuple[TokenSpan, ...], sections: list[int], own: int) -> tuple[TokenSpan, ...]:
    """The tokens of a content in the sentence of its cue."""
    pieces = []
    for first, last in content:
        while first <= last and sections[first] != own:
            first += 1
        while first <= last and sections[last] != own:
            last -= 1
        if first <= last:
            pieces.append((first, last))
    return tuple(pieces)
