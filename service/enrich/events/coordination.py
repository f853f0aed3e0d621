"""Parties told side by side, "Peru and Chile", or as examples, "countries including Peru": who is one, all are."""

from collections.abc import Sequence

from service.enrich.events.markers import preposition
from service.enrich.events.owners import NAMED
from service.enrich.events.phrases import Phrase, Phrases, Scored
from service.enrich.tree import Tree

_EXPLAINS = frozenset(("appos", "flat", "nmod:desc", "flat:name"))
"""Relations of what only explains the word above it."""


def coordinated(
    tree: Tree, phrases: Phrases, parties: Sequence[Phrase], chosen: list[Scored], others: list[Scored]
) -> list[Scored]:
    """A side with all members of each coordination, and without what only explains a member."""
    heads = {each[0].head for each in (*chosen, *others)}
    own = {each[0].head: each for each in chosen}
    found = [
        each for each in chosen if not (tree.relations[each[0].head] in _EXPLAINS and tree.heads[each[0].head] in own)
    ]
    before = {tree.heads[head]: each for head, each in own.items() if tree.relations[head] == "conj"}
    for phrase in parties:
        if phrase.head in heads:
            continue
        named = phrases.label(phrase.head) in NAMED
        joined = own.get(_above(tree, phrase.head, named=named))
        if joined is None and named:
            # "U.S. and Russian negotiators" is read as two things, of which labels know the second.
            joined = before.get(phrase.head)
        if joined is not None:
            found.append((phrase, joined[1]))
            if tree.relations[phrase.head] == "nmod":
                own[phrase.head] = found[-1]
    return sorted(found, key=lambda each: each[0].start)


def _above(tree: Tree, head: int, *, named: bool) -> int:
    """What a phrase is told along with: the first of a coordination, what it names an example of, else -1."""
    if tree.relations[head] == "conj" or (
        named and tree.relations[head] == "nmod" and preposition(tree, head) == "including"
    ):
        return tree.heads[head]
    return -1
