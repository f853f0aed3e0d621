"""Parenthetical clauses of saying: "The road, he said, is closed", "The road is closed, as he said"."""

from service.enrich.function_words import RELATIVE_SUBJECTS
from service.enrich.quotes.attributions.asides import without
from service.enrich.quotes.attributions.attribution import Attribution
from service.enrich.quotes.attributions.cues import SPEECH
from service.enrich.quotes.attributions.edges import without_adjuncts
from service.enrich.quotes.attributions.sources import Source
from service.enrich.tree import Tree

_OPINION = frozenset(("think", "believe", "suspect", "fear", "hope"))
"""Verbs of thinking that stand in a parenthesis as those of saying do."""


def parenthetical(tree: Tree, quoted: list[int], index: int, source: Source) -> Attribution | None:
    """What a word of saying attributes whose clause hangs on what is said; None where it does not."""
    lemma, relation, head = tree.lemmas[index], tree.relations[index], tree.heads[index]
    marks = [child for child in tree.children[index] if tree.relations[child] in ("mark", "advmod")]
    as_clause = relation == "advcl" and any(tree.lowers[child] == "as" for child in marks)
    has_own_source = tree.first[index] <= source.head <= tree.last[index]
    if as_clause and (lemma not in SPEECH or not has_own_source):
        return None  # "as mentioned earlier": nobody says who did
    if as_clause and any(tree.relations[child] in ("obj", "xcomp") for child in tree.children[index]):
        return None  # "prices rose, as firms reported losses", "as the bank asked firms to save"
    if not as_clause and tree.tags[index] == "VBG" and not has_own_source:
        return None  # "he vowed to go on, promising a war"
    if not as_clause and tree.lowers[source.head] in RELATIVE_SUBJECTS:
        return None  # "the report, which cited a statement, did not say why"
    if not as_clause and (relation != "parataxis" or (lemma not in SPEECH and lemma not in _OPINION)):
        return None
    own = (tree.first[index], tree.last[index])
    # What hangs on a whole sentence by another clause of saying is not this one's.
    pieces = tuple(without_adjuncts(tree, quoted, without(tree.first[head], tree.last[head], [own]), own[1], [head]))
    return Attribution(pieces, (index, index), lemma, source, "as" if as_clause else "parenthesis") if pieces else None
