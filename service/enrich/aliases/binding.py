"""Whom a pronoun cannot mean: grammar keeps words of one clause apart (Chomsky, Lectures on Government and Binding)."""

from service.enrich.tree import Tree

SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:outer", "csubj"))
"""Relations of subjects."""

_SUBJECTS_AND_OBJECTS = SUBJECTS | {"obj", "iobj"}


def is_bound(tree: Tree, token: int, index: int) -> bool:
    """Whether grammar keeps two words of one clause from meaning the same (Chomsky's principle B)."""
    if tree.tags[index] == "PRP$" or tree.relations[index] == "nmod:poss" or tree.lowers[index].endswith("self"):
        return tree.heads[index] == token
    head = tree.heads[index]
    if tree.relations[index] in SUBJECTS:
        return False
    return tree.heads[token] == head and tree.relations[token] in _SUBJECTS_AND_OBJECTS


def commands(tree: Tree, index: int, token: int) -> bool:
    """Whether a subject stands above a word of its own clause, and so cannot mean what that names (principle C)."""
    if tree.relations[index] not in SUBJECTS:
        return False
    head = tree.heads[index]
    while token not in (head, tree.heads[token]):
        token = tree.heads[token]
    return token == head
