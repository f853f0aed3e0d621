"""Clauses below a word of saying: complement clauses, indirect questions, infinitives of promises."""

from service.enrich.quotes.attributions.asides import (
    asides,
    circumstances,
    clause_of_saying,
    further_sayings,
    joined_cues,
    other_sources,
    without,
)
from service.enrich.quotes.attributions.attribution import Attribution, TokenSpan
from service.enrich.quotes.attributions.cues import SPEECH, WITH_INFINITIVE, CueClass
from service.enrich.quotes.attributions.edges import (
    behind_hearer,
    end_of_and_that,
    from_that,
    reaching_back,
    to_the_end,
    without_adjuncts,
    without_joined,
    without_remark,
)
from service.enrich.quotes.attributions.said_clauses import OF_NOUNS, said_clauses
from service.enrich.quotes.attributions.sources import Source
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import FINITE

_SAID = frozenset(("ccomp", "obj", "xcomp", "parataxis", "conj"))
"""Relations of clauses that may be what is said."""


def complement(tree: Tree, quoted: list[int], index: int, source: Source, kind: CueClass) -> Attribution | None:
    """What the clauses below a word of saying attribute; None where it has none.

    Args:
        index: of the word of saying.
        source: its own.
    """
    lemma = tree.lemmas[index]
    pieces: list[TokenSpan] = []
    later: list[TokenSpan] = []
    heads: list[int] = []
    rule = "clause"
    for child in said_clauses(tree, index):
        relation = "ccomp" if tree.relations[child] in OF_NOUNS else tree.relations[child]
        if relation not in _SAID or (later and any(first <= child <= last for first, last in later)):
            continue
        if source.first == index + 1 and tree.first[child] <= source.last < child:
            continue  # what tells of the source: "said Holm who accused Reuss"
        heads.append(child)
        if relation == "ccomp" and (kind == "speech" or _is_finite(tree, child)):
            first = behind_hearer(tree, index, reaching_back(tree, index, tree.first[child], source))
            first = from_that(tree, index, first, child)
            between = (min(source.first, index), max(source.last, index))
            saying = clause_of_saying(tree, index, child)
            later = list(circumstances(tree, quoted, index, child))
            holes = [saying, between, *asides(tree, child), *joined_cues(tree, index, child), *later]
            holes += other_sources(tree, quoted, child)
            holes += further_sayings(tree, quoted, child)
            pieces += without(first, without_remark(tree, first, tree.last[child]), holes)
        elif relation == "obj" and kind == "speech" and _is_question(tree, child):
            pieces.append((tree.first[child], tree.last[child]))
        elif relation == "xcomp" and lemma in WITH_INFINITIVE and _is_infinitive(tree, child):
            rule = "infinitive"
            pieces.append((tree.first[child], tree.last[child]))
        elif relation == "parataxis" and kind != "cognition" and child > index and _speaks(tree, quoted, index, child):
            rule = "parenthesis"
            pieces.append((tree.first[child], tree.last[child]))
        elif relation == "conj" and pieces and rule == "clause" and _goes_on(tree, child, pieces[-1][1]):
            pieces.append((pieces[-1][1] + 1, tree.last[child]))
    if not pieces and kind == "speech":
        pieces = to_the_end(tree, quoted, index)
    if not pieces:
        return None
    pieces.sort()
    if len(pieces) > 1:
        until = source.last if source.first > index else index
        pieces = without_joined(tree, without_adjuncts(tree, quoted, pieces, until, heads), index, source)
    if rule == "clause":
        pieces[-1] = (pieces[-1][0], end_of_and_that(tree, quoted, pieces[-1][1]))
    return Attribution(tuple(pieces), (index, index), lemma, source, rule)


def _goes_on(tree: Tree, clause: int, last: int) -> bool:
    """Whether a clause that is joined to a word of saying is rather joined to what is said.

    "He said nobody fell ill and there had been no threats": no comma parts them, or a "that" begins it.
    """
    first = tree.first[clause]
    if first <= last or tree.lemmas[clause] in SPEECH:
        return False
    own = {tree.relations[child] for child in tree.children[clause]}
    that = any(tree.relations[child] == "mark" and tree.lowers[child] == "that" for child in tree.children[clause])
    subject = "nsubj" in own or "nsubj:pass" in own
    return that or (subject and "," not in tree.texts[last + 1 : first + 1])


_QUESTION_WORDS = frozenset(("how", "why", "what", "where", "when", "who", "whom", "which", "whatever"))


def _is_question(tree: Tree, index: int) -> bool:
    """Whether an object is an indirect question or free relative: "why the team was late"."""
    return tree.lowers[index] in _QUESTION_WORDS and any(
        tree.relations[child] in ("acl:relcl", "advcl:relcl") for child in tree.children[index]
    )


def _speaks(tree: Tree, quoted: list[int], cue: int, child: int) -> bool:
    """Whether a loosely joined clause behind a word of saying is what is said."""
    before = tree.first[child] - 1
    while before > cue and tree.parts[before] == "PUNCT":
        if tree.texts[before] in (":", '"', "“", "‘", ","):
            return True
        before -= 1
    return quoted[tree.first[child]] >= 0


def _is_infinitive(tree: Tree, index: int) -> bool:
    return any(tree.lowers[child] == "to" for child in tree.children[index])


def _is_finite(tree: Tree, clause: int) -> bool:
    """Whether a clause has a finite verb."""
    if tree.tags[clause] in FINITE:
        return True
    return any(
        tree.relations[child] in ("aux", "aux:pass", "cop") and tree.tags[child] in FINITE
        for child in tree.children[clause]
    )
