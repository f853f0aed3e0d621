"""How many people a phrase tells, and how many those are who are told side by side."""

from collections.abc import Sequence

from service.enrich.events.circumstances.numbers import amount_at
from service.enrich.events.event import Amount, Party
from service.enrich.tree import Tree

_COUNTING = frozenset(("ten", "dozen", "hundred", "thousand", "score", "million"))
"""Lemmas of nouns that are numbers themselves: "dozens were killed"."""

_VAGUE = frozenset(("several", "dozens", "hundreds", "thousands", "many"))
_SINGULAR = frozenset(("NN", "NNP"))


def count_of(tree: Tree, head: int) -> Amount | None:
    """The number that counts a noun, or the number that a phrase is headed by ("seven were killed")."""
    if tree.parts[head] == "NUM":
        return amount_at(tree, _number(tree, head))
    for child in tree.children[head]:
        if tree.relations[child] == "nummod" and child < head:
            return amount_at(tree, _number(tree, child))
    if tree.lemmas[head] in _COUNTING or tree.lowers[head] == "several":
        return amount_at(tree, [head])
    for child in tree.children[head]:
        if tree.lowers[child] in _VAGUE:
            asked = tree.lowers[child - 1 : child] == ["how"]
            return amount_at(tree, [child]) if not asked else None
    return None


def total_of(tree: Tree, parties: Sequence[Party]) -> Amount | None:
    """How many the parties of a side are: the first of them with a number, and all that are told side by side with it.

    A person is one. Of others without a number nobody knows how many they are: "five officers and miners" are five or
    more. None where no number is told.
    """
    told = [party for party in parties if party.mention_type != "implicit"]
    counted = next((party for party in told if count_of(tree, party.head) is not None), None)
    if counted is None:
        return None
    group = [party for party in told if _first_conjunct(tree, party.head) == _first_conjunct(tree, counted.head)]
    heads = {party.head: party for party in group}
    amounts = [_amount_of(tree, party) for party in heads.values()]
    spans = [count[2] for head in heads if (count := count_of(tree, head)) is not None]
    least, most = (_sum([amount[side] for amount in amounts]) for side in (0, 1))
    return least, most, (min(start for start, _ in spans), max(end for _, end in spans))


def _sum(numbers: Sequence[int | None]) -> int | None:
    """None where one of them is not known."""
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def _amount_of(tree: Tree, party: Party) -> tuple[int | None, int | None]:
    amount = count_of(tree, party.head)
    if amount is not None:
        return amount[:2]
    one = party.kind == "person" and tree.tags[party.head] in _SINGULAR
    return (1, 1) if one else (0, None)


def _first_conjunct(tree: Tree, word: int) -> int:
    while tree.relations[word] == "conj" and tree.heads[word] != word:
        word = tree.heads[word]
    return word


def _number(tree: Tree, token: int) -> list[int]:
    parts = [c for c in tree.children[token] if tree.parts[c] == "NUM" and abs(c - token) <= 3]
    whole = sorted([*parts, token])
    return list(range(whole[0], whole[-1] + 1))
