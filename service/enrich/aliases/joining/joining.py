"""Which names of a document are one entity."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from service.enrich.aliases.clusters import Mention
from service.enrich.aliases.joining.organisations import join_organisations
from service.enrich.aliases.joining.persons import join_persons
from service.enrich.aliases.joining.places import join_places
from service.enrich.aliases.joining.sets import DisjointSets
from service.enrich.aliases.names.names import Name

GROUP_OF = {
    "PERSON": "person",
    "ORG": "organisation",
    "FAC": "organisation",
    "MISC": "organisation",
    "PRODUCT": "organisation",
    "LOC": "place",
    "NORP": "people",
}
"""Types of which the same name is the same entity. Buildings stand for who works in them."""


class NamedMention(NamedTuple):
    """A name in the text, taken apart.

    Attributes:
        type: the label it was found with.
        metonym: the country that a capital stands for here, as words to compare; () for none.
        governs: whether the office of a head of state or government stands before it.
        relative: whether it is told whose relative its bearer is: "her husband, Adam Holm".
    """

    mention: Mention
    type: str
    name: Name
    metonym: tuple[str, ...] = ()
    governs: bool = False
    relative: bool = False


def join(
    found: Sequence[NamedMention],
    brackets: Iterable[tuple[int, int]],
    called: Iterable[tuple[int, int]] = (),
) -> list[list[int]]:
    """Indexes of mentions by entity, in the order of first mention; linear in the number of mentions.

    Args:
        found: in text order.
        brackets: pairs of a name and the short form that stands behind it in brackets, or how it is written in letters
            of its own language.
        called: pairs of a name and another one that its bearer is said to be known by.
    """
    distinct: dict[tuple[str, tuple[str, ...]], int] = {}
    keys: list[int] = []
    names: list[Name] = []  # by key
    for each in found:
        words = each.metonym or _words(each)
        key = distinct.setdefault((GROUP_OF[each.type], words), len(distinct))
        if key == len(names):
            names.append(each.name)
        keys.append(key)
    groups: dict[str, list[int]] = {"person": [], "organisation": [], "place": [], "people": []}
    for (group, _), key in distinct.items():
        groups[group].append(key)
    words_of = [words for _, words in distinct]
    sets = DisjointSets(len(distinct))
    pairs = [(keys[long], keys[short]) for long, short in brackets]
    governing = {key for key, each in zip(keys, found, strict=True) if each.governs}
    relatives = {key for key, each in zip(keys, found, strict=True) if each.relative}
    join_persons(sets, groups["person"], names, governing, relatives)
    join_places(sets, groups["place"], words_of, names)
    join_organisations(sets, groups["organisation"], groups["place"], names, pairs, _beside(found, keys))
    for name, gloss in pairs:
        if names[name].is_latin and not names[gloss].is_latin:
            sets.join(name, gloss)
    for name, other in called:
        sets.join(keys[name], keys[other])
    roots = [sets.root(key) for key in range(len(names))]
    entities: dict[int, list[int]] = {}
    for index, key in enumerate(keys):
        entities.setdefault(roots[key], []).append(index)
    return list(entities.values())


def _beside(found: Sequence[NamedMention], keys: Sequence[int]) -> set[tuple[int, int]]:
    """Pairs of keys of places of which one lies in the other: "Dover, DE"."""
    return {
        (keys[index - 1], keys[index])
        for index in range(1, len(found))
        if found[index].type == "LOC" == found[index - 1].type
        and found[index].mention.start - found[index - 1].mention.end == len(", ")
    }


def _words(mention: NamedMention) -> tuple[str, ...]:
    words = mention.name.words
    if mention.type == "NORP" and words and words[-1].endswith("s") and len(words[-1]) > 4:
        return (*words[:-1], words[-1].removesuffix("s"))
    # What has no word at all ("?") is an entity by its surface.
    return words or (mention.name.surface,)
