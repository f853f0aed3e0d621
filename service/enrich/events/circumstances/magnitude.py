"""How many were killed, hurt or arrested, how many took part, what was given, and what it cost."""

from collections.abc import Collection, Iterator, Sequence

from service.enrich.events.circumstances.counts import count_of, total_of
from service.enrich.events.circumstances.numbers import sums_in
from service.enrich.events.circumstances.own_words import is_of_another_happening, own_words
from service.enrich.events.event import Amount, Magnitude, Money, Party
from service.enrich.events.grammar.markers import preposition
from service.enrich.events.grammar.voice import is_passive
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import LOGICAL_OBJECTS, NOUNS, PREPOSITIONAL
from service.enrich.words import word_set

_COUNTED = {
    "dead": word_set("kill murder execute assassinate massacre die killing execution death behead lynch"),
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

_OF_ITEMS = frozenset(("", "of", "with"))
"""Prepositions of things that an act moves or gives; others tell why or when: "on several charges"."""


def magnitude(
    tree: Tree, trigger: int, event_type: str, actors: Sequence[Party], recipients: Sequence[Party]
) -> Magnitude | None:
    """The numbers of an event; None when none is told."""
    counts: dict[str, Amount] = {}
    told = _counted_as(tree, trigger)
    if told is not None and (amount := total_of(tree, _undergoing(tree, told, recipients))):
        counts[told] = amount
    if event_type == "PROTEST" and (amount := total_of(tree, actors)):
        counts["participants"] = amount
    if event_type in ("ASSAULT", "COERCE"):
        for name, amount in (*_states(tree, trigger), *_told_beside(tree, trigger)):
            counts.setdefault(name, amount)
    taken = {party.head for party in (*actors, *recipients)}
    items = _items(tree, trigger, taken) if event_type in _WITH_ITEMS else ()
    money = _money(tree, trigger, event_type, taken) if event_type in _WITH_MONEY else None
    if money is not None:
        items = tuple(item for item in items if not item[0][2][0] < money[2][1] or not money[2][0] < item[0][2][1])
    if not counts and not items and money is None:
        return None
    return Magnitude(tuple(counts.items()), items, money)


def _counted_as(tree: Tree, trigger: int) -> str | None:
    """What became of those to whom something is done; who is shot need not be dead."""
    lemma = tree.lemmas[trigger]
    if lemma == "shoot":
        near = [tree.lemmas[child] for child in tree.children[trigger] if tree.relations[child] in ("conj", "xcomp")]
        return "dead" if {*near, *tree.lowers[trigger + 1 : trigger + 2]} & {"dead", "kill", "die"} else None
    return next((name for name, words in _COUNTED.items() if lemma in words), None)


def _undergoing(tree: Tree, told: str, recipients: Sequence[Party]) -> list[Party]:
    """The recipients without those of whom the next word tells something else: "and two others wounded"."""
    behind = {party.head: _STATES.get("".join(tree.lowers[party.head + 1 : party.head + 2])) for party in recipients}
    return [party for party in recipients if len(recipients) == 1 or behind[party.head] in (None, told)]


def _told_beside(tree: Tree, trigger: int) -> Iterator[tuple[str, Amount]]:
    """Numbers of a verb beside a trigger that leaves out who did it, or tells only what came of it for others.

    Such are "killed nine and wounded 20", "nine were killed and 20 others injured".
    """
    for verb in tree.children[trigger]:
        name = _STATES.get(tree.lowers[verb]) or _counted_as(tree, verb)
        if name is None or tree.relations[verb] != "conj" or tree.parts[verb] not in ("VERB", "ADJ"):
            continue
        active = not is_passive(tree, verb)
        near = [child for child in tree.children[verb] if tree.relations[child] in _THOSE_TOLD]
        if active and any(tree.relations[child] == "nsubj" for child in near):
            continue
        amounts = [count_of(tree, word) for word in (*near, verb - 1) if word != trigger]
        yield from [(name, amount) for amount in amounts if amount is not None][:1]


_THOSE_TOLD = frozenset(("obj", "nsubj", "nsubj:pass"))


def _states(tree: Tree, trigger: int) -> list[tuple[str, Amount]]:
    """Numbers of people whose state is told below the trigger: "leaving five dead", "in which 20 were wounded"."""
    found = []
    for token in own_words(tree, trigger, is_of_another_happening):
        name = _STATES.get(tree.lowers[token])
        if name is None or token == trigger:
            continue
        for near in (tree.heads[token], *tree.children[token]):
            if tree.relations[near] in PREPOSITIONAL and near in tree.children[token]:
                continue  # a year, or a sum
            if near != trigger and near != token and (tree.parts[near] == "NUM" or tree.lemmas[near] in _PEOPLE):
                amount = count_of(tree, near)
                if amount is not None:
                    found.append((name, amount))
                    break
    return found


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


def _money(tree: Tree, trigger: int, event_type: str, taken: Collection[int]) -> Money | None:
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
    sums = sums_in(tree, tree.first[trigger], tree.last[trigger])
    return next((each for each in sums if any(each[2][0] <= offset < each[2][1] for offset in own)), None)


def _is_reason(tree: Tree, word: int) -> bool:
    """Whether a clause tells why: "for stealing"."""
    marked = any(tree.relations[child] == "mark" for child in tree.children[word])
    return marked and tree.tags[word] == "VBG" and tree.relations[word] in ("advcl", "acl")
