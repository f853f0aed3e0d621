"""Who is introduced by a body and its initials: of "Peru Party (PP) leader Ana Ruiz" Ruiz acts, and not the party."""

from dataclasses import replace

from service.enrich.events.grammar.phrases import Phrases, Scored
from service.enrich.events.parties.party_nouns import is_for_people
from service.enrich.tree import Tree

_LONGEST = 8
"""Words of what stands behind the initials, a name and its titles."""

_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ"))


def introduced(tree: Tree, phrases: Phrases, side: list[Scored]) -> list[Scored]:
    """A side with whom its bodies introduce in their place; trees end the phrase at the bracket.

    Who has no name is told by the body: "Peru Party (PP) members".
    """
    found: dict[int, Scored] = {}
    for phrase, chance in side:
        head = _behind_initials(tree, phrases, phrase.key)
        if head is not None:
            told = phrases.of(head)
            phrase = told if phrases.label(head) else replace(told, start=phrase.start)
        if phrase.head not in found or found[phrase.head][1] < chance:
            found[phrase.head] = phrase, chance
    return list(found.values())


def _behind_initials(tree: Tree, phrases: Phrases, body: int) -> int | None:
    """The head of the person or people behind the initials in brackets that follow a body's last word."""
    if tree.texts[body + 1 : body + 2] != ["("] or tree.texts[body + 3 : body + 4] != [")"]:
        return None
    initials, first = tree.texts[body + 2], body + 4
    if sum(map(str.isupper, initials)) < 2 or first >= len(tree.texts):
        return None
    end = first
    while (
        end < min(first + _LONGEST, len(tree.texts))
        and _goes_on(tree, end)
        and tree.sentence[end] == tree.sentence[body]
    ):
        end += 1
    person = next((token for token in range(first, end) if phrases.label(token) == "PERSON"), None)
    if person is not None:
        return _top_of_name(tree, phrases, person)
    last = end - 1
    return last if end > first and tree.parts[last] == "NOUN" and is_for_people(tree, last) else None


def _goes_on(tree: Tree, token: int) -> bool:
    return tree.parts[token] in _NOMINAL or tree.texts[token] == "-"


def _top_of_name(tree: Tree, phrases: Phrases, first: int) -> int:
    """The word of a person's name whose head is none of its words."""
    end = first
    while end < len(tree.texts) and phrases.label(end) == "PERSON":
        end += 1
    return next((token for token in range(first, end) if not first <= tree.heads[token] < end), first)
