"""What one person is called: "vice president and foreign minister Ana Ruiz" is one party, as is "his wife Ana Ruiz"."""

from collections.abc import Sequence
from dataclasses import replace

from service.enrich.aliases.names.titles import OFFICES
from service.enrich.events.grammar.phrases import Phrase, Phrases, Scored
from service.enrich.tree import Tree

_NATIONS = frozenset(("NORP", "LOC"))
"""Labels of whose the offices of two people are: "French president and German chancellor Ruiz"."""


def without_first_offices(tree: Tree, phrases: Phrases, side: Sequence[Scored]) -> list[Scored]:
    """A side without the first of two offices of a person who is on it, too."""
    at = {phrase.start: phrase for phrase, _ in side}
    return [
        each
        for each in side
        if tree.lowers[each[0].end : each[0].end + 1] != ["and"]
        or not _is_first_office(tree, phrases, each[0], at.get(each[0].end + 1))
    ]


def with_descriptions(tree: Tree, phrases: Phrases, side: Sequence[Scored]) -> list[Scored]:
    """A side with descriptions that stand right before a person's name as a part of it, and not as somebody beside."""
    ending = {phrase.end: phrase for phrase, _ in side if tree.tags[phrase.head] == "NN"}
    found, called = list[Scored](), set[int]()
    for phrase, chance in side:
        description = ending.get(phrase.start) if phrases.label(phrase.start) == "PERSON" else None
        if description is not None:
            called.add(description.head)
            phrase = replace(phrase, start=description.start)
        found.append((phrase, chance))
    return [each for each in found if each[0].head not in called]


def _is_first_office(tree: Tree, phrases: Phrases, office: Phrase, holder: Phrase | None) -> bool:
    """Whether a phrase is an office of who is named, behind another one; articles and nations tell two people apart."""
    if holder is None or tree.lemmas[office.head] not in OFFICES:
        return False
    own, other = ([phrases.label(token) for token in range(each.start, each.end)] for each in (office, holder))
    if "PERSON" in own or other[-1] != "PERSON" or other[0] == "PERSON":
        return False
    told_apart = any(tree.parts[token] in ("DET", "PRON", "NUM") for token in range(office.start, holder.end))
    return not told_apart and (_NATIONS.isdisjoint(own) or _NATIONS.isdisjoint(other))
