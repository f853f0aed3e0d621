"""Whom a pronoun cannot mean: grammar keeps words of one clause apart (Chomsky, Lectures on Government and Binding)."""

from collections.abc import Container

from service.enrich.tree import Tree

SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:outer", "csubj"))
"""Relations of subjects."""

_SUBJECTS_AND_OBJECTS = SUBJECTS | {"obj", "iobj"}


def bound_to(tree: Tree, index: int) -> Container[int]:
    """The words of its own clause that grammar keeps a pronoun from meaning (Chomsky's principle B)."""
    head = tree.heads[index]
    if tree.tags[index] == "PRP$" or tree.relations[index] == "nmod:poss" or tree.lowers[index].endswith("self"):
        return (head,)
    if tree.relations[index] in SUBJECTS:
        return ()
    return {child for child in tree.children[head] if tree.relations[child] in _SUBJECTS_AND_OBJECTS}


def commands(tree: Tree, index: int, token: int) -> bool:
    """Whether a subject stands above a word of its own clause, and so cannot mean what that names (principle C)."""
    if tree.relations[index] not in SUBJECTS:
        return False
    head = tree.heads[index]
    while token not in (head, tree.heads[token]):
        token = tree.heads[token]
    return token == head
