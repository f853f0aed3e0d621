"""Which clauses a word of saying has, also where the tree hangs them on a neighbour of it."""

from service.enrich.function_words import RELATIVE_PRONOUNS
from service.enrich.quotes.attributions.cues import SPEECH, TO_SOMEBODY, cue_class
from service.enrich.tree import Tree

OF_NOUNS = frozenset(("acl", "acl:relcl"))
"""Relations of clauses that a tree hangs on nouns."""


def said_clauses(tree: Tree, cue: int) -> list[int]:
    """The children of a word of saying, with clauses of others that it has, and without its own that others have."""
    own = list(tree.children[cue])
    if tree.lemmas[cue] in SPEECH and not _clauses_of(tree, cue):
        own += _behind_phrase(tree, cue)
    above = tree.heads[cue]
    if above < cue and cue_class(tree.lemmas[above]) is not None:
        if tree.relations[cue] == "conj":
            return _second(tree, _first(tree, own, cue), cue, above)
        if tree.relations[cue] == "advcl" and not _clauses_of(tree, cue):
            # '"It is late," Kirby said, adding that ...': the clause of "adding" hangs on "said".
            own += [child for child in _clauses_of(tree, above) if tree.first[child] == cue + 1]
    return _first(tree, own, cue)


def _first(tree: Tree, own: list[int], cue: int) -> list[int]:
    """The clauses of the first of two joined words of saying.

    "Kirby told CNN that it would end, and explained why": the clause before "explained" is what he told.
    "Kirby said it would end, and said why": the clause behind the second "said" is not the first one's.
    """
    for other in own.copy():
        if other > cue and tree.relations[other] == "conj" and cue_class(tree.lemmas[other]) is not None:
            own += [child for child in _clauses_of(tree, other) if cue < child < other]
            if any(child < other for child in _clauses_of(tree, cue)):
                own = [child for child in own if child < other or tree.relations[child] != "ccomp"]
    return own


def _second(tree: Tree, own: list[int], cue: int, above: int) -> list[int]:
    """The clauses of the second of two joined words of saying; ``above`` is the first."""
    clauses = _clauses_of(tree, above)
    own = [child for child in own if child > cue or tree.relations[child] != "ccomp"]
    return own + [child for child in clauses if child > cue] if any(child < cue for child in clauses) else own


def _behind_phrase(tree: Tree, cue: int) -> list[int]:
    """The clause that a tree hangs on the noun before it: "said in a calm tone that it did", "told her aide it did"."""
    told = ("obl", "iobj", "obj") if tree.lemmas[cue] in TO_SOMEBODY else ("obl",)
    return [
        clause
        for phrase in tree.children[cue]
        if phrase > cue and tree.relations[phrase] in told
        for clause in tree.children[phrase]
        if tree.relations[clause] in OF_NOUNS and _is_told(tree, clause, hearer=tree.relations[phrase] == "iobj")
    ]


def _is_told(tree: Tree, clause: int, *, hearer: bool) -> bool:
    """Whether a clause behind a noun begins with "that", or behind whom it is told with a subject of its own."""
    first = tree.first[clause]
    if any(tree.relations[child] == "mark" and tree.lowers[child] == "that" for child in tree.children[clause]):
        return True
    return hearer and tree.parts[first] in ("PRON", "DET", "PROPN") and tree.lowers[first] not in RELATIVE_PRONOUNS


def _clauses_of(tree: Tree, cue: int) -> list[int]:
    return [child for child in tree.children[cue] if tree.relations[child] == "ccomp"]
