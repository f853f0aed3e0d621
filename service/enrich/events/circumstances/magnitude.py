"""How many were killed, hurt or arrested, how many took part, what was given, and what it cost."""

from collections.abc import Sequence

from service.enrich.events.circumstances.numbers import amount_at, money_in
from service.enrich.events.event import Amount, Magnitude, Party
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import NOUNS
from service.enrich.words import word_set

_COUNTED = {
    "dead": word_set("kill murder execute assassinate massacre die killing execution death shoot behead lynch"),
    "injured": word_set("injure wound hurt maim injury"),
    "arrested": word_set("arrest detain capture round detention remand jail"),
    "missing": word_set("abduct kidnap disappear vanish abduction kidnapping"),
    "displaced": word_set("displace evict deport expel evacuate"),
}
"""What a trigger's recipients are counted as, by its lemma."""

_STATES = {
    "dead": "dead", "killed": "dead", "injured": "injured", "wounded": "injured", "hurt": "injured",
    "missing": "missing", "arrested": "arrested", "detained": "arrested", "displaced": "displaced",
}  # fmt: skip
"""Participles and adjectives that tell what became of the people a number counts."""

_WITH_ITEMS = frozenset(("AGREE", "REQUEST", "AID", "COOPERATE", "REJECT", "MOBILIZE", "COERCE"))
_WITH_MONEY = _WITH_ITEMS | {"SANCTION", "SUPPORT"}
_PEOPLE = word_set(
    "people person man woman child civilian soldier officer worker resident migrant protester student policeman"
)


def magnitude(
    tree: Tree, trigger: int, event_type: str, actors: Sequence[Party], recipients: Sequence[Party]
) -> Magnitude | None:
    """The numbers of an event; None when none is told."""
    counts: dict[str, Amount] = {}
    lemma = tree.lemmas[trigger]
    if (told := next((name for name, words in _COUNTED.items() if lemma in words), None)) and (
        amount := _first_amount(tree, recipients)
    ):
        counts[told] = amount
    if event_type == "PROTEST" and (amount := _first_amount(tree, actors)):
        counts["participants"] = amount
    if event_type in ("ASSAULT", "COERCE"):
        for name, amount in _states(tree, trigger):
            counts.setdefault(name, amount)
    taken = {party.head for party in (*actors, *recipients)}
    items = _items(tree, trigger, taken) if event_type in _WITH_ITEMS else ()
    money = None
    if event_type in _WITH_MONEY:
        first, last = _reach(tree, trigger)
        money = money_in(tree, first, last)
        if money is not None:
            items = tuple(item for item in items if not item[0][2][0] < money[2][1] or not money[2][0] < item[0][2][1])
    if not counts and not items and money is None:
        return None
    return Magnitude(tuple(counts.items()), items, money)


def count_of(tree: Tree, head: int) -> Amount | None:
    """The number that counts a noun, or the number that a phrase is headed by ("seven were killed")."""
    if tree.parts[head] == "NUM":
        return amount_at(tree, _number(tree, head))
    for child in tree.children[head]:
        if tree.relations[child] == "nummod" and child < head:
            return amount_at(tree, _number(tree, child))
    if tree.lemmas[head] in ("dozen", "hundred", "thousand", "score", "million") or tree.lowers[head] == "several":
        return amount_at(tree, [head])
    for child in tree.children[head]:
        if tree.lowers[child] in ("several", "dozens", "hundreds", "thousands", "many"):
            return amount_at(tree, [child])
    return None


def _number(tree: Tree, token: int) -> list[int]:
    parts = [c for c in tree.children[token] if tree.parts[c] == "NUM" and abs(c - token) <= 3]
    whole = sorted([*parts, token])
    return list(range(whole[0], whole[-1] + 1))


def _first_amount(tree: Tree, parties: Sequence[Party]) -> Amount | None:
    for party in parties:
        amount = count_of(tree, party.head) if party.mention_type != "implicit" else None
        if amount is not None:
            return amount
    return None


def _states(tree: Tree, trigger: int) -> list[tuple[str, Amount]]:
    """Numbers of people whose state is told below the trigger: "leaving five dead", "in which 20 were wounded"."""
    found = []
    first, last = _reach(tree, trigger)
    for token in range(first, last + 1):
        name = _STATES.get(tree.lowers[token])
        if name is None or token == trigger:
            continue
        for near in (tree.heads[token], *tree.children[token]):
            if near != trigger and near != token and (tree.parts[near] == "NUM" or tree.lemmas[near] in _PEOPLE):
                amount = count_of(tree, near)
                if amount is not None:
                    found.append((name, amount))
                    break
    return found


def _items(tree: Tree, trigger: int, taken: set[int]) -> tuple[tuple[Amount, str], ...]:
    """Things that are counted below the trigger and are no party: "several hundred drones"."""
    found = []
    for child in tree.children[trigger]:
        if tree.relations[child] not in ("obj", "obl", "nmod") or child in taken:
            continue
        if tree.parts[child] not in NOUNS or tree.lemmas[child] in _UNITS_OF_TIME:
            continue
        amount = count_of(tree, child)
        if amount is not None:
            found.append((amount, tree.texts[child]))
    return tuple(found)


_UNITS_OF_TIME = word_set(
    "second minute hour day week month year decade time percent % dollar euro pound kilometre mile km"
)


def _reach(tree: Tree, trigger: int) -> tuple[int, int]:
    """The tokens below a trigger, both inclusive."""
    return tree.first[trigger], tree.last[trigger]
