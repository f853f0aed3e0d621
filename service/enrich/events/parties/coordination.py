"""Parties told side by side, "Peru and Chile", or as examples, "countries including Peru": who is one, all are."""

from collections.abc import Iterable, Sequence

from service.enrich.events.grammar.markers import is_joined, preposition
from service.enrich.events.grammar.phrases import Phrase, Phrases, Scored
from service.enrich.events.parties.owners import NAMED
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import NOMINALS

_EXPLAINS = frozenset(("appos", "flat", "nmod:desc", "flat:name"))
"""Relations of what only explains the word above it."""

_PART_OF_A_NAME = _EXPLAINS | {"compound"}
"""Relations of titles, which stand for nobody beside the one who has them."""

_PLACING = frozenset(("in", "at", "during", "under", "amid"))
"""Prepositions of what a tree takes for the first of a coordination: "after raids in Peru, miners and farmers"."""

_ALONG = frozenset(("along", "together"))
"""First words of "along with" and "together with"."""

MIN_BESIDE = 0.04
"""Probability from which who is described is a party like those told behind or beside: trees join things, too, and what
is told of somebody else. Names and pronouns need none."""

MIN_BEHIND = 0.012
"""The same for what is told behind a party."""

_PERSONAL = frozenset(("he", "she", "they", "him", "her", "them", "i", "we"))
"""Pronouns of people, who are parties like those named: "he and Ruiz agreed"."""

_JOINED = NOMINALS | {"ADJ"}

Side = dict[int, Scored]
"""The parties of a side by their heads."""


def coordinated(
    tree: Tree, phrases: Phrases, scored: Sequence[tuple[Phrase, float, float]], trigger: int, actors: list[Scored],
    recipients: list[Scored],
) -> tuple[list[Scored], list[Scored]]:  # fmt: skip
    """Both sides with all members of each coordination, and without what only explains a member.

    A coordination of which either side has a member is of the side that is surer of one: of 631 labelled pairs that are
    both parties 627 are of one side.

    Args:
        scored: all phrases that may be a party, with their probabilities as actors and as recipients.
        trigger: no coordination reaches from one side of it to the other.
    """
    sides = _unexplained(tree, phrases, actors), _unexplained(tree, phrases, recipients)
    members: dict[int, list[tuple[Phrase, float, float]]] = {}
    for each in scored:
        members.setdefault(_first(tree, phrases, each[0].head, trigger), []).append(each)
    for first, joined in members.items():
        if len(joined) > 1:
            _join(tree, phrases, first, joined, *sides)
    for side, other in (sides, sides[::-1]):
        for phrase, *_ in scored:
            told = side.get(_told_as_example_of(tree, phrases, phrase.head))
            if told is not None:
                for example, *_ in members[_first(tree, phrases, phrase.head, trigger)]:
                    if example.head not in side and example.head not in other:
                        side[example.head] = (example, told[1])
    return _in_text_order(sides[0].values()), _in_text_order(sides[1].values())


def _unexplained(tree: Tree, phrases: Phrases, chosen: list[Scored]) -> Side:
    """Who is on a side, without what only explains another; a list of names behind a noun tells more than it."""
    own = {each[0].head: each for each in chosen}
    return {
        head: each
        for head, each in own.items()
        if not (tree.relations[head] in _EXPLAINS and tree.heads[head] in own)
        or any(tree.relations[child] == "conj" for child in tree.children[head])
        or is_joined(tree, head)
        or _stands_for_and(tree, phrases, head)
    }


def _stands_for_and(tree: Tree, phrases: Phrases, head: int) -> bool:
    """Whether a comma is the "and" of headlines: "Peru, Chile sign pact"; trees take the second name for an aside."""
    label = phrases.label(head)
    return label in NAMED and label == phrases.label(tree.heads[head]) and _is_behind_a_comma(tree, head)


