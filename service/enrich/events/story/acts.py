"""Whether two triggers name the same act: by one word, by words of one root, or by the mode that they tell."""

from service.enrich.events.event import Event
from service.enrich.tree import Tree
from service.enrich.words import word_set

KILLING = word_set("kill killing murder slay slaying assassinate assassination homicide execute")
"""Nobody is killed twice, by whatever word."""

_ROOT = 4
"""Letters at least that words of one root begin with."""

_ENDING = 2
"""Letters at most that the shorter of them ends with, behind a longer root."""

_ENDINGS = word_set("de sion")
"""Of "invade" and "invasion"."""


def same_word(first: Event, second: Event, tree: Tree) -> bool:
    """Whether the triggers are the same word, or of one root, or words for killing."""
    return of_one_root(tree.lemmas[first.trigger], tree.lemmas[second.trigger])


def same_act(first: Event, second: Event, tree: Tree) -> bool:
    """Whether the triggers are the same word or tell the same modes: "arrested", "in custody"."""
    return same_word(first, second, tree) or same_modes(first, second)


def same_modes(first: Event, second: Event) -> bool:
    """Whether two events are of the same modes, and of any."""
    return bool(first.modes) and first.modes == second.modes


def of_one_root(first: str, second: str) -> bool:
    """Whether two lemmas are one word or made of one: "deny" and "denial", "invade" and "invasion"."""
    if first == second or {first, second} <= KILLING:
        return True
    first, second = (word[:-1] + "i" if word.endswith("y") else word for word in (first, second))
    shorter = min(len(first), len(second))
    common = next((place for place in range(shorter) if first[place] != second[place]), shorter)
    if common < _ROOT:
        return False
    endings = {first[common:], second[common:]}
    return endings <= _ENDINGS or common >= shorter - (_ENDING if common > _ROOT else 1)
