"""Whether two mentions tell one happening: the same act, and parties that do not stand against it.

Deeds seldom come twice in a story: an arrest and an arrest, or "arrested" and "in custody", are one unless something
stands against it. What is said comes often: two calls of one speaker are one only where they call for the same.
"""

from service.enrich.events.event import Event
from service.enrich.events.story.acts import KILLING, same_modes, same_word
from service.enrich.events.story.dealings import one_dealing
from service.enrich.events.story.likeness import Likeness, sides, told
from service.enrich.events.story.matter import LEAST_SHARED, shared_matter
from service.enrich.tree import Tree
from service.enrich.words import word_set

_SAID = frozenset(("ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN", "AGREE", "CONCEDE"))
"""Types of what is said."""

_WITH_DEEDS = frozenset(("AGREE", "THREATEN", "SUPPORT", "CONCEDE"))
"""Of these, those that deeds of another type go on with: a visit agreed and made, support voiced and given."""

_HARM = KILLING | word_set("wound injure hurt hit strike")
"""What comes of another deed that the same sentence tells: "shot and killed"."""

_NEAR = 1
"""Sentences from a dealing to the next step of it that names no matter."""

_KNOWN = word_set("the this that these those")
"""Words before a noun that takes up what was told."""


def same_happening(first: Event, second: Event, tree: Tree) -> bool:
    """Whether two events, of which none contradicts the other, are one happening.

    Args:
        first, second: in text order.
        tree: of the document.
    """
    if first.type != second.type and one_dealing(first, second) and _are_tied(first, second, tree):
        return True
    if first.type != second.type and not _may_be_retyped(first, second, tree):
        return False
    actors, recipients = sides(first, second, tree)
    if Likeness.APART in (actors, recipients):
        return False
    if first.type != second.type:
        return Likeness.SAME in (actors, recipients)
    if first.type in _SAID:
        return _said_again(first, second, actors, recipients, tree)
    return _done_again(first, second, actors, recipients, tree)


def _are_tied(first: Event, second: Event, tree: Tree) -> bool:
    """Whether two dealings are of the same matter, or told so close that one need not be named: states have several."""
    matter = shared_matter(first, second, tree)
    near = second.sentence.index - first.sentence.index <= _NEAR
    return near if matter is None else matter >= LEAST_SHARED


def _may_be_retyped(first: Event, second: Event, tree: Tree) -> bool:
    """Whether a word may tell one act under both types: a plan and its deed, or two deeds."""
    return {first.type, second.type}.isdisjoint(_SAID - _WITH_DEEDS) and same_word(first, second, tree)


def _said_again(first: Event, second: Event, actors: Likeness, recipients: Likeness, tree: Tree) -> bool:
    """Whether what is said is said once: of the same matter, by or to the same."""
    matter = shared_matter(first, second, tree)
    if matter is not None and matter < LEAST_SHARED:
        return False
    best = max(actors, recipients)
    if same_word(first, second, tree):
        # Charges often leave out who makes them: what they are of tells that they are the same.
        named = told(first.actors) and told(second.actors)
        return best > Likeness.OPEN or (matter is not None and not named)
    if first.sentence.index == second.sentence.index and tree.relations[second.trigger] == "conj":
        return False
    return min(actors, recipients) > Likeness.OPEN and best == Likeness.SAME


def _done_again(first: Event, second: Event, actors: Likeness, recipients: Likeness, tree: Tree) -> bool:
    """Whether what is done is done once."""
    one_sentence = first.sentence.index == second.sentence.index
    if same_word(first, second, tree):
        return not (one_sentence and tree.heads[second.trigger] == first.trigger)
    if one_sentence:
        harm = not _HARM.isdisjoint((tree.lemmas[first.trigger], tree.lemmas[second.trigger]))
        return (first.type == "ASSAULT" and recipients == Likeness.SAME and harm) or _is_sentenced(first, second)
    best = max(actors, recipients)
    if same_modes(first, second):
        return first.type != "ASSAULT" or best > Likeness.OPEN
    if first.type == "ASSAULT":
        return recipients == Likeness.SAME or (recipients == Likeness.ALIKE and _is_known(tree, second.trigger))
    return first.type != "COERCE" and best == Likeness.SAME


def _is_sentenced(first: Event, second: Event) -> bool:
    """Whether a court convicts and sentences the same people: "convicted of murder and sentenced to life"."""
    convicted, sentenced = ({party.head for party in event.recipients} for event in (first, second))
    return first.modes == second.modes == ("convict",) and not convicted.isdisjoint(sentenced)


def _is_known(tree: Tree, trigger: int) -> bool:
    """Whether a noun takes up what was told: "the attack"."""
    return any(tree.lowers[child] in _KNOWN for child in tree.children[trigger])
