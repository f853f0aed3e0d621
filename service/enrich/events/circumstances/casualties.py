"""How many were killed, hurt, arrested or driven out by an act, as its sentence tells it."""

from collections.abc import Iterator, Sequence

from service.enrich.events.circumstances.counts import count_of, total_of
from service.enrich.events.circumstances.own_words import is_of_another_happening, own_words
from service.enrich.events.event import Amount, Party
from service.enrich.events.grammar.voice import is_passive
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import NOUNS, PREPOSITIONAL
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

_HARM = frozenset(("dead", "injured"))
"""What comes of one act for some and for others: "killing six and wounding nine"."""

_PEOPLE = word_set(
    "people person man woman child civilian soldier officer worker resident migrant protester student policeman"
)
_THOSE_TOLD = frozenset(("obj", "nsubj", "nsubj:pass"))


def counted(tree: Tree, trigger: int, event_type: str, recipients: Sequence[Party]) -> dict[str, Amount]:
    """The numbers of people by what became of them; empty where none is told."""
    counts: dict[str, Amount] = {}
    told = _counted_as(tree, trigger) or _died_in(tree, trigger)
    if told is not None and (amount := total_of(tree, _undergoing(tree, told, recipients))):
        counts[told] = amount
    if event_type in ("ASSAULT", "COERCE"):
        for name, amount in (*_states(tree, trigger), *_told_beside(tree, trigger)):
            counts.setdefault(name, amount)
    return counts


def _counted_as(tree: Tree, trigger: int) -> str | None:
    """What became of those to whom something is done; who is shot need not be dead."""
    lemma = tree.lemmas[trigger]
    if lemma == "shoot":
        near = [tree.lemmas[child] for child in tree.children[trigger] if tree.relations[child] in ("conj", "xcomp")]
        return "dead" if {*near, *tree.lowers[trigger + 1 : trigger + 2]} & {"dead", "kill", "die"} else None
    return next((name for name, words in _COUNTED.items() if lemma in words), None)


def _died_in(tree: Tree, trigger: int) -> str | None:
    """ "Dead" where those to whom a noun's act was done died in it: "nine died in the raid"."""
    return "dead" if tree.parts[trigger] in NOUNS and tree.lemmas[tree.heads[trigger]] == "die" else None


def _undergoing(tree: Tree, told: str, recipients: Sequence[Party]) -> list[Party]:
    """The recipients without those of whom the word beside them tells something else: "and two others wounded"."""
    if len(recipients) == 1:
        return list(recipients)
    return [
        party
        for party in recipients
        if all(
            _STATES.get(word) in (None, told)
            for word in (
                *tree.lowers[max(0, party.head - 1) : party.head],
                *tree.lowers[party.head + 1 : party.head + 2],
            )
        )
    ]


def _states(tree: Tree, trigger: int) -> Iterator[tuple[str, Amount]]:
    """Numbers of people whose state is told below the trigger: "in which five were hurt", "the raid left five dead"."""
    above = tree.heads[trigger]
    leaves = tree.relations[trigger] == "nsubj" and tree.lemmas[above] == "leave"
    for token in own_words(tree, above if leaves else trigger, is_of_another_happening):
        name = _STATES.get(tree.lowers[token])
        if name is None or token == trigger:
            continue
        amount = _count_before(tree, token) or _count_near(tree, token, trigger)
        if amount is not None:
            yield name, amount


def _count_before(tree: Tree, state: int) -> Amount | None:
    """The number of those of whom the next word tells a state: "20 people dead and 45 seriously injured"."""
    last = state - 1
    while last >= 0 and tree.parts[last] == "ADV":
        last -= 1
    if last < 0 or tree.parts[last] not in ("NUM", "NOUN") or tree.lowers[max(0, last - 1)] == "in":
        return None
    return count_of(tree, last)


def _count_near(tree: Tree, state: int, trigger: int) -> Amount | None:
    """The number of those to whom the tree gives a state; years and places hang on it by prepositions."""
    below = [child for child in tree.children[state] if tree.relations[child] not in PREPOSITIONAL]
    for near in (tree.heads[state], *below):
        if near not in (trigger, state) and (tree.parts[near] == "NUM" or tree.lemmas[near] in _PEOPLE):
            amount = count_of(tree, near)
            if amount is not None:
                return amount
    return None


def _told_beside(tree: Tree, trigger: int) -> Iterator[tuple[str, Amount]]:
    """Numbers of verbs that tell what else came of an act, without an actor of their own.

    Such are "killed nine and wounded 20", "nine were killed and 20 others injured", "attacked a village, killing six".
    """
    for verb in tree.children[trigger]:
        if not _is_outcome(tree, verb):
            continue
        yield from _harmed(tree, verb)
        for beside in tree.children[verb]:
            if tree.relations[beside] == "conj" and _is_outcome(tree, beside):
                yield from _harmed(tree, beside)


def _is_outcome(tree: Tree, verb: int) -> bool:
    if tree.relations[verb] == "advcl":
        return tree.tags[verb] == "VBG" and not is_of_another_happening(tree, verb)
    active = not is_passive(tree, verb)
    owned = active and any(tree.relations[child] == "nsubj" for child in tree.children[verb])
    return tree.relations[verb] == "conj" and tree.parts[verb] in ("VERB", "ADJ") and not owned


def _harmed(tree: Tree, verb: int) -> Iterator[tuple[str, Amount]]:
    """Whom a verb of harm counts: its object or subject, else the number before it."""
    name = _STATES.get(tree.lowers[verb]) or _counted_as(tree, verb)
    if name not in _HARM:
        return
    told = [count_of(tree, child) for child in tree.children[verb] if tree.relations[child] in _THOSE_TOLD]
    amount = next((each for each in told if each is not None), None) or _count_before(tree, verb)
    if amount is not None:
        yield name, amount