def _first(tree: Tree, phrases: Phrases, head: int, trigger: int) -> int:
    """The first of the coordination that a phrase's head stands in, itself where it stands in none."""
    first = head
    while is_joined(tree, first) or _is_of_a_list(tree, phrases, first) or _is_told_along(tree, first):
        above = tree.heads[first]
        if (above < trigger) != (head < trigger) or tree.parts[above] not in _JOINED:
            break
        if _has_clause(tree, above) and _has_clause(tree, first) and first < trigger <= tree.last[first]:
            break  # "Ruiz, who was shot, and Ortiz, who was stabbed"
        first = above
    return first


def _has_clause(tree: Tree, noun: int) -> bool:
    """Whether a relative clause tells of a noun."""
    return any(tree.relations[child] == "acl:relcl" for child in tree.children[noun])


def _is_of_a_list(tree: Tree, phrases: Phrases, head: int) -> bool:
    """Whether a noun stands between the commas of a list that goes on behind it, whatever the tree takes it for.

    A person's name explains no other one; of other nouns trees know best which are asides.
    """
    above = tree.heads[head]
    names = phrases.label(head) == phrases.label(above) == "PERSON"
    return (
        (tree.relations[head] == "nmod" or (tree.relations[head] == "appos" and names))
        and not preposition(tree, head)
        and above < head
        and _is_behind_a_comma(tree, head)
        and any(child > head and tree.relations[child] == "conj" for child in tree.children[above])
    )


def _is_told_along(tree: Tree, head: int) -> bool:
    """Whether a phrase is told beside another noun: "Ruiz, along with Ortiz"; trees take it for an aside of it."""
    above = tree.heads[head]
    beside = tree.relations[head] in ("nmod", "appos") and above < head and tree.parts[above] in NOMINALS
    return beside and preposition(tree, head) in _ALONG


def _is_behind_a_comma(tree: Tree, head: int) -> bool:
    """Whether a comma opens a phrase; trees give it to the phrase or to what stands before."""
    first = tree.first[head]
    return "," in (tree.lowers[first], tree.lowers[max(0, first - 1)])


def _join(
    tree: Tree, phrases: Phrases, first: int, members: list[tuple[Phrase, float, float]], actors: Side, recipients: Side
) -> None:
    """Put all members of a coordination on the side that is surer of one of them."""
    acting, undergoing = (
        max((side[phrase.head][1] for phrase, *_ in members if phrase.head in side), default=0.0)
        for side in (actors, recipients)
    )
    if not (acting or undergoing):
        return
    side, other = (actors, recipients) if acting >= undergoing else (recipients, actors)
    for phrase, as_actor, as_recipient in members:
        head, chance = phrase.head, as_actor if side is actors else as_recipient
        behind = (first in side or tree.heads[head] in side) and chance >= MIN_BEHIND
        told = phrases.label(head) in NAMED or tree.lowers[head] in _PERSONAL
        sure = behind or told or (chance >= MIN_BESIDE and tree.parts[head] in NOMINALS)
        may = sure and (
            _is_of_a_list(tree, phrases, head) or _is_told_along(tree, head) or _may_join(tree, phrase, side)
        )
        if other.pop(head, None) is not None or (head not in side and may):
            side[head] = (phrase, max(acting, undergoing))


def _may_join(tree: Tree, phrase: Phrase, side: Side) -> bool:
    """Whether a phrase may be a party of its own beside others: no title, no place, no part of one of these."""
    head = phrase.head
    apart = all(phrase.end <= other.start or other.end <= phrase.start for other, _ in side.values())
    return apart and tree.relations[head] not in _PART_OF_A_NAME and preposition(tree, head) not in _PLACING


def _told_as_example_of(tree: Tree, phrases: Phrases, head: int) -> int:
    """The noun that a name is told as an example of, else -1."""
    named = phrases.label(head) in NAMED and tree.relations[head] == "nmod" and preposition(tree, head) == "including"
    return tree.heads[head] if named else -1


def _in_text_order(side: Iterable[Scored]) -> list[Scored]:
    return sorted(side, key=lambda each: each[0].start)
