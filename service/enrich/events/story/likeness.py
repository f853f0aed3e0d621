"""How far the parties of two events are the same: by cluster, country, noun and number."""

from collections.abc import Sequence
from enum import IntEnum

from service.enrich.events.event import Event, Party
from service.enrich.tree import Tree

_MUTUAL = frozenset(("CONSULT", "COOPERATE"))
"""Types of what two sides do together, so that either may be told first."""

_PLURAL = frozenset(("NNS", "NNPS"))


class Likeness(IntEnum):
    """What the same side of two events says of their being one."""

    APART = 0
    OPEN = 1
    ALIKE = 2
    SAME = 3


def sides(first: Event, second: Event, tree: Tree) -> tuple[Likeness, Likeness]:
    """The likeness of actors and of recipients; of what two do together, the better way of setting them side by side.

    Where one of two meetings tells no recipients, all who are told are compared as actors: nobody whom the one tells
    that tells fewer may be a stranger to the other.
    """
    straight = like(first.actors, second.actors, tree), like(first.recipients, second.recipients, tree)
    if first.type not in _MUTUAL or second.type not in _MUTUAL:
        return straight
    if not (first.recipients and second.recipients):
        return _of_all(_everybody(first), _everybody(second), tree), Likeness.OPEN
    crosswise = like(first.actors, second.recipients, tree), like(first.recipients, second.actors, tree)
    return max(straight, crosswise, key=lambda likenesses: (min(likenesses), max(likenesses)))


def _everybody(event: Event) -> list[Party]:
    return told((*event.actors, *event.recipients))


def _of_all(first: Sequence[Party], second: Sequence[Party], tree: Tree) -> Likeness:
    fewer, more = sorted((first, second), key=len)
    best = [max((likeness(a, b, tree) for b in more), default=Likeness.OPEN) for a in fewer]
    return Likeness.APART if Likeness.APART in best else max(best, default=Likeness.OPEN)


def like(first: Sequence[Party], second: Sequence[Party], tree: Tree) -> Likeness:
    """The best likeness between parties of one side; open where either event leaves the side out.

    One and several are apart, where the clusters do not say otherwise: "a guard", "three guards".
    """
    some, others = told(first), told(second)
    best = max((likeness(a, b, tree) for a in some for b in others), default=Likeness.OPEN)
    if best in (Likeness.OPEN, Likeness.ALIKE) and {_is_one(some, tree), _is_one(others, tree)} == {True, False}:
        return Likeness.APART
    return best


def told(parties: Sequence[Party]) -> list[Party]:
    """Those whom words name, not those whom a trigger only implies."""
    return [party for party in parties if party.mention_type != "implicit"]


def likeness(a: Party, b: Party, tree: Tree) -> Likeness:
    """By cluster, else by country, where no two names or parts of a state stand against it, else by the noun.

    Two nouns of one country are the same with the same head ("German consulate", "the German consulate").
    """
    if a.count is not None and b.count is not None and _differ(a.count, b.count):
        return Likeness.APART
    if a.entity_id is not None and a.entity_id == b.entity_id:
        return Likeness.SAME
    if a.country and b.country and a.country != b.country:
        return Likeness.APART
    same_noun = tree.lemmas[a.head] == tree.lemmas[b.head]
    states = a.kind == "country" or b.kind == "country"
    if a.mention_type == b.mention_type == "name" and not states and not same_noun:
        return Likeness.APART
    if a.country and a.country == b.country:
        if same_noun:
            return Likeness.SAME
        if states or a.sector == b.sector:
            return Likeness.ALIKE
        return Likeness.APART if a.sector and b.sector else Likeness.OPEN
    if a.mention_type == b.mention_type == "nominal":
        if a.count and b.count and a.count != b.count:
            return Likeness.APART
        if same_noun:
            return Likeness.ALIKE
    return Likeness.OPEN


def _differ(a: tuple[int | None, int | None], b: tuple[int | None, int | None]) -> bool:
    """Whether no number is meant by both of two amounts."""
    return _above(a[0], b[1]) or _above(b[0], a[1])


def _above(least: int | None, most: int | None) -> bool:
    return least is not None and most is not None and least > most


def _is_one(parties: Sequence[Party], tree: Tree) -> bool | None:
    """Whether a side is one person or thing; None where nouns and names do not tell."""
    if not parties or any(party.mention_type == "pronoun" for party in parties):
        return None
    if len(parties) > 1 or parties[0].count or tree.tags[parties[0].head] in _PLURAL:
        return False
    return True if parties[0].kind == "person" or parties[0].mention_type == "nominal" else None
