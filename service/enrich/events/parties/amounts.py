"""Phrases that count somebody: "hundreds of UN troops"."""

from service.enrich.events.grammar.phrases import Phrase
from service.enrich.tree import Tree
from service.enrich.words import word_set

_AMOUNTS = word_set(
    """
    hundred thousand dozen ten score million member number group crowd majority handful couple pair leader most many
    some several
    """
)
"""Nouns whose complement with "of" tells who is meant."""


def counted_from(tree: Tree, phrase: Phrase) -> int | None:
    """Where those begin whom a phrase counts: "UN troops" of "hundreds of UN troops", of "tens of thousands of".

    Returns:
        Their first token; None where the phrase counts nobody.
    """
    counted, start = None, phrase.head
    while start < phrase.end and (tree.lemmas[start] in _AMOUNTS or tree.parts[start] == "NUM"):
        at = next((t for t in range(start + 1, phrase.end) if tree.lowers[t] == "of"), None)
        if at is None or at + 1 >= phrase.end:
            break
        counted = start = at + 1
    return counted
