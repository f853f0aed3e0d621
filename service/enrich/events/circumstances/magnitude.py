"""How many were killed, hurt or arrested, how many took part, what was given, and what it cost."""

from collections.abc import Collection, Sequence

from service.enrich.events.circumstances.casualties import counted
from service.enrich.events.circumstances.counts import count_of, total_of
from service.enrich.events.circumstances.money import sums_in
from service.enrich.events.circumstances.own_words import is_of_another_happening, own_words
from service.enrich.events.event import Amount, Magnitude, Money, Party
from service.enrich.events.grammar.markers import preposition
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import LOGICAL_OBJECTS, NOUNS
from service.enrich.words import word_set

_WITH_ITEMS = frozenset(("AGREE", "REQUEST", "AID", "COOPERATE", "REJECT", "MOBILIZE", "COERCE"))
_WITH_MONEY = _WITH_ITEMS | {"SANCTION", "SUPPORT"}
_OF_ITEMS = frozenset(("", "of", "with"))
"""Prepositions of things that an act moves or gives; others tell why or when: "on several charges"."""


def magnitude(
    tree: Tree, trigger: int, event_type: str, actors: Sequence[Party], recipients: Sequence[Party]
) -> Magnitude | None:
    """The numbers of an event; None when none is told."""
    counts = counted(tree, trigger, event_type, recipients)
    if event_type == "PROTEST" and (amount := total_of(tree, actors)):
        counts["participants"] = amount
    taken = {party.head for party in (*actors, *recipients)}
    countries = [party.country for party in (*actors, *recipients) if party.country]
    items = _items(tree, trigger, taken) if event_type in _WITH_ITEMS else ()
    money = _money(tree, trigger, event_type, taken, countries) if event_type in _WITH_MONEY else None
    if money is not None:
        items = tuple(item for item in items if not item[0][2][0] < money[2][1] or not money[2][0] < item[0][2][1])
    if not counts and not items and money is None:
        return None
    return Magnitude(tuple(counts.items()), items, money)


def _items(tree: Tree, trigger: int, taken: Collection[int]) -> tuple[tuple[Amount, str], ...]:
    """Things that are counted below the trigger and are no party: "several hundred drones"."""
    found = []
    for child in tree.children[trigger]:
        if tree.relations[child] not in ("obj", "obl", "nmod") or child in taken:
            continue
        if tree.parts[child] not in NOUNS or tree.lemmas[child] in _UNITS_OF_TIME:
            continue
        if preposition(tree, child) not in _OF_ITEMS:
            continue
        amount = count_of(tree, child)
        if amount is not None:
            found.append((amount, tree.texts[child]))
    return tuple(found)


_UNITS_OF_TIME = word_set(
    "second minute hour day week month year decade time percent % dollar euro pound kilometre mile km"
)


def _money(tree: Tree, trigger: int, event_type: str, taken: Collection[int], countries: Sequence[str]) -> Money | None:
    """The first sum below a trigger; of what is seized or frozen alone where somebody is restrained.

    What a party had, or did for money, is told in clauses of its own: "arrested a clerk who stole $9,000".
    """

    def is_foreign(tree: Tree, word: int) -> bool:
        if is_of_another_happening(tree, word) or _is_reason(tree, word):
            return True
        if event_type == "COERCE" and tree.heads[word] == trigger:
            return tree.relations[word] not in LOGICAL_OBJECTS or word in taken
        return tree.relations[word] == "acl:relcl" and tree.heads[word] in taken

    own = {tree.offsets[word] for word in own_words(tree, trigger, is_foreign)}
    sums = sums_in(tree, tree.first[trigger], tree.last[trigger], countries)
    return next((each for each in sums if any(each[2][0] <= offset < each[2][1] for offset in own)), None)


def _is_reason(tree: Tree, word: int) -> bool:
    """Whether a clause tells why: "for stealing"."""
    marked = any(tree.relations[child] == "mark" for child in tree.children[word])
    return marked and tree.tags[word] == "VBG" and tree.relations[word] in ("advcl", "acl")
